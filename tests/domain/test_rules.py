"""What a programme decides for itself."""

from __future__ import annotations

import pytest

from trainer_app.domain.attendance import Status
from trainer_app.domain.rules import Absence, Attended, Visits


@pytest.mark.parametrize(
    ("status", "minutes", "counts"),
    [
        (Status.PRESENT, None, True),
        (Status.LATE, None, True),
        (Status.ABSENT, None, False),
        (Status.EXCUSED, None, False),
        (None, None, False),
        (Status.PRESENT, 29, False),
        (Status.PRESENT, 30, True),
    ],
)
def test_who_stayed_long_enough_attended(status: Status | None, minutes: int | None, counts: bool) -> None:
    assert Attended(least_minutes=30).counts(status, minutes) is counts


def test_a_programme_may_say_that_the_late_did_not_attend() -> None:
    assert not Attended(late_counts=False).counts(Status.LATE)


def test_an_excused_session_is_expected_only_where_the_programme_says_so() -> None:
    assert not Attended().expects(Status.EXCUSED)
    assert Attended(excused_is_expected=True).expects(Status.EXCUSED)
    assert not Attended().expects(None)


def test_a_rule_comes_back_as_it_was_kept() -> None:
    assert Visits.from_dict(Visits((15, 45)).as_dict()) == Visits((15, 45))


@pytest.mark.parametrize("told", [{"days": 0}, {"days": "soon"}, {"weeks": 3}, {}])
def test_a_value_that_does_not_fit_counts_as_not_set(told: dict[str, object]) -> None:
    assert Absence.from_dict(told) == Absence()
