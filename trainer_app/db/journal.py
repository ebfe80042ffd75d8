"""Remembers what each change wrote: for undo, for the history of a value, for what another laptop has not seen.

A listener on `after_flush` notes every row that the session wrote, so no service thinks of it and no feature can
forget it. When the gesture ends, `record` writes one Change and its ChangeRows in the same transaction. The
number is taken there, under the write lock: a gesture that fails leaves no gap, which another laptop would take
for a lost packet. Bulk statements would pass the listener by, so the session refuses them.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from datetime import time as clock_time
from enum import Enum
from typing import Any, TypeVar, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, sessionmaker, with_loader_criteria

from trainer_app.db import many
from trainer_app.db.records import Change, ChangeRow, Kept, Shipped
from trainer_app.i18n import Label

K = TypeVar("K", bound=Kept)
T = TypeVar("T")
Values = dict[str, Any]
RowKey = tuple[str, UUID]

WRITTEN = "written"
INCLUDE_GONE = "include_gone"
UNJOURNALLED = "unjournalled"
LATEST = "latest"
NULL = "null"
_canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode

CHANGE, CHANGE_ROW = cast(sa.Table, Change.__table__), cast(sa.Table, ChangeRow.__table__)

# What every mark asks is put together once: that takes longer than the answer.
_LAST = CHANGE.select().where(CHANGE.c.device_id == sa.bindparam("device")).order_by(CHANGE.c.number.desc()).limit(1)
ENDS = select(
    _LAST.with_only_columns(CHANGE.c.number).scalar_subquery(),
    _LAST.with_only_columns(CHANGE.c.hash).scalar_subquery(),
    select(sa.func.max(CHANGE.c.clock)).scalar_subquery(),
)
WRITERS = (
    select(CHANGE_ROW.c.table_name, CHANGE_ROW.c.row_key, CHANGE_ROW.c.after, CHANGE.c.device_id, CHANGE.c.number)
    .join(CHANGE, sa.and_(CHANGE.c.device_id == CHANGE_ROW.c.device_id, CHANGE.c.number == CHANGE_ROW.c.number))
    .where(CHANGE_ROW.c.row_key.in_(sa.bindparam("keys", expanding=True)))
    .order_by(CHANGE.c.clock, CHANGE.c.device_id)
)


@dataclass(slots=True)
class Written:
    """What one gesture did to one row: `before` is None when the row is new."""

    before: Values | None
    after: Values


def kinds() -> Mapping[str, type[Kept]]:
    """Table name > record, of everything that the journal follows."""
    return {
        mapper.class_.__tablename__: mapper.class_
        for mapper in Kept.registry.mappers
        if issubclass(mapper.class_, Kept)
    }


def follow(sessions: sessionmaker[Session]) -> None:
    """Note every write of these sessions, hide rows that are gone, and refuse what the journal would not see."""
    event.listen(sessions, "after_flush", _remember)
    event.listen(sessions, "do_orm_execute", hide_gone)
    event.listen(sessions, "do_orm_execute", _refuse_bulk)


def hide_gone(state: ORMExecuteState) -> None:
    if state.is_select and not state.execution_options.get(INCLUDE_GONE):
        state.statement = state.statement.options(
            with_loader_criteria(Kept, lambda record: record.gone.is_(False), include_aliases=True)
        )


def put(s: Session, kind: type[K], row_key: UUID, /, **values: object) -> K:
    """The row with this derived key, made or brought back as needed, holding `values`."""
    found = s.get(kind, row_key, execution_options={INCLUDE_GONE: True})
    if found is None:
        found = kind(id=row_key, **values)
        s.add(found)
        return found
    for name, value in (values | {"gone": False}).items():
        if getattr(found, name) != value:
            setattr(found, name, value)
    return found


def remove(row: Kept) -> None:
    """Hide the row everywhere. Nothing is deleted: undo brings it back, and other laptops must hear of it."""
    row.gone = True


def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete or state.is_insert:
        raise RuntimeError("a bulk statement would pass the journal by; write objects")


def _remember(session: Session, _context: UOWTransaction) -> None:
    if session.info.get(UNJOURNALLED):
        return
    written: dict[RowKey, Written] = session.info.setdefault(WRITTEN, {})
    for row in session.deleted:
        raise RuntimeError(f"{row} must be marked as gone, not deleted")
    for row in session.new:
        if isinstance(row, Kept):
            written[_row_key(row)] = Written(None, _now(row))
    for row in session.dirty:
        if isinstance(row, Kept) and session.is_modified(row):
            _note_edit(written, row)


def _note_edit(written: dict[RowKey, Written], row: Kept) -> None:
    before, after = _edited(row)
    earlier = written.get(_row_key(row))
    if earlier is None:
        written[_row_key(row)] = Written(before, after)
    else:
        if earlier.before is not None:
            earlier.before = before | earlier.before
        earlier.after |= after


def _row_key(row: Kept) -> RowKey:
    return row.__tablename__, row.id


def _now(row: Kept) -> Values:
    return {column.key: plain(getattr(row, column.key)) for column in inspect(row).mapper.column_attrs}


def _edited(row: Kept) -> tuple[Values, Values]:
    before, after = {}, {}
    state = inspect(row)
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].history
        if history.has_changes():
            before[column.key] = plain(history.deleted[0]) if history.deleted else None
            after[column.key] = plain(getattr(row, column.key))
    return before, after


def plain(value: object) -> Any:  # noqa: ANN401
    """The value as JSON keeps it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, date | clock_time):
        return value.isoformat()
    return value


def restored(column: sa.Column[Any], value: Any) -> Any:  # noqa: ANN401
    """The value as the record keeps it, from JSON."""
    kind = column.type
    if value is None:
        return None
    if isinstance(kind, sa.Uuid):
        return UUID(value)
    if isinstance(kind, sa.Enum):
        return kind.enum_class(value) if kind.enum_class else value
    if isinstance(kind, sa.Date):
        return date.fromisoformat(value)
    if isinstance(kind, sa.Time):
        return clock_time.fromisoformat(value)
    return value


# ---- writing the change ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes changes here: the installation, and the user at it."""

    device_id: UUID
    user_id: UUID | None


@dataclass(frozen=True, slots=True)
class Of:
    """The earlier change that a change undoes (`forward` False) or does again."""

    device_id: UUID
    number: int
    forward: bool


def record(
    session: Session, label: Label, author: Author, *, of: Of | None = None, undoable: bool = True
) -> frozenset[str]:
    """Write the gesture that this session made so far; the names of the tables it touched, none if it wrote nothing."""
    session.flush()
    written: dict[RowKey, Written] = session.info.pop(WRITTEN, {})
    written = {key: row for key, row in written.items() if row.before is None or row.before != row.after}
    if not written:
        return frozenset()
    number, previous, clock = _next_in_chain(session, author.device_id)
    rows = _rows(session, written)
    change: Values = {
        "device_id": author.device_id,
        "number": number,
        "clock": clock,
        "actor_id": author.user_id,
        "label": label.message,
        "label_values": dict(label.values),
        "undoable": undoable and of is None,
        "of_device": of.device_id if of else None,
        "of_number": of.number if of else None,
        "forward": of.forward if of else True,
        "previous_hash": previous,
    }
    change["hash"] = chained(change, [row.digest for row in rows])
    session.connection().execute(sa.insert(CHANGE), [change])
    _write(session, author.device_id, number, rows)
    session.info[LATEST] = (author.device_id, number, change["hash"])
    return frozenset(table for table, _ in written)


def chained(change: Mapping[str, Any], digests: Iterable[bytes]) -> bytes:
    """The hash of a change: over its own columns, the hash before it, and the digests of its rows in order."""
    facts = [plain(change[name]) for name in ("device_id", "number", "clock", "actor_id", "label", "label_values")]
    facts += [plain(change[name]) for name in ("undoable", "of_device", "of_number", "forward")]
    total = hashlib.sha256(change["previous_hash"] + _canonical(facts).encode("utf-8"))
    for digest in digests:
        total.update(digest)
    return total.digest()


def digest_of(table: str, key: UUID, before: Values | None, after: Values | None, replaced: Values | None) -> bytes:
    return _digest(table, key, *map(_canonical, (before, after, replaced)))


def _digest(table: str, key: UUID, before: str, after: str, replaced: str) -> bytes:
    """Over the canonical words of `[table, key, before, after, replaced]`, of which three are made already."""
    words = f"[{_canonical(table)},{_canonical(key.hex)},{before},{after},{replaced}]"
    return hashlib.sha256(words.encode("utf-8")).digest()


def _next_in_chain(session: Session, device_id: UUID) -> tuple[int, bytes, int]:
    """The number of the next change, the hash before it, and its clock.

    A hybrid logical clock: wall time that never runs backwards, whatever happens to the laptop's clock.
    """
    number, before, latest = session.connection().execute(ENDS, {"device": device_id}).one()
    return (number or 0) + 1, before or b"", max(time.time_ns() // 1_000_000 << 16, (latest or 0) + 1)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a change with its values in canonical words, made once for the file and for the digest."""

    table: str
    key: UUID
    before: str
    after: str
    replaced: str
    digest: bytes


def _rows(session: Session, written: Mapping[RowKey, Written]) -> list[_Row]:
    edited = [key for key, row in written.items() if row.before is not None]
    writers = last_writers(session, [key for _, key in edited])
    for key in edited:
        if key not in writers and issubclass(kinds()[key[0]], Shipped):
            _widen(session, key, written[key])
    return [_row(key, row, writers.get(key)) for key, row in written.items()]


def _row(key: RowKey, row: Written, writers: Mapping[str, list[Any]] | None) -> _Row:
    replaced = {name: writers[name] for name in row.after if name in writers} if writers else {}
    words = _canonical(row.before), _canonical(row.after), _canonical(replaced or None)
    return _Row(*key, *words, _digest(*key, *words))


def _write(session: Session, device_id: UUID, number: int, rows: list[_Row]) -> None:
    columns: dict[str, Iterable[Any]] = {
        "device_id": [device_id.hex] * len(rows),
        "number": [number] * len(rows),
        "position": range(len(rows)),
        "table_name": (row.table for row in rows),
        "row_key": (row.key.hex for row in rows),
        "before": (_unless_null(row.before) for row in rows),
        "after": (_unless_null(row.after) for row in rows),
        "replaced": (_unless_null(row.replaced) for row in rows),
        "digest": (row.digest for row in rows),
    }
    many.insert(session, CHANGE_ROW, columns)


def _unless_null(words: str) -> str | None:
    return None if words == NULL else words


def _widen(session: Session, key: RowKey, row: Written) -> None:
    """The first edit of a shipped row journals all of it: no other change says what it holds."""
    table, row_id = key
    whole = _now(session.get_one(kinds()[table], row_id, execution_options={INCLUDE_GONE: True}))
    row.before = whole | (row.before or {})
    row.after = whole | row.after


def last_writers(session: Session, keys: Iterable[UUID]) -> dict[RowKey, dict[str, list[Any]]]:
    """Row > column > [device, number] of the change that wrote it last."""
    found: dict[RowKey, dict[str, list[Any]]] = {}
    for part in chunked(list(keys)):
        rows = session.connection().execute(WRITERS, {"keys": part})
        for table, row_key, after, device_id, number in rows:
            fields = found.setdefault((table, row_key), {})
            fields |= {name: [device_id.hex, number] for name in after or {}}
    return found


def chunked(items: list[T], size: int = 500) -> Iterable[list[T]]:
    """Pieces small enough for one statement's parameters."""
    return (items[start : start + size] for start in range(0, len(items), size))
