"""The days to mind that the calendar shades and names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from trainer_app.domain.days_off import DayOff
from trainer_app.i18n import _
from trainer_app.services import calendar
from trainer_app.ui.screens.schedule.shown import FreeDay

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def of(work: Work, first: date, last: date, language: str) -> Mapping[date, FreeDay]:
    """Of all places. Where a day has two names both are told; one that is off everywhere counts for the shade."""
    found: dict[date, FreeDay] = {}
    for off in work.read(calendar.off, first, last, language, everywhere=True):
        made = FreeDay(_named(off), off.until, off.place_id is not None)
        found[off.day] = _both(found[off.day], made) if off.day in found else made
    return found


def _named(off: DayOff) -> str:
    name = _("{name} (expected)").format(name=off.name) if off.expected else off.name
    return _("{name}, until {hour}").format(name=name, hour=f"{off.until:%H:%M}") if off.until else name


def _both(one: FreeDay, other: FreeDay) -> FreeDay:
    first, second = (other, one) if one.local and not other.local else (one, other)
    ends = None if second.until is None and not second.local else first.until
    return FreeDay(f"{first.name} · {second.name}", ends, first.local)
