"""What is known of two entries, to be looked at side by side."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Enrolment, Mark, Membership, Sitting
from trainer_app.domain.comparing import Side, SideBySide
from trainer_app.services import people

COUNTED = (Mark, Sitting, Enrolment, Membership)


def side_by_side(s: Session, first: UUID, second: UUID, language: str) -> SideBySide:
    return SideBySide(_side(s, first, language), _side(s, second, language))


def _side(s: Session, person_id: UUID, language: str) -> Side:
    records = sum(s.scalar(select(func.count(kind.id)).where(kind.person_id == person_id)) or 0 for kind in COUNTED)
    return Side(people.card(s, person_id, language), records)
