"""A spreadsheet of sessions, read as the events of a calendar: day, hours, what about, for whom, where, with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from trainer_app.domain.calendar_events import WHOLE_DAY, YEARS, CalendarRead, EventProblem, ReadEvent, RefusedEvent
from trainer_app.domain.ids import derived_id
from trainer_app.domain.imports.cells import CellValue, Row, cell, filled, is_filled, text_of
from trainer_app.domain.imports.columns import HEADER_WITHIN
from trainer_app.domain.imports.dates import DateColumn, date_column, read_day
from trainer_app.domain.imports.notes import Unreadable
from trainer_app.domain.imports.words import said
from trainer_app.domain.people import folded


class Column(StrEnum):
    DAY = "day"
    START = "start"
    END = "end"
    HOURS = "hours"
    TITLE = "title"
    GROUP = "group"
    VENUE = "venue"
    TRAINER = "trainer"


HEADERS = {
    Column.DAY: "date; day; jour; dates; itariki; italiki; umunsi",
    Column.START: "start; begin; from; start time; begins; debut; de; heure de debut; itangira; gutangira; "
    "isaha itangira; isaha yo gutangira",
    Column.END: "end; to; until; end time; ends; fin; a; heure de fin; irangira; kurangira; isaha irangira; "
    "isaha yo kurangira",
    Column.HOURS: "time; hours; hour; heure; heures; horaire; horaires; isaha; amasaha; igihe",
    Column.TITLE: "title; module; session; topic; theme; subject; training; activity; titre; sujet; formation; "
    "activite; seance; isomo; ingingo; amahugurwa; igikorwa; umutwe",
    Column.GROUP: "group; groupe; cooperative; itsinda; koperative; beneficiaries; beneficiaires; abagenerwabikorwa",
    Column.VENUE: "venue; place; location; where; room; lieu; endroit; salle; ahantu; aho bibera; aho bizabera",
    Column.TRAINER: "trainer; trainers; facilitator; formateur; formatrice; formateurs; animateur; facilitateur; "
    "umuhugurwa; uhugura; umwarimu; umutoza; abahugura; uzahugura",
}
COLUMN_OF = {phrase.strip(): column for column, phrases in HEADERS.items() for phrase in phrases.split(";")}
CLOCK = re.compile(r"(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?|(?=\s*[ap]\.?m))\s*(?:min)?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
SHEET = "@sheet"


@dataclass(frozen=True, slots=True)
class ScheduleColumns:
    """The row of titles, counted from 0, and where each thing stands."""

    header_row: int
    at: Mapping[Column, int]


def schedule_columns(rows: Sequence[Row]) -> ScheduleColumns | None:
    """None for a sheet that is no schedule: it needs a day, hours, and what the session is about."""
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        at: dict[Column, int] = {}
        for index, value in enumerate(row):
            if column := COLUMN_OF.get(folded(text_of(value))):
                at.setdefault(column, index)
        if Column.DAY in at and Column.TITLE in at and (Column.START in at or Column.HOURS in at):
            return ScheduleColumns(number, at)
    return None


def read_schedule(file: str, rows: Sequence[Row], columns: ScheduleColumns, today: date) -> CalendarRead:
    """Each row in exactly one place. A day or a title that is merged over rows holds for those below it."""
    reader = _Reader(rows, columns, today)
    events: list[ReadEvent] = []
    refused: list[RefusedEvent] = []
    for number, row in enumerate(rows[columns.header_row + 1 :], start=columns.header_row + 2):
        found = reader.read(number, row)
        if isinstance(found, ReadEvent):
            events.append(found)
        elif found is not None:
            refused.append(found)
    return CalendarRead(file, tuple(_keyed(events)), tuple(refused))


class _Reader:
    def __init__(self, rows: Sequence[Row], columns: ScheduleColumns, today: date) -> None:
        self._at, self._today = columns.at, today
        self._header = rows[columns.header_row]
        days = (cell(row, self._at[Column.DAY]) for row in rows[columns.header_row + 1 :])
        self._dates: DateColumn = date_column(days)
        self._day: CellValue = None
        self._title = ""

    def read(self, number: int, row: Row) -> ReadEvent | RefusedEvent | None:
        if row == self._header or not self._is_session(row):
            return None
        value = cell(row, self._at[Column.DAY])
        self._day = value if is_filled(value) else self._day
        self._title = self._text(Column.TITLE, row) or self._title
        if not self._title:
            return RefusedEvent(number, "", EventProblem.NO_TITLE)
        hours = self._hours(row)
        day = self._date()
        if day is None or hours is None:
            return RefusedEvent(number, self._title, EventProblem.NO_START)
        if day.year not in YEARS:
            return RefusedEvent(number, self._title, EventProblem.YEAR)
        starts, ends, whole_day = hours
        if ends <= starts:
            return RefusedEvent(number, self._title, EventProblem.BACKWARDS)
        group = self._text(Column.GROUP, row)
        return ReadEvent(
            number,
            "",
            f"{folded(self._title)} {folded(group)}".strip(),
            self._title,
            day,
            starts,
            ends,
            self._text(Column.VENUE, row),
            whole_day=whole_day,
            group=group,
            trainers=_names(self._text(Column.TRAINER, row)),
        )

    def _is_session(self, row: Row) -> bool:
        """Hours say so alone; a day with something beside it; a lone text is a title of a part, or a note below."""
        hours = any(is_filled(cell(row, self._at.get(column))) for column in (Column.START, Column.HOURS))
        return hours or (is_filled(cell(row, self._at[Column.DAY])) and filled(row) > 1)

    def _text(self, column: Column, row: Row) -> str:
        return said(cell(row, self._at.get(column)))

    def _date(self) -> date | None:
        try:
            found = read_day(self._day, self._dates, self._today)
        except Unreadable:
            return None
        return found.day if found else None

    def _hours(self, row: Row) -> tuple[time, time, bool] | None:
        """Start and end; of a row without hours, those that a training usually has. None where they are unreadable."""
        first, last = (cell(row, self._at.get(column)) for column in (Column.START, Column.END))
        both = clocks(cell(row, self._at.get(Column.HOURS)))
        starts = clocks(first)[:1] or both[:1]
        ends = clocks(last)[:1] or both[1:2] or clocks(first)[1:2]
        if not starts:
            nothing = not any(said(cell(row, self._at.get(column))) for column in (Column.START, Column.HOURS))
            return (*WHOLE_DAY, True) if nothing else None
        return starts[0], ends[0] if ends else _hour_later(starts[0]), False


def clocks(value: CellValue) -> list[time]:
    """The times of day in a cell: `8h30 - 12h`, `08:30`, `2 pm`, a time, or the share of a day that Excel keeps."""
    if isinstance(value, datetime):
        return [value.time().replace(second=0, microsecond=0)]
    if isinstance(value, time):
        return [value.replace(second=0, microsecond=0)]
    if isinstance(value, float) and 0 < value < 1:
        minutes = round(value * 24 * 60)
        return [time(minutes // 60 % 24, minutes % 60)]
    if isinstance(value, int) and not isinstance(value, bool) and value < 24:
        return [time(value)]
    found = (_clock(match) for match in CLOCK.finditer(text_of(value)))
    return [clock for clock in found if clock is not None]


def _clock(match: re.Match[str]) -> time | None:
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _hour_later(start: time) -> time:
    return start.replace(hour=start.hour + 1) if start.hour < 23 else time(23, 59)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in re.split(r"[;,/&\n]| et | and | na ", text) if (name := part.strip()))


def _keyed(events: Iterable[ReadEvent]) -> Iterable[ReadEvent]:
    """The same row of the same sheet has the same key the next time, so that it is known and may have moved.

    Of a series, the first session of a day is told from the second, whatever their hours.
    """
    times: dict[tuple[str, date], int] = {}
    for event in sorted(events, key=lambda one: (one.day, one.starts, one.row)):
        place = times[event.series, event.day] = times.get((event.series, event.day), 0) + 1
        yield replace(event, uid=f"{derived_id('sheet-session', event.series, event.day, place)}{SHEET}")
