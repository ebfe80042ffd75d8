"""What is known of two entries, to be looked at side by side."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Enrolment, Mark, Membership, NationalId, Sitting
from trainer_app.domain.comparing import CardNumber, Side, SideBySide
from trainer_app.services import people

COUNTED = (Mark, Sitting, Enrolment, Membership)


def side_by_side(s: Session, first: UUID, second: UUID, language: str) -> SideBySide:
    return SideBySide(_side(s, first, language), _side(s, second, language))


def card_numbers(s: Session, person_id: UUID) -> tuple[CardNumber, ...]:
    """Every number that a person has had, the latest first."""
    rows = s.scalars(select(NationalId).where(NationalId.person_id == person_id)).all()
    latest_first = sorted(rows, key=lambda row: (row.noted_on or date.min, row.id), reverse=True)
    return tuple(CardNumber(row.number, row.noted_on) for row in latest_first)


def _side(s: Session, person_id: UUID, language: str) -> Side:
    records = sum(s.scalar(select(func.count(kind.id)).where(kind.person_id == person_id)) or 0 for kind in COUNTED)
    return Side(people.card(s, person_id, language), records)
