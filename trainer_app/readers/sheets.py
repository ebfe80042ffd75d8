"""Spreadsheets of any kind, read into plain rows: .xlsx, .xls, .ods, .csv, .tsv, .txt.

What a file is, its content says; its name may lie. Zipped and binary sheets are read by a child process with
limits on memory and time, so that no file can take the program down.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import msgspec

from trainer_app.domain.imports.cells import CellValue
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.readers import child, delimited
from trainer_app.readers.file_kind import Kind, kind_of
from trainer_app.readers.workbook import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    SECONDS_FOR_100_000_ROWS,
    Sheet,
    Tick,
    Workbook,
    silent,
)

__all__ = ["CHILD_DOOR", "Sheet", "Workbook", "read"]

CHILD = "trainer_app.readers.sheet_child"
CHILD_DOOR = "--read-sheet"

SENTENCES = {
    "empty": N_("“{file}” is empty."),
    "web_page": N_("“{file}” is a web page, not a spreadsheet: open it in Excel or Calc and save it as .xlsx."),
    "xml": N_("“{file}” is an XML file: open it in Excel or Calc and save it as .xlsx."),
    "picture": N_("“{file}” is a picture, not a spreadsheet."),
    "pdf": N_("“{file}” is a PDF file, not a spreadsheet."),
    "binary": N_("“{file}” is not a spreadsheet."),
    "not_a_sheet": N_("“{file}” is not a spreadsheet."),
    "broken": N_("“{file}” is damaged and cannot be read: open it in Excel or Calc and save it again."),
    "encrypted": N_("“{file}” is protected by a password: save it without one first."),
    "too_large": N_("“{file}” is too large: it may have {bytes} MB at most when unpacked."),
    "unsafe": N_("“{file}” is not built as a spreadsheet program builds it, so it was not opened."),
    "rows": N_("“{file}” has more than {rows} rows: cut it into smaller files."),
    "columns": N_("“{file}” has more than {columns} columns: delete the ones that say nothing."),
    "died": N_("“{file}” could not be read: it is damaged, or needs more memory than a list of people may."),
    "slow": N_("“{file}” took too long to read: copy its rows into a new sheet and try again."),
    "missing": N_("There is no file “{file}”."),
    "folder": N_("“{file}” is a folder, not a spreadsheet."),
    "locked": N_("“{file}” cannot be opened: close it in the other program, or copy it first."),
    "unreadable": N_("“{file}” cannot be read from this disk: copy it to the laptop first."),
}
REVIVED: dict[str, Callable[[str], CellValue]] = {
    "d": date.fromisoformat,
    "s": datetime.fromisoformat,
    "t": time.fromisoformat,
}


def read(path: Path, tick: Tick | None = None) -> Workbook:
    """Every sheet of the file. Raises TrainerError with one sentence when it cannot be read."""
    tick = tick or silent
    try:
        if stat.S_ISFIFO(path.stat().st_mode):
            raise _refusal("unreadable", path)
        with path.open("rb") as file:
            kind = kind_of(file.read(4096))
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                raise _refusal("too_large", path)
            if kind is Kind.TEXT:
                file.seek(0)
                return delimited.read(file.read(), path.stem, tick)
    except OSError as error:
        raise _refusal(_reason(error), path) from error
    if kind not in (Kind.ZIP, Kind.OLE):
        raise _refusal(kind.value, path)
    return Workbook(tuple(_sheets(path, tick)))


def _refusal(code: str, path: Path) -> TrainerError:
    sentence = _(SENTENCES[code])
    limits = {"bytes": MAX_BYTES // 1024**2, "rows": MAX_ROWS, "columns": MAX_COLUMNS}
    return TrainerError(sentence.format(file=path.name, **limits), f"file_{code}")


def _reason(error: OSError) -> str:
    names = {FileNotFoundError: "missing", IsADirectoryError: "folder", PermissionError: "locked"}
    return names.get(type(error), "unreadable")


def _sheets(path: Path, tick: Tick) -> Iterator[Sheet]:
    heading: dict[str, Any] | None = None
    rows: list[tuple[CellValue, ...]] = []
    for message in _messages(path):
        if isinstance(message, list):
            rows.extend(map(tuple, message))
            tick(min(0.99, len(rows) / max(heading["height"], 1) if heading else 0))
            continue
        if heading is not None:
            yield _sheet(heading, rows)
        heading, rows = message, []
        if "refused" in message:
            raise _refusal(message["refused"], path)


def _sheet(heading: dict[str, Any], rows: list[tuple[CellValue, ...]]) -> Sheet:
    merged = tuple((a, b, c, d) for a, b, c, d in heading["merged"])
    return Sheet(heading["sheet"], tuple(rows), merged, heading["hidden"])


def _messages(path: Path) -> Iterator[Any]:
    """What the child says, to its end. It is killed when late, or when nobody listens any more."""
    decode = msgspec.json.Decoder().decode
    message: Any = None
    with (
        child.start(CHILD, CHILD_DOOR, str(path.absolute())) as process,
        child.Watch(process, SECONDS_FOR_100_000_ROWS) as watch,
    ):
        for line in process.stdout or ():
            if not line.endswith(b"\n"):
                break
            message = decode(line)
            if isinstance(message, dict):
                watch.allow(SECONDS_FOR_100_000_ROWS * max(1, message.get("height", 0) / 100_000))
            elif b"{" in line:
                message = [[_revived(value) for value in row] for row in message]
            yield message
    if not isinstance(message, dict) or not message.keys() & {"end", "refused"}:
        raise _refusal("slow" if watch.has_bitten else "died", path)


def _revived(value: CellValue | dict[str, str]) -> CellValue:
    if not isinstance(value, dict):
        return value
    [(mark, text)] = value.items()
    return REVIVED[mark](text)
