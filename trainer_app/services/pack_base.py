"""What the rows of a module were when they last came from outside: as they shipped, or as a file brought them.

The journal knows: a row it does not name is as it shipped; of one that was edited it keeps the whole row as it was
before, and what each import made of it. An import that was undone is no import.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import Values, chunked
from trainer_app.db.records import Change, ChangeRow
from trainer_app.i18n import N_

IMPORT = N_("Import module {code} from {file}")
Root = tuple[UUID, int]


@dataclass(slots=True)
class Past:
    """`base` is None of what was made here. `edited` holds the columns that were written here since it was made."""

    base: Values | None
    edited: set[str] = field(default_factory=set)


def pasts(s: Session, keys: Iterable[UUID]) -> dict[UUID, Past]:
    """Row > its past, of every row that the journal names. Any other row is as it came."""
    undone = _undone(s)
    now: dict[UUID, Values] = {}
    found: dict[UUID, Past] = {}
    for row, change in _history(s, list(keys)):
        key, root = row.row_key, (change.device_id, change.number)
        if key not in found:
            found[key] = Past(dict(row.before) if row.before is not None else None)
            now[key] = dict(row.before or {})
        now[key] |= row.after or {}
        if change.of_number is not None or root in undone:
            continue
        if change.label == IMPORT:
            found[key] = Past(None if now[key].get("gone") else dict(now[key]))
        elif row.before is not None:
            found[key].edited |= {name for name, value in (row.after or {}).items() if row.before.get(name) != value}
    return found


def _history(s: Session, keys: list[UUID]) -> list[tuple[ChangeRow, Change]]:
    """The first change first."""
    rows: list[tuple[ChangeRow, Change]] = []
    for part in chunked(keys):
        wanted = (
            select(ChangeRow, Change)
            .join(Change, sa.and_(Change.device_id == ChangeRow.device_id, Change.number == ChangeRow.number))
            .where(ChangeRow.row_key.in_(part))
        )
        rows += [(row, change) for row, change in s.execute(wanted)]
    return sorted(rows, key=lambda one: (one[1].clock, one[1].device_id.hex, one[0].position))


def _undone(s: Session) -> set[Root]:
    """Changes that are not in force: undone, and not done again since."""
    turns = select(Change.of_device, Change.of_number, Change.forward).where(Change.of_number.is_not(None))
    last: dict[Root, bool] = {}
    for device, number, forward in s.execute(turns.order_by(Change.clock, Change.device_id)):
        assert device is not None
        assert number is not None
        last[device, number] = forward
    return {root for root, stands in last.items() if not stands}
