"""Tables drawn straight on the page: rows of one height, so that the number of pages is known beforehand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from itertools import accumulate

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import fonts, style
from trainer_app.documents.sheet import Column
from trainer_app.documents.style import mm

PADDING = 1 * mm  # beside words
AIR = 1.0  # points above and below them
Sizes = tuple[float, ...]


def edges(columns: Sequence[Column], left: float) -> list[float]:
    return list(accumulate((column.width * mm for column in columns), initial=left))


def draw_table(
    canvas: Canvas,
    columns: Sequence[Column],
    rows: Collection[Sequence[str]],
    left: float,
    top: float,
    head_height: float,
    row_height: float,
) -> float:
    """Header row and rows of words; returns the height left below."""
    xs = edges(columns, left)
    titles = [column.paper_title for column in columns]
    _draw_row(canvas, columns, titles, xs, top, head_height, fonts.SEMIBOLD, style.COLUMN_HEAD_SIZES)
    ys = [top, *(top - head_height - n * row_height for n in range(len(rows) + 1))]
    for row, y in zip(rows, ys[1:], strict=False):
        _draw_row(canvas, columns, row, xs, y, row_height, fonts.SANS, style.CELL_SIZES)
    canvas.grid(xs, ys)
    return ys[-1]


def _draw_row(
    canvas: Canvas,
    columns: Sequence[Column],
    row: Sequence[str],
    xs: Sequence[float],
    top: float,
    height: float,
    name: str,
    sizes: Sizes,
) -> None:
    for column, words, x in zip(columns, row, xs, strict=False):
        if words:
            draw_cell(canvas, words, x, top, column.width * mm, height, name, sizes, column.centred)


def draw_cell(
    canvas: Canvas,
    words: str,
    x: float,
    top: float,
    width: float,
    height: float,
    name: str,
    sizes: Sizes,
    centred: bool = False,
) -> None:
    """Words in the middle of the height of a cell, in as many lines as they need and it holds."""
    allowed = tuple((size, lines_in(height, size)) for size in sizes)
    size, lines = fonts.fitted(words, name, width - 2 * PADDING, allowed)
    leading = style.leading(size)
    y = top - (height - leading * len(lines)) / 2 - size * 0.95
    for line in lines:
        if centred:
            fonts.draw_centred(canvas, x + width / 2, y, line, name, size)
        else:
            fonts.draw(canvas, x + PADDING, y, line, name, size)
        y -= leading


@cache
def lines_in(height: float, size: float) -> int:
    return max(1, int((height - 2 * AIR) / style.leading(size)))


def pages_of(rows: int, first: int, following: int) -> list[range]:
    """Which rows stand on which page; a list of nobody still has one."""
    starts = [0, *range(first, max(rows, 1), following)]
    ends = [*starts[1:], rows]
    return [range(start, end) for start, end in zip(starts, ends, strict=True)]
