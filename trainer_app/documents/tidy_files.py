"""Tables for other programs as files: a folder or a zip of text tables, or a workbook, with their codebook.

Text tables are UTF-8 with commas, days are written 2026-03-09, yes is 1. A text that begins like a formula has an
apostrophe before it, here as everywhere (`csv_file`).

`Names.KOBO` gives the tables the shape in which KoboToolbox hands out repeated groups with "XML values and headers"
(https://support.kobotoolbox.org/export_download.html, .../managing_repeat_groups.html): names of questions and of
choices, `_index` in each table and `_parent_index` in those that belong to another. The codebook then is an XLSForm
(https://xlsform.org/en/): `survey` and `choices`.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import IO

from trainer_app.documents import csv_file, tidy_words, xlsx_file
from trainer_app.documents.output import Tick, Written, filling, no_tick, parts_of, saving
from trainer_app.documents.sheet import Column, Kind, Lines, Row, Sheet, Value
from trainer_app.documents.words import marked
from trainer_app.domain.tidy import Cell, Cells, Data, Field, Table, Type
from trainer_app.i18n import Catalog

EPOCH = (1980, 1, 1, 0, 0, 0)
XLSX, ZIP = ".xlsx", ".zip"
TICK_EVERY = 2_000
KOBO_SEX = {"F": "female", "M": "male"}
XLSFORM_TYPES = {
    Type.TEXT: "text",
    Type.WHOLE: "integer",
    Type.NUMBER: "decimal",
    Type.DAY: "date",
    Type.TIME: "time",
    Type.YES_NO: "select_one yes_no",
}
KINDS = {Type.WHOLE: Kind.NUMBER, Type.NUMBER: Kind.NUMBER, Type.YES_NO: Kind.NUMBER, Type.DAY: Kind.DATE}


class Names(StrEnum):
    TIDY = "tidy"
    DHIS2 = "dhis2"
    KOBO = "kobo"


@dataclass(frozen=True, slots=True)
class Page:
    """A table that is ready to be written: its name, its header and its rows as values."""

    name: str
    header: tuple[str, ...]
    kinds: tuple[Kind, ...]
    rows: Collection[Row]


def pages(data: Data, names: Names, t: Catalog) -> list[Page]:
    """Every table, and what they mean."""
    if names is Names.KOBO:
        return [*(_kobo_page(table, data) for table in data.tables), *_xlsform(data, t)]
    return [*map(_tidy_page, data.tables), _of_sheet(tidy_words.codebook(data.tables, t))]


def _tidy_page(table: Table) -> Page:
    return Page(table.name, table.names, _kinds(table.fields), Lines(table.rows, _tidy_row))


def _kinds(fields: Sequence[Field]) -> tuple[Kind, ...]:
    return tuple(KINDS.get(field.type, Kind.TEXT) for field in fields)


def _tidy_row(row: Cells) -> Row:
    return [_plain(cell) for cell in row]


def _plain(cell: Cell) -> Value:
    if isinstance(cell, bool):
        return int(cell)
    return f"{cell:%H:%M}" if isinstance(cell, time) else cell


def _of_sheet(sheet: Sheet) -> Page:
    rows = [tuple(row) for row in sheet.rows]
    return Page(sheet.title, sheet.heading, tuple(Kind.TEXT for _ in sheet.columns), Lines(rows, _tidy_row))


# ---- KoboToolbox ---------------------------------------------------------------------------------------------------


def _kobo_page(table: Table, data: Data) -> Page:
    """Each row has its number, and the number of the row that it belongs to."""
    words, numbers = _KoboWords(table.fields), count(1)
    above = next((one for one in data.tables if one.name == table.parent), None)
    if above is None:
        rows = [(*words.row(row), next(numbers)) for row in table.rows]
        return Page(table.name, (*table.names, "_index"), (*words.kinds, Kind.NUMBER), rows)
    parents = {row[0]: number for number, row in enumerate(above.rows, start=1)}
    place = table.names.index(above.names[0])
    rows = [(*words.row(row), next(numbers), table.parent, parents.get(row[place])) for row in table.rows]
    names = (*table.names, "_index", "_parent_table_name", "_parent_index")
    return Page(table.name, names, (*words.kinds, Kind.NUMBER, Kind.TEXT, Kind.NUMBER), rows)


class _KoboWords:
    """Choices by their names: female, yes."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self._fields = fields
        self.kinds = tuple(
            Kind.TEXT if field.type is Type.YES_NO else kind for field, kind in zip(fields, _kinds(fields), strict=True)
        )

    def row(self, row: Cells) -> list[Value]:
        return [kobo_word(cell, field) for cell, field in zip(row, self._fields, strict=True)]


def kobo_word(cell: Cell, field: Field) -> Value:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if field.name == "sex" and isinstance(cell, str):
        return KOBO_SEX.get(cell, cell)
    if field.type is Type.CHOICE and isinstance(cell, str):
        return cell.lower()
    return _plain(cell)


def _xlsform(data: Data, t: Catalog) -> tuple[Page, Page]:
    survey, choices = list(_survey(data, t)), list(dict.fromkeys(_choices(data, t)))
    return (
        _rows_page("survey", ("type", "name", "label"), survey),
        _rows_page("choices", ("list_name", "name", "label"), choices),
    )


def _rows_page(name: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Page:
    return Page(name, header, tuple(Kind.TEXT for _ in header), Lines(rows, _tidy_row))


def _survey(data: Data, t: Catalog) -> Iterator[tuple[str, ...]]:
    what, means = tidy_words.tables(t), tidy_words.meanings(t)
    for table in data.tables:
        yield "begin_repeat", table.name, what[table.name]
        for field in table.fields:
            kind = XLSFORM_TYPES.get(field.type) or f"select_one {field.name}"
            yield kind, field.name, means[field.name]
        yield "end_repeat", "", ""


def _choices(data: Data, t: Catalog) -> Iterator[tuple[str, ...]]:
    yield "yes_no", "yes", t.pgettext("it counts", "yes")
    yield "yes_no", "no", t.pgettext("it counts", "no")
    for table in data.tables:
        for field in table.fields:
            for choice in field.choices:
                word = str(kobo_word(choice, field))
                yield field.name, word, word.replace("_", " ")


# ---- files ---------------------------------------------------------------------------------------------------------


def write(found: Sequence[Page], t: Catalog, path: Path, is_sample: bool, tick: Tick = no_tick) -> list[Written]:
    """`path` is a folder, or a file where it ends in .zip or .xlsx: all of it, or nothing."""
    suffix = path.suffix.lower()
    ticks = parts_of(tick, [len(page.rows) for page in found])
    if suffix == XLSX:
        sheets = [_sheet(page, t, is_sample) for page in found]
        with saving(path, t) as file:
            xlsx_file.write_all(sheets, "", (), file, tick)
        return [Written(path, _rows(found))]
    names = [f"{marked(page.name, t, is_sample)}.csv" for page in found]
    if suffix == ZIP:
        with saving(path, t) as file:
            _write_zip(found, names, file, ticks)
        return [Written(path, _rows(found))]
    written = []
    with filling(path, t) as draft:
        for page, name, part in zip(found, names, ticks, strict=True):
            with (draft / name).open("wb") as file:
                write_text(page, file, part)
            written.append(Written(path / name, len(page.rows)))
    tick(1)
    return written


def _rows(found: Sequence[Page]) -> int:
    return sum(len(page.rows) for page in found)


def _sheet(page: Page, t: Catalog, is_sample: bool) -> Sheet:
    columns = (Column(title, 30, kind) for title, kind in zip(page.header, page.kinds, strict=True))
    return Sheet(marked(page.name, t, is_sample), tuple(columns), page.rows, frozen_columns=1)


def _write_zip(found: Sequence[Page], names: Sequence[str], file: IO[bytes], ticks: Sequence[Tick]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for page, name, part in zip(found, names, ticks, strict=True):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as inside:
                write_text(page, inside, part)


def write_text(page: Page, file: IO[bytes], tick: Tick = no_tick) -> None:
    """With a comma and in the same letters whatever language it is in: programs read it, and no eye."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        out = csv.writer(text, lineterminator="\n")
        out.writerow(page.header)
        for done, row in enumerate(page.rows):
            out.writerow([_guarded(value) for value in row])
            if done % TICK_EVERY == 0:
                tick(done / len(page.rows))
        tick(1)
        text.flush()
    finally:
        text.detach()


def _guarded(value: Value) -> object:
    """A number of an identity card stays as it is: it is read as text where the codebook says so."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(csv_file.DANGEROUS) else value
    return value.isoformat() if isinstance(value, date) else value
