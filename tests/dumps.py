"""Every row that is there, as plain values: two dumps are equal when nobody could tell the two files apart."""

from __future__ import annotations

from typing import Any

from sqlalchemy import inspect, select

from trainer_app.db.database import Database
from trainer_app.db.journal import kinds, plain
from trainer_app.db.records import Shipped

Row = tuple[tuple[str, Any], ...]
Dump = dict[str, set[Row]]


def dump(db: Database, *without: str) -> Dump:
    """Table > its living rows, but for what came with the program and the tables named."""
    with db.reading() as s:
        return {
            table: {_plain(row) for row in s.scalars(select(kind))}
            for table, kind in kinds().items()
            if not issubclass(kind, Shipped) and table not in without
        }


def _plain(row: Any) -> Row:  # noqa: ANN401
    names = sorted(column.key for column in inspect(type(row)).column_attrs)
    return tuple((name, _hashable(plain(getattr(row, name)))) for name in names)


def _hashable(value: Any) -> Any:  # noqa: ANN401
    return repr(value) if isinstance(value, list | dict) else value


def later(before: Dump, after: Dump) -> dict[str, set[Row]]:
    """What `after` holds beyond `before`, and what it holds no more, by table."""
    return {table: rows ^ before[table] for table, rows in after.items() if rows != before[table]}
