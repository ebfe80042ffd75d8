"""What every spreadsheet becomes: sheets of plain rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from trainer_app.domain.imports.cells import CellValue

MAX_ROWS = 200_000
MAX_COLUMNS = 300
MAX_BYTES = 100 * 1024 * 1024
SECONDS_FOR_100_000_ROWS = 60
CHILD_MEMORY = 512 * 1024 * 1024

Tick: TypeAlias = Callable[[float], None]
"""Told the share of the work that is done, now and then; it raises to stop the reading."""

Merge: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row, last column, all counted from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[Merge, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    sheets: tuple[Sheet, ...]
    assumed_encoding: str = ""
    """Named when a text file did not say how it is encoded: show a sample before believing it."""


def silent(fraction: float) -> None:
    """The tick of whoever does not want to be told."""
