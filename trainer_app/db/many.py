"""Many rows in few statements.

The index that finds people writes itself out at the end of each statement: 500 rows in one take a third of the time
that 500 statements take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

ROWS = 500  # in one statement


def insert(s: Session, table: sa.Table, columns: Mapping[str, Iterable[Any]]) -> None:
    """Insert rows, given as columns of one length, with each value as the file keeps it."""
    connection = s.connection()
    preparer = connection.dialect.identifier_preparer
    names = ", ".join(map(preparer.quote, columns))
    head = f"INSERT INTO {preparer.format_table(table)} ({names}) VALUES "
    places = f"({', '.join('?' * len(columns))})"
    rows = list(zip(*columns.values(), strict=True))
    for start in range(0, len(rows), ROWS):
        part = rows[start : start + ROWS]
        connection.exec_driver_sql(head + ", ".join([places] * len(part)), tuple(chain.from_iterable(part)))


def stored(s: Session, column: sa.Column[Any], values: Iterable[Any]) -> Iterable[Any]:
    """The values of a column as the file keeps them."""
    dialect = s.connection().dialect
    process = column.type.dialect_impl(dialect).bind_processor(dialect)
    return map(process, values) if process else values
