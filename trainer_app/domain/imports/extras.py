"""Rows that are no entry of a list, though they stand in it: totals, signatures, notes, repeated headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer_app.domain.imports import content
from trainer_app.domain.imports.cells import CellValue, Row, cell, filled, is_filled, text_of
from trainer_app.domain.imports.columns import Proposal, is_tags
from trainer_app.domain.imports.fields import NAMES, Field
from trainer_app.domain.people import folded

TOTAL = re.compile(r"(grand |sous[ -]|sub)?(total|totaux|igiteranyo)\b.{0,40}", re.IGNORECASE)
CLOSING = re.compile(
    r"(signature|umukono|signe |fait a |fait le|done at|done on|bikorewe|prepared by|prepare par|byateguwe|"
    r"approved by|approuve par|verifie par|verified by|byemejwe|le formateur|la formatrice|the trainer|"
    r"umuhugurwa|uwahuguye|n b |nb |nota|note |notes |source|legende|legend )"
)
DETAILS = (
    (Field.PHONE, content.is_phone),
    (Field.NATIONAL_ID, content.is_card),
    (Field.SEX, content.is_sex),
    (Field.BIRTH, content.is_birth),
)


class Extras:
    """Tells the rows of one list that are none of its entries."""

    def __init__(self, rows: Sequence[Row], proposal: Proposal) -> None:
        self._names = [c.index for c in proposal.columns if c.field in NAMES]
        self._details = [(i, test) for field, test in DETAILS if (i := proposal.index(field)) is not None]
        self._others = [c.index for c in proposal.columns if c.field and c.field is not Field.NUMBER]
        self._number = proposal.index(Field.NUMBER)
        first = proposal.first_row
        self._header = rows[proposal.header_row] if proposal.header_row is not None else None
        self._end = next((n for n in range(len(rows), first, -1) if self._is_entry(rows[n - 1])), 0)

    def has(self, position: int, row: Row) -> bool:
        """Whether the row, at this position counted from 0, is no entry."""
        if self._is_few(row) and (not filled(row) or self._is_empty_line(row)):
            return True
        if self._is_total(row) or row == self._header or is_tags(row):
            return True
        return self._end <= position if self._end else _is_closing(row)

    def _is_entry(self, row: Row) -> bool:
        """A name with a detail beside it, or one that is written as names are; but no closing words.

        Two details without a name are an entry too: somebody forgot the name, and must be told.
        """
        names = [cell(row, index) for index in self._names if is_filled(cell(row, index))]
        details = sum(test(value) for index, test in self._details if is_filled(value := cell(row, index)))
        if self._is_total(row):
            return False
        if details and (names or details > 1):
            return True
        if not names:
            return False
        if _is_closing(row):
            return False
        said = sum(is_filled(cell(row, index)) for index in self._others)
        return said > 1 or is_filled(cell(row, self._number)) or _reads_as_name(names)

    def _is_few(self, row: Row) -> bool:
        return len(row) - row.count(None) < 3

    def _is_total(self, row: Row) -> bool:
        return bool(TOTAL.fullmatch(_first_text(row)))

    def _is_empty_line(self, row: Row) -> bool:
        """Only a number, for a line that nobody filled in, or one lone text that is in no name's column."""
        said = [index for index, value in enumerate(row) if is_filled(value)]
        return len(said) == 1 and said[0] not in self._names


def _is_closing(row: Row) -> bool:
    return CLOSING.match(folded(_first_text(row)) + " ") is not None


def _reads_as_name(names: Sequence[CellValue]) -> bool:
    text = " ".join(map(text_of, names))
    return content.is_name(text)


def _first_text(row: Row) -> str:
    """The first text of the row: the number before a name is passed over."""
    for value in row:
        if isinstance(value, str) and (text := value.strip()) and not text.isdecimal():
            return text
    return ""
