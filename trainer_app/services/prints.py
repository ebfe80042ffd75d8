"""Keeping which paper was made, in which language and how many: a nominal list is a deliberate export, noted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import PrintRun


def record(
    s: Session,
    document: str,
    language: str,
    today: date,
    *,
    subject_id: UUID | None = None,
    copies: int = 1,
    unmasked: Iterable[str] = (),
) -> None:
    s.add(
        PrintRun(
            document=document,
            subject_id=subject_id,
            language=language,
            copies=copies,
            made_on=today,
            unmasked=",".join(sorted(unmasked)),
        )
    )


def of(s: Session, subject_id: UUID) -> tuple[tuple[date, str, str, int], ...]:
    """(day, document, language, copies) of everything made from a training or handout, the latest first."""
    rows = s.scalars(select(PrintRun).where(PrintRun.subject_id == subject_id).order_by(PrintRun.id.desc()))
    return tuple((row.made_on, row.document, row.language, row.copies) for row in rows)
