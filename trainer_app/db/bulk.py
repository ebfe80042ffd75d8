"""Many new rows at once. The unit of work takes ten times as long; a test holds the two to the same journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from trainer_app.db import many
from trainer_app.db.journal import UNJOURNALLED, WRITTEN, RowKey, Values, Written, plain
from trainer_app.db.records import Kept

UNLIKE_JSON = (sa.Uuid, sa.Enum, sa.Date, sa.Time)


def add_all(s: Session, kind: type[Kept], rows: Iterable[Values]) -> None:
    """Insert rows that the session does not know, and tell the journal of each, as a flush would.

    A row is its columns by name, without a record: making twenty thousand of those takes longer than writing them.
    All rows tell the same columns, the key among them; the others get what a flush would give.
    """
    s.flush()
    told = list(rows)
    if not told:
        return
    table = cast(sa.Table, kind.__table__)
    columns = _columns(table, told)
    many.insert(s, table, {name: many.stored(s, table.columns[name], values) for name, values in columns.items()})
    if not s.info.get(UNJOURNALLED):
        _tell(s, table, columns)


def _columns(table: sa.Table, rows: Sequence[Values]) -> dict[str, list[Any]]:
    """Column > its value in each row."""
    names = rows[0].keys()
    if not names <= set(table.columns.keys()) or any(row.keys() != names for row in rows):
        raise ValueError(f"not all rows tell the same columns of {table.name}")
    return {
        column.key: _or_default(
            column, [row[column.key] for row in rows] if column.key in names else [None] * len(rows)
        )
        for column in table.columns
    }


def _or_default(column: sa.Column[Any], values: list[Any]) -> list[Any]:
    """What a flush puts where nothing was said."""
    default = getattr(column.default, "arg", None)
    if default is None:
        return values
    make = default if callable(default) else None  # SQLAlchemy wraps it to take a context
    return [value if value is not None else make(None) if make else default for value in values]


def _tell(s: Session, table: sa.Table, columns: dict[str, list[Any]]) -> None:
    written: dict[RowKey, Written] = s.info.setdefault(WRITTEN, {})
    as_json = [_as_json(table.columns[name], values) for name, values in columns.items()]
    for key, row in zip(columns["id"], zip(*as_json, strict=True), strict=True):
        written[table.name, key] = Written(None, dict(zip(columns, row, strict=True)))


def _as_json(column: sa.Column[Any], values: Iterable[Any]) -> Iterable[Any]:
    return map(plain, values) if isinstance(column.type, UNLIKE_JSON) else values
