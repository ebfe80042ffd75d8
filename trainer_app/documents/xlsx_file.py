"""Excel workbooks: text typed as text, real numbers and dates, the header frozen and filtered, no formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import IO, Any, BinaryIO, cast

from trainer_app.documents.output import Tick, no_tick, parts_of
from trainer_app.documents.sheet import Column, Kind, Row, Sheet, Value, clean, page_names

Record = dict[str, Any]
FORMATS = {Kind.TEXT: "@", Kind.SHARE: "0%", Kind.DATE: "dd/mm/yyyy"}
LONGEST_CELL = 32_767
CHARACTERS_A_MILLIMETRE = 0.55
TICK_EVERY = 500


def write(sheet: Sheet, about: str, file: IO[bytes], tick: Tick = no_tick) -> None:
    """The table on the first page; what it is and what it adds up to on a second, named `about`."""
    write_all([sheet], about, sheet.about, file, tick)


def write_all(
    sheets: Sequence[Sheet], about: str, about_rows: Sequence[Row], file: IO[bytes], tick: Tick = no_tick
) -> None:
    """A page for each table, and a last one, named `about`, of rows that are no table."""
    from rustpy_xlsxwriter import Format, write_worksheets

    *names, last = page_names([*(sheet.title for sheet in sheets), about])
    named = dict(zip(names, sheets, strict=True))
    ticks = parts_of(tick, [len(sheet.rows) for sheet in sheets])
    pages: list[tuple[str, Iterable[Record]]] = [
        (name, _records(sheet, part)) for (name, sheet), part in zip(named.items(), ticks, strict=True)
    ]
    if about_rows:
        pages.append((last, _grid(about_rows)))
    write_worksheets(
        pages,
        cast("BinaryIO", file),
        freeze_panes={name: {"row": 1, "col": sheet.frozen_columns} for name, sheet in named.items()},
        autofilter=dict.fromkeys(named, True),
        datetime_format=FORMATS[Kind.DATE],
        column_widths={name: [_characters(column) for column in sheet.columns] for name, sheet in named.items()},
        column_formats={
            name: {
                title: Format().set_num_format(FORMATS[column.kind])
                for title, column in zip(sheet.heading, sheet.columns, strict=True)
                if column.kind in FORMATS
            }
            for name, sheet in named.items()
        },
        header_format={name: Format().set_bold().set_text_wrap().set_align("top") for name in named},
    )
    tick(1)


def cell(value: Value) -> Value:
    return _text(value) if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def _text(text: str) -> str | None:
    """Most columns say the same few words again and again."""
    return clean(text)[:LONGEST_CELL] or None


def _characters(column: Column) -> float:
    return max(4.0, column.width * CHARACTERS_A_MILLIMETRE)


def _records(sheet: Sheet, tick: Tick) -> Iterator[Record]:
    """One record a row; a list of nobody keeps its header through one empty record."""
    heading = sheet.heading
    for done, row in enumerate(sheet.rows):
        yield dict(zip(heading, map(cell, row), strict=True))
        if done % TICK_EVERY == 0:
            tick(done / len(sheet.rows))
    if not len(sheet.rows):
        yield dict.fromkeys(heading)


def _grid(rows: Sequence[Row]) -> list[Record]:
    """Rows of different lengths as records; the first of them stands where the header would."""
    width = max(map(len, rows))
    filled = [[*map(cell, row), *[None] * (width - len(row))] for row in rows]
    first = _distinct(filled[0])
    return [dict(zip(first, row, strict=True)) for row in filled[1:]] or [dict.fromkeys(first)]


def _distinct(cells: Sequence[Value]) -> list[str]:
    """The first row as keys, which must differ: spaces at the end tell equal ones apart."""
    keys: list[str] = []
    for value in cells:
        key = "" if value is None else str(value)
        while key in keys:
            key += " "
        keys.append(key)
    return keys
