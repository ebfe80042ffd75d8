"""Lists kept as text: .csv, .tsv and .txt, with whatever mark stands between the fields."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from itertools import islice
from typing import Literal

from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.readers import text_encoding
from trainer_app.readers.workbook import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Sheet, Tick, Workbook

DELIMITERS = (",", ";", "\t", "|")
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SAMPLE = 64 * 1024
SAMPLE_ROWS = 200
LONGEST_FIELD_IN_LINES = 200
FEWEST_COLUMNS = 3  # below that, a line of an address looks like a row
TICK_EVERY = 5_000

csv.field_size_limit(MAX_BYTES)  # the module's own 131,072 refuses what the limits here allow


def read(data: bytes, name: str, tick: Tick) -> Workbook:
    """One sheet, called `name`. Raises TrainerError."""
    text, assumed = text_encoding.decoded(data)
    text = text.replace("\0", "")
    delimiter = delimiter_of(text)
    rows = _rows(text, delimiter, tick)
    if _swallowed(rows, delimiter):
        rows = _rows(text, delimiter, tick, quoted=False)
    cells = tuple(tuple(None if not value or value.isspace() else _unguarded(value) for value in row) for row in rows)
    return Workbook((Sheet(name, cells),), assumed)


def delimiter_of(text: str) -> str:
    """The mark that cuts most lines into the same number of fields; a comma where none does."""
    if text[:4].lower() == "sep=" and text[4:5] in DELIMITERS:  # Excel's own hint
        return text[4]
    sample = text[:SAMPLE]
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> float:
    """Lines that agree on a number of fields above one, weighed a little by how many fields that is."""
    rows = csv.reader(StringIO(sample, newline=""), delimiter=delimiter)
    widths = [len(row) for row in islice(rows, SAMPLE_ROWS) if any(row)]
    if len(sample) == SAMPLE:
        widths = widths[:-1]  # cut off in the middle
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return 0
    width, lines = max(counts.items(), key=lambda item: (item[1] * min(item[0], 5), item[0]))
    return lines / len(widths) + min(width, 20) / 100


def _rows(text: str, delimiter: str, tick: Tick, quoted: bool = True) -> list[list[str]]:
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    rows: list[list[str]] = []
    for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=quoting):
        if len(row) > MAX_COLUMNS:
            raise _too_many(_("A row has more than {limit} columns: this is not a list of people."), MAX_COLUMNS)
        rows.append(row)
        if len(rows) % TICK_EVERY == 0:
            tick(min(0.99, len(rows) / MAX_ROWS))
        if len(rows) > MAX_ROWS:
            raise _too_many(_("The list has more than {limit} rows: cut it into smaller ones."), MAX_ROWS)
    return rows


def _swallowed(rows: list[list[str]], delimiter: str) -> bool:
    """Whether a quote that is never closed took rows of the list into one field."""
    width = max((len(row) for row in rows), default=0)
    return any(
        value.count("\n") > LONGEST_FIELD_IN_LINES
        or (width >= FEWEST_COLUMNS and _holds_a_row(value, delimiter, width))
        for row in rows
        for value in row
        if "\n" in value
    )


def _holds_a_row(value: str, delimiter: str, width: int) -> bool:
    return any(line.count(delimiter) == width - 1 for line in value.split("\n")[1:-1])


def _unguarded(value: str) -> str:
    """Our own text tables put an apostrophe before what a spreadsheet would take for a formula or a number."""
    inside = value[1:]
    return inside if value[0] == "'" and (inside.startswith(FORMULAS) or inside.isdecimal()) else value


def _too_many(sentence: str, limit: int) -> TrainerError:
    return TrainerError(sentence.format(limit=limit), "too_many")
