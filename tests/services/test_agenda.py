"""The sessions of some days as a calendar shows them."""

from __future__ import annotations

from datetime import date, time, timedelta

from sqlalchemy import select

from tests.builders import FIRST_DAY, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import TrainingSession
from trainer_app.domain.agenda import SessionState, Wanted
from trainer_app.domain.attendance import Status
from trainer_app.domain.trainings import NewTraining
from trainer_app.i18n import label
from trainer_app.services import agenda, attendance, places, sessions, trainings

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def shown(db: Database, first: date, last: date, wanted: Wanted = agenda.EVERYTHING) -> agenda.Agenda:
    with db.reading() as s:
        return agenda.agenda(s, "en", FIRST_DAY, first, last, wanted)


def test_it_says_of_each_session_what_the_list_of_sessions_says(db: Database) -> None:
    training = a_training(db, people=3, days=3)
    a_training(db, module="M2", people=2)
    with db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, FIRST_DAY)
        trainings.move_session(s, training.sessions[1], FIRST_DAY, time(17), time(18))
    found = shown(db, *YEAR).lines
    with db.reading() as s:
        assert found == sessions.sessions(s, "en", *YEAR)
    assert (len(found), sum(line.came for line in found)) == (4, 1)


def test_only_the_days_asked_for_are_there(db: Database) -> None:
    a_training(db, days=3)
    assert [line.number for line in shown(db, FIRST_DAY + timedelta(days=1), FIRST_DAY + timedelta(days=1)).lines] == [
        2
    ]


def test_a_training_that_was_removed_is_not_there(db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Remove")) as s:
        trainings.remove(s, training.id)
    assert shown(db, *YEAR).lines == ()
    with db.reading() as s:
        assert agenda.is_empty(s)


def test_a_session_of_one_trainer_tells_what_another_trainers_session_takes_from_it(db: Database) -> None:
    rose = a_person(db, "UMUTONI Rose")
    mine, other = a_training(db), a_training(db, module="M2")
    with db.changing(label("Lead")) as s:
        trainings.set_trainers(s, mine.id, [rose])
    found = shown(db, *YEAR, Wanted(trainer=rose))
    assert [line.id for line in found.lines] == list(mine.sessions)
    assert [(clash.what, clash.other.id) for clash in found.clashes[mine.sessions[0]]] == [("venue", other.sessions[0])]


def test_a_session_that_is_cut_is_found_as_such(db: Database) -> None:
    training = a_training(db, days=2)
    with db.changing(label("Cut")) as s:
        s.get_one(TrainingSession, training.sessions[1]).cut = True
    (line,) = shown(db, *YEAR, Wanted(state=SessionState.CUT)).lines
    assert line.cut
    assert line.id == training.sessions[1]


def test_a_cell_is_found_by_its_district(db: Database) -> None:
    with db.changing(label("Plan")) as s:
        base = places.one(s, "Base, Rulindo", "sector")
        rulindo, gasabo = places.one(s, "Rulindo", "district"), places.one(s, "Gasabo", "district")
        cell = places.children(s, base)[0].id
        trainings.add(s, NewTraining(None, None, FIRST_DAY, title="Fair", place_id=cell))
    assert len(shown(db, *YEAR, Wanted(district=rulindo)).lines) == 1
    assert shown(db, *YEAR, Wanted(district=gasabo)).lines == ()
    with db.reading() as s:
        assert agenda.offered(s).districts == ((rulindo, "Rulindo"),)


def test_what_one_can_ask_by_is_what_some_session_has(db: Database) -> None:
    rose = a_person(db, "UMUTONI Rose")
    training = a_training(db)
    with db.changing(label("Lead")) as s:
        trainings.set_trainers(s, training.id, [rose])
        for row in s.scalars(select(TrainingSession)):
            trainings.add_session(s, training.id, row.day, time(17), time(18), "BASE HALL")
    with db.reading() as s:
        offered = agenda.offered(s)
    assert offered.trainers == ((rose, "UMUTONI Rose"),)
    assert len(offered.venues) == 1
    assert offered.groups == ((training.group, "COOP Twisungane"),)
