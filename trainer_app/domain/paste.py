"""Marks pasted from a spreadsheet: which line is whom, which column is which day, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer_app.domain.attendance import RegisterDay, RegisterLine, Status, status_for_word
from trainer_app.domain.people import folded

Rows = tuple[tuple[str, ...], ...]
NUMBER = re.compile(r"0*(\d+[a-z]?)", re.IGNORECASE)
DAY_NUMBER = re.compile(r"(?:d|j|day|jour|umunsi)\.?\s*(\d+)\b", re.IGNORECASE)
DAY_AND_MONTH = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")


class Reason(StrEnum):
    """Why a pasted cell or line could not be used."""

    UNKNOWN_NUMBER = "unknown_number"
    UNKNOWN_NAME = "unknown_name"
    TWO_OF_THAT_NAME = "two_of_that_name"
    OTHER_NAME = "other_name"
    UNKNOWN_CODE = "unknown_code"
    TOO_MANY_LINES = "too_many_lines"
    TOO_MANY_COLUMNS = "too_many_columns"
    FUTURE_DAY = "future_day"


@dataclass(frozen=True, slots=True)
class Unmatched:
    row: int  # as in the sheet, from 1
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste would write: (line of the register, number of the day from 0, status)."""

    marks: tuple[tuple[int, int, Status], ...]
    unmatched: tuple[Unmatched, ...] = ()


@dataclass(frozen=True, slots=True)
class _Columns:
    number: int | None
    name: int | None
    marks: tuple[int, ...]


def pasted(
    text: str,
    lines: Sequence[RegisterLine],
    days: Sequence[RegisterDay],
    at: tuple[int, int],
    locked: frozenset[int] = frozenset(),
) -> Pasted:
    """People by their No, then by name; without either, downwards from `at` (line, day).

    Days by a header that names them, else from the day of `at`. Empty cells change nothing. Days in `locked` are
    still to come.
    """
    rows = rows_of(text)
    columns = _columns(rows, lines)
    header = _has_header(rows, columns, lines)
    placed = _days(rows[0] if header else (), columns.marks, days, at[1])
    body = list(enumerate(rows, start=1))[header:]
    marks: list[tuple[int, int, Status]] = []
    unmatched: list[Unmatched] = []
    for offset, (row, cells) in enumerate(body):
        if not any(cells):
            continue
        who = _who(cells, columns, lines, at[0] + offset)
        if isinstance(who, Reason):
            unmatched.append(Unmatched(row, _called(cells, columns), who))
            continue
        for column in columns.marks:
            written = _mark(_cell(cells, column), placed.get(column), locked)
            if isinstance(written, Reason):
                unmatched.append(Unmatched(row, _cell(cells, column), written))
            elif written is not None:
                marks.append((who, *written))
    return Pasted(tuple(marks), tuple(unmatched))


def rows_of(text: str) -> Rows:
    """The lines of a clipboard, without the empty ones that spreadsheets leave at the end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return tuple(tuple(cell.strip().strip('"').strip() for cell in line.split("\t")) for line in lines)


def _mark(text: str, day: int | None, locked: frozenset[int]) -> tuple[int, Status] | Reason | None:
    if not text:
        return None
    status = status_for_word(text)
    if status is None:
        return Reason.UNKNOWN_CODE
    if day is None:
        return Reason.TOO_MANY_COLUMNS
    return Reason.FUTURE_DAY if day in locked else (day, status)


def _who(cells: tuple[str, ...], columns: _Columns, lines: Sequence[RegisterLine], downwards: int) -> int | Reason:
    number, name = _cell(cells, columns.number), _cell(cells, columns.name)
    if number:
        return _by_number(number, name, lines)
    if name:
        return _by_name(name, lines)
    if columns.number is not None or columns.name is not None:
        return Reason.UNKNOWN_NAME
    return downwards if downwards < len(lines) else Reason.TOO_MANY_LINES


def _by_number(number: str, name: str, lines: Sequence[RegisterLine]) -> int | Reason:
    match = NUMBER.fullmatch(number)
    wanted = match[1].lower() if match else number
    found = next((n for n, line in enumerate(lines) if line.number == wanted), None)
    if found is None:
        return Reason.UNKNOWN_NUMBER
    # a list with numbers of its own would mark the wrong people: one word of the name must agree
    if name and not _words(name) & _words(lines[found].name):
        return Reason.OTHER_NAME
    return found


def _by_name(name: str, lines: Sequence[RegisterLine]) -> int | Reason:
    found = [n for n, line in enumerate(lines) if _words(line.name) == _words(name)]
    if len(found) > 1:
        return Reason.TWO_OF_THAT_NAME
    return found[0] if found else Reason.UNKNOWN_NAME


def _columns(rows: Rows, lines: Sequence[RegisterLine]) -> _Columns:
    width = max(len(row) for row in rows)
    columns = [[_cell(row, n) for row in rows if _cell(row, n)] for n in range(width)]
    name = _name_column(columns, lines)
    number = _number_column(columns, name)
    rest = [n for n in range(width) if n not in (name, number)]
    return _Columns(number, name, tuple(n for n in rest if _are_marks(columns[n])))


def _name_column(columns: list[list[str]], lines: Sequence[RegisterLine]) -> int | None:
    """The column that shares most words with the names of the register, when it does not hold marks."""
    known = set().union(*(_words(line.name) for line in lines))
    alike = [0 if _mostly_marks(column) else sum(bool(_words(cell) & known) for cell in column) for column in columns]
    best = max(alike)
    return alike.index(best) if best else None


def _number_column(columns: list[list[str]], name: int | None) -> int | None:
    """The first column when it counts people; a block of marks may hold 1 to 4 as well, but repeats them."""
    first = columns[0]
    numbers = [cell for cell in first if NUMBER.fullmatch(cell)]
    if name == 0 or len(columns) < 2 or len(numbers) < len(first) - 1 or len(set(numbers)) < len(numbers):
        return None
    others = [cell for column in columns[1:] for cell in column]
    plain = name is None and all(cell in "01234" for cell in (*numbers, *others))
    return None if plain or not numbers else 0


def _mostly_marks(column: list[str]) -> bool:
    return 2 * sum(status_for_word(cell) is not None for cell in column) > len(column)


def _are_marks(column: list[str]) -> bool:
    """Half of what is written can be read as a mark; a header above does not count against it."""
    understood = sum(status_for_word(cell) is not None for cell in column)
    return understood > 0 and 2 * understood >= len(column) - 1


def _has_header(rows: Rows, columns: _Columns, lines: Sequence[RegisterLine]) -> bool:
    """The first line names the columns: nobody is called like that, and nothing in it is a mark."""
    first = rows[0]
    if any(status_for_word(_cell(first, column)) for column in columns.marks):
        return False
    if columns.number is None and columns.name is None:
        return len(rows) > 1 and any(_cell(first, column) for column in columns.marks)
    return isinstance(_who(first, columns, lines, 0), Reason) and not NUMBER.fullmatch(_cell(first, columns.number))


def _days(header: tuple[str, ...], marks: tuple[int, ...], days: Sequence[RegisterDay], start: int) -> dict[int, int]:
    """Column > day. A block that would run over the last day is pushed back as far as it fits."""
    named = {column: day for column in marks if (day := _named_day(_cell(header, column), days)) is not None}
    if named:
        return named
    if len(marks) <= len(days):
        start = min(start, len(days) - len(marks))
    return {column: start + n for n, column in enumerate(marks) if start + n < len(days)}


def _named_day(text: str, days: Sequence[RegisterDay]) -> int | None:
    """`d2`, `Jour 2`, `13/03`, `d2 13/03/2026`"""
    if match := DAY_AND_MONTH.search(text):
        wanted = (int(match[1]), int(match[2]))
        return next((n for n, day in enumerate(days) if (day.day.day, day.day.month) == wanted), None)
    if match := DAY_NUMBER.match(text):
        return next((n for n, day in enumerate(days) if day.number == int(match[1])), None)
    return None


def _called(cells: tuple[str, ...], columns: _Columns) -> str:
    said = [_cell(cells, columns.number), _cell(cells, columns.name)]
    return " ".join(part for part in said if part) or " ".join(cells)


def _cell(cells: tuple[str, ...], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""


def _words(name: str) -> set[str]:
    return set(folded(name).split())
