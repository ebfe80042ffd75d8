"""Where a list begins in a sheet, and what each of its columns is: proposed, never decided alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trainer_app.domain.imports import content, fields
from trainer_app.domain.imports.cells import CellValue, Row, cell, filled, is_filled, letter, text_of, width
from trainer_app.domain.imports.dates import looks_like_date
from trainer_app.domain.imports.days import is_half, said_by
from trainer_app.domain.imports.fields import NAMES, Field
from trainer_app.domain.people import folded

HEADER_WITHIN = 40
LOOKED_AT = 300
SAMPLES = 3
LONGEST_HEADER = 80


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    index: int
    header: str
    field: Field | None
    sure: bool
    samples: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the user calls the column: its header, or its letter."""
        return self.header or letter(self.index)


@dataclass(frozen=True, slots=True)
class Proposal:
    """`header_row` counts from 0; None when the list has no header."""

    header_row: int | None
    columns: tuple[ColumnGuess, ...]

    @property
    def first_row(self) -> int:
        return 0 if self.header_row is None else self.header_row + 1

    @property
    def has_names(self) -> bool:
        return any(column.field in NAMES for column in self.columns)

    @property
    def is_sure(self) -> bool:
        return all(column.sure for column in self.columns if column.field)

    def column(self, field: Field) -> ColumnGuess | None:
        return next((column for column in self.columns if column.field is field), None)

    def index(self, field: Field) -> int | None:
        column = self.column(field)
        return column.index if column else None

    def mapped(self) -> dict[Field, str]:
        """Field > header or letter, for scripts."""
        return {column.field: column.name for column in self.columns if column.field}

    def with_field(self, index: int, field: Field | None) -> Proposal:
        """The same with one column decided by somebody; another column that had the field loses it."""
        columns = (
            replace(column, field=field, sure=True)
            if column.index == index
            else replace(column, field=None)
            if field is not None and column.field is field
            else column
            for column in self.columns
        )
        return replace(self, columns=tuple(columns))

    def find(self, name: str) -> int | None:
        """The column with this header or letter, whatever the case and accents."""
        wanted = folded(name)
        by_header = (column.index for column in self.columns if folded(column.header) == wanted)
        by_letter = (column.index for column in self.columns if letter(column.index) == name.strip().upper())
        return next(by_header, next(by_letter, None))


def propose(rows: Sequence[Row]) -> Proposal:
    """The header row that reads most like one, and the columns below it."""
    return propose_below(rows, find_header(rows))


def propose_below(rows: Sequence[Row], header_row: int | None) -> Proposal:
    """The columns under a header row that somebody chose (from 0), or of a list without one."""
    below = rows[0 if header_row is None else header_row + 1 :]
    data = [row for row in below[: LOOKED_AT * 2] if filled(row)][:LOOKED_AT]
    headers = header_texts(rows, header_row)
    columns = [
        _column(index, headers.get(index, ""), [cell(row, index) for row in data]) for index in range(width(rows))
    ]
    kept = [column for column in columns if column.header or column.samples]
    return Proposal(header_row, _without_rivals(_names_told_apart(kept)))


def best_sheet(sheets: Sequence[Sequence[Row]]) -> int:
    """The sheet that most looks like a list of people; the first of equals."""
    if not sheets:
        return 0
    return max(range(len(sheets)), key=lambda number: (_worth(sheets[number]), -number))


def _worth(rows: Sequence[Row]) -> float:
    if not any(map(filled, rows)):
        return -1
    proposal = propose(rows)
    known = sum(1 if column.sure else 0.3 for column in proposal.columns if column.field)
    return known + 5 * proposal.has_names


def find_header(rows: Sequence[Row]) -> int | None:
    """The row, counted from 0, whose cells most read like headers; None when the list begins at once."""
    if tags := _row_of_tags(rows):
        return tags - 1
    scores = [_header_score(row) for row in rows[:HEADER_WITHIN]]
    best = max(scores, default=0)
    if best < 1:
        return _unlike_below(rows)
    row = scores.index(best)
    return row + 1 if _is_lower_half(rows[row + 1 : row + 2]) else row


def _is_lower_half(following: Sequence[Row]) -> bool:
    """The row under the header says what stands under a wide header: District, Sector under Address."""
    texts = [text_of(value) for row in following for value in row if is_filled(value)]
    if len(texts) > 1 and all(is_half(text) or said_by(text) for text in texts):
        return True
    guesses = [fields.guess(text) for text in texts]
    return len(guesses) > 1 and all(guess.field and guess.sure for guess in guesses)


def _row_of_tags(rows: Sequence[Row]) -> int:
    """The row of #hashtags that humanitarian data (HXL) has under its header; 0 when there is none."""
    tags = (n for n, row in enumerate(rows[:HEADER_WITHIN]) if filled(row) > 1 and is_tags(row))
    return next(tags, 0)


def is_tags(row: Row) -> bool:
    return all(isinstance(value, str) and value[:1] == "#" for value in row if is_filled(value))


def _header_score(row: Row) -> float:
    """Known headers count in full, telling words half; long texts and dates are no headers."""
    said = [value for value in row if is_filled(value)]
    if not said or any(isinstance(value, str) and len(value) > LONGEST_HEADER * 3 for value in said):
        return 0
    guesses = [fields.guess(text_of(value)) for value in said if isinstance(value, str)]
    different = {guess.field for guess in guesses if guess.field and guess.sure and guess.field is not Field.NUMBER}
    likely = sum(guess.is_header and not guess.sure for guess in guesses)
    extra = 0.1 * len(said) if different else 0
    return len(different) + 0.4 * likely + min(extra, 0.9)


def _unlike_below(rows: Sequence[Row]) -> int | None:
    """A first row of text above a column of phones, dates or numbers is a header in words unknown here."""
    first = next((number for number, row in enumerate(rows[:HEADER_WITHIN]) if filled(row) > 1), None)
    if first is None or not all(isinstance(value, str) for value in rows[first] if is_filled(value)):
        return None
    below = [row for row in rows[first + 1 : first + 1 + LOOKED_AT] if filled(row)]
    for index, value in enumerate(rows[first]):
        values = [cell(row, index) for row in below if is_filled(cell(row, index))]
        for test in (content.is_phone, content.is_card, looks_like_date, content.is_score):
            if len(values) > 1 and is_filled(value) and not test(value) and content.share(values, test) > 0.8:
                return first
    return None


def header_texts(rows: Sequence[Row], header_row: int | None) -> dict[int, str]:
    """The text above each column; where the header's own cell is empty, the one above it, of a header in two rows."""
    if header_row is None:
        return {}
    texts = _texts(rows[header_row])
    above = _texts(rows[header_row - 1]) if header_row else {}
    days = _days_above(above, texts)
    if len(above) > 1 and (days or _is_upper_half(above, texts)):
        texts = above | texts
    return texts | days


def _days_above(above: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """`09/03` over two columns that are called `AM` and `PM`: each is that day. A merged cell reaches to the next."""
    days: dict[int, str] = {}
    day = ""
    for index in range(max((*above, *texts), default=-1) + 1):
        day = above.get(index, day if index in texts else "")
        text = texts.get(index, "")
        if text and (is_half(text) or said_by(text)) and said_by(day):
            days[index] = f"{day} {text}"
    return days


def _texts(row: Row) -> dict[int, str]:
    return {index: text_of(value)[:LONGEST_HEADER] for index, value in enumerate(row) if is_filled(value)}


def _is_upper_half(above: Mapping[int, str], texts: Mapping[int, str]) -> bool:
    return any(fields.guess(text).field for index, text in above.items() if index not in texts)


def _column(index: int, header: str, values: Sequence[CellValue]) -> ColumnGuess:
    samples = tuple(dict.fromkeys(text_of(value) for value in values if is_filled(value)))[:SAMPLES]
    field, sure = _field(header, values)
    return ColumnGuess(index, header, field, sure, samples)


def _field(header: str, values: Sequence[CellValue]) -> tuple[Field | None, bool]:
    """What the header says, checked against the values; what they say when the header is unknown."""
    guess = fields.guess(header)
    if guess.field is None:
        told = None if guess.sure else content.told_by(values)
        return (told, False) if not header or told in (Field.PHONE, Field.NATIONAL_ID, Field.SEX) else (None, False)
    if guess.field is Field.SCORE and content.denies(Field.SCORE, values):
        return Field.REMARK, False  # "Note" is a score in French and a remark in English
    if content.denies(guess.field, values):
        told = content.told_by(values)
        return (told if told in content.TESTS else None), False
    return guess.field, guess.sure and content.fits(guess.field, values)


def _names_told_apart(columns: list[ColumnGuess]) -> list[ColumnGuess]:
    """`Nom` beside `Prénom` is the family name; `Name` beside `Surname` is the given one."""
    have = {column.field for column in columns}
    if Field.NAME not in have or len(have & NAMES) != 2:
        return columns
    other = Field.FAMILY if Field.GIVEN in have else Field.GIVEN
    return [replace(column, field=other) if column.field is Field.NAME else column for column in columns]


def _vagueness(column: ColumnGuess) -> int:
    """A date of birth says more than a year, and a year more than an age."""
    if column.field is not Field.BIRTH or any(looks_like_date(text) for text in column.samples):
        return 0
    return 1 if any(len(text) >= 4 for text in column.samples) else 2


def _without_rivals(columns: Sequence[ColumnGuess]) -> tuple[ColumnGuess, ...]:
    """Each field once: sure before unsure, then with content, then the first. The others stay unmapped."""
    best: dict[Field, ColumnGuess] = {}
    for column in sorted(columns, key=lambda c: (not c.sure, not c.samples, _vagueness(c), c.index)):
        if column.field:
            best.setdefault(column.field, column)
    return tuple(
        column if column.field is None or best[column.field] is column else replace(column, field=None, sure=False)
        for column in columns
    )
