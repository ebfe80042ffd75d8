"""What an election must say, and how long a mandate has run out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from trainer_app.domain.elections import (
    ElectionForm,
    ElectionProblem,
    Mandate,
    MandateState,
    Seat,
    months_between,
    problem,
    renewed,
)
from trainer_app.domain.groups import OFFICERS, Role

DAY = date(2026, 3, 9)
MARIE, ERIC = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (ElectionForm(DAY, seats=(Seat(MARIE, Role.PRESIDENT),)), None),
        (ElectionForm(date(2026, 3, 10), seats=(Seat(MARIE, Role.PRESIDENT),)), ElectionProblem.IN_FUTURE),
        (ElectionForm(DAY), ElectionProblem.NOBODY),
        (ElectionForm(DAY, mandate_until=DAY, seats=(Seat(MARIE, Role.PRESIDENT),)), ElectionProblem.MANDATE_BEFORE),
        (
            ElectionForm(DAY, seats=(Seat(MARIE, Role.PRESIDENT), Seat(ERIC, Role.PRESIDENT))),
            ElectionProblem.SEAT_TWICE,
        ),
        (ElectionForm(DAY, seats=(Seat(MARIE, Role.COMMITTEE), Seat(ERIC, Role.COMMITTEE))), None),
        (
            ElectionForm(DAY, seats=(Seat(MARIE, Role.PRESIDENT), Seat(MARIE, Role.TREASURER))),
            ElectionProblem.PERSON_TWICE,
        ),
        (ElectionForm(DAY, seats=(Seat(MARIE, Role.MEMBER),)), ElectionProblem.NO_SEAT),
    ],
)
def test_an_election_says_who_was_chosen_for_which_seat(form: ElectionForm, found: ElectionProblem | None) -> None:
    assert problem(form, DAY) is found


def test_peer_educators_are_renewed_only_by_an_election_that_chose_some() -> None:
    assert renewed((Seat(MARIE, Role.PRESIDENT),)) == OFFICERS
    assert Role.PEER_EDUCATOR in renewed((Seat(MARIE, Role.PEER_EDUCATOR),))


@pytest.mark.parametrize(
    ("until", "state"),
    [
        (None, MandateState.UNKNOWN),
        (date(2026, 3, 8), MandateState.ENDED),
        (DAY, MandateState.ENDS_SOON),
        (date(2026, 5, 8), MandateState.ENDS_SOON),
        (date(2026, 5, 9), MandateState.RUNS),
    ],
)
def test_a_mandate_runs_ends_soon_or_has_ended(until: date | None, state: MandateState) -> None:
    assert Mandate(date(2024, 1, 1), until).state(DAY) is state


def test_months_are_whole_ones() -> None:
    assert months_between(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert months_between(date(2026, 1, 31), date(2026, 3, 31)) == 2
    assert Mandate(None, date(2025, 12, 9)).months_over(DAY) == 3
    assert Mandate(None, date(2025, 12, 10)).months_over(DAY) == 2
    assert Mandate(None, date(2026, 12, 10)).months_over(DAY) == 0
