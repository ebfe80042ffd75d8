"""Days to mind: which days of a span are holidays, Umuganda or market days, and the table one edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from trainer_app.db import journal
from trainer_app.db.records import CalendarDay, Place
from trainer_app.domain import days_off
from trainer_app.domain.days_off import DayKind, DayOff
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import places

FREE_ENOUGH = frozenset({DayKind.MARKET})
"""Planned around only when asked for by name: a market day is busy, and no day off."""


@dataclass(frozen=True, slots=True)
class DayForm:
    """What is asked of a day to mind: the name in the language of the screen, and when it comes."""

    name: str
    kind: DayKind = DayKind.HOLIDAY
    rule: Mapping[str, Any] = field(default_factory=dict)
    place_id: UUID | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """A line of the table "Days to mind"; `next_day` is when it comes next."""

    id: UUID
    form: DayForm
    place: str
    source: str
    known_on: date | None
    next_day: date | None
    shipped: bool

    @property
    def expected(self) -> bool:
        return bool(self.form.rule.get(days_off.EXPECTED))


def lines(s: Session, language: str, today: date) -> tuple[CalendarLine, ...]:
    """All days to mind, those that come next first; of the past ones those of a single day are left out."""
    rows = s.scalars(select(CalendarDay)).all()
    where = places.paths(s, [row.place_id for row in rows])
    found = [_line(row, language, where[row.place_id], today) for row in rows]
    kept = [line for line in found if line.next_day is not None or not line.shipped]
    return tuple(sorted(kept, key=lambda line: (line.next_day or date.max, line.form.name)))


def off(
    s: Session, first: date, last: date, language: str, place_id: UUID | None = None, everywhere: bool = False
) -> tuple[DayOff, ...]:
    """The days to mind from `first` to `last`: those of everywhere, and of this place and those it lies in.

    `everywhere` takes those of all places: for a week that shows sessions of many.
    """
    wanted = select(CalendarDay).where(CalendarDay.active)
    if not everywhere:
        around = path_of(s, place_id)
        wanted = wanted.where(or_(CalendarDay.place_id.is_(None), CalendarDay.place_id.in_(around)))
    found = [day for row in s.scalars(wanted) for day in _days(row, first, last, language)]
    return tuple(sorted(found, key=lambda day: (day.day, day.name)))


def closed_days(s: Session, first: date, last: date, place_id: UUID | None = None) -> frozenset[date]:
    """Days that a plan leaves out when it is asked to: whole days off. Mornings and market days are only told."""
    found = off(s, first, last, "en", place_id)
    return frozenset(day.day for day in found if day.until is None and day.kind not in FREE_ENOUGH)


def path_of(s: Session, place_id: UUID | None) -> list[UUID]:
    """The place and all that it lies in."""
    found: list[UUID] = []
    while place_id is not None and place_id not in found:
        found.append(place_id)
        place_id = s.scalar(select(Place.parent_id).where(Place.id == place_id))
    return found


def add(s: Session, form: DayForm, language: str, today: date) -> UUID:
    """A day of one's own. Raises TrainerError when it has no name or never comes."""
    _refuse(form)
    row = CalendarDay(names={language: tidy(form.name)}, known_on=today, **_values(form))
    s.add(row)
    return row.id


def change(s: Session, day_id: UUID, form: DayForm, language: str, today: date) -> None:
    """From here on it is this office's own: a newer list of the program leaves it as it is."""
    row = _row(s, day_id)
    _refuse(form)
    values = _values(form) | {"names": dict(row.names) | {language: tidy(form.name)}, "known_on": today}
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def set_active(s: Session, day_id: UUID, active: bool) -> None:
    _row(s, day_id).active = active


def remove(s: Session, day_id: UUID) -> None:
    journal.remove(_row(s, day_id))


def problem(form: DayForm) -> str:
    """Why the table cannot have this day; "" when it can."""
    if not tidy(form.name):
        return _("Write how the day is called.")
    if not form.rule or days_off.never_comes(form.rule):
        return _("This day never comes: choose when it is.")
    return ""


def name_in(names: Mapping[str, str], language: str) -> str:
    """In the language asked for, or as it is known."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


def _days(row: CalendarDay, first: date, last: date, language: str) -> Iterable[DayOff]:
    name, until = name_in(row.names, language), days_off.until(row.rule)
    expected = bool(row.rule.get(days_off.EXPECTED))
    for moved, found in ((False, days_off.days_of), (True, days_off.stand_ins)):
        for day in found(row.rule, first, last):
            yield DayOff(row.id, day, name, row.kind, until, expected, row.place_id, moved)


def _line(row: CalendarDay, language: str, place: str, today: date) -> CalendarLine:
    form = DayForm(name_in(row.names, language), row.kind, row.rule, row.place_id, row.active)
    coming = days_off.days_of(row.rule, today, date(today.year + 8, 12, 31))
    return CalendarLine(row.id, form, place, row.source, row.known_on, coming[0] if coming else None, row.shipped)


def _row(s: Session, day_id: UUID) -> CalendarDay:
    row = s.get(CalendarDay, day_id)
    if row is None or row.gone:
        raise TrainerError(_("This day is no longer in the table."), "unknown_day")
    return row


def _refuse(form: DayForm) -> None:
    if refusal := problem(form):
        raise TrainerError(refusal, "bad_day")


def _values(form: DayForm) -> dict[str, Any]:
    return {"kind": form.kind, "rule": dict(form.rule), "place_id": form.place_id, "active": form.active}
