"""A chart before it is drawn: what its bars say, in words and numbers. Screen and paper draw the same one.

Never a pie; every bar begins at nothing; what a bar says is written on it, so that a photocopy says it too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite

MOST_SERIES = 6
"""More than so many kinds of bar cannot be told from each other on a bad copy."""


class Look(StrEnum):
    """How a bar is filled: told from the others without any colour."""

    WOMEN = "women"  # solid
    MEN = "men"  # diagonal hatch
    UNKNOWN = "unknown"  # dots
    ALL = "all"  # solid: everybody, where they are not told apart
    TARGET = "target"  # an outline: not there yet


class Kind(StrEnum):
    BARS = "bars"  # a bar for each series
    STACKED = "stacked"  # the parts of a whole in one bar, the target as a bar of its own
    LINES = "lines"  # how it went from month to month


class Unit(StrEnum):
    NUMBER = "number"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Series:
    look: Look
    name: str
    letter: str = ""
    """Short, for the words beside a bar of parts: `F 231`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One district, age group or indicator, with a value for each series. None: nobody knows."""

    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    series: tuple[Series, ...]
    rows: tuple[Row, ...]
    kind: Kind = Kind.BARS
    unit: Unit = Unit.NUMBER
    words: str = ""
    """What it shows, in a sentence."""
    notes: tuple[str, ...] = ()
    scale: float | None = None
    """What the longest bar stands for; None: the largest value."""

    def __post_init__(self) -> None:
        if not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"{len(self.series)} series")
        for row in self.rows:
            if len(row.values) != len(self.series):
                raise ValueError(f"{row.label}: {len(row.values)} values for {len(self.series)} series")
            if any(value is not None and (value < 0 or not isfinite(value)) for value in row.values):
                raise ValueError(f"{row.label}: a bar of {row.values}")

    @property
    def is_empty(self) -> bool:
        """Nothing is known of anything."""
        return all(value is None for row in self.rows for value in row.values)

    @property
    def top(self) -> float:
        """What the whole length stands for: the largest bar, and of shares at least the whole."""
        values = [value for row in self.rows for bar in self.bars(row) if (value := bar.value) is not None]
        least = 1.0 if self.unit is Unit.SHARE else 0.0
        return max([*values, self.scale or 0, least]) or 1.0

    def bars(self, row: Row) -> tuple[Bar, ...]:
        """The bars of a row from top to bottom."""
        told = [Part(series, value) for series, value in zip(self.series, row.values, strict=True)]
        if self.kind is not Kind.STACKED:
            return tuple(Bar((part,)) for part in told)
        whole = tuple(part for part in told if part.series.look is not Look.TARGET)
        return (Bar(whole), *(Bar((part,)) for part in told if part.series.look is Look.TARGET))

    def cut(self, most: int) -> tuple[Chart, ...]:
        """Charts of at most so many rows, of one scale, for paper that ends."""
        starts = range(0, max(len(self.rows), 1), most)
        return tuple(replace(self, rows=self.rows[start : start + most], scale=self.top) for start in starts)


@dataclass(frozen=True, slots=True)
class Part:
    series: Series
    value: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    parts: tuple[Part, ...]

    @property
    def value(self) -> float | None:
        known = [part.value for part in self.parts if part.value is not None]
        return sum(known) if known else None


def fewest_rows(rows: tuple[Row, ...], most: int, others: str) -> tuple[Row, ...]:
    """The first `most` rows, the largest kept, and one for all others: what nobody could read is in the table."""
    if len(rows) <= most:
        return rows
    ranked = sorted(rows, key=_size, reverse=True)
    kept = set(map(id, ranked[: most - 1]))
    left = [row for row in rows if id(row) not in kept]
    added = tuple(_added([row.values[number] for row in left]) for number in range(len(left[0].values)))
    return (*(row for row in rows if id(row) in kept), Row(others, added))


def _size(row: Row) -> float:
    return _added(list(row.values)) or 0.0


def _added(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
