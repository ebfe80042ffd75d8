"""Who was told of a training and what they answered."""

from __future__ import annotations

from datetime import timedelta

from tests.builders import FIRST_DAY, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment
from trainer_app.domain.ids import derived_id
from trainer_app.domain.invitations import InvitationList, answers
from trainer_app.i18n import label
from trainer_app.services import invitations, plans, trainings

TOLD = FIRST_DAY - timedelta(days=7)


def shown(db: Database, training: object) -> InvitationList:
    with db.reading() as s:
        return invitations.invited(s, training, "en")  # type: ignore[arg-type]


def test_telling_people_keeps_the_day_and_the_answer(db: Database) -> None:
    training = a_training(db, people=3)
    first, second, _third = training.people
    with db.changing(label("Tell")) as s:
        assert invitations.tell(s, training.id, [first, second], TOLD) == 2
    with db.changing(label("Tell")) as s:
        assert invitations.tell(s, training.id, training.people, FIRST_DAY) == 1
        invitations.answer(s, training.id, first, True, FIRST_DAY)
        invitations.answer(s, training.id, second, False, FIRST_DAY, " market  day ")
    found = shown(db, training.id)
    assert [line.told_on for line in found.lines] == [TOLD, TOLD, FIRST_DAY]
    assert [line.comes for line in found.lines] == [True, False, None]
    assert (found.told, answers(found.lines), found.lines[1].note) == (3, (1, 1), "market day")
    db.undo()
    assert shown(db, training.id).told == 2


def test_an_answer_tells_that_the_person_was_told(db: Database) -> None:
    training = a_training(db, people=1)
    with db.changing(label("Answer")) as s:
        invitations.answer(s, training.id, training.people[0], True, TOLD)
    assert shown(db, training.id).lines[0].told_on == TOLD
    with db.changing(label("Not told")) as s:
        invitations.take_back(s, training.id, training.people)
    assert shown(db, training.id).told == 0
    db.undo()
    assert shown(db, training.id).told == 1


def test_who_left_is_not_invited_and_numbers_stay(db: Database) -> None:
    training = a_training(db, people=3, days=2)
    with db.changing(label("Leave")) as s:
        s.get_one(Enrolment, derived_id("enrolment", training.id, training.people[0])).left_on = FIRST_DAY
        plans.cut(s, training.sessions[0], "Rain", FIRST_DAY)
    found = shown(db, training.id)
    assert [line.number for line in found.lines] == ["2", "3"]
    assert len(found.days) == 1


def test_invitations_go_with_their_training_and_come_back(db: Database) -> None:
    training = a_training(db, people=1)
    with db.changing(label("Tell")) as s:
        invitations.tell(s, training.id, training.people, TOLD)
    with db.changing(label("Remove")) as s:
        trainings.remove(s, training.id)
    db.undo()
    assert shown(db, training.id).told == 1
