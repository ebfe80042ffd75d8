"""A calendar of ours, read back by two readers that are not ours; a third, ical.js, was tried by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import icalendar
import pytest
import vobject

from trainer_app.documents import calendar_file
from trainer_app.domain.calendar_events import PlannedEvent, session_uid
from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import Catalog

TITLES = ("Gouvernance d'une coopérative; rôles, devoirs", "O'Neil <b>bold</b>", "=1+1", "Ubuzima n’umutekano " * 12)


def planned(number: int) -> PlannedEvent:
    key = UUID(int=number)
    return PlannedEvent(
        session_id=key,
        uid=session_uid(key),
        series=f"RUL-{number // 5:03}",
        kind=TrainingKind.TRAINING,
        title=TITLES[number % len(TITLES)].strip(),
        number=number % 5 + 1,
        of=5,
        day=date(2026, 1, 5) + timedelta(days=number),
        starts=time(8, 30),
        ends=time(16, 0),
        venue="Base hall, room 2",
        place="Rulindo / Base",
        group="COOP Twisungane",
        trainers="NIYONZIMA Aline",
        cut=number % 50 == 0,
        sequence=number % 3,
        changed=datetime(2026, 1, 2, 10, 0, tzinfo=UTC),
    )


EVENTS = [planned(number) for number in range(500)]


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_icalendar_reads_each_of_500_sessions_as_it_was_planned(language: str) -> None:
    read = icalendar.Calendar.from_ical(calendar_file.as_bytes(EVENTS, Catalog(language), "Rulindo"))
    found = {str(event["UID"]): event for event in read.walk("VEVENT")}
    assert len(found) == 500
    for event in EVENTS:
        there = found[event.uid]
        assert event.title in str(there["SUMMARY"])
        assert there["DTSTART"].dt.astimezone(UTC) == datetime.combine(event.day, time(6, 30), UTC)
        assert there["DTEND"].dt.astimezone(UTC) == datetime.combine(event.day, time(14), UTC)
        assert (str(there["STATUS"]) == "CANCELLED") == event.cut
        assert there["SEQUENCE"] == event.sequence
        assert str(there["LOCATION"]) == "Base hall, room 2, Rulindo / Base"
    assert str(read["X-WR-CALNAME"]) == "Rulindo"


def test_vobject_reads_the_same_hours_and_titles() -> None:
    read = vobject.readOne(calendar_file.as_bytes(EVENTS, Catalog("fr")).decode())
    found = {event.uid.value: event for event in read.vevent_list}
    assert len(found) == 500
    for event in EVENTS:
        there = found[event.uid]
        assert event.title in there.summary.value
        assert there.dtstart.value.replace(tzinfo=None) == datetime.combine(event.day, event.starts)
        assert there.dtstart.value.utcoffset() == timedelta(hours=2)
        assert there.dtend.value.replace(tzinfo=None) == datetime.combine(event.day, event.ends)


def test_the_time_zone_travels_with_the_calendar_and_lines_are_folded() -> None:
    data = calendar_file.as_bytes(EVENTS, Catalog("rw"))
    assert b"BEGIN:VTIMEZONE\r\nTZID:Africa/Kigali" in data
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_the_same_sessions_give_the_same_bytes() -> None:
    assert calendar_file.as_bytes(EVENTS, Catalog("en")) == calendar_file.as_bytes(EVENTS, Catalog("en"))


def test_no_participant_is_named() -> None:
    assert b"ATTENDEE" not in calendar_file.as_bytes(EVENTS, Catalog("en"))
