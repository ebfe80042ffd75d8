"""Places, the waiting list, and somebody else in the place of who left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, Replacement, Training, WaitingPlace
from trainer_app.domain.attendance import Status
from trainer_app.domain.follow_up import CallOutcome, TaskState
from trainer_app.domain.people import Sex
from trainer_app.domain.ranking import Criterion
from trainer_app.domain.rules import Replacing
from trainer_app.domain.waiting import Places
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, follow_up, groups, places, replacing, rules, trainings, waiting

TODAY = FIRST_DAY + timedelta(days=3)


def full(db: Database, training: ATraining) -> Places:
    with db.reading() as s:
        return waiting.places(s, training.id, "en")


def ask(db: Database, training: ATraining, *people: object, asked_on: date = FIRST_DAY) -> None:
    with db.changing(label("Ask")) as s:
        waiting.ask_all(s, training.id, people, asked_on)  # type: ignore[arg-type]


def test_a_training_is_full_and_still_takes_somebody(db: Database) -> None:
    training = a_training(db, people=2)
    assert (full(db, training).free, full(db, training).is_full) == (None, False)
    with db.changing(label("Places")) as s:
        waiting.set_places(s, training.id, 2)
    assert (full(db, training).free, full(db, training).is_full) == (0, True)
    one = a_person(db, "KAYITESI Aline")
    ask(db, training, one)
    with db.changing(label("Give a place")) as s:
        waiting.give(s, training.id, one)
    now = full(db, training)
    assert (now.free, now.waiting, now.enrolled[-1].name) == (-1, (), "KAYITESI Aline")
    db.undo()
    assert [line.name for line in full(db, training).waiting] == ["KAYITESI Aline"]
    with pytest.raises(TrainerError, match="one place"), db.changing(label("Places")) as s:
        waiting.set_places(s, training.id, 0)


def test_who_takes_part_does_not_wait_and_who_waits_keeps_the_day(db: Database) -> None:
    training = a_training(db, people=1)
    with pytest.raises(TrainerError, match="takes part"), db.changing(label("Ask")) as s:
        waiting.ask(s, training.id, training.people[0], FIRST_DAY)
    late, early = a_person(db, "A Late"), a_person(db, "B Early")
    ask(db, training, late, asked_on=FIRST_DAY + timedelta(days=2))
    ask(db, training, early)
    ask(db, training, early, asked_on=FIRST_DAY + timedelta(days=9))
    assert [(line.name, line.asked_on) for line in full(db, training).waiting] == [
        ("B Early", FIRST_DAY),
        ("A Late", FIRST_DAY + timedelta(days=2)),
    ]
    with db.changing(label("Drop")) as s:
        waiting.drop(s, training.id, early)
    assert [line.name for line in full(db, training).waiting] == ["A Late"]


def test_the_list_ranks_by_group_sex_distance_and_day_with_the_reason(db: Database) -> None:
    training = a_training(db, people=2)
    with db.reading() as s:
        base, nearby = places.one(s, "Base, Rulindo"), places.one(s, "Rulindo", "district")
    with db.changing(label("Place")) as s:
        s.get_one(Training, training.id).place_id = base
    far = a_person(db, "Far Woman", sex=Sex.FEMALE)
    man = a_person(db, "Man Here", sex=Sex.MALE, place_id=base)
    woman = a_person(db, "Woman Here", sex=Sex.FEMALE, place_id=base)
    district = a_person(db, "Woman District", sex=Sex.FEMALE, place_id=nearby)
    fellow = a_person(db, "Fellow", sex=Sex.UNKNOWN)
    with db.changing(label("Join")) as s:
        groups.add_member(s, training.group, fellow)
    ask(db, training, far, man, woman, district, fellow)
    leaver = next(line.person_id for line in attendance_lines(db, training) if line.sex is Sex.FEMALE)
    with db.reading() as s:
        lines = replacing.ranked(s, training.id, leaver)
    assert [line.who.name for line in lines] == ["Fellow", "Woman Here", "Woman District", "Far Woman", "Man Here"]
    assert [line.who.near for line in lines] == ["", "sector", "district", "", "sector"]
    assert [line.decided_by for line in lines[1:]] == [
        Criterion.SAME_GROUP,
        Criterion.NEAR,
        Criterion.NEAR,
        Criterion.SAME_SEX,
    ]
    with db.changing(label("Rule")) as s:
        rules.set_rule(s, Replacing(("near",)))
    with db.reading() as s:
        assert replacing.ranked(s, training.id, leaver)[0].who.name == "Man Here"


def attendance_lines(db: Database, training: ATraining):  # type: ignore[no-untyped-def]  # noqa: ANN201
    with db.reading() as s:
        return attendance.register(s, training.id, "en").lines


def test_somebody_comes_instead_and_the_committee_can_read_why(db: Database) -> None:
    training = a_training(db, people=2, days=5)
    left, came, other = training.people[0], a_person(db, "A Came"), a_person(db, "B Other")
    ask(db, training, came, other)
    with db.changing(label("Mark")) as s:
        for session in training.sessions[:2]:
            attendance.mark(s, session, left, Status.ABSENT, TODAY)
    with db.reading() as s:
        (line,) = follow_up.due(s, TODAY, "en")
    with db.changing(label("Call")) as s:
        follow_up.call(s, line, CallOutcome.STOPS, "works in Kigali now", TODAY)
    with db.changing(label("Replace")) as s:
        key = replacing.replace(s, training.id, left, came, TODAY, "Stays away, works elsewhere", TODAY)
    with db.reading() as s:
        told = replacing.minutes(s, key, "en")
        assert (told.came, told.came_number, told.reason) == ("A Came", "3", "Stays away, works elsewhere")
        assert [(one.position, one.who.name) for one in told.ranked] == [(1, "A Came"), (1, "B Other")]
        assert [call.words for call in told.calls] == ["works in Kigali now"]
        (task,) = [one for one in follow_up.found(s, TODAY, "en") if one.person_id == left]
        assert (task.state, task.outcome) == (TaskState.DONE, "replaced")
        assert replacing.replacements(s, "en", training.id)[0].came == "A Came"
    now = full(db, training)
    assert [(one.name, one.came_instead) for one in now.enrolled if one.left_on] == [(told.left, "A Came")]
    assert [one.name for one in now.waiting] == ["B Other"]
    db.undo()
    with db.reading() as s:
        assert s.scalars(select(Replacement)).all() == []
        assert all(row.left_on is None for row in s.scalars(select(Enrolment)))
        assert [one.when(TODAY) for one in follow_up.due(s, TODAY, "en")] == ["due"]
    assert [one.name for one in full(db, training).waiting] == ["A Came", "B Other"]


def test_who_came_instead_is_not_absent_before_they_came(db: Database) -> None:
    training = a_training(db, people=1, days=5)
    came = a_person(db, "A Came")
    ask(db, training, came)
    with db.changing(label("Replace")) as s:
        replacing.replace(s, training.id, training.people[0], came, FIRST_DAY + timedelta(days=2), "left", TODAY)
        s.flush()
        for session in training.sessions[:3]:  # somebody filled the list with absences
            attendance.mark(s, session, came, Status.ABSENT, TODAY)
    with db.reading() as s:
        assert follow_up.due(s, TODAY, "en") == ()


def test_somebody_left_and_nobody_came_instead_and_comes_back_later(db: Database) -> None:
    training = a_training(db, people=2, days=2)
    left = training.people[0]
    with pytest.raises(TrainerError, match="why"), db.changing(label("Leave")) as s:
        replacing.leave(s, training.id, left, TODAY, " ", TODAY)
    with db.changing(label("Leave")) as s:
        key = replacing.leave(s, training.id, left, TODAY, "Married in Huye", TODAY)
    with db.reading() as s:
        told = replacing.minutes(s, key, "en")
        assert (told.came, told.left_on, told.ranked) == ("", TODAY, ())
    assert full(db, training).taken == 1
    with db.changing(label("Ask again")) as s:
        waiting.ask(s, training.id, left, TODAY)
        s.flush()
        waiting.give(s, training.id, left)
    now = full(db, training)
    assert [(one.number, one.left_on) for one in now.enrolled] == [("1", None), ("2", None)]


def test_a_removed_training_takes_its_waiting_list_with_it_and_undo_brings_it_back(db: Database) -> None:
    training = a_training(db, people=1)
    ask(db, training, a_person(db, "A First"))
    with db.changing(label("Remove")) as s:
        trainings.remove(s, training.id)
    with db.reading() as s:
        assert s.scalars(select(WaitingPlace)).all() == []
    db.undo()
    assert [line.name for line in full(db, training).waiting] == ["A First"]
