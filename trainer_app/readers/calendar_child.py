"""A process of its own that reads one calendar and dies: `python -m …calendar_child FILE FIRST LAST`.

A rule such as "every second, for ever" fills all memory or never ends; here only the child is lost. It writes JSON
lines: one object for each event between the two days, in the office's time, then `{"done": true}`; or, at any place,
`{"refused": code}`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import msgspec
import recurring_ical_events
import x_wr_timezone
from icalendar.prop import vBroken

from trainer_app.domain.calendar_events import OFFICE_ZONE, EventProblem
from trainer_app.readers.memory_limit import limit_memory
from trainer_app.readers.text_encoding import decoded

MEMORY = 512 * 1024**2
MOST_BYTES = 10 * 1024**2
MOST_EVENTS = 20_000
LONGEST_WORDS = 2_000
TIMES = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
SERIES = "X-TRAINER-APP-SERIES"


class Refused(Exception):
    """The code says why."""


def main(arguments: list[str]) -> int:
    limit_memory(MEMORY)
    encode = msgspec.json.Encoder().encode
    path, first, last = Path(arguments[0]), *map(date.fromisoformat, arguments[1:3])
    for message in messages(path, first, last):
        sys.stdout.buffer.write(encode(message) + b"\n")
    sys.stdout.buffer.flush()
    return 0


def messages(path: Path, first: date, last: date) -> Iterator[dict[str, Any]]:
    try:
        yield from _events(_calendars(path), first, last)
        yield {"done": True}
    except Refused as refused:
        yield {"refused": str(refused)}
    except MemoryError:
        yield {"refused": "too_large"}
    except GeneratorExit:
        raise
    except Exception:  # whatever a parser of strangers' files raises
        yield {"refused": "broken"}


def _calendars(path: Path) -> list[icalendar.Calendar]:
    words = _words(path)
    if "BEGIN:VCALENDAR" not in words[:4096].upper():
        raise Refused("not_a_calendar")
    found = [part for part in icalendar.Calendar.from_ical(words, multiple=True) if part.name == "VCALENDAR"]
    if not found:
        raise Refused("broken")
    return found


def _words(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refused("too_large")
    return decoded(data)[0]


def _events(calendars: list[icalendar.Calendar], first: date, last: date) -> Iterator[dict[str, Any]]:
    count = 0
    for calendar in calendars:
        yield from _impossible(calendar)
        standard = x_wr_timezone.to_standard(calendar)
        series = {
            str(part.get("UID", "")) for part in standard.walk("VEVENT") if part.get("RRULE") or part.get("RDATE")
        }
        found = recurring_ical_events.of(standard, skip_bad_series=True)
        for event in found.between(first, last + timedelta(days=1)):
            count += 1
            if count > MOST_EVENTS:
                raise Refused("too_many")
            yield _told(event, series)


def _impossible(calendar: icalendar.Calendar) -> Iterator[dict[str, Any]]:
    """Events that the reader of recurrences would leave out in silence, or never be done with: they are taken out."""
    for event in calendar.walk("VEVENT"):
        if (problem := _problem(event)) is not None:
            calendar.subcomponents.remove(event)
            yield _about(event) | {"problem": problem}


def _problem(event: icalendar.Component) -> EventProblem | None:
    if event.get("DTSTART") is None or any(isinstance(event.get(name), vBroken) for name in TIMES):
        return EventProblem.NO_START
    if any(word in TOO_OFTEN for word in event.get("RRULE", {}).get("FREQ", ())):
        return EventProblem.TOO_OFTEN
    starts, ends = event.get("DTSTART").dt, event.get("DTEND")
    if ends is not None and type(ends.dt) is type(starts) and _iso(ends.dt) < _iso(starts):
        return EventProblem.BACKWARDS
    return None


def _told(event: icalendar.Component, series: set[str]) -> dict[str, Any]:
    about = _about(event)
    moment = event.get("RECURRENCE-ID")
    if about["uid"] and about["uid"] in series and moment is not None:
        about["series"] = about["series"] or about["uid"]
        about["uid"] = f"{about['uid']}/{_iso(moment.dt)}"
    starts, ends = event.get("DTSTART").dt, event.get("DTEND")
    return about | {"start": _iso(starts), "end": _iso(ends.dt) if ends is not None else ""}


def _about(event: icalendar.Component) -> dict[str, Any]:
    categories = event.get("CATEGORIES")
    names = [str(name) for name in getattr(categories, "cats", ())]
    return {
        "uid": str(event.get("UID", ""))[:LONGEST_WORDS],
        "series": str(event.get(SERIES, ""))[:LONGEST_WORDS],
        "title": str(event.get("SUMMARY", ""))[:LONGEST_WORDS],
        "venue": str(event.get("LOCATION", ""))[:LONGEST_WORDS],
        "words": str(event.get("DESCRIPTION", ""))[:LONGEST_WORDS],
        "category": names[0] if names else "",
        "cut": str(event.get("STATUS", "")).upper() == "CANCELLED",
        "start": "",
        "end": "",
    }


def _iso(moment: date | datetime) -> str:
    """A day as it is; a moment in the office's time. One without a zone is meant where it is read."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is not None:
        moment = moment.astimezone(ZoneInfo(OFFICE_ZONE)).replace(tzinfo=None)
    return moment.isoformat(timespec="minutes")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
