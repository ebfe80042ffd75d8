"""The days off that the calendar shades, by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from trainer_app.services import calendar

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def names(work: Work, first: date, last: date, language: str) -> Mapping[date, str]:
    """Day > what it is called: a holiday, Umuganda, a market day."""
    found: dict[date, list[str]] = {}
    for day in work.read(calendar.off, first, last, language, everywhere=True):
        found.setdefault(day.day, []).append(day.name)
    return {day: ", ".join(names) for day, names in found.items()}
