"""Undo and redo, kept over a restart, and "undo this import" days later.

Undoing a change is a new change that writes the opposite; doing it again is a change that writes it back. Which of
the two came last is all there is to know about a change, so nothing is kept beside the journal. A later edit of the
same field is never overwritten: the undo is refused whole, or, when asked, leaves those rows as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import inspect, select
from sqlalchemy.orm import Session, aliased

from trainer_app.db.journal import INCLUDE_GONE, Author, Of, RowKey, Values, chunked, kinds, restored
from trainer_app.db.records import Change, ChangeRow, Kept, Person
from trainer_app.errors import TrainerError
from trainer_app.i18n import Label, ngettext

Root = tuple[UUID, int]
BRINGS_ITS_ROWS = Person.__tablename__  # a person who stays keeps the memberships and enrolments made with them


class LaterEdit(TrainerError):
    """Somebody changed part of it since. `kept` rows would stay as they are if the rest were undone."""

    def __init__(self, kept: int, rest: int) -> None:
        message = ngettext(
            "This cannot be undone as a whole: {count} record was changed again later.",
            "This cannot be undone as a whole: {count} records were changed again later.",
            kept,
        )
        super().__init__(message.format(count=kept), "later_edit")
        self.kept, self.rest = kept, rest


@dataclass(frozen=True, slots=True)
class Gesture:
    """A change that can be undone or done again."""

    device_id: UUID
    number: int
    label: Label

    def of(self, forward: bool) -> Of:
        return Of(self.device_id, self.number, forward)


def next_undo(s: Session, author: Author) -> Gesture | None:
    """The latest gesture made here that still stands."""
    return _gesture(s, _roots(author).where(_stands()).order_by(Change.number.desc()))


def next_redo(s: Session, author: Author) -> Gesture | None:
    """The gesture undone last, unless a fresh one was made since."""
    fresh = select(sa.func.max(Change.number)).where(_is_fresh(author)).scalar_subquery()
    last = _last_of()
    wanted = _roots(author).where(~_stands(), last > sa.func.coalesce(fresh, 0)).order_by(last.desc())
    return _gesture(s, wanted)


def gesture(s: Session, device_id: UUID, number: int) -> Gesture:
    return _as_gesture(s.get_one(Change, (device_id, number)))


def stands(s: Session, device_id: UUID, number: int) -> bool:
    """Whether the change is in force: never undone, or done again since."""
    return bool(s.scalar(select(_stands()).where(Change.device_id == device_id, Change.number == number)))


def turn(s: Session, target: Gesture, *, forward: bool, keep_later_edits: bool = False) -> int:
    """Write the opposite of `target`, or write it again. The number of rows left alone; raises LaterEdit."""
    rows = s.scalars(
        select(ChangeRow)
        .where(ChangeRow.device_id == target.device_id, ChangeRow.number == target.number)
        .order_by(ChangeRow.position)
    ).all()
    touched = _touched_since(s, target, rows, forward)
    if touched and not keep_later_edits:
        raise LaterEdit(len(touched), len(rows) - len(touched))
    turning = [row for row in rows if (row.table_name, row.row_key) not in touched]
    records = _records(s, turning)
    for row in turning:
        _write(records[row.table_name, row.row_key], row, forward)
    s.flush()
    return len(touched)


def _records(s: Session, rows: Iterable[ChangeRow]) -> dict[RowKey, Kept]:
    """What the rows tell of, gone or not; asked for together, because an import may be twenty thousand."""
    keys: dict[str, list[UUID]] = {}
    for row in rows:
        keys.setdefault(row.table_name, []).append(row.row_key)
    return {
        (table, record.id): record
        for table, wanted in keys.items()
        for part in chunked(wanted)
        for record in s.scalars(_there_or_gone(kinds()[table], part))
    }


def _there_or_gone(kind: type[Kept], keys: list[UUID]) -> sa.Select[Kept]:
    return select(kind).where(kind.id.in_(keys)).execution_options(**{INCLUDE_GONE: True})


def _write(record: Kept, row: ChangeRow, forward: bool) -> None:
    columns = inspect(record).mapper.columns
    for name, value in _values(row, forward).items():
        setattr(record, name, restored(columns[name], value))


def _values(row: ChangeRow, forward: bool) -> Values:
    if row.before is None:
        return {"gone": not forward}
    return (row.after if forward else row.before) or {}


# ---- which gesture is next -------------------------------------------------------------------------------------


def _roots(author: Author) -> sa.Select[Change]:
    return select(Change).where(_is_fresh(author), Change.undoable).limit(1)


def _is_fresh(author: Author) -> sa.ColumnElement[bool]:
    return sa.and_(Change.device_id == author.device_id, Change.of_number.is_(None))


def _stands() -> sa.ColumnElement[bool]:
    turned = aliased(Change)
    last = (
        select(turned.forward)
        .where(turned.of_device == Change.device_id, turned.of_number == Change.number)
        .order_by(turned.clock.desc(), turned.device_id.desc())
        .limit(1)
        .correlate(Change)
        .scalar_subquery()
    )
    return sa.func.coalesce(last, sa.true())


def _last_of() -> sa.ScalarSelect[int]:
    turned = aliased(Change)
    return (
        select(sa.func.max(turned.number))
        .where(turned.of_device == Change.device_id, turned.of_number == Change.number)
        .correlate(Change)
        .scalar_subquery()
    )


def _gesture(s: Session, wanted: sa.Select[Change]) -> Gesture | None:
    found = s.scalar(wanted)
    return _as_gesture(found) if found else None


def _as_gesture(change: Change) -> Gesture:
    return Gesture(change.device_id, change.number, Label(change.label, change.label_values))


# ---- what came later -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Writing:
    clock: tuple[int, UUID]
    root: Root
    fields: frozenset[str]


def _touched_since(s: Session, target: Gesture, rows: Iterable[ChangeRow], forward: bool) -> set[RowKey]:
    """Rows of the change that a later change stands on: one that wrote the same field, or a row that needs it."""
    rows = list(rows)
    mine = (target.device_id, target.number)
    own = {(row.table_name, row.row_key) for row in rows}
    since = s.get_one(Change, mine).clock, target.device_id
    writings = _writings(s, [row.row_key for row in rows])
    stand = _standing(s, {w.root for found in writings.values() for w in found} - {mine})
    touched: set[RowKey] = set()
    for row in rows:
        fields = frozenset(row.after or {}) if row.before is None else frozenset(row.before)
        later = (w for w in writings.get((row.table_name, row.row_key), ()) if w.root in stand and w.clock > since)
        if any(w.fields & fields for w in later):
            touched.add((row.table_name, row.row_key))
    if not forward:
        new = [(row.table_name, row.row_key) for row in rows if row.before is None]
        touched |= _needed(s, new, own)
        touched |= _brought_along(s, touched, own)
    return touched


def _writings(s: Session, keys: list[UUID]) -> dict[RowKey, list[_Writing]]:
    """Row > the gestures that wrote it. An undo or redo is left out: it counts when the gesture was made."""
    found: dict[RowKey, list[_Writing]] = {}
    for part in chunked(keys):
        rows = s.execute(
            select(ChangeRow.table_name, ChangeRow.row_key, ChangeRow.after, Change)
            .join(Change, sa.and_(Change.device_id == ChangeRow.device_id, Change.number == ChangeRow.number))
            .where(ChangeRow.row_key.in_(part), Change.of_number.is_(None))
        )
        for table, key, after, change in rows:
            root = (change.device_id, change.number)
            writing = _Writing((change.clock, change.device_id), root, frozenset(after or {}))
            found.setdefault((table, key), []).append(writing)
    return found


def _standing(s: Session, roots: set[Root]) -> set[Root]:
    return {root for root in roots if stands(s, *root)}


def _needed(s: Session, new: list[RowKey], own: set[RowKey]) -> set[RowKey]:
    """Rows made by the change that living rows of other changes refer to."""
    needed: set[RowKey] = set()
    for table in {table for table, _ in new}:
        keys = [key for name, key in new if name == table]
        for kind, column in references_to(table):
            for part in chunked(keys):
                for row_id, key in s.execute(select(kind.id, column).where(column.in_(part))):
                    if (kind.__tablename__, row_id) not in own:
                        needed.add((table, key))
    return needed


def _brought_along(s: Session, kept: set[RowKey], own: set[RowKey]) -> set[RowKey]:
    """What the change made for the persons who stay: their memberships and enrolments stay too."""
    persons = [key for table, key in kept if table == BRINGS_ITS_ROWS]
    return {
        (kind.__tablename__, row_id)
        for kind, column in references_to(BRINGS_ITS_ROWS)
        for part in chunked(persons)
        for row_id in s.scalars(select(kind.id).where(column.in_(part)))
        if (kind.__tablename__, row_id) in own
    }


def references_to(table: str) -> Iterable[tuple[type[Kept], sa.ColumnElement[UUID]]]:
    """Every column of a record that refers to the table."""
    for kind in kinds().values():
        for column in inspect(kind).columns:
            if any(key.target_fullname.startswith(f"{table}.") for key in column.foreign_keys):
                yield kind, column
