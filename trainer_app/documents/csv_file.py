"""Text tables that open well in Excel.

Marked as UTF-8. Fields are separated by a comma in English, and by a semicolon in French and Kinyarwanda, where
the comma is the decimal mark: 7,5. No cell can be taken for a formula: one that begins like a
formula has an apostrophe before it, which keeps the + of a phone number as well; so has the number of an identity
card, of which Excel would keep 15 digits. A text table holds its rows and nothing else; what stands above them and
the totals are in the workbooks and on paper.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import IO

from trainer_app.documents.output import Tick, no_tick
from trainer_app.documents.sheet import Row, Sheet, Value, clean
from trainer_app.i18n import SOURCE

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
DIGITS_KEPT = 15
TICK_EVERY = 500


def write(sheet: Sheet, language: str, file: IO[bytes], tick: Tick = no_tick) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    try:
        _write_rows(sheet, separator(language), text, tick)
        text.flush()
    finally:
        text.detach()


def separator(language: str) -> str:
    return "," if language == SOURCE else ";"


def _write_rows(sheet: Sheet, delimiter: str, text: IO[str], tick: Tick) -> None:
    out, is_english = csv.writer(text, delimiter=delimiter), delimiter == separator(SOURCE)
    out.writerow(guarded_row(sheet.heading))
    for done, row in enumerate(sheet.rows):
        out.writerow(guarded_row(row) if is_english else [_with_comma(value) for value in guarded_row(row)])
        if done % TICK_EVERY == 0:
            tick(done / len(sheet.rows))
    tick(1)


def guarded_row(row: Row) -> list[str | int | float | None]:
    return [guarded(value) for value in row]


def guarded(value: Value) -> str | int | float | None:
    if isinstance(value, str):
        text = clean(value)
        return f"'{text}" if text.startswith(DANGEROUS) or _loses_digits(text) else text
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def _with_comma(value: str | int | float | None) -> str | int | float | None:
    """A point would make 7 May of 7.5 there."""
    return str(value).replace(".", ",") if isinstance(value, float) else value


def _loses_digits(text: str) -> bool:
    return len(text) > DIGITS_KEPT and text.isdecimal()
