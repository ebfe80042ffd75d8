"""The periods that one reports on, by what they are called."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Preset(StrEnum):
    THIS_QUARTER = "this_quarter"
    LAST_QUARTER = "last_quarter"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    BEGINNING = "beginning"
    OWN = "own"


def days_of(preset: Preset, today: date, beginning: date) -> tuple[date, date]:
    """First and last day, the last perhaps still to come: targets are set for whole periods.

    Since the beginning is until today. Own dates are not known here.
    """
    which, _, unit = preset.value.partition("_")
    if unit not in MONTHS:
        return min(beginning, today), today
    first = _begins(today, MONTHS[unit])
    if which == "last":
        last = first - timedelta(days=1)
        return _begins(last, MONTHS[unit]), last
    return first, _begins(first + timedelta(days=31 * MONTHS[unit]), MONTHS[unit]) - timedelta(days=1)


def _begins(day: date, months: int) -> date:
    """The first day of the month, quarter or year that `day` is in."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)
