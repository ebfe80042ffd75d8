"""In which order those who wait are asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.people import Sex
from trainer_app.domain.ranking import NEARNESS, Criterion, Waiting, as_kept, from_kept, ranked

MARCH = date(2026, 3, 1)


def somebody(name: str, number: int = 1, **values: object) -> Waiting:
    return replace(Waiting(UUID(int=number), name, Sex.FEMALE, "", "", MARCH), **values)  # type: ignore[arg-type]


people = st.lists(
    st.builds(
        Waiting,
        st.uuids(),
        st.text(max_size=5),
        st.sampled_from(Sex),
        st.just(""),
        st.text(max_size=5),
        st.dates(date(2026, 1, 1), date(2026, 1, 5)),
        st.booleans(),
        st.booleans(),
        st.sampled_from(NEARNESS),
        st.none() | st.integers(0, 3).map(float),
    ),
    max_size=12,
    unique_by=lambda one: one.person_id,
)


def test_the_group_comes_before_who_asked_first() -> None:
    early = somebody("Early", 1, asked_on=date(2026, 1, 1))
    fellow = somebody("Fellow", 2, same_group=True)
    lines = ranked([early, fellow])
    assert [line.who.name for line in lines] == ["Fellow", "Early"]
    assert lines[1].decided_by is Criterion.SAME_GROUP


def test_another_order_of_criteria_gives_another_list() -> None:
    early = somebody("Early", 1, asked_on=date(2026, 1, 1))
    fellow = somebody("Fellow", 2, same_group=True)
    lines = ranked([early, fellow], [Criterion.ASKED_FIRST, Criterion.SAME_GROUP])
    assert [line.who.name for line in lines] == ["Early", "Fellow"]


def test_equals_share_a_position_and_the_next_is_counted_on() -> None:
    lines = ranked([somebody("B", 2), somebody("A", 1), somebody("C", 3, near="cell")])
    assert [(line.position, line.tied, line.who.name) for line in lines] == [
        (1, False, "C"),
        (2, True, "A"),
        (2, True, "B"),
    ]
    assert lines[2].decided_by is None


@given(people, st.permutations(list(Criterion)))
def test_everybody_is_ranked_once_and_whoever_was_told_first(waiting: list[Waiting], order: list[Criterion]) -> None:
    lines = ranked(waiting, order)
    assert sorted(line.who.person_id for line in lines) == sorted(one.person_id for one in waiting)
    assert lines == ranked(reversed(waiting), order)
    assert [line.position for line in lines] == sorted(line.position for line in lines)


@given(people)
def test_the_list_is_read_again_as_it_was_kept(waiting: list[Waiting]) -> None:
    lines = ranked(waiting)
    again = from_kept(as_kept(lines))
    assert [(line.position, line.tied, line.who, line.decided_by) for line in again] == [
        (line.position, line.tied, replace(line.who, phone="", note=""), line.decided_by) for line in lines
    ]
