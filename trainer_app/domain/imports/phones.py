"""Telephone numbers as lists hold them."""

from __future__ import annotations

import re

from trainer_app.domain.imports.cells import CellValue
from trainer_app.domain.imports.notes import Note, Problem, Remark, Unreadable
from trainer_app.domain.imports.words import said
from trainer_app.domain.people import PhoneProblem, phone

USUAL = re.compile(r"(?:\+?250|0)?(7[02389]\d{7})")
POWER_OF_TEN = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
AS_FRACTION = re.compile(r"^(\d{8,12})[.,]0$")  # a number that a program wrote into text
BETWEEN = re.compile(r"[/;,|&\n]| (?:or|ou|et|and|na|cg|cyangwa) ", re.IGNORECASE)
NUMBER_INSIDE = re.compile(r"\+?\d[\d ().-]{6,}\d")


def read_phone(value: CellValue) -> tuple[str, Remark | None]:
    """The number as E.164, and what else stood in the cell. Raises Unreadable."""
    text = said(value)
    text = AS_FRACTION.sub(r"\1", text)
    if usual := USUAL.fullmatch(text.replace(" ", "")):
        return "+250" + usual[1], None
    if not text:
        return "", None
    if POWER_OF_TEN.fullmatch(text):
        raise Unreadable(Problem.PHONE_LOST_DIGITS)
    numbers = _numbers(text if not isinstance(value, str) else value)
    if not numbers:
        raise Unreadable(Problem.PHONE_UNREADABLE)
    others = ", ".join(numbers[1:])
    return numbers[0], Remark(Note.SEVERAL_PHONES, others) if others else None


def _numbers(text: str) -> list[str]:
    """The number that the whole text is, or else each number that is written in it."""
    if whole := _number(text):
        return [whole]
    pieces = [piece for part in BETWEEN.split(text) for piece in NUMBER_INSIDE.findall(part)]
    found = [number for piece in pieces for number in _apart(piece)]
    return list(dict.fromkeys(found))


def _apart(piece: str) -> list[str]:
    """One number, or several with only spaces between them."""
    whole = _number(piece)
    return [whole] if whole else [number for word in piece.split() if (number := _number(word))]


def _number(text: str) -> str:
    try:
        return phone(text)
    except PhoneProblem:
        return ""
