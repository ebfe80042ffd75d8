"""Points, totals, ties and what the rank proposes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.selection import (
    CandidateLine,
    CriterionLine,
    Decision,
    SelectionSheet,
    Signatory,
    average,
    proposed,
    ranked,
)

NEED, WILL = CriterionLine(UUID(int=1), "Need", 10), CriterionLine(UUID(int=2), "Will", 5, 2)
COMMITTEE = (Signatory("Aline"), Signatory("Eric"))


def candidate(number: int, points: dict[tuple[UUID, str], float]) -> CandidateLine:
    return CandidateLine(UUID(int=number), UUID(int=100 + number), f"Name {number}", "F", "", "", points)


def a_sheet(*candidates: CandidateLine) -> SelectionSheet:
    return SelectionSheet(UUID(int=9), "TVET", None, "", date(2026, 3, 1), 2, COMMITTEE, (NEED, WILL), candidates)


def test_the_total_is_the_weighted_sum_of_the_averages() -> None:
    one = candidate(1, {(NEED.id, "Aline"): 6, (NEED.id, "Eric"): 8, (WILL.id, "Aline"): 3, (WILL.id, "Eric"): 3})
    line = ranked(a_sheet(one))[0]
    assert (line.total, line.missing) == (7 + 3 * 2, 0)
    assert a_sheet(one).most == 20


def test_points_that_are_missing_are_said_and_are_no_nought() -> None:
    one = candidate(1, {(NEED.id, "Aline"): 6})
    assert average(one, NEED, ("Aline", "Eric")) == 6
    assert average(one, WILL, ("Aline", "Eric")) is None
    assert ranked(a_sheet(one))[0].missing == 3


def test_a_tie_at_the_last_place_is_left_to_the_committee() -> None:
    same = [candidate(n, {(NEED.id, "Aline"): 5}) for n in (2, 3)]
    lines = ranked(a_sheet(candidate(1, {(NEED.id, "Aline"): 9}), *same, candidate(4, {})))
    assert [(line.position, line.tied) for line in lines] == [(1, False), (2, True), (2, True), (4, False)]
    wanted = proposed(lines, 2)
    assert wanted == {
        UUID(int=1): Decision.CHOSEN,
        UUID(int=2): None,
        UUID(int=3): None,
        UUID(int=4): Decision.RESERVE,
    }


@given(st.lists(st.integers(0, 3), max_size=12), st.integers(1, 6))
def test_never_more_are_chosen_than_there_are_places_and_nobody_before_a_better_one(
    points: list[int], places: int
) -> None:
    lines = ranked(a_sheet(*[candidate(n, {(NEED.id, "Aline"): value}) for n, value in enumerate(points)]))
    wanted = proposed(lines, places)
    chosen = [line.total for line in lines if wanted[line.who.id] is Decision.CHOSEN]
    others = [line.total for line in lines if wanted[line.who.id] is not Decision.CHOSEN]
    assert len(chosen) <= places
    assert not chosen or not others or min(chosen) > max(others)
    open_ones = [line for line in lines if wanted[line.who.id] is None]
    assert all(line.tied for line in open_ones)
