"""Correcting a training after it was planned, and what the first page is told of days before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from tests.builders import FIRST_DAY, a_person, a_training
from trainer_app.db import backup
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, programme, sessions, today, training_form, trainings
from trainer_app.services.training_form import TrainingForm


def test_sessions_at_the_venue_of_the_training_follow_it_and_others_stay(db: Database) -> None:
    training = a_training(db, days=2)
    with db.changing(label("Move")) as s:
        trainings.move_session(s, training.sessions[1], FIRST_DAY, time(9), time(10), "School")
    with db.changing(label("Edit")) as s:
        form = training_form.form(s, training.id)
        training_form.edit(s, training.id, replace(form, venue="Church hall"))
    with db.reading() as s:
        venues = {line.id: line.venue for line in sessions.sessions(s, "en")}
    assert venues == {training.sessions[0]: "Church hall", training.sessions[1]: "School"}


def test_trainers_taken_out_of_the_form_no_longer_lead(db: Database) -> None:
    training, rose, jean = a_training(db), a_person(db, "UMUTONI Rose"), a_person(db, "NIYONZIMA Jean")
    for leads in (((rose, ""), (jean, "")), ((jean, ""),)):
        with db.changing(label("Edit")) as s:
            training_form.edit(s, training.id, replace(training_form.form(s, training.id), trainers=leads))
    with db.reading() as s:
        assert training_form.form(s, training.id).trainers == ((jean, "NIYONZIMA Jean"),)


def test_a_training_without_a_module_keeps_a_title(db: Database) -> None:
    training = a_training(db)
    with pytest.raises(TrainerError, match="write a title"), db.changing(label("Edit")) as s:
        training_form.edit(s, training.id, TrainingForm(False, "  ", None, "", ()))


def test_a_session_not_fully_marked_says_how_many_are_missing(db: Database) -> None:
    training = a_training(db, people=4)
    with db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, FIRST_DAY)
    with db.reading() as s:
        (waiting,) = today.today(s, datetime.combine(FIRST_DAY + timedelta(days=1), time(8)), "en").to_do
    assert (waiting.values["unmarked"], waiting.values["enrolled"]) == (3, 4)


def test_the_last_backup_is_the_newest(db: Database) -> None:
    with db.reading() as s:
        assert programme.last_backup(s, db.folder) is None
    backup.rotate(db)
    with db.reading() as s:
        made = programme.last_backup(s, db.folder)
    assert made is not None
    assert abs((datetime.now().astimezone() - made).total_seconds()) < 60
