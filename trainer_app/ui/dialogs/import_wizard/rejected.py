"""The rows that were not taken, saved as a sheet: to correct there and to bring back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.documents.formats import format_of, write_sheet
from trainer_app.documents.output import Tick, safe_name, saving
from trainer_app.documents.sheet import Column, Row, Sheet, Value
from trainer_app.domain.imports.cells import CellValue, text_of
from trainer_app.i18n import _, screen

WIDTH, REASON_WIDTH = 32.0, 90.0  # millimetres
SUFFIX = ".xlsx"


def ask(parent: QWidget, proposed: str) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title, where = _("Save the rows to correct"), str(Path(folder) / proposed)
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, where, f"*{SUFFIX}")
    return Path(chosen).with_suffix(SUFFIX) if chosen else None


def file_name(source: str) -> str:
    return safe_name(_("{file} - rows to correct").format(file=Path(source).stem), SUFFIX)


def write(table: Sequence[Sequence[CellValue]], path: Path, tick: Tick) -> Path:
    """`table` has its titles first. Every cell is kept as it is read, so that the sheet can be imported again."""
    t = screen()
    head, *rows = table
    last = len(head) - 1
    columns = tuple(Column(text_of(title), REASON_WIDTH if n == last else WIDTH) for n, title in enumerate(head))
    sheet = Sheet(t.gettext("Rows to correct"), columns, [_plain(row) for row in rows])
    with saving(path, t) as file:
        write_sheet(sheet, t, format_of(path, t), file, tick)
    return path


def _plain(row: Sequence[CellValue]) -> Row:
    return [_value(cell) for cell in row]


def _value(cell: CellValue) -> Value:
    return text_of(cell) if isinstance(cell, bool | datetime | time) else cell
