"""Which days a view of the schedule shows, how they are called, and where one turns to from there."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from trainer_app.domain.trainings import week_of
from trainer_app.i18n import screen
from trainer_app.ui.models import sessions as words


class Span(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


DAYS = {Span.DAY: 1, Span.WEEK: 7}
MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


def ends(span: Span, day: date) -> tuple[date, date]:
    """The first and the last day of the week, month, quarter or year that `day` is in."""
    if span == Span.DAY:
        return day, day
    if span == Span.WEEK:
        return week_of(day)[0], week_of(day)[-1]
    months = MONTHS[span]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, stepped(span, first, 1) - timedelta(days=1)


def stepped(span: Span, day: date, step: int) -> date:
    """As far before or after; the 31st of a month leads to the last day of a shorter one."""
    if span in DAYS:
        return day + timedelta(days=step * DAYS[span])
    months = day.year * 12 + day.month - 1 + step * MONTHS[span]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def weeks(day: date) -> tuple[tuple[date, ...], ...]:
    """The weeks of a month, from the Monday on or before its first day."""
    first, last = ends(Span.MONTH, day)
    monday, found = week_of(first)[0], []
    while monday <= last:
        found.append(week_of(monday))
        monday += timedelta(days=7)
    return tuple(found)


def name(span: Span, day: date) -> str:
    """`Monday 09/03/2026`, `9 – 15 March 2026`, `March 2026`, `January – March 2026`, `2026`"""
    first, last = ends(span, day)
    if span == Span.DAY:
        return words.weekday(day)
    if span == Span.WEEK:
        return _from_to((first, last))
    if span == Span.YEAR:
        return str(day.year)
    begins = screen().month(first) if span == Span.MONTH else f"{screen().month(first)} – {screen().month(last)}"
    return f"{begins[:1].upper()}{begins[1:]} {day.year}"


def _from_to(days: Sequence[date]) -> str:
    """`9 – 15 March 2026`, `30 March – 5 April 2026`"""
    first, last = days[0], days[-1]
    if first.year != last.year:
        return f"{screen().long_date(first)} – {screen().long_date(last)}"
    begins = str(first.day) if first.month == last.month else f"{first.day} {screen().month(first)}"
    return f"{begins} – {screen().long_date(last)}"
