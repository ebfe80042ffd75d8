"""The cells of a sheet, whatever file they came from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TypeAlias

from trainer_app.domain.text import tidy

CellValue: TypeAlias = str | int | float | bool | date | datetime | time | None
Row: TypeAlias = Sequence[CellValue]


def cell(row: Row, index: int | None) -> CellValue:
    """The value in a column; None where the row is too short or no column was chosen."""
    return row[index] if index is not None and index < len(row) else None


def text_of(value: CellValue) -> str:
    """What a reader sees in the cell: no `.0` behind whole numbers, days first, nothing unseen."""
    if isinstance(value, str):
        return tidy(value)
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}" if value.time() != time() else f"{value:%d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value)


def is_filled(value: CellValue) -> bool:
    return value is not None and (not isinstance(value, str) or bool(tidy(value)))


def filled(row: Row) -> int:
    """How many cells of the row say something."""
    return sum(map(is_filled, row))


def width(rows: Sequence[Row]) -> int:
    return max(map(len, rows), default=0)


def letter(index: int) -> str:
    """The name a spreadsheet gives a column: 0 > A, 25 > Z, 26 > AA."""
    head, last = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)
