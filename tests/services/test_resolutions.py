"""What a session decided is written down, corrected, done and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.domain.resolutions import ResolutionForm, ResolutionLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import resolutions, trainings

FORM = ResolutionForm("Bring the book of accounts", "the treasurer", FIRST_DAY + timedelta(days=7))


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, days=2)


def decided(db: Database, training: ATraining, form: ResolutionForm = FORM, day: int = 0) -> UUID:
    with db.changing(label("Add a decision")) as s:
        return resolutions.add(s, training.sessions[day], form)


def found(db: Database, training: ATraining) -> tuple[ResolutionLine, ...]:
    with db.reading() as s:
        return resolutions.of_training(s, training.id)


def test_decisions_stand_in_the_order_of_days_and_of_writing(db: Database, training: ATraining) -> None:
    last = decided(db, training, ResolutionForm("Third"), day=1)
    for words in ("First", "Second"):
        decided(db, training, ResolutionForm(words))
    assert [line.form.words for line in found(db, training)] == ["First", "Second", "Third"]
    with db.reading() as s:
        assert [line.id for line in resolutions.of_session(s, training.sessions[1])] == [last]


def test_a_decision_needs_words_and_keeps_its_lines(db: Database, training: ATraining) -> None:
    with pytest.raises(TrainerError, match="Write what was decided"):
        decided(db, training, ResolutionForm("  \n "))
    decided(db, training, ResolutionForm(" Two lines:\nthe hall, the chairs ", "  O'Neil   <b> "))
    assert found(db, training)[0].form == ResolutionForm("Two lines:\nthe hall, the chairs", "O'Neil <b>")


CHANGES: dict[str, Callable[[Session, UUID], object]] = {
    "edit": lambda s, key: resolutions.edit(s, key, replace(FORM, owner="the president", due=None)),
    "done": lambda s, key: resolutions.set_done(s, key, FIRST_DAY),
    "remove": lambda s, key: resolutions.remove(s, key),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_can_be_undone(
    db: Database, training: ATraining, change: Callable[[Session, UUID], object]
) -> None:
    key = decided(db, training)
    before = found(db, training)
    with db.changing(label("Change a decision")) as s:
        change(s, key)
    assert found(db, training) != before
    db.undo()
    assert found(db, training) == before
    db.undo()
    assert found(db, training) == ()


def test_a_decision_is_late_after_its_day_until_it_is_done(db: Database, training: ATraining) -> None:
    key = decided(db, training)
    (line,) = found(db, training)
    assert FORM.due
    assert not line.is_late(FORM.due)
    assert line.is_late(FORM.due + timedelta(days=1))
    with db.changing(label("Done")) as s:
        resolutions.set_done(s, key, FORM.due + timedelta(days=3))
    assert not found(db, training)[0].is_late(FORM.due + timedelta(days=9))


def test_decisions_go_with_a_training_that_is_taken_out_and_come_back(db: Database, training: ATraining) -> None:
    decided(db, training)
    with db.changing(label("Take out")) as s:
        trainings.remove(s, training.id)
    assert found(db, training) == ()
    db.undo()
    assert len(found(db, training)) == 1
