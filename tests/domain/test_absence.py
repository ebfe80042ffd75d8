"""The absence clock: when it runs, what stops it, and when it rings."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.absence import Away, Seen, clock
from trainer_app.domain.rules import Absence
from trainer_app.domain.statuses import SEEN, Status

MONDAY = date(2026, 3, 2)
P, A, L, E, NONE = Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED, None
marks = st.lists(st.sampled_from([P, A, L, E, NONE]), max_size=30)
rules = st.builds(Absence, days=st.integers(1, 40), sessions=st.integers(1, 12))


def weekly(*statuses: Status | None) -> list[Seen]:
    return [Seen(MONDAY + timedelta(days=7 * n), status) for n, status in enumerate(statuses)]


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def test_two_absences_in_a_row_ring_on_the_day_of_the_second() -> None:
    away = clock(weekly(P, A, A), Absence(days=99, sessions=2), after(15))
    assert away == Away(since=after(7), sessions=2, days=8, due_on=after(14))


def test_one_absence_rings_after_two_weeks_without_the_person() -> None:
    rule = Absence(days=14, sessions=3)
    assert clock(weekly(P, A), rule, after(20)).due_on is None
    assert clock(weekly(P, A), rule, after(21)).due_on == after(21)


def test_who_comes_begins_anew_in_time_or_late() -> None:
    assert clock(weekly(A, A, P), Absence(), after(60)) == Away()
    assert clock(weekly(A, A, L, A), Absence(), after(22)).sessions == 1


def test_an_excused_session_is_no_absence_and_does_not_end_a_row() -> None:
    assert clock(weekly(E, E, E), Absence(), after(60)) == Away()
    away = clock(weekly(A, E, A), Absence(days=99), after(14))
    assert (away.since, away.sessions, away.due_on) == (MONDAY, 2, after(14))


def test_sessions_that_nobody_marked_are_counted_apart() -> None:
    away = clock(weekly(NONE, P, NONE, A, NONE), Absence(), after(29))
    assert (away.sessions, away.unmarked, away.due_on) == (1, 2, None)


def test_the_last_day_missed_of_a_training_that_is_over_rings_for_nobody() -> None:
    rule = Absence(days=14, sessions=2)
    assert clock(weekly(P, P, A), rule, after(60), ends_on=after(14)).due_on is None
    assert clock(weekly(P, P, A), rule, after(60), ends_on=after(90)).due_on == after(28)


def test_what_was_settled_is_not_counted_again() -> None:
    settled = after(14)
    assert clock(weekly(A, A, A), Absence(), after(60), settled_on=settled) == Away()
    again = clock(weekly(A, A, A, A, A), Absence(), after(60), settled_on=settled)
    assert (again.since, again.sessions) == (after(21), 2)


@given(marks, rules, st.integers(0, 300))
def test_the_clock_never_rings_for_somebody_who_was_never_absent(statuses: list, rule: Absence, days: int) -> None:  # type: ignore[type-arg]
    kept = [status for status in statuses if status is not A]
    assert clock(weekly(*kept), rule, after(days)).due_on is None


@given(marks, rules)
def test_only_what_came_after_the_last_time_the_person_was_there_matters(statuses: list, rule: Absence) -> None:  # type: ignore[type-arg]
    today = after(400)
    seen = weekly(*statuses)
    last = max((n for n, status in enumerate(statuses) if status in SEEN), default=-1)
    whole, rest = clock(seen, rule, today), clock(seen[last + 1 :], rule, today)
    assert (whole.since, whole.sessions, whole.days, whole.due_on) == (
        rest.since,
        rest.sessions,
        rest.days,
        rest.due_on,
    )
    assert whole.sessions == statuses[last + 1 :].count(A)


@given(marks, rules, st.integers(0, 300), st.integers(0, 60))
def test_once_it_rings_it_goes_on_until_somebody_comes(statuses: list, rule: Absence, days: int, more: int) -> None:  # type: ignore[type-arg]
    seen = [one for one in weekly(*statuses) if one.day <= after(days)]
    now, later = clock(seen, rule, after(days)), clock(seen, rule, after(days + more))
    if now.due_on is not None:
        assert later.due_on == now.due_on <= after(days)


@given(marks, rules, st.integers(0, 300))
def test_days_to_come_do_not_matter(statuses: list, rule: Absence, days: int) -> None:  # type: ignore[type-arg]
    seen = weekly(*statuses)
    past = [one for one in seen if one.day <= after(days)]
    assert clock(seen, rule, after(days)) == clock(past, rule, after(days))
