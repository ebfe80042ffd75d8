"""Days on which one does not plan a training without a thought: holidays, Umuganda, market days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MINYEAR, date, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

SATURDAY, SUNDAY = 5, 6
MOVES = "moves"  # a holiday on a weekend gives the working day that follows
UNTIL = "until"  # the hour from which the day is free again
EXPECTED = "expected"  # announced each year: nobody is sure of it before


class DayKind(StrEnum):
    HOLIDAY = "holiday"
    REMEMBRANCE = "remembrance"
    UMUGANDA = "umuganda"
    MARKET = "market"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ShippedDay:
    """One entry of resources/calendar, before it is a row."""

    id: UUID
    names: Mapping[str, str]
    kind: DayKind
    rule: Mapping[str, Any]
    source: str
    known_on: date


@dataclass(frozen=True, slots=True)
class DayOff:
    """One day to mind in a span of days; only its morning when it is free again from `until`."""

    id: UUID
    day: date
    name: str
    kind: DayKind
    until: time | None = None
    expected: bool = False
    place_id: UUID | None = None
    """Where it matters; everywhere when empty."""
    moved: bool = False
    """It stands in for a holiday that fell on a weekend."""

    def meets(self, starts: time) -> bool:
        """Whether a session that begins then falls into it."""
        return self.until is None or starts < self.until


def days_of(rule: Mapping[str, Any], first: date, last: date) -> tuple[date, ...]:
    """The days from `first` to `last` that the rule names. A rule that nobody understands names none."""
    return tuple(sorted({day for day in _days(rule, first, last) if first <= day <= last}))


def stand_ins(rule: Mapping[str, Any], first: date, last: date) -> tuple[date, ...]:
    """The working days that follow when the rule's own day is on a weekend, if the rule says so."""
    if not rule.get(MOVES):
        return ()
    own = days_of(rule, first - timedelta(days=2), last)
    return tuple(day for day in map(_working_day_after, filter(_is_weekend, own)) if first <= day <= last)


def until(rule: Mapping[str, Any]) -> time | None:
    return time.fromisoformat(rule[UNTIL]) if rule.get(UNTIL) else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, reckoned as the churches do: no table ends."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def never_comes(rule: Mapping[str, Any]) -> bool:
    """Whether the rule can never name a day."""
    return not days_of(rule, date(2000, 1, 1), date(2100, 12, 31))


def _days(rule: Mapping[str, Any], first: date, last: date) -> Iterable[date]:
    if "day" in rule:
        return (date.fromisoformat(rule["day"]),)
    if "weekday" in rule and "nth" not in rule:
        return _weekdays(rule["weekday"], first, last)
    years = range(max(first.year - 1, MINYEAR), last.year + 1)  # a span may have begun in the year before
    return (day for year in years for day in _of_year(rule, year))


def _of_year(rule: Mapping[str, Any], year: int) -> Iterator[date]:
    if "fixed" in rule:
        yield from _on(year, rule["fixed"])
    elif "easter" in rule:
        yield easter(year) + timedelta(days=rule["easter"])
    elif "last_weekday_of_month" in rule:
        for month in _months(rule):
            yield _last_weekday(year, month, rule["last_weekday_of_month"])
    elif "nth" in rule:
        for month in _months(rule):
            yield from _nth_weekday(year, month, rule["nth"], rule["weekday"])
    elif "from" in rule:
        yield from _span(year, rule["from"], rule["to"])


def _months(rule: Mapping[str, Any]) -> Iterable[int]:
    return (rule["month"],) if "month" in rule else range(1, 13)


def _on(year: int, month_and_day: str) -> Iterator[date]:
    month, day = map(int, month_and_day.split("-"))
    if (month, day) != (2, 29) or _is_leap(year):
        yield date(year, month, day)


def _span(year: int, first: str, last: str) -> Iterator[date]:
    """From day to day of the year; over its end when the last is before the first."""
    begins = next(_on(year, first), date(year, 3, 1))
    after = year + (last < first)
    ends = next(_on(after, last), date(after, 2, 28))
    while begins <= ends:
        yield begins
        begins += timedelta(days=1)


def _weekdays(weekday: int, first: date, last: date) -> Iterator[date]:
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(days=7)


def _last_weekday(year: int, month: int, weekday: int) -> date:
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> Iterator[date]:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if day.month == month:
        yield day


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _is_weekend(day: date) -> bool:
    return day.weekday() in (SATURDAY, SUNDAY)


def _working_day_after(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())
