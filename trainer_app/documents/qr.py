"""A square that a telephone reads. Black on white; the white around it belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

import segno
from reportlab.pdfgen.canvas import Canvas

MASK = 2
QUIET = 4  # squares of white that a reader needs on every side
Run = tuple[int, int, int]
Words = str | tuple[str, ...]
"""What a square says; in pieces where some of them are of capitals and digits only, which need less room."""


def draw(canvas: Canvas, words: Words, x: float, y: float, size: float) -> None:
    """`words` as a square of `size` with its lower left corner at (x, y), the white around it not counted."""
    rows = matrix(words)
    unit = size / len(rows)
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.translate(x, y)
    canvas.scale(unit, unit)
    canvas.addLiteral(_rectangles(rows))
    canvas.restoreState()


@lru_cache(maxsize=256)
def _rectangles(rows: tuple[tuple[bool, ...], ...]) -> str:
    """In whole squares, from the lower left corner: a thousand numbers with decimals would take most of the time."""
    top = len(rows) - 1
    return " ".join([f"{start} {top - row} {length} 1 re" for row, start, length in _runs(rows)]) + " f"


def quiet(words: Words, size: float) -> float:
    """How much white it needs around it."""
    return QUIET * size / len(matrix(words))


@lru_cache(maxsize=256)
def matrix(words: Words) -> tuple[tuple[bool, ...], ...]:
    """True where it is black. A seventh of it may be torn or dirty before it is not read any more.

    What comes in pieces is signed: its letters are as good as random, so that no mask is better than another, and
    trying all eight takes ten times as long. Its accents are UTF-8, which telephones expect.
    """
    said: Any = words  # segno takes pieces too, and does not say so in its types
    pieces: dict[str, Any] = {} if isinstance(words, str) else {"mask": MASK, "encoding": "utf-8"}
    made = segno.make(said, error="m", micro=False, **pieces)
    return tuple(tuple(map(bool, row)) for row in made.matrix)


def _runs(rows: tuple[tuple[bool, ...], ...]) -> Iterator[Run]:
    """Black squares beside each other as one: (row, first, how many). No hair of white is left between them."""
    for number, row in enumerate(rows):
        start = 0
        for black, squares in groupby(row):
            length = len(tuple(squares))
            if black:
                yield number, start, length
            start += length
