"""Who gave a person a mark, who changed it since, from what to what, and why: read from the journal.

A mark of an entry that became part of the person has a past under the key of that entry: it is told as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import Change, ChangeRow, PairVerdict, PersonPair, User
from trainer_app.domain.ids import derived_id
from trainer_app.domain.statuses import Status
from trainer_app.services.history import moment
from trainer_app.services.merge_rules import pair_key


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
    into = _into(s, person_id)
    became = {derived_id("mark", session_id, one): derived_id("mark", session_id, kept) for one, kept in into.items()}
    merges = _written(s, [pair_key(one, kept) for one, kept in into.items()])
    rows = s.execute(
        select(Change, ChangeRow, User.name)
        .join(ChangeRow, and_(ChangeRow.device_id == Change.device_id, ChangeRow.number == Change.number))
        .outerjoin(User, User.id == Change.actor_id)
        .where(ChangeRow.row_key.in_([derived_id("mark", session_id, person_id), *became]))
        .order_by(Change.clock, Change.device_id, ChangeRow.position)
        .execution_options(**{INCLUDE_GONE: True})
    ).all()
    states: dict[UUID, dict[str, Any]] = {}
    found = []
    for (change, who), written in groupby(rows, key=itemgetter(0, 2)):
        keys = []
        before = {key: _said(state) for key, state in states.items()}
        for _change, row, _who in written:
            states.setdefault(row.row_key, {}).update(row.after or {})
            keys.append(row.row_key)
        merging = (change.device_id, change.number) in merges
        for key in keys:
            told = before.get(key, Said())
            if merging and (key not in became or told == Said()):
                continue  # the mark that was there before tells it
            after = _said(states.get(became[key] if merging else key, {}))
            if after != told:
                found.append(MarkChange(moment(change.clock), who or "", told, after, not change.forward))
    return tuple(reversed(found))


def _into(s: Session, person_id: UUID) -> dict[UUID, UUID]:
    """Every entry that became part of the person > the entry that it went into."""
    found: dict[UUID, UUID] = {}
    waiting = [person_id]
    while waiting:
        kept = waiting.pop()
        merges = select(PersonPair.first_id, PersonPair.second_id).where(
            PersonPair.kept_id == kept, PersonPair.verdict == PairVerdict.MERGED
        )
        for pair in s.execute(merges):
            other = next(key for key in pair if key != kept)
            found[other] = kept
            waiting.append(other)
    return found


def _written(s: Session, keys: list[UUID]) -> frozenset[tuple[UUID, int]]:
    """The changes that wrote these rows."""
    rows = s.execute(select(ChangeRow.device_id, ChangeRow.number).where(ChangeRow.row_key.in_(keys)))
    return frozenset((device, number) for device, number in rows)


def _said(state: dict[str, Any]) -> Said:
    if not state or state.get("gone"):
        return Said()
    status = state.get("status")
    kept = Status(status) if status else None
    return Said(kept, state.get("minutes"), state.get("note") or "", state.get("reason") or "")
