"""Days, years and ages as lists hold them: cells with a date, text in any order, bare numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from trainer_app.domain.imports.cells import CellValue, text_of
from trainer_app.domain.imports.notes import Note, Problem, Remark, Unreadable
from trainer_app.domain.imports.words import said
from trainer_app.domain.people import folded

OLDEST = 110
SPREADSHEET_BEGAN = date(1899, 12, 30)
SERIALS = range(3_654, 73_051)  # 1910 to 2099
MONTHS = {
    1: "jan january janv janvier mutarama mut",
    2: "feb february fev fevr fevrier gashyantare gas",
    3: "mar march mars werurwe wer",
    4: "apr april avr avril mata mat",
    5: "may mai gicurasi gic",
    6: "jun june juin kamena kam",
    7: "jul july juil juillet nyakanga nya",
    8: "aug august aou aout kanama kan",
    9: "sep sept september septembre nzeri nze",
    10: "oct october octobre ukwakira ukw",
    11: "nov november novembre ugushyingo ugu",
    12: "dec december decembre ukuboza uku",
}
MONTH_OF = {word: month for month, words in MONTHS.items() for word in words.split()}

THREE_NUMBERS = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{4}|\d{2})(?:[ T]\d.*)?")
YEAR_FIRST = re.compile(r"(\d{4})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{1,2})(?:[T ].*)?")
MONTH_AND_YEAR = re.compile(r"(?:00[./-])?(\d{1,2})[./-](\d{4})")
NO_DAY = re.compile(r"0?0[./-]0?0[./-](\d{4})")
EIGHT_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")


class Order(StrEnum):
    """Which number of `03/04/2025` is the day."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    ASSUMED = "assumed"  # day first, as in Rwanda and France, but nothing in the column proves it


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How the dates of one column are to be read."""

    order: Order = Order.ASSUMED
    maybe_swapped: bool = False
    """Text dates all beyond the 12th beside date cells all before the 13th: a spreadsheet set to month first
    has turned round the ones it could."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or only its year."""

    year: int
    day: date | None = None
    remark: Remark | None = None


def date_column(values: Iterable[CellValue], header: str = "") -> DateColumn:
    """What the header says, else what the values prove, taken together."""
    pairs: list[tuple[int, int]] = []
    dates: list[date] = []
    for value in values:
        if isinstance(value, date):
            dates.append(value)
        elif isinstance(value, str) and (match := THREE_NUMBERS.fullmatch(value.strip())):
            pairs.append((int(match[1]), int(match[2])))
    return DateColumn(_said_order(header) or _proven_order(pairs), _are_swapped(pairs, dates))


def _said_order(header: str) -> Order | None:
    plain = folded(header)
    if re.search(r"\b(dd?|jj?)\W?mm?\W?(y|a)", plain):
        return Order.DAY_FIRST
    return Order.MONTH_FIRST if re.search(r"\bmm?\W?(dd?|jj?)\W?(y|a)", plain) else None


def _proven_order(pairs: list[tuple[int, int]]) -> Order:
    day_first = any(first > 12 >= second for first, second in pairs)
    month_first = any(second > 12 >= first for first, second in pairs)
    if day_first == month_first:
        return Order.ASSUMED
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


def _are_swapped(pairs: list[tuple[int, int]], dates: list[date]) -> bool:
    return (
        len(pairs) >= 3
        and len(dates) >= 3
        and all(first > 12 for first, _ in pairs)
        and all(day.day <= 12 for day in dates)
    )


def read_day(value: CellValue, column: DateColumn, today: date) -> Day | None:
    """The day or year in a cell; None when it is blank. Raises Unreadable."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Day(value.year, value, Remark(Note.MAYBE_SWAPPED) if column.maybe_swapped else None)
    text = said(value)
    if not text:
        return None
    try:
        day = _from_number(text, today) if text.isdecimal() else _from_text(text, column, today)
    except ValueError as error:
        raise Unreadable(Problem.BIRTH_UNREADABLE) from error
    if day is None:
        raise Unreadable(Problem.BIRTH_UNREADABLE)
    return day


def read_birth(value: CellValue, column: DateColumn, today: date) -> Day | None:
    """The day or year a person was born; an age gives the year. Raises Unreadable."""
    day = read_day(value, column, today)
    if day is None:
        return None
    if (day.day or date(day.year, 1, 1)) > today:
        raise Unreadable(Problem.BIRTH_IN_FUTURE)
    if day.year < today.year - OLDEST:
        raise Unreadable(Problem.BIRTH_TOO_OLD)
    return day


def _from_number(text: str, today: date) -> Day | None:
    """An age, a year, a day written without marks, or the number by which a spreadsheet counts days."""
    number = int(text)
    if number <= OLDEST:
        return Day(today.year - number, None, Remark(Note.YEAR_FROM_AGE, text))
    if 1900 <= number <= 2100:
        return Day(number)
    if number in SERIALS:
        day = SPREADSHEET_BEGAN + timedelta(days=number)
        return Day(day.year, day, Remark(Note.DATE_FROM_NUMBER, text))
    if match := EIGHT_DIGITS.fullmatch(text):
        return _exact(int(match[1]), int(match[2]), int(match[3]))
    return None


def _from_text(text: str, column: DateColumn, today: date) -> Day | None:
    if match := YEAR_FIRST.fullmatch(text):
        return _exact(int(match[1]), int(match[2]), int(match[3]))
    if match := NO_DAY.fullmatch(text):
        return Day(int(match[1]))
    if match := THREE_NUMBERS.fullmatch(text):
        return _in_order(int(match[1]), int(match[2]), _whole_year(match[3], today), column)
    if match := MONTH_AND_YEAR.fullmatch(text):
        return Day(int(match[2])) if 0 <= int(match[1]) <= 12 else None
    return _with_month_name(text, today)


def _exact(year: int, month: int, day: int) -> Day:
    return Day(year, date(year, month, day))


def _in_order(first: int, second: int, year: int, column: DateColumn) -> Day:
    """A number above 12 is the day, wherever it stands; else the column decides."""
    swap = second > 12 or (column.order is Order.MONTH_FIRST and first <= 12)
    day, month = (second, first) if swap else (first, second)
    is_open = column.order is Order.ASSUMED and first <= 12 and second <= 12 and first != second
    return Day(year, date(year, month, day), Remark(Note.ASSUMED_DAY_FIRST) if is_open else None)


def _with_month_name(text: str, today: date) -> Day | None:
    """`12 Werurwe 1990`, `1er mai 85`, `March 12, 1990`, `Dec-27 2020`, `mai 1990`."""
    words = re.findall(r"[^\W\d_]+|\d+", folded(text).replace("1er", "1"))
    months = [MONTH_OF[word] for word in words if word in MONTH_OF]
    numbers = [word for word in words if word.isdecimal()]
    if len(months) != 1 or len(words) - len(numbers) > 2:
        return None
    if len(numbers) == 1 and len(numbers[0]) == 4:
        return Day(int(numbers[0]))
    if len(numbers) != 2:
        return None
    day, year = numbers if len(numbers[0]) <= 2 else reversed(numbers)
    return _exact(_whole_year(year, today), months[0], int(day))


def _whole_year(text: str, today: date) -> int:
    """`90` is 1990 and `05` is 2005: the latest year that is not ahead."""
    if len(text) == 4:
        return int(text)
    century = today.year // 100 * 100
    year = century + int(text)
    return year if year <= today.year else year - 100


def looks_like_date(value: CellValue) -> bool:
    if isinstance(value, date):
        return True
    text = text_of(value)
    return bool(THREE_NUMBERS.fullmatch(text) or YEAR_FIRST.fullmatch(text) or NO_DAY.fullmatch(text)) or (
        any(map(str.isdigit, text)) and any(word in MONTH_OF for word in re.findall(r"[a-z]+", folded(text)))
    )
