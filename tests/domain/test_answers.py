"""Answers typed in one go, what they give, and what a whole room knows."""

from __future__ import annotations

from math import comb
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.answers import (
    AnswerProblem,
    Question,
    Tally,
    as_typed,
    number_right,
    parse_answers,
    points,
    wilson,
)

QUESTIONS = tuple(Question(uuid4(), "A", number, "M1-1.1", answer) for number, answer in enumerate("ABCAB", start=1))


def sheet(typed: str):  # noqa: ANN201
    return {q.item_id: answer for q, answer in zip(QUESTIONS, parse_answers(typed, len(QUESTIONS)), strict=True)}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ABCAB", ("A", "B", "C", "A", "B")),
        ("abcab", ("A", "B", "C", "A", "B")),
        ("A?C-B", ("A", "?", "C", "", "B")),
        ("ADC-B", ("A", "?", "C", "", "B")),
        ("AB CA", ("A", "B", "", "C", "A")),
        ("ABC AB", ("A", "B", "C", "A", "B")),
        ("A,B,C,A,B", ("A", "B", "C", "A", "B")),
        ("ABCA ", ("A", "B", "C", "A", "")),
        ("-----", ("", "", "", "", "")),
        ("", ()),
        ("   ", ()),
    ],
)
def test_a_row_of_letters_is_a_sheet(typed: str, read: tuple[str, ...]) -> None:
    assert parse_answers(typed, 5) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [("ABCA", ("count", 4)), ("ABCABC", ("count", 6)), ("ABXAB", ("sign", "X")), ("AB1AB", ("sign", "1"))],
)
def test_a_row_that_is_too_short_or_has_another_sign_is_refused(typed: str, why: tuple[object, ...]) -> None:
    with pytest.raises(AnswerProblem) as problem:
        parse_answers(typed, 5)
    assert problem.value.args == why


@given(st.text("ABC?-", min_size=5, max_size=5))
def test_what_was_typed_is_shown_again_as_it_was(typed: str) -> None:
    assert as_typed(sheet(typed), QUESTIONS) == typed


def test_only_right_letters_give_points_scaled_to_the_maximum() -> None:
    assert number_right(sheet("A?C-C"), QUESTIONS) == 2
    assert points(sheet("A?C-C"), QUESTIONS, 10) == 4
    assert points(sheet("-----"), QUESTIONS, 10) == 0
    assert points(sheet("ABCAB"), QUESTIONS, 7) == 7
    assert points({}, (), 10) == 0


@pytest.mark.parametrize(
    ("right", "asked", "low", "high"),
    [  # statsmodels 0.14 proportion_confint(method="wilson")
        (7, 10, 0.39677814746114537, 0.8922087325936989),
        (0, 5, 0.0, 0.43448246478317487),
        (5, 5, 0.5655175352168252, 1.0),
        (1, 1, 0.2065493143772374, 1.0),
        (31, 40, 0.6249690325768998, 0.8768390867645927),
        (150, 300, 0.4437795161339169, 0.5562204838660831),
    ],
)
def test_the_likely_range_of_a_show_of_hands_is_wilsons(right: int, asked: int, low: float, high: float) -> None:
    found = wilson(right, asked)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-12), pytest.approx(high, abs=1e-12))


def test_nobody_asked_has_no_range_and_no_share() -> None:
    assert wilson(0, 0) is None
    assert Tally(0, 0).share is None


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_range_holds_the_share_lies_between_none_and_all_and_is_the_mirror_of_the_wrong_ones(
    counted: tuple[int, int],
) -> None:
    right, asked = counted
    found, mirror = wilson(right, asked), wilson(asked - right, asked)
    assert found is not None
    assert mirror is not None
    assert 0 <= found.low <= right / asked <= found.high <= 1
    assert (found.low, found.high) == (pytest.approx(1 - mirror.high), pytest.approx(1 - mirror.low))


def test_the_range_holds_the_truth_about_nineteen_times_in_twenty() -> None:
    """Over every count that a room of thirty can give, for many truths: exact, by the binomial law."""
    held = []
    for truth in (0.1, 0.25, 0.4, 0.5, 0.65, 0.8, 0.95):
        ranges = [(right, wilson(right, 30)) for right in range(31)]
        held.append(
            sum(
                comb(30, right) * truth**right * (1 - truth) ** (30 - right)
                for right, found in ranges
                if found and found.low <= truth <= found.high
            )
        )
    assert min(held) > 0.92
    assert 0.94 < sum(held) / len(held) < 0.97
