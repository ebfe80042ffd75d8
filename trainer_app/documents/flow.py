"""Words that run on from page to page. They are laid out before any is drawn, so that a page knows its number.

A piece is a flowable of ReportLab. One that does not fit goes on on the next page where it can be broken, and a
heading never stands alone at the foot of a page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from trainer_app.documents import fonts, style
from trainer_app.documents.fonts import marked
from trainer_app.documents.style import mm

BULLET, BOX = "●", "☐"
MARKS, GLYPH = (BULLET, BOX), 0.8  # how large they are beside their words
READABLE = 12.0  # points: what is read standing, the paper on the table
INDENT = 6 * mm
LEADING = 1.25
PADDING = 2 * mm
ENDLESS = 1_000_000.0
TALLEST_HEADING = 120.0  # what is taller may well stand at the foot of a page


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece, and how far its lower edge is under the top of its page or cell."""

    piece: Flowable
    depth: float


def fill(waiting: deque[Flowable], width: float, height: float, whole: bool = False) -> list[Placed]:
    """Take from the front of `waiting` what fits; what is left there belongs to the next page.

    `whole`: a piece is broken only when no page could hold it.
    """
    placed: list[Placed] = []
    depth = 0.0
    while waiting:
        piece = waiting[0]
        depth += piece.getSpaceBefore() if placed else 0
        _, own = piece.wrap(width, ENDLESS)
        if depth + own > height:
            return placed if whole and placed else _broken(waiting, placed, depth, width, height)
        depth += own
        placed.append(Placed(waiting.popleft(), depth))
        depth += piece.getSpaceAfter()
    return placed


def _broken(waiting: deque[Flowable], placed: list[Placed], depth: float, width: float, height: float) -> list[Placed]:
    """The first that does not fit whole: a part of it, or else not the headings that belong to it either."""
    parts = waiting[0].split(width, height - depth) if height > depth and not _is_heading(waiting[0]) else []
    if parts:
        waiting.popleft()
        waiting.extendleft(reversed(parts[1:]))
        _, own = parts[0].wrap(width, ENDLESS)
        return [*placed, Placed(parts[0], depth + own)]
    while placed and _is_heading(placed[-1].piece):
        waiting.appendleft(placed.pop().piece)
    return placed


def _is_heading(piece: Flowable) -> bool:
    return bool(piece.getKeepWithNext()) and piece.height < TALLEST_HEADING


def pages(pieces: Iterable[Flowable], width: float, height: float, whole: bool = False) -> list[list[Placed]]:
    waiting = deque(pieces)
    found: list[list[Placed]] = []
    while waiting:
        placed = fill(waiting, width, height, whole)
        if not placed:  # nothing may hold up the paper, not even what is higher than a page
            piece = waiting.popleft()
            placed = [Placed(piece, piece.wrap(width, ENDLESS)[1])]
        found.append(placed)
    return found


def draw(canvas: Canvas, placed: Sequence[Placed], left: float, top: float) -> None:
    for one in placed:
        one.piece.drawOn(canvas, left, top - one.depth)


def deepest(placed: Sequence[Placed]) -> float:
    return placed[-1].depth if placed else 0.0


def words(
    text: str,
    size: float = READABLE,
    name: str = fonts.SANS,
    *,
    before: float = 0,
    with_next: bool = False,
    mark: str = "",
    hanging: float = 0,
    leading: float = LEADING,
) -> Flowable:
    """A paragraph; `mark` is a bullet or a number before it, `hanging` how far its further lines are moved in."""
    indent, first_line = (INDENT, 0.0) if mark else (hanging, -hanging)
    paragraph = marked(text, _style(name, size, before, with_next, indent, first_line, mark in MARKS, leading))
    paragraph.bulletText = mark or None
    return paragraph


@cache
def _style(
    name: str,
    size: float,
    before: float,
    with_next: bool,
    indent: float,
    first_line: float,
    is_glyph: bool,
    leading: float,
) -> ParagraphStyle:
    bullet = fonts.MARKS if is_glyph else name
    fonts.font(bullet)
    return ParagraphStyle(
        name,
        style.paragraph(name, size, leading),
        spaceBefore=before,
        keepWithNext=int(with_next),
        leftIndent=indent,
        firstLineIndent=first_line,
        bulletFontName=bullet,
        bulletFontSize=size * (GLYPH if is_glyph else 1),
        allowWidows=0,
    )


def heading(text: str, size: float = READABLE + 1, before: float = 4 * mm) -> Flowable:
    return words(text, size, fonts.BOLD, before=before, with_next=True)


def listed(texts: Sequence[str], mark: str = BULLET, size: float = READABLE) -> list[Flowable]:
    return [words(text, size, mark=mark, before=1 * mm) for text in texts if text]


def numbered(texts: Sequence[str], size: float = READABLE) -> list[Flowable]:
    return [words(text, size, mark=f"{n}.", before=1 * mm) for n, text in enumerate(texts, start=1)]


def titled(title: str, inside: Sequence[Flowable], size: float = READABLE) -> list[Flowable]:
    """Nothing at all where nothing stands under the title."""
    return [heading(title, size + 1), *inside] if inside else []


class Anchor(Flowable):  # type: ignore[misc]
    """A place that the outline of the file leads to; it takes no room."""

    def __init__(self, title: str, level: int = 1) -> None:
        super().__init__()
        self.title, self.level = title, level
        self.width = self.height = 0
        self.keepWithNext = True

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        """It is found by the page that holds it."""


class Square(Flowable):  # type: ignore[misc]
    """To be ticked with a pen, in the middle of its cell."""

    def __init__(self, side: float, room: float) -> None:
        super().__init__()
        self._left = (room - side) / 2
        self.width, self.height = room, side

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setLineWidth(style.LINE)
        self.canv.rect(self._left, 0, self.height, self.height)


class Tag(Flowable):  # type: ignore[misc]
    """A few words in a frame of their own, seen from afar."""

    SIZES = ((10.5, 1), (10.5, 3))

    def __init__(self, text: str, before: float = 1 * mm) -> None:
        super().__init__()
        self._text = text
        self.spaceBefore = before
        self.keepWithNext = True

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self._size, self._lines = fonts.fitted(self._text, fonts.SEMIBOLD, width - 2 * PADDING, self.SIZES)
        longest = max(fonts.width(line, fonts.SEMIBOLD, self._size) for line in self._lines)
        self.width, self.height = longest + 2 * PADDING, len(self._lines) * self._size * 1.2 + 4
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setLineWidth(style.LINE)
        self.canv.roundRect(0, 0, self.width, self.height, 1.5 * mm)
        for number, line in enumerate(self._lines):
            y = self.height - 2 - self._size * (0.95 + 1.2 * number)
            fonts.draw(self.canv, PADDING, y, line, fonts.SEMIBOLD, self._size)


class Row(Flowable):  # type: ignore[misc]
    """A row of a table: cells that hold pieces. What does not fit on the page goes on on the next.

    `again` stands in the first cell there, to say of what it is the rest.
    """

    def __init__(
        self,
        cells: Sequence[Sequence[Flowable]],
        widths: Sequence[float],
        least: float = 0,
        before: float = 0,
        again: Sequence[Flowable] = (),
    ) -> None:
        super().__init__()
        self._cells, self._widths, self._least, self._again = cells, widths, least, again
        self.spaceBefore = before

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        rooms = [width - 2 * PADDING for width in self._widths]
        self._placed = [fill(deque(cell), room, ENDLESS) for cell, room in zip(self._cells, rooms, strict=True)]
        self.width = sum(self._widths)
        self.height = max(self._least, max(map(deepest, self._placed)) + 2 * PADDING)
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """The longest cell says where the row is broken: where nothing of it fits, the row is not."""
        heads, tails = [], []
        for cell, width in zip(self._cells, self._widths, strict=True):
            waiting = deque(cell)
            heads.append([one.piece for one in fill(waiting, width - 2 * PADDING, height - 2 * PADDING)])
            tails.append(list(waiting))
        longest = max(range(len(self._cells)), key=self._depth)
        if height < self._least or not heads[longest] or not any(tails):
            return []
        tails[0] = tails[0] or list(self._again)
        head = type(self)(heads, self._widths, before=self.spaceBefore)
        return [head, type(self)(tails, self._widths, again=self._again)]

    def _depth(self, cell: int) -> float:
        return deepest(self._placed[cell])

    def draw(self) -> None:
        x = 0.0
        for placed, width in zip(self._placed, self._widths, strict=True):
            draw(self.canv, placed, x + PADDING, self.height - PADDING)
            x += width
        self._draw_lines()

    def _draw_lines(self) -> None:
        self.canv.setLineWidth(style.LINE)
        x = 0.0
        for width in self._widths:
            self.canv.rect(x, 0, width, self.height)
            x += width


class Barred(Row):
    """Words beside a thick bar: they are for the trainer's eyes."""

    def _draw_lines(self) -> None:
        self.canv.setLineWidth(1 * mm)
        self.canv.line(0.5 * mm, 0, 0.5 * mm, self.height)
