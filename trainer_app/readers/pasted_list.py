"""A list that was copied: from a spreadsheet, or as lines of a message, with a number before and a phone behind."""

from __future__ import annotations

import re

from trainer_app.domain.imports.cells import CellValue
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.readers import delimited
from trainer_app.readers.workbook import MAX_BYTES, MAX_ROWS, Sheet, Workbook, silent

NUMBER = re.compile(r"^[*•·▪◦\-–—✅☑✔🔹🔸▫]*\s*(?:(\d{1,4})\s*(?:[.)\]:/–-]+|\s)\s*|[*•·▪◦✅☑✔]+\s*)?")
PHONE = re.compile(r"(?<![\d+])(\+?\d[\d ().-]{6,18}\d)(?!\d)")
SENDER = re.compile(  # of a chat that was copied: `[09/03/2026, 14:05] Marie: `, `09/03/2026, 14:05 - Marie: `
    r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?\]?(?: -)? [^:]{1,60}: "
)
BETWEEN = " \t,;:–—-|/_*"
SEVERAL = 0.6  # of the lines, with as many marks between their fields: a table


def read(text: str, name: str) -> Workbook:
    """One sheet, called `name`. Raises TrainerError."""
    if len(text) > MAX_BYTES:
        raise TrainerError(_("What was copied is too long for a list of people."), "too_long")
    lines = [line for line in text.replace("\0", "").splitlines() if tidy(line)]
    if is_table(lines):
        return delimited.read(text.encode("utf-8", "replace"), name, silent)
    if len(lines) > MAX_ROWS:
        raise TrainerError(_("The list has more than {limit} rows: cut it into smaller ones.").format(limit=MAX_ROWS))
    return Workbook((Sheet(name, _columns([_parts(SENDER.sub("", line)) for line in lines])),))


def is_table(lines: list[str]) -> bool:
    """Tabs come from a spreadsheet; the same mark as often in most lines is a table as well."""
    if any("\t" in line.strip() for line in lines):
        return True
    return any(_is_even([line.count(mark) for line in lines]) for mark in (";", "|", ","))


def _is_even(counts: list[int]) -> bool:
    most = max(set(counts), key=counts.count, default=0)
    return most > 0 and len(counts) > 1 and counts.count(most) > SEVERAL * len(counts)


def _parts(line: str) -> tuple[str, str, str]:
    """The number, the words and the phone of one line."""
    line = tidy(line)
    phone = next((found for found in PHONE.finditer(line) if _digits(found[1]) >= 8), None)
    said = f"{line[: phone.start()]} {line[phone.end() :]}" if phone else line
    number = NUMBER.match(said.strip())
    words = said.strip()[number.end() :] if number else said
    words = tidy(words.replace("*", " ").replace("( )", " ")).strip(BETWEEN)
    return (number[1] or "" if number else "", words, phone[1].strip() if phone else "")


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


def _columns(rows: list[tuple[str, str, str]]) -> tuple[tuple[CellValue, ...], ...]:
    """With titles above what was told apart; names alone are one column. A greeting stays above the titles."""
    kept = [n for n in range(3) if any(row[n] for row in rows)] or [1]
    told = [tuple(row[n] or None for n in kept) for row in rows]
    if kept == [1]:
        return tuple(told)
    titles = ("N°", _("Name"), _("Phone"))
    begin = next((n for n, row in enumerate(rows) if row[0] or row[2]), 0)
    return (*told[:begin], tuple(titles[n] for n in kept), *told[begin:])
