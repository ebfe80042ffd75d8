"""Outcomes that no register counts: what somebody found on a day, of how many, and how they know.

57.6 % of the families have access to public services: that is 288 of 500, on a day, by a survey that has a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import OutcomeReading, Place
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import Asked, Figure, Reading
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import indicator_definitions

NOTHING_FOUND = Figure(0, 0)
"""Of nobody: it has no value."""


@dataclass(frozen=True, slots=True)
class ReadingForm:
    """A reading as somebody tells it."""

    on_day: date
    numerator: float
    denominator: float | None
    """None where it is a plain number."""
    source: str
    district_id: UUID | None = None
    """None: of the whole programme."""
    women: float | None = None
    men: float | None = None
    note: str = ""


def add(s: Session, indicator_id: UUID, form: ReadingForm) -> UUID:
    """Keep what somebody found. Raises TrainerError."""
    if refusal := _refusal(form):
        raise TrainerError(*refusal)
    measure = indicator_definitions.ensure(s, indicator_id).measure
    if measure not in indicator_definitions.TOLD:
        raise TrainerError(_("This indicator is counted by the program: it needs no reading."), "counted")
    row = OutcomeReading(id=new_id(), indicator_id=indicator_id, **_columns(form))
    s.add(row)
    return row.id


def change(s: Session, reading_id: UUID, form: ReadingForm) -> None:
    """Raises TrainerError."""
    if refusal := _refusal(form):
        raise TrainerError(*refusal)
    row = s.get_one(OutcomeReading, reading_id)
    for name, value in _columns(form).items():
        setattr(row, name, value)


def remove(s: Session, reading_id: UUID) -> None:
    take_away(s.get_one(OutcomeReading, reading_id))


def readings(s: Session, indicator_id: UUID) -> tuple[Reading, ...]:
    """Every reading of an indicator, the latest first."""
    rows = s.execute(_rows().where(OutcomeReading.indicator_id == indicator_id))
    return tuple(_reading(row, district) for row, district in rows)


def form_of(s: Session, reading_id: UUID) -> ReadingForm:
    """A reading, to be corrected."""
    row = s.get_one(OutcomeReading, reading_id)
    return ReadingForm(
        row.on_day, row.numerator, row.denominator, row.source, row.place_id, row.women, row.men, row.note
    )


def in_period(s: Session, asked: Asked, indicators: Iterable[UUID]) -> dict[UUID, tuple[Reading, ...]]:
    """Indicator > its readings of these days, the latest first; of one district, when the report is about one."""
    wanted = _rows().where(
        OutcomeReading.indicator_id.in_(list(indicators)), OutcomeReading.on_day.between(asked.first, asked.last)
    )
    if asked.district_id is not None:
        wanted = wanted.where(OutcomeReading.place_id == asked.district_id)
    found: dict[UUID, list[Reading]] = defaultdict(list)
    for row, district in s.execute(wanted):
        found[row.indicator_id].append(_reading(row, district))
    return {key: tuple(rows) for key, rows in found.items()}


def figure(found: Sequence[Reading]) -> Figure:
    """The latest reading of the whole programme; where there is none, the latest of each district added up.

    Readings are added only when all of them are so many of so many, or none is.
    """
    whole = [one for one in found if not one.district]
    if whole:
        return whole[0].figure
    latest = {one.district: one.figure for one in reversed(found)}
    parts = list(latest.values())
    denominators = [one.denominator for one in parts if one.denominator is not None]
    if not parts or len(denominators) not in (0, len(parts)):
        return parts[0] if len(parts) == 1 else NOTHING_FOUND
    return Figure(sum(one.numerator for one in parts), sum(denominators) if denominators else None)


def problem(form: ReadingForm) -> str:
    """Why it could not be kept, or "": for who is still typing."""
    refusal = _refusal(form)
    return refusal[0] if refusal else ""


def _refusal(form: ReadingForm) -> tuple[str, str] | None:
    if form.numerator < 0 or (form.denominator is not None and form.denominator <= 0):
        return _("A reading is 0 or more, of at least one."), "bad_number"
    if form.denominator is not None and form.numerator > form.denominator:
        return _("It cannot be more than what it is a part of."), "too_many"
    parts = [part for part in (form.women, form.men) if part is not None]
    if any(part < 0 for part in parts) or sum(parts) > form.numerator:
        return _("Women and men together cannot be more than the whole."), "bad_parts"
    if not tidy(form.source):
        return _("Say who found it, or by which survey: a reading needs a source."), "no_source"
    return None


def _columns(form: ReadingForm) -> dict[str, object]:
    return {
        "place_id": form.district_id,
        "on_day": form.on_day,
        "numerator": float(form.numerator),
        "denominator": None if form.denominator is None else float(form.denominator),
        "women": form.women,
        "men": form.men,
        "source": tidy(form.source),
        "note": form.note.strip(),
    }


def _rows() -> Select[OutcomeReading, str]:
    return (
        select(OutcomeReading, Place.name)
        .outerjoin(Place, Place.id == OutcomeReading.place_id)
        .order_by(OutcomeReading.on_day.desc(), OutcomeReading.id.desc())
    )


def _reading(row: OutcomeReading, district: str | None) -> Reading:
    return Reading(
        row.id,
        row.on_day,
        district or "",
        Figure(row.numerator, row.denominator),
        row.source,
        row.women,
        row.men,
        row.note,
    )
