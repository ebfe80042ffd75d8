"""What a session's workspace reads: sessions of one training, marks alone, the units that are taught."""

from __future__ import annotations

from datetime import time

from tests.builders import FIRST_DAY, a_group, a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Cell, Status
from trainer_app.domain.trainings import NewTraining
from trainer_app.i18n import label
from trainer_app.services import attendance, curriculum, material, sessions, trainings


def test_all_sessions_of_the_training_are_siblings(db: Database) -> None:
    training, _other = a_training(db, days=3), a_training(db, days=2)
    with db.reading() as s:
        found = sessions.siblings(s, training.sessions[1], "en")
    assert [line.id for line in found] == list(training.sessions)


def test_a_session_that_was_taken_out_has_no_siblings(db: Database) -> None:
    training = a_training(db, days=3)
    with db.changing(label("Take out")) as s:
        trainings.remove_session(s, training.sessions[1])
    with db.reading() as s:
        assert sessions.siblings(s, training.sessions[1], "en") == ()


def test_marks_alone_are_what_the_register_shows(db: Database) -> None:
    training = a_training(db, people=3, days=2)
    with db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[1], Status.LATE, FIRST_DAY)
        attendance.remark(s, training.sessions[0], training.people[1], "bus", FIRST_DAY)
    with db.reading() as s:
        register = attendance.register(s, training.id, "en")
        found = attendance.marks(s, register.days)
    assert found == {(training.sessions[0], training.people[1]): Cell(Status.LATE, "bus")}
    assert register.lines[1].cells[0] == found[training.sessions[0], training.people[1]]


def test_a_training_teaches_all_units_of_its_module(db: Database) -> None:
    training = a_training(db)
    with db.reading() as s:
        module = next(line for line in curriculum.modules(s, "en") if line.code == "M1")
        found = material.units_of(s, training.id, "en", FIRST_DAY)
    assert [unit.code for unit in found] == [unit.code for unit in module.units]
    assert all(unit.steps and unit.objectives for unit in found)


def test_a_training_of_chosen_units_teaches_only_those(db: Database) -> None:
    group = a_group(db)
    with db.changing(label("Plan")) as s:
        module = next(line for line in curriculum.modules(s, "en") if line.code == "M1")
        chosen = (module.units[2].id, module.units[0].id)
        order = NewTraining(module.id, group, FIRST_DAY, 1, time(8), time(12), unit_ids=chosen)
        training = trainings.add(s, order)
    with db.reading() as s:
        found = material.units_of(s, training, "en", FIRST_DAY)
    assert [unit.code for unit in found] == [module.units[0].code, module.units[2].code]


def test_a_meeting_without_a_module_has_no_units(db: Database) -> None:
    with db.changing(label("Plan")) as s:
        training = trainings.add(s, NewTraining(None, None, FIRST_DAY, title="Meeting"))
    with db.reading() as s:
        assert material.units_of(s, training, "en", FIRST_DAY) == ()
