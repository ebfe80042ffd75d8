"""Calendars out and in: what is new, what is known, what was moved; and each of it undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.builders import FIRST_DAY, a_training
from tests.readers.odd_calendars import calendar, event
from trainer_app.db.database import Database
from trainer_app.db.records import SessionEvent, Training, TrainingSession
from trainer_app.documents import calendar_file
from trainer_app.domain.calendar_events import CalendarRead, session_uid
from trainer_app.domain.trainings import SessionDeed, TrainingKind
from trainer_app.i18n import Catalog, label
from trainer_app.readers import calendar_file as calendar_reader
from trainer_app.services import attendance, curriculum, schedule_in, schedule_out, trainings
from trainer_app.services.sessions import sessions

TODAY = date(2026, 3, 1)
IN = label("Import a calendar")


def read(tmp_path: Path, data: bytes) -> CalendarRead:
    file = tmp_path / "calendar.ics"
    file.write_bytes(data)
    return calendar_reader.read(file, date(2026, 1, 1), date(2026, 12, 31))


def ours(db: Database) -> bytes:
    with db.reading() as s:
        return calendar_file.as_bytes(schedule_out.events(s, "en"), Catalog("en"))


def check(db: Database, told: CalendarRead) -> schedule_in.ScheduleCheck:
    with db.reading() as s:
        return schedule_in.check(s, told)


def write(db: Database, told: CalendarRead, **how: bool) -> schedule_in.ScheduleWritten:
    with db.changing(IN) as s:
        return schedule_in.write(s, schedule_in.check(s, told), TODAY, **how)


WEEKLY = event(
    "DTSTART:20260309T063000Z", "DTEND:20260309T100000Z", "RRULE:FREQ=WEEKLY;COUNT=4", title="Savings meeting", uid="w"
)


def test_our_own_calendar_comes_back_as_known_and_changes_nothing(db: Database, tmp_path: Path) -> None:
    a_training(db, days=5)
    found = check(db, read(tmp_path, ours(db)))
    assert (found.new_sessions, len(found.existing), found.changed, found.refused) == (0, 5, (), ())
    write(db, read(tmp_path, ours(db)), update=True)
    with db.reading() as s:
        assert len(sessions(s, "en")) == 5
        assert s.scalars(select(SessionEvent)).all() == []


def test_a_session_that_moves_keeps_its_uid_and_its_sequence_grows(db: Database) -> None:
    training = a_training(db, days=1)
    with db.reading() as s:
        before = schedule_out.events(s, "en")[0]
    with db.changing(label("Move a session")) as s:
        trainings.move_session(s, training.sessions[0], FIRST_DAY + timedelta(days=1), time(9), time(12))
    with db.reading() as s:
        after = schedule_out.events(s, "en")[0]
    assert after.uid == before.uid == session_uid(training.sessions[0])
    assert after.sequence == before.sequence + 1


def test_a_weekly_meeting_becomes_one_meeting_of_four_sessions_once(db: Database, tmp_path: Path) -> None:
    told = read(tmp_path, calendar(WEEKLY))
    assert write(db, told) == schedule_in.ScheduleWritten(trainings=1, sessions=4, moved=0)
    assert write(db, told) == schedule_in.ScheduleWritten()
    with db.reading() as s:
        lines = sessions(s, "en")
        kind = s.scalars(select(Training.kind)).one()
    assert [line.day.day for line in lines] == [9, 16, 23, 30]
    assert {(line.title, line.starts, line.ends) for line in lines} == {("Savings meeting", time(8, 30), time(12))}
    assert kind is TrainingKind.MEETING
    db.undo()
    with db.reading() as s:
        assert sessions(s, "en") == ()


def test_what_was_moved_in_the_calendar_moves_here_only_when_asked_and_keeps_its_plan(
    db: Database, tmp_path: Path
) -> None:
    write(db, read(tmp_path, calendar(WEEKLY)))
    later = read(tmp_path, calendar(WEEKLY))
    moved = replace(later, events=(replace(later.events[0], day=date(2026, 3, 10)), *later.events[1:]))
    assert len(check(db, moved).changed) == 1
    write(db, moved)
    with db.reading() as s:
        assert sessions(s, "en")[0].day == date(2026, 3, 9)
    write(db, moved, update=True)
    with db.reading() as s:
        line = sessions(s, "en")[0]
        told = s.scalars(select(SessionEvent)).one()
    assert (line.day, line.moved_from) == (date(2026, 3, 10), date(2026, 3, 9))
    assert (told.deed, told.before["day"], told.after["day"]) == (SessionDeed.MOVED, "2026-03-09", "2026-03-10")
    db.undo()
    with db.reading() as s:
        assert sessions(s, "en")[0].day == date(2026, 3, 9)
        assert s.scalars(select(SessionEvent)).all() == []


def test_what_was_called_off_there_is_cut_here_and_what_never_was_here_is_left(db: Database, tmp_path: Path) -> None:
    write(db, read(tmp_path, calendar(WEEKLY)))
    cancelled = read(tmp_path, calendar(WEEKLY.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")))
    write(db, cancelled, update=True)
    with db.reading() as s:
        assert s.scalars(select(TrainingSession.cut)).all() == [True] * 4
    stranger = replace(cancelled, events=tuple(replace(one, uid="other", series="o") for one in cancelled.events))
    assert len(check(db, stranger).cancelled) == 4


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_an_event_that_names_a_module_becomes_a_training_of_it(db: Database, tmp_path: Path, language: str) -> None:
    with db.reading() as s:
        module = curriculum.modules(s, language)[0]
    told = event("DTSTART:20260309T063000Z", "DTEND:20260309T100000Z", title=f"{module.title}, Base", uid="m")
    write(db, read(tmp_path, calendar(told)))
    with db.reading() as s:
        row = s.scalars(select(Training)).one()
    assert row.module_id == module.id
    assert row.kind is TrainingKind.TRAINING


def test_the_calendar_of_a_trainer_has_only_what_they_lead(db: Database) -> None:
    mine, other = a_training(db, days=2), a_training(db, days=3)
    with db.changing(label("Name a trainer")) as s:
        trainings.set_trainers(s, mine.id, [other.people[0]])
    with db.reading() as s:
        assert len(schedule_out.events(s, "en", trainer_id=other.people[0])) == 2
        assert len(schedule_out.events(s, "en", training_id=other.id)) == 3
        assert len(schedule_out.events(s, "en", FIRST_DAY, FIRST_DAY)) == 2


def test_a_session_in_which_people_are_marked_is_not_cut_by_a_calendar(db: Database, tmp_path: Path) -> None:
    training = a_training(db, days=1)
    with db.changing(label("Mark")) as s:
        attendance.mark_rest(s, training.sessions[0], FIRST_DAY)
    off = read(tmp_path, ours(db).replace(b"STATUS:CONFIRMED", b"STATUS:CANCELLED"))
    found = check(db, off)
    assert (found.changed, [one.held for one in found.existing]) == ((), [True])
    write(db, off, update=True)
    with db.reading() as s:
        [line] = sessions(s, "en")
    assert (line.cut, line.came) == (False, 3)
