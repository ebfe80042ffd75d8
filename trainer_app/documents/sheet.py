"""A table as words and figures: the one source of rows for the screen's print, Excel, LibreOffice and text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

Value = str | int | float | date | None
Row = Sequence[Value]
Line = TypeVar("Line")

LONGEST_PAGE_NAME = 31
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"  # 0.5 is shown as 50 %
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: float  # millimetres on paper
    kind: Kind = Kind.TEXT
    centred: bool = False
    short: str = ""  # the title on paper, where it differs

    @property
    def paper_title(self) -> str:
        return self.short or self.title


@dataclass(frozen=True)
class Lines(Generic[Line]):
    """Rows made when they are asked for, so that a long list is never in memory twice."""

    of: Collection[Line]
    as_row: Callable[[Line], Row]

    def __len__(self) -> int:
        return len(self.of)

    def __iter__(self) -> Iterator[Row]:
        return map(self.as_row, self.of)

    def __contains__(self, row: object) -> bool:
        return any(row == own for own in self)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, what stands above it (label, words) and what it adds up to."""

    title: str
    columns: tuple[Column, ...]
    rows: Collection[Row]
    preamble: tuple[tuple[str, str], ...] = ()
    totals_heading: tuple[str, ...] = ()
    totals: tuple[Row, ...] = ()
    frozen_columns: int = 0
    note: str = ""
    """What the totals count, below them on paper; in a sheet it stands in the preamble."""

    @property
    def heading(self) -> tuple[str, ...]:
        """The titles, each of them once: a second "Day 1" becomes "Day 1 (2)"."""
        titles = [column.title for column in self.columns]
        again = [titles[:place].count(title) for place, title in enumerate(titles)]
        return tuple(f"{title} ({n + 1})" if n else title for title, n in zip(titles, again, strict=True))

    @property
    def about(self) -> tuple[Row, ...]:
        """The second page of a workbook: the preamble, a gap, and the totals."""
        gap: tuple[Row, ...] = ((),) if self.preamble and self.totals else ()
        heading: tuple[Row, ...] = (self.totals_heading,) if self.totals else ()
        return (*self.preamble, *gap, *heading, *self.totals)


def clean(text: str) -> str:
    """Without the characters that no XML file may hold."""
    return _UNPRINTABLE.sub("", text)


def page_name(title: str) -> str:
    """What Excel and LibreOffice take as the name of a page."""
    words = "".join(" " if character in "[]:*?/\\" else character for character in clean(title))
    return words.strip(" '")[:LONGEST_PAGE_NAME].strip(" '") or "1"


def page_names(titles: Sequence[str]) -> list[str]:
    """A name for each page, no two of them the same: neither program tells "A" from "a"."""
    names: list[str] = []
    taken: set[str] = set()
    for title in titles:
        name = wanted = page_name(title)
        again = 1
        while name.casefold() in taken:
            again += 1
            end = f" ({again})"
            name = wanted[: LONGEST_PAGE_NAME - len(end)].rstrip(" '") + end
        taken.add(name.casefold())
        names.append(name)
    return names
