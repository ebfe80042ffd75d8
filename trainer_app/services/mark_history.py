"""Who gave a person a mark, who changed it since, from what to what, and why: read from the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import Change, ChangeRow, User
from trainer_app.domain.ids import derived_id
from trainer_app.domain.statuses import Status
from trainer_app.services.history import moment


@dataclass(frozen=True, slots=True)
class Said:
    """A mark as it stood at a moment."""

    status: Status | None = None
    minutes: int | None = None
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MarkChange:
    when: datetime
    who: str
    before: Said
    after: Said
    undoes: bool


def changes(s: Session, session_id: UUID, person_id: UUID) -> tuple[MarkChange, ...]:
    """Every change of one mark, the latest first."""
    rows = s.execute(
        select(Change, ChangeRow, User.name)
        .join(ChangeRow, and_(ChangeRow.device_id == Change.device_id, ChangeRow.number == Change.number))
        .outerjoin(User, User.id == Change.actor_id)
        .where(ChangeRow.row_key == derived_id("mark", session_id, person_id))
        .order_by(Change.clock, ChangeRow.position)
        .execution_options(**{INCLUDE_GONE: True})
    ).all()
    state: dict[str, Any] = {}
    found = []
    for change, row, who in rows:
        before = _said(state)
        state |= row.after or {}
        if (after := _said(state)) != before:
            found.append(MarkChange(moment(change.clock), who or "", before, after, not change.forward))
    return tuple(reversed(found))


def _said(state: dict[str, Any]) -> Said:
    if not state or state.get("gone"):
        return Said()
    status = state.get("status")
    kept = Status(status) if status else None
    return Said(kept, state.get("minutes"), state.get("note") or "", state.get("reason") or "")
