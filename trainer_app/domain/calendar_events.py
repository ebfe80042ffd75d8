"""Events of a calendar file: what a session becomes in one, and which sessions another program's events propose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from trainer_app.domain.trainings import TrainingKind

OURS = "@trainer-app"
OFFICE_ZONE = "Africa/Kigali"
WHOLE_DAY = (time(8, 30), time(16, 0))
"""The hours of an event that names none: those that a new training begins with."""
LONGEST = 31
"""Days of one event; a longer one is a holiday or a slip, and no training."""
YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """A session as a calendar shows it. `changed` is UTC; `sequence` grows with each change, as RFC 5545 asks."""

    session_id: UUID
    uid: str
    series: str  # the code of the training, or what its calendar called it
    kind: TrainingKind
    title: str
    number: int
    of: int
    day: date
    starts: time
    ends: time
    venue: str
    place: str
    group: str
    trainers: str
    cut: bool
    sequence: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One sitting that a calendar proposes, in the office's time. `row` is the event's place in the file, from 1."""

    row: int
    uid: str
    series: str
    title: str
    day: date
    starts: time
    ends: time
    venue: str = ""
    words: str = ""
    cut: bool = False
    whole_day: bool = False
    kind: TrainingKind | None = None
    group: str = ""
    trainers: tuple[str, ...] = ()
    """Of a spreadsheet: for whom and with whom, in its own words."""


class EventProblem(StrEnum):
    NO_TITLE = "no_title"
    NO_START = "no_start"
    BACKWARDS = "backwards"
    TOO_LONG = "too_long"
    TOO_OFTEN = "too_often"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class RefusedEvent:
    row: int
    title: str
    code: EventProblem


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What a file holds between the days that were asked for."""

    file: str
    events: tuple[ReadEvent, ...]
    refused: tuple[RefusedEvent, ...] = ()


def session_uid(session_id: UUID) -> str:
    return f"{session_id}{OURS}"


def session_of(uid: str) -> UUID | None:
    """The session that a UID of ours names."""
    try:
        return UUID(uid.removesuffix(OURS)) if uid.endswith(OURS) else None
    except ValueError:
        return None


def read_all(file: str, told: Iterable[Mapping[str, Any]]) -> CalendarRead:
    """Sittings from what the reader tells of each event, in order of time; each event in exactly one place."""
    events: list[ReadEvent] = []
    refused: list[RefusedEvent] = []
    for number, event in enumerate(told, start=1):
        found = read(number, event)
        if isinstance(found, RefusedEvent):
            refused.append(found)
        else:
            events += found
    return CalendarRead(file, tuple(sorted(events, key=_when)), tuple(refused))


def read(row: int, told: Mapping[str, Any]) -> tuple[ReadEvent, ...] | RefusedEvent:
    """One sitting for each day of the event; it is refused as a whole.

    `told` has uid, series, title, venue, words, category, cut, and start and end: ISO days when it lasts whole
    days, else ISO moments of the office's time. Of an event over several days, each day has the first's hours of
    beginning and the last's of ending: that is how a five-day training stands in a calendar.
    """
    title = " ".join(str(told["title"]).split())
    if not title:
        return RefusedEvent(row, "", EventProblem.NO_TITLE)
    if told.get("problem"):
        return RefusedEvent(row, title, EventProblem(told["problem"]))
    if not told.get("start"):
        return RefusedEvent(row, title, EventProblem.NO_START)
    whole_day = len(told["start"]) == len("2026-03-09")
    first, last, starts, ends = _whole_days(told) if whole_day else _hours(told)
    if first.year not in YEARS or last.year not in YEARS:
        return RefusedEvent(row, title, EventProblem.YEAR)
    if last < first or ends <= starts:
        return RefusedEvent(row, title, EventProblem.BACKWARDS)
    if (last - first).days >= LONGEST:
        return RefusedEvent(row, title, EventProblem.TOO_LONG)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return tuple(
        ReadEvent(
            row,
            told["uid"] if len(days) == 1 or not told["uid"] else f"{told['uid']}/{day.isoformat()}",
            told["series"] or told["uid"],
            title,
            day,
            starts,
            ends,
            " ".join(str(told["venue"]).split()),
            str(told["words"]).strip(),
            bool(told["cut"]),
            whole_day,
            _kind(told["category"]),
        )
        for day in days
    )


def _whole_days(told: Mapping[str, Any]) -> tuple[date, date, time, time]:
    """The end of an event of whole days is the day after it (RFC 5545, 3.6.1)."""
    first = date.fromisoformat(told["start"])
    after = date.fromisoformat(told["end"]) if told.get("end") else first
    return first, max(first, after - timedelta(days=1)), *WHOLE_DAY


def _hours(told: Mapping[str, Any]) -> tuple[date, date, time, time]:
    """An event without an end lasts an hour; one that ends at midnight ends on the day it began."""
    start = datetime.fromisoformat(told["start"])
    end = datetime.fromisoformat(told["end"]) if told.get("end") else start
    if end == start:
        end = start + timedelta(hours=1)
    if end.time() == time(0) and end > start:
        end -= timedelta(minutes=1)
    if end.date() > start.date() and end.time() <= start.time():
        end = datetime.combine(end.date() - timedelta(days=1), time(23, 59))  # over night: the evening counts
    return start.date(), end.date(), _minute(start.time()), _minute(end.time())


def _minute(moment: time) -> time:
    return moment.replace(second=0, microsecond=0)


def _kind(word: str) -> TrainingKind | None:
    try:
        return TrainingKind(word.strip().casefold().replace(" ", "_"))
    except ValueError:
        return None


def _when(event: ReadEvent) -> tuple[date, time, int]:
    return event.day, event.starts, event.row
