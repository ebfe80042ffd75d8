"""Reports as they were handed in. What is corrected later shows as a difference; the figures handed in stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import FrozenReport
from trainer_app.domain import frozen
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import IndicatorReport
from trainer_app.domain.people import folded
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """One report in the list of those that were handed in."""

    id: UUID
    title: str
    first: date
    last: date
    frozen_on: date
    note: str


def freeze(s: Session, report: IndicatorReport, title: str, today: date, note: str = "") -> UUID:
    """Keep the figures and who was counted. The same period can be frozen again under another title."""
    if not tidy(title):
        raise TrainerError(_("A report that is kept needs a title."), "no_title")
    row = FrozenReport(
        id=new_id(),
        title=tidy(title),
        first_day=report.asked.first,
        last_day=report.asked.last,
        frozen_on=today,
        asked=frozen.asked_as_dict(report.asked),
        figures=frozen.packed(report),
        note=note.strip(),
    )
    s.add(row)
    return row.id


def reports(s: Session) -> tuple[FrozenLine, ...]:
    """Every frozen report, the latest first."""
    rows = s.execute(
        select(
            FrozenReport.id,
            FrozenReport.title,
            FrozenReport.first_day,
            FrozenReport.last_day,
            FrozenReport.frozen_on,
            FrozenReport.note,
        ).order_by(FrozenReport.frozen_on.desc(), FrozenReport.id.desc())
    )
    return tuple(FrozenLine(*row) for row in rows)


def report(s: Session, frozen_id: UUID) -> IndicatorReport:
    """As it was handed in, whatever was edited since."""
    row = s.get(FrozenReport, frozen_id)
    if row is None:
        raise TrainerError(_("This report is no longer there."), "no_report")
    return frozen.unpacked(row.asked, row.figures)


def remove(s: Session, frozen_id: UUID) -> None:
    """Undo brings it back."""
    take_away(s.get_one(FrozenReport, frozen_id))


def one(s: Session, ref: str) -> UUID:
    """The frozen report that a key or a title stands for. Raises TrainerError."""
    title, key = folded(ref), ref.strip().lower()
    found = [line.id for line in reports(s) if title == folded(line.title) or key == str(line.id)]
    if not found:
        raise TrainerError(_("No report was kept as {title}.").format(title=ref), "not_found")
    if len(found) > 1:
        raise TrainerError(_("Several reports were kept as {title}: use the key.").format(title=ref), "ambiguous")
    return found[0]
