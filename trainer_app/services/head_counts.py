"""How many came whose names nobody has: kept with the session, apart from named people in every figure."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import HeadCount
from trainer_app.domain.attendance import Heads
from trainer_app.domain.ids import derived_id
from trainer_app.errors import TrainerError
from trainer_app.i18n import _


def heads(s: Session, session_id: UUID) -> Heads:
    return of_sessions(s, [session_id]).get(session_id, Heads())


def of_sessions(s: Session, keys: Iterable[UUID]) -> dict[UUID, Heads]:
    """Session > heads, of those where somebody counted."""
    rows = s.scalars(select(HeadCount).where(HeadCount.session_id.in_(list(keys))))
    return {row.session_id: Heads(row.women, row.men, row.unknown, row.note) for row in rows}


def set_heads(s: Session, session_id: UUID, counted: Heads) -> None:
    """Keep a count, in place of the one before. None at all and no words: as if nobody had counted."""
    if min(counted.women, counted.men, counted.unknown) < 0:
        raise TrainerError(_("A count of heads is 0 or more."), "negative_heads")
    key, note = derived_id("heads", session_id), counted.note.strip()
    if counted.all or note:
        values = {"women": counted.women, "men": counted.men, "unknown": counted.unknown}
        put(s, HeadCount, key, session_id=session_id, note=note, **values)
    elif (row := s.get(HeadCount, key)) is not None:
        take_away(row)


def added(counts: Iterable[Heads]) -> Heads:
    """The counts of several sessions together; the same head may have been counted in each."""
    counts = list(counts)
    return Heads(sum(one.women for one in counts), sum(one.men for one in counts), sum(one.unknown for one in counts))
