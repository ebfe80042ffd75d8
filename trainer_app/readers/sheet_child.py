"""A process of its own that reads one spreadsheet and dies: `python -m trainer_app.readers.sheet_child FILE`.

A small hostile file makes the reader take all memory and abort (a single cell in the last row and column is
enough), which no `except` catches. Here only the child is lost. It writes JSON lines to its standard output:

    {"sheet": name, "hidden": bool, "height": rows, "merged": [[row, column, row, column], ...]}
    [[cell, cell, ...], ...]          a batch of rows of the sheet named last
    {"end": true}                     or, at any place, {"refused": Refusal}

Cells are JSON values, and `{"d": ...}`, `{"s": ...}`, `{"t": ...}` for a date, a date with time, a time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import IO, Any

import msgspec
import python_calamine as calamine

from trainer_app.readers import zip_gate
from trainer_app.readers.memory_limit import limit_memory
from trainer_app.readers.workbook import CHILD_MEMORY, MAX_BYTES, MAX_COLUMNS, MAX_ROWS

BATCH = 500
AS_THEY_ARE = frozenset({float, int, bool})
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
FILE_PASS = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
MARKS = {date: "d", datetime: "s", time: "t"}


class Refusal(StrEnum):
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"
    NOT_A_SHEET = "not_a_sheet"
    ROWS = "rows"
    COLUMNS = "columns"


class Refused(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def main(arguments: list[str]) -> int:
    limit_memory(CHILD_MEMORY)
    encode = msgspec.json.Encoder().encode
    out = sys.stdout.buffer
    for message in messages(Path(arguments[0])):
        out.write(encode(message) + b"\n")
    out.flush()
    return 0


def messages(path: Path) -> Iterator[Any]:
    """Everything the parent is told of the file; whatever goes wrong is the last message."""
    try:
        with path.open("rb") as file:
            _check_container(file)
            yield from _sheets(file)
        yield {"end": True}
    except Refused as refused:
        yield {"refused": refused.refusal}
    except zip_gate.ZipProblem as problem:
        yield {"refused": Refusal(problem.fault.value)}
    except calamine.PasswordError:
        yield {"refused": Refusal.ENCRYPTED}
    except MemoryError:
        yield {"refused": Refusal.TOO_LARGE}
    except GeneratorExit:
        raise
    except BaseException:  # a panic of the reader is not an Exception
        yield {"refused": Refusal.BROKEN}


def _check_container(file: IO[bytes]) -> None:
    if file.read(4) == b"PK\x03\x04":
        names = zip_gate.check(file, zip_gate.ZipLimits(total=MAX_BYTES))
        _check_kind(file, names)
    else:
        file.seek(0)
        if _is_locked(file.read()):
            raise Refused(Refusal.ENCRYPTED)
    file.seek(0)


def _is_locked(old_office: bytes) -> bool:
    """A new workbook wrapped in an encrypted package, or an old one with a FILEPASS record (0x2F) at its beginning."""
    return ENCRYPTED_PACKAGE in old_office or FILE_PASS.search(old_office) is not None


def _check_kind(file: IO[bytes], names: tuple[str, ...]) -> None:
    import zipfile

    if any(name.lower().startswith("xl/workbook.") for name in names):
        return
    if "mimetype" not in names or "content.xml" not in names:
        raise Refused(Refusal.NOT_A_SHEET)
    with zipfile.ZipFile(file) as archive:
        if b"opendocument.spreadsheet" not in archive.read("mimetype"):
            raise Refused(Refusal.NOT_A_SHEET)
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Refused(Refusal.ENCRYPTED)


def _sheets(file: IO[bytes]) -> Iterator[Any]:
    workbook = calamine.CalamineWorkbook.from_filelike(file)
    rows_left = MAX_ROWS
    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(index)
        height, width = _size(sheet)
        rows_left -= height
        if rows_left < 0:
            raise Refused(Refusal.ROWS)
        if width > MAX_COLUMNS:
            raise Refused(Refusal.COLUMNS)
        yield _heading(sheet, about, height)
        rows = _rows(sheet)
        while batch := list(islice(rows, BATCH)):
            yield batch


def _size(sheet: calamine.CalamineSheet) -> tuple[int, int]:
    """Rows and columns from A1 on; the sheet's own `total_height` is one short."""
    row, column = sheet.end or (-1, -1)
    return row + 1, column + 1


def _heading(sheet: calamine.CalamineSheet, about: calamine.SheetMetadata, height: int) -> dict[str, Any]:
    return {
        "sheet": about.name,
        "hidden": about.visible != calamine.SheetVisibleEnum.Visible,
        "height": height,
        "merged": [[*first, *last] for first, last in sheet.merged_cell_ranges or ()],
    }


def _rows(sheet: calamine.CalamineSheet) -> Iterator[list[Any]]:
    if sheet.start is None:
        return
    blank = [None] * sheet.start[1]  # the reader leaves out empty columns on the left, but not rows above
    for row in sheet.iter_rows():
        yield blank + _cells(row)


def _cells(row: Iterable[Any]) -> list[Any]:
    return [
        (None if not value or value.isspace() else value)
        if (kind := type(value)) is str
        else value
        if kind in AS_THEY_ARE
        else _marked(value)
        for value in row
    ]


def _marked(value: object) -> dict[str, str] | str:
    mark = MARKS.get(type(value))
    return {mark: value.isoformat()} if mark and isinstance(value, date | time) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
