"""Where sessions stand in a week of seven columns and half hours, and which one the keys come to next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from trainer_app.domain.trainings import SessionLine

SLOT = 30  # minutes
FIRST, LAST = 7 * 60, 18 * 60  # minutes of the day that are always shown
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Placed:
    """A session in its column: the lane it stands in, and of how many, where several are at the same time."""

    line: SessionLine
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True)
class More:
    """Sessions of one day for which there is no room: they share the last lane, and are told by their number."""

    lines: tuple[SessionLine, ...]
    lane: int
    lanes: int

    @property
    def starts(self) -> time:
        return min(line.starts for line in self.lines)

    @property
    def ends(self) -> time:
        return max(line.ends for line in self.lines)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the keyboard is: a day and a half hour, and the session there, if any."""

    day: date
    minute: int
    line: SessionLine | None = None


def minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def at(minute: int) -> time:
    """The time of day; the end of the day is its last minute."""
    minute = min(max(minute, 0), DAY - 1)
    return time(minute // 60, minute % 60)


def placed(lines: Iterable[SessionLine]) -> tuple[Placed, ...]:
    """The sessions of one day side by side where they overlap."""
    found: list[Placed] = []
    together: list[tuple[SessionLine, int]] = []
    ends: list[time] = []  # of the last session in each lane
    for line in sorted(lines, key=lambda one: (one.starts, one.ends, one.title)):
        if ends and line.starts >= max(ends):
            found += [Placed(one, lane, len(ends)) for one, lane in together]
            together, ends = [], []
        lane = next((number for number, end in enumerate(ends) if end <= line.starts), len(ends))
        ends[lane : lane + 1] = [line.ends]
        together.append((line, lane))
    return (*found, *(Placed(one, lane, len(ends)) for one, lane in together))


def roomy(day: Iterable[Placed], lanes: int) -> tuple[tuple[Placed, ...], tuple[More, ...]]:
    """What stands in a column that has room for so many lanes (two or more), and what is only counted."""
    found: list[Placed] = []
    hidden: list[list[SessionLine]] = []
    ends = time.min  # of the last ones that are only counted
    for one in sorted(day, key=lambda placed: placed.line.starts):
        if one.lanes <= lanes:
            found.append(one)
        elif one.lane < lanes - 1:
            found.append(Placed(one.line, one.lane, lanes))
        else:
            if not hidden or one.line.starts >= ends:
                hidden.append([])
            hidden[-1].append(one.line)
            ends = max(ends, one.line.ends)
    return tuple(found), tuple(More(tuple(lines), lanes - 1, lanes) for lines in hidden)


def shown_hours(lines: Sequence[SessionLine]) -> tuple[int, int]:
    """First and last minute to show: the working day, and more where sessions begin earlier or end later."""
    starts = min([FIRST, *(minutes(line.starts) for line in lines)])
    ends = max([LAST, *(minutes(line.ends) for line in lines)])
    return starts // 60 * 60, min(-(-ends // 60) * 60, DAY)


def here(lines: Iterable[SessionLine], day: date, minute: int) -> tuple[SessionLine, ...]:
    """The sessions under a half hour, from left to right."""
    of_day = placed(line for line in lines if line.day == day)
    under = [one for one in of_day if minutes(one.line.starts) < minute + SLOT and minute < minutes(one.line.ends)]
    return tuple(one.line for one in sorted(under, key=lambda one: one.lane))


def aside(lines: Sequence[SessionLine], cursor: Cursor, step: int) -> Cursor:
    """One to the right or left: to the session beside it at the same hour, else to the next day."""
    beside = here(lines, cursor.day, cursor.minute)
    if cursor.line in beside:
        number = beside.index(cursor.line) + step
        if 0 <= number < len(beside):
            return Cursor(cursor.day, cursor.minute, beside[number])
    day = cursor.day + timedelta(days=step)
    there = here(lines, day, cursor.minute)
    return Cursor(day, cursor.minute, there[0 if step > 0 else -1] if there else None)


def along(lines: Sequence[SessionLine], cursor: Cursor, step: int, hours: tuple[int, int]) -> Cursor:
    """One half hour down or up; a session is passed in one step."""
    minute = cursor.minute + step * SLOT
    if cursor.line is not None and step > 0:
        minute = -(-minutes(cursor.line.ends) // SLOT) * SLOT
    elif cursor.line is not None:
        minute = (minutes(cursor.line.starts) - 1) // SLOT * SLOT
    if not hours[0] <= minute < hours[1]:
        return cursor
    there = here(lines, cursor.day, minute)
    return Cursor(cursor.day, minute, there[0] if there else None)


def shifted(line: SessionLine, days: int, by: int, longer: int = 0) -> tuple[date, time, time] | None:
    """Day and hours after a move by days and minutes, or with a later end; None where the day has no room."""
    starts, ends = minutes(line.starts) + by, minutes(line.ends) + by + longer
    if starts < 0 or ends >= DAY or ends <= starts:
        return None
    return line.day + timedelta(days=days), at(starts), at(ends)
