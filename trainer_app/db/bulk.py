"""Many new rows at once. The unit of work takes ten times as long; a test holds the two to the same journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import inspect
from sqlalchemy.orm import Session

from trainer_app.db.journal import UNJOURNALLED, WRITTEN, RowKey, Written, plain
from trainer_app.db.records import Kept


def add_all(s: Session, rows: Iterable[Kept]) -> None:
    """Insert records that the session does not know, and tell the journal of each, as a flush would."""
    s.flush()
    by_kind: dict[type[Kept], list[Kept]] = {}
    for row in rows:
        by_kind.setdefault(type(row), []).append(row)
    for kind, some in by_kind.items():
        _add(s, kind, some)


def _add(s: Session, kind: type[Kept], rows: Sequence[Kept]) -> None:
    defaults = _defaults(kind)
    values = [{name: _or_default(getattr(row, name), default) for name, default in defaults.items()} for row in rows]
    s.connection().execute(sa.insert(kind), values)
    if not s.info.get(UNJOURNALLED):
        written: dict[RowKey, Written] = s.info.setdefault(WRITTEN, {})
        for told in values:
            after = {name: plain(value) for name, value in told.items()}
            written[kind.__tablename__, told["id"]] = Written(None, after)


def _defaults(kind: type[Kept]) -> dict[str, Any]:
    """Column > what a flush would put where nothing was said."""
    columns = inspect(kind).columns
    return {column.key: getattr(column.default, "arg", None) for column in columns if column.key is not None}


def _or_default(value: Any, default: Any) -> Any:  # noqa: ANN401
    if value is None and callable(default):
        return default(None)  # SQLAlchemy wraps it to take a context
    return default if value is None else value
