"""What was done to a session after it was planned: moved, cut, restored, kept in spite of a clash; and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import SessionEvent, TrainingSession
from trainer_app.domain.ids import new_id
from trainer_app.domain.text import tidy
from trainer_app.domain.trainings import Clash, SessionDeed


@dataclass(frozen=True, slots=True)
class When:
    """Day, hours and venue of a session, before or after a deed."""

    day: date
    starts: time
    ends: time
    venue: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of a session's history. `clashes` are what and with whom, of a clash that was kept."""

    id: UUID
    deed: SessionDeed
    on_day: date
    reason: str
    before: When | None = None
    after: When | None = None
    clashes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Latest:
    """What a list says of a session: why it was moved or cut, and for what reason a clash was kept."""

    why: str = ""
    clash_kept: str | None = None


def history(s: Session, session_id: UUID) -> tuple[Deed, ...]:
    """All that was done to the session, the first deed first."""
    rows = s.scalars(select(SessionEvent).where(SessionEvent.session_id == session_id))
    return tuple(_deed(row) for row in sorted(rows, key=lambda row: _order(row.id, row.deed)))


def latest(s: Session, keys: Iterable[UUID]) -> dict[UUID, Latest]:
    wanted = select(SessionEvent.id, SessionEvent.session_id, SessionEvent.deed, SessionEvent.reason)
    rows = s.execute(wanted.where(SessionEvent.session_id.in_(keys))).all()
    found: dict[UUID, Latest] = {}
    for _id, key, deed, reason in sorted(rows, key=lambda row: _order(row.id, row.deed)):
        before = found.get(key, Latest())
        if deed == SessionDeed.CLASH_KEPT:
            found[key] = Latest(before.why, reason)
        else:
            found[key] = Latest(reason, before.clash_kept if deed != SessionDeed.MOVED else None)
    return found


def note(
    s: Session,
    row: TrainingSession,
    deed: SessionDeed,
    on: date | None,
    reason: str = "",
    before: When | None = None,
) -> None:
    """Keep what was done to the session as it now is. Where nobody says when, it was on the session's own day."""
    after = as_json(when(row)) if before is not None else None
    told = None if before is None else as_json(before)
    _keep(s, row, deed, on, reason, told, after)


def note_clashes(s: Session, row: TrainingSession, clashes: Iterable[Clash], on: date | None, reason: str) -> None:
    told = [[clash.what, clash.name] for clash in clashes]
    if told:
        _keep(s, row, SessionDeed.CLASH_KEPT, on, reason, None, {"clashes": told})


def _order(key: UUID, deed: SessionDeed) -> tuple[int, bool]:
    """By the millisecond in the key; of one gesture, a clash that was kept comes after the move that made it."""
    return key.int >> 80, deed == SessionDeed.CLASH_KEPT


def when(row: TrainingSession) -> When:
    return When(row.day, row.starts, row.ends, row.venue)


def as_json(value: When) -> dict[str, Any]:
    return {
        "day": value.day.isoformat(),
        "starts": f"{value.starts:%H:%M}",
        "ends": f"{value.ends:%H:%M}",
        "venue": value.venue,
    }


def _keep(
    s: Session,
    row: TrainingSession,
    deed: SessionDeed,
    on: date | None,
    reason: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    values = {"session_id": row.id, "deed": deed, "on_day": on or row.day, "reason": tidy(reason)}
    s.add(SessionEvent(id=new_id(), before=before, after=after, **values))


def _deed(row: SessionEvent) -> Deed:
    clashes = (row.after or {}).get("clashes", [])
    return Deed(
        row.id,
        row.deed,
        row.on_day,
        row.reason,
        _when(row.before),
        None if clashes else _when(row.after),
        tuple((what, name) for what, name in clashes),
    )


def _when(told: Mapping[str, Any] | None) -> When | None:
    if not told:
        return None
    hours = time.fromisoformat(told["starts"]), time.fromisoformat(told["ends"])
    return When(date.fromisoformat(told["day"]), *hours, told["venue"])
