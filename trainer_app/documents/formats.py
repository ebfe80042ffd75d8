"""Which file a suffix asks for, and the sheet written that way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from trainer_app.documents import csv_file, ods_file, xlsx_file
from trainer_app.documents.output import Tick
from trainer_app.documents.sheet import Row, Sheet
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

PDF = ".pdf"
SHEETS = (".xlsx", ".ods", ".csv")
WORKBOOKS = (".xlsx", ".ods")
LISTS = (PDF, *SHEETS)


def format_of(path: Path, t: Catalog, known: tuple[str, ...] = LISTS) -> str:
    """The suffix of `path`, when it is one that this document can be written in."""
    suffix = path.suffix.lower()
    if suffix not in known:
        raise TrainerError(
            t.gettext("{file} must end in one of these: {suffixes}.").format(file=path.name, suffixes=", ".join(known)),
            code="unknown_format",
        )
    return suffix


def write_sheet(sheet: Sheet, t: Catalog, suffix: str, file: IO[bytes], tick: Tick) -> None:
    about = t.pgettext("page of a workbook", "Totals")
    if suffix == ".csv":
        csv_file.write(sheet, t.language, file, tick)
    elif suffix == ".xlsx":
        xlsx_file.write(sheet, about, file, tick)
    else:
        ods_file.write(sheet, about, file, tick)


def write_book(
    sheets: Sequence[Sheet], about: str, about_rows: Sequence[Row], suffix: str, file: IO[bytes], tick: Tick
) -> None:
    """A workbook with a page for each sheet, and what it is on a last page named `about`."""
    writer = xlsx_file.write_all if suffix == ".xlsx" else ods_file.write_all
    writer(sheets, about, about_rows, file, tick)
