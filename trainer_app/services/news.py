"""What was written since somebody looked last, told by the journal: for what is kept between two questions."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Change, ChangeRow

MANY = 500  # rows; reading everything again is as quick


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the journal has come."""

    changes: int = -1
    clock: int = -1


def mark(s: Session) -> Mark:
    count, clock = s.execute(select(func.count(), func.max(Change.clock)).select_from(Change)).one()
    return Mark(count, clock or 0)


def written(s: Session, since: Mark, until: Mark) -> tuple[tuple[str, UUID], ...] | None:
    """The rows, each with its table. None when that cannot be told: nobody has looked yet, there were too many, or
    another laptop's older changes came in between."""
    if since.changes < 0:
        return None
    newer = s.scalar(select(func.count()).select_from(Change).where(Change.clock > since.clock))
    if newer != until.changes - since.changes:
        return None
    rows = s.execute(
        select(ChangeRow.table_name, ChangeRow.row_key)
        .join(Change, and_(Change.device_id == ChangeRow.device_id, Change.number == ChangeRow.number))
        .where(Change.clock > since.clock)
        .limit(MANY + 1)
    ).all()
    return None if len(rows) > MANY else tuple((table, key) for table, key in rows)
