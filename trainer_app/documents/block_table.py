"""A table to write in, among what flows over pages: its rows are as high as their words and as a hand need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from trainer_app.documents import fonts
from trainer_app.documents.blocks import ENDLESS, Block
from trainer_app.documents.fonts import P
from trainer_app.documents.style import mm

PADDING = 1.5 * mm
NARROWEST = 18 * mm  # in which a hand can still write a sum or a date
TALLEST = 80 * mm  # of a row; words that need more stand under each other
FIRST_SHARE = 0.45  # of the width, at most, for words that head a row

Cells = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Heads over columns; the first cells of a row may have words, the others are empty."""

    widths: tuple[float, ...]
    heads: Cells
    rows: tuple[Cells, ...]
    least: float
    """The height of a row in which one writes."""
    before: float = 0.0
    keeps: bool = False

    def height(self, room: float) -> float:
        return self._head + sum(map(self._high, self.rows))

    def split(self, room: float, high: float) -> Sequence[Block]:
        """The heads are said again over the rest."""
        used, fits = self._head, 0
        for row in self.rows:
            used += self._high(row)
            if used > high:
                break
            fits += 1
        if not 0 < fits < len(self.rows):
            return ()
        first = Table(self.widths, self.heads, self.rows[:fits], self.least)
        return first, Table(self.widths, self.heads, self.rows[fits:], self.least)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        edges = [x]
        for width in self.widths:
            edges.append(edges[-1] + width)
        ys = [top, top - self._head]
        self._draw_cells(canvas, self.heads, edges, top)
        for row in self.rows:
            self._draw_cells(canvas, row, edges, ys[-1])
            ys.append(ys[-1] - self._high(row))
        canvas.grid(edges, ys)

    @property
    def tallest(self) -> float:
        return max(map(self._tallest, (self.heads, *self.rows)))

    @property
    def _head(self) -> float:
        return self._tallest(self.heads)

    def _high(self, row: Cells) -> float:
        return max(self.least, self._tallest(row))

    def _tallest(self, cells: Cells) -> float:
        pairs = zip(cells, self.widths, strict=False)
        tallest = max((cell.wrap(width - 2 * PADDING, ENDLESS)[1] for cell, width in pairs), default=0.0)
        return float(tallest) + 2 * PADDING

    def _draw_cells(self, canvas: Canvas, cells: Cells, edges: Sequence[float], top: float) -> None:
        for cell, width, x in zip(cells, self.widths, edges, strict=False):
            cell.wrap(width - 2 * PADDING, ENDLESS)
            cell.drawOn(canvas, x + PADDING, top - PADDING - float(cell.height))


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    room: float,
    head: ParagraphStyle,
    body: ParagraphStyle,
    least: float,
    before: float = 0.0,
) -> Table | None:
    """None where the words are too long to stand beside each other."""
    columns = [[words, *(row[place] for row in rows if place < len(row))] for place, words in enumerate(heads)]
    widths = _widths([_narrowest(column, head) for column in columns], columns, room, body)
    if widths is None:
        return None
    cells = tuple(tuple(P(words, body) for words in row) for row in rows)
    made = Table(widths, tuple(P(words, head) for words in heads), cells, least, before)
    return made if made.tallest <= TALLEST else None


def _narrowest(words: Sequence[str], like: ParagraphStyle) -> float:
    """The longest word decides: none is broken where another column has room to give."""
    longest = max(
        (fonts.width(word, like.fontName, like.fontSize) for text in words for word in text.split()), default=0
    )
    return max(NARROWEST, longest + 2 * PADDING + 1)


def _widths(
    least: Sequence[float], columns: Sequence[Sequence[str]], room: float, body: ParagraphStyle
) -> tuple[float, ...] | None:
    """Words that head the rows get what they ask for, within their share; the other columns are alike."""
    if len(least) == 1:
        return (room,)
    if sum(least) > room:
        return None
    spare = room - sum(least)
    if len(columns[0]) == 1:
        return _alike(least, room)
    natural = max(fonts.width(text, body.fontName, body.fontSize) for text in columns[0][1:])
    wanted = min(natural + 2 * PADDING + 1, FIRST_SHARE * room) - least[0]
    first = least[0] + min(max(wanted, 0.0), spare)
    return (first, *_alike(least[1:], room - first))


def _alike(least: Sequence[float], room: float) -> tuple[float, ...]:
    """As equal as their words let them be: what is wider than an equal share keeps its width."""
    wide = [width for width in least if width > room / len(least)]
    if not wide or len(wide) == len(least):
        return tuple(width * room / sum(least) for width in least) if wide else (room / len(least),) * len(least)
    share = iter(_alike([width for width in least if width <= room / len(least)], room - sum(wide)))
    return tuple(width if width > room / len(least) else next(share) for width in least)
