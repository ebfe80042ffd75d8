"""Sessions as an iCalendar file (RFC 5545), for Outlook, Google Calendar and Thunderbird.

Names of participants stay here: a calendar is what one shares. A session keeps its UID, so that a file read twice
moves an event instead of doubling it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from trainer_app import __version__
from trainer_app.documents.formats import format_of
from trainer_app.documents.output import Written, saving
from trainer_app.domain.calendar_events import OFFICE_ZONE, PlannedEvent
from trainer_app.i18n import Catalog

ICS = ".ics"


def write(events: Sequence[PlannedEvent], t: Catalog, path: Path, name: str = "") -> Written:
    """`name` is what the calendar is called in the program that reads it."""
    format_of(path, t, (ICS,))
    data = as_bytes(events, t, name)
    with saving(path, t) as file:
        file.write(data)
    return Written(path, len(events))


def as_bytes(events: Sequence[PlannedEvent], t: Catalog, name: str = "") -> bytes:
    zone = ZoneInfo(OFFICE_ZONE)
    calendar = Calendar()
    calendar.add("prodid", f"-//trainer-app//{__version__}//{t.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name or t.gettext("Trainings"))
    calendar.add("x-wr-timezone", OFFICE_ZONE)
    for event in events:
        calendar.add_component(_event(event, t, zone))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(event: PlannedEvent, t: Catalog, zone: ZoneInfo) -> Event:
    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", event.changed.astimezone(UTC))
    made.add("last-modified", event.changed.astimezone(UTC))
    made.add("sequence", event.sequence)
    made.add("summary", _summary(event, t))
    made.add("dtstart", datetime.combine(event.day, event.starts, zone))
    made.add("dtend", datetime.combine(event.day, event.ends, zone))
    where = ", ".join(filter(None, (event.venue, event.place)))
    if where:
        made.add("location", where)
    made.add("description", _description(event, t))
    made.add("categories", [event.kind.value])
    made.add("status", "CANCELLED" if event.cut else "CONFIRMED")
    made.add("x-trainer-app-series", event.series)
    return made


def _summary(event: PlannedEvent, t: Catalog) -> str:
    title = event.title
    if event.of > 1:
        day = t.gettext("day {number} of {count}").format(number=event.number, count=event.of)
        title = f"{title}, {day}"
    return f"{title} ({event.group})" if event.group else title


def _description(event: PlannedEvent, t: Catalog) -> str:
    lines = [event.series]
    if event.group:
        lines.append(t.gettext("Group: {name}").format(name=event.group))
    if event.trainers:
        lines.append(t.gettext("Trainers: {names}").format(names=event.trainers))
    return "\n".join(lines)
