"""Spot checks: who is drawn, what they said when called, and the share that follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.integrity import CheckOutcome
from trainer_app.domain.spot_checks import Check
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, spot_checks, trainings

LAST = FIRST_DAY + timedelta(days=6)


def change(db: Database, command: Callable[..., object], *arguments: object) -> object:
    with db.changing(label("Change")) as s:
        return command(s, *arguments)


def checks(db: Database) -> tuple[Check, ...]:
    with db.reading() as s:
        return spot_checks.checks(s, "en")


def people(check: Check) -> list[tuple[object, object]]:
    return [(line.person_id, line.session_id) for line in check.lines]


@pytest.fixture
def filled(db: Database) -> Database:
    """Two trainings of ten; in the first, one was absent and one leads."""
    one, other = a_training(db, people=10, days=2), a_training(db, people=10)
    change(db, trainings.set_trainers, one.id, [one.people[9]])
    for session in one.sessions:
        change(db, attendance.mark, session, one.people[0], Status.ABSENT, LAST)
    for session in (*one.sessions, *other.sessions):
        change(db, attendance.mark_rest, session, LAST)
    return db


def test_the_same_seed_draws_the_same_people_again(filled: Database) -> None:
    for seed in (5, 5, 6):
        change(filled, spot_checks.draw, 6, seed, FIRST_DAY, LAST, LAST)
    third, second, first = checks(filled)
    assert people(first) == people(second) != people(third)
    assert [line.position for line in first.lines] == [1, 2, 3, 4, 5, 6]
    assert len({line.training_id for line in first.lines}) == 2


def test_only_who_is_marked_as_having_come_is_drawn_and_never_who_leads(filled: Database) -> None:
    change(filled, spot_checks.draw, 50, 1, FIRST_DAY, LAST, LAST)
    assert len(checks(filled)[0].lines) == 18


def test_what_people_said_makes_the_share(filled: Database) -> None:
    change(filled, spot_checks.draw, 4, 1, FIRST_DAY, LAST, LAST)
    lines = checks(filled)[0].lines
    for line, outcome in zip(lines, CheckOutcome, strict=True):
        change(filled, spot_checks.set_outcome, line.id, outcome, " she was in Base ", LAST)
    found = checks(filled)[0]
    assert (found.lines[0].words, found.lines[0].called_on) == ("she was in Base", LAST)
    assert (found.result.were_there, found.result.reached, found.result.drawn) == (1, 3, 4)
    filled.undo()
    assert checks(filled)[0].lines[3].outcome is None


def test_a_check_is_removed_and_brought_back(filled: Database) -> None:
    key = change(filled, spot_checks.draw, 4, 1, FIRST_DAY, LAST, LAST)
    change(filled, spot_checks.remove, key)
    assert checks(filled) == ()
    filled.undo()
    assert len(checks(filled)[0].lines) == 4


def test_a_check_of_nobody_is_refused(filled: Database) -> None:
    before = FIRST_DAY - timedelta(days=30)
    with pytest.raises(TrainerError, match="Nobody"):
        change(filled, spot_checks.draw, 4, 1, before, before, LAST)
    with pytest.raises(TrainerError, match="before the first"):
        change(filled, spot_checks.draw, 4, 1, LAST, FIRST_DAY, LAST)
    with pytest.raises(TrainerError, match="1 to 200"):
        change(filled, spot_checks.draw, 0, 1, FIRST_DAY, LAST, LAST)
