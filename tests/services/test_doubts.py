"""What is missing or doubtful in a report, said before any number."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, Group, Person, Training, TrainingSession
from trainer_app.domain.attendance import Heads, Status
from trainer_app.domain.ids import derived_id
from trainer_app.domain.indicators import Asked, DoubtKind
from trainer_app.domain.integrity import FlagVerdict
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Mark, Phase
from trainer_app.i18n import label
from trainer_app.services import attendance, head_counts, indicators, integrity, places, scores, trainings

TODAY = FIRST_DAY + timedelta(days=3)
LATER = FIRST_DAY + timedelta(days=30)


@pytest.fixture
def training(db: Database) -> ATraining:
    """Two days, four people, in a district."""
    made = a_training(db, people=4, days=2)
    with db.changing(label("Place")) as s:
        s.get_one(Training, made.id).place_id = places.districts(s)[0].id
    return made


def found(db: Database, today: date = TODAY, **asked: Any) -> dict[DoubtKind, tuple[UUID, ...]]:  # noqa: ANN401
    with db.reading() as s:
        told = indicators.report(s, Asked(FIRST_DAY, LATER, **asked), "en", today)
    assert all(one.count for one in told.doubts)
    return {one.kind: one.keys for one in told.doubts}


def mark(db: Database, session: UUID, *people: UUID, status: Status = Status.PRESENT) -> None:
    with db.changing(label("Mark")) as s:
        attendance.mark_many(s, [(session, person, status) for person in people], LATER)


def signed(db: Database, *sessions: UUID) -> None:
    with db.changing(label("Signed")) as s:
        for session in sessions:
            attendance.set_list_signed(s, session, True)


def test_sessions_that_are_over_and_have_no_mark_come_first(db: Database, training: ATraining) -> None:
    assert found(db) == {DoubtKind.NOT_MARKED: training.sessions}
    assert found(db, FIRST_DAY) == {}, "the day is not over yet"
    mark(db, training.sessions[0], *training.people)
    assert found(db)[DoubtKind.NOT_MARKED] == training.sessions[1:]


def test_a_session_that_was_cut_or_whose_heads_were_counted_waits_for_nothing(
    db: Database, training: ATraining
) -> None:
    with db.changing(label("Work")) as s:
        s.get_one(TrainingSession, training.sessions[0]).cut = True
        head_counts.set_heads(s, training.sessions[1], Heads(women=9))
    assert found(db) == {}


def test_a_list_of_which_some_have_no_mark_is_told(db: Database, training: ATraining) -> None:
    mark(db, training.sessions[0], *training.people[:3])
    mark(db, training.sessions[1], *training.people)
    assert found(db) == {DoubtKind.PARTLY_MARKED: training.sessions[:1]}


def test_who_leads_or_has_left_is_expected_in_no_list(db: Database, training: ATraining) -> None:
    with db.changing(label("Leave")) as s:
        row = s.get_one(Enrolment, derived_id("enrolment", training.id, training.people[3]))
        row.left_on = FIRST_DAY
        trainings.set_trainers(s, training.id, [training.people[2]])
    for session in training.sessions:
        mark(db, session, *training.people[:2])
    assert found(db) == {}


def test_a_list_that_did_not_come_back_is_told(db: Database, training: ATraining) -> None:
    for session in training.sessions:
        mark(db, session, *training.people)
    assert DoubtKind.NOT_SIGNED not in found(db), "nobody expects it so soon"
    assert found(db, LATER)[DoubtKind.NOT_SIGNED] == training.sessions
    signed(db, *training.sessions)
    assert DoubtKind.NOT_SIGNED not in found(db, LATER)
    with db.changing(label("Said")) as s:
        attendance.set_list_signed(s, training.sessions[0], False)
    assert found(db)[DoubtKind.NOT_SIGNED] == training.sessions[:1]


def test_a_flag_that_nobody_answered_is_told_until_somebody_does(db: Database) -> None:
    one = a_training(db, people=3)
    with db.changing(label("Again")) as s:
        other = s.get_one(TrainingSession, one.sessions[0])
        twin = TrainingSession(
            training_id=one.id, day=other.day, planned_day=other.day, starts=other.starts, ends=other.ends
        )
        s.add(twin)
    for session in (one.sessions[0], twin.id):
        mark(db, session, *one.people)
    assert set(found(db)[DoubtKind.FLAGGED]) == {one.sessions[0], twin.id}
    with db.changing(label("Answer")) as s:
        (flag,) = integrity.flags(s, TODAY, "en")
        integrity.answer(s, flag.kind, flag.about, FlagVerdict.EXPLAINED, "Two halves of one day", TODAY)
    assert DoubtKind.FLAGGED not in found(db)


def test_people_of_whom_too_little_is_known_are_told_once(db: Database, training: ATraining) -> None:
    for session in training.sessions:
        mark(db, session, *training.people)
    with db.changing(label("Forget")) as s:
        s.get_one(Person, training.people[0]).sex = Sex.UNKNOWN
        s.get_one(Person, training.people[1]).birth_year = None
    told = found(db)
    assert told[DoubtKind.NO_SEX] == training.people[:1]
    assert told[DoubtKind.NO_AGE] == training.people[1:2]


def test_a_training_in_no_known_district_is_told_also_where_one_is_asked_for(db: Database, training: ATraining) -> None:
    with db.changing(label("Nowhere")) as s:
        row = s.get_one(Training, training.id)
        district, row.place_id = row.place_id, None
        s.get_one(Group, training.group).place_id = None
    mark(db, training.sessions[0], *training.people)
    assert found(db)[DoubtKind.NO_DISTRICT] == (training.id,)
    assert found(db, district_id=district)[DoubtKind.NO_DISTRICT] == (training.id,)


def test_who_sat_the_first_test_only_is_told(db: Database, training: ATraining) -> None:
    one, two, three, _four = training.people
    with db.changing(label("Scores")) as s:
        for person in (one, two, three):
            scores.record(s, training.id, person, Phase.PRE, Mark(3))
        scores.record(s, training.id, one, Phase.POST, Mark(5))
        scores.record(s, training.id, two, Phase.POST, Mark(None))
    assert set(found(db)[DoubtKind.NO_TEST_AFTER]) == {two, three}


def test_a_report_of_another_district_has_none_of_these_doubts(db: Database, training: ATraining) -> None:
    with db.reading() as s:
        other = places.districts(s)[1].id
    assert found(db, district_id=other) == {}
