"""Whoever or whatever is taken away leaves nothing behind that is counted, and nothing that cannot be opened."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Mark, Sitting, TrainingTrainer
from trainer_app.domain import scores as points
from trainer_app.domain.attendance import Status
from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.scores import Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, enrolments, groups, people, programme, scores, sessions, trainings

DAY = FIRST_DAY + timedelta(days=1)


def test_a_person_leaves_with_marks_scores_and_the_trainings_they_lead(db: Database) -> None:
    training = a_training(db, people=2)
    gone = training.people[0]
    with db.changing(label("Work")) as s:
        attendance.mark(s, training.sessions[0], gone, Status.PRESENT, DAY)
        scores.record(s, training.id, gone, Phase.PRE, points.Mark(9))
        trainings.set_trainers(s, training.id, [gone])
    with db.changing(label("Remove a person")) as s:
        people.remove(s, gone)
    with db.reading() as s:
        assert programme.info(s).counts["marks"] == 0
        for kind in (Mark, Sitting, TrainingTrainer):
            assert s.scalars(select(kind)).all() == []
    db.undo()
    with db.reading() as s:
        assert attendance.register(s, training.id, "en").lines[0].cells[0].status is Status.PRESENT
        assert [key for key, _ in trainings.trainers(s, training.id)] == [gone]


def test_marks_of_somebody_who_withdrew_are_in_nobodys_way(db: Database) -> None:
    training = a_training(db, people=2, days=2)
    with db.changing(label("Work")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, DAY)
        scores.record(s, training.id, training.people[0], Phase.PRE, points.Mark(9))
        enrolments.withdraw(s, training.id, training.people[0])
    with db.reading() as s:
        assert trainings.trainings(s, "en")[0].marked_sessions == 0
    with db.changing(label("Change")) as s:
        scores.set_maximum(s, training.id, 5)
        trainings.remove_session(s, training.sessions[0])
    with db.reading() as s:
        assert len(sessions.sessions(s, "en")) == 1


def test_nobody_is_marked_who_is_not_on_the_register(db: Database) -> None:
    training = a_training(db, people=2)
    stranger = a_person(db, "MUTONI Aline")
    with pytest.raises(TrainerError, match="register"), db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[0], stranger, Status.PRESENT, DAY)
    with pytest.raises(TrainerError, match="register"), db.changing(label("Score")) as s:
        scores.record(s, training.id, stranger, Phase.PRE, points.Mark(1))
    with db.reading() as s:
        assert programme.info(s).counts["marks"] == 0


def test_a_group_inside_one_that_was_removed_can_still_be_opened_and_moved(db: Database) -> None:
    outer = a_group(db, "Union")
    inner = a_group(db, "COOP")
    with db.changing(label("Move")) as s:
        groups.edit(s, inner, GroupForm("COOP", GroupKind.COOPERATIVE, parent_id=outer))
    with db.changing(label("Remove")) as s:
        groups.remove(s, outer)
    with db.reading() as s:
        assert groups.card(s, inner).parent == ""
        assert groups.possible_parents(s, inner) == ()
    with db.changing(label("Rename")) as s:
        groups.edit(s, inner, GroupForm("COOP 2", GroupKind.COOPERATIVE, parent_id=outer))
    db.undo()
    db.undo()
    with db.reading() as s:
        assert groups.card(s, inner).parent == "Union"


def test_a_number_is_never_given_twice_not_even_after_undo(db: Database) -> None:
    training = a_training(db, people=2)
    first, second = a_person(db, "A Uwase"), a_person(db, "B Uwase")
    with db.changing(label("Enrol")) as s:
        enrolments.enrol(s, training.id, first)
    db.undo()
    with db.changing(label("Enrol")) as s:
        enrolments.enrol_all(s, training.id, [second])
    with db.changing(label("Enrol")) as s:
        enrolments.enrol(s, training.id, first)
    with db.reading() as s:
        lines = attendance.register(s, training.id, "en").lines
        assert [(line.number, line.name) for line in lines[2:]] == [("3", "A Uwase"), ("4", "B Uwase")]
