"""Words, lines to write on and tables, set one under another on as many pages as they need.

The pages are known before the first of them is drawn, so that each can say how many there are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from trainer_app.documents import fonts, style
from trainer_app.documents.fonts import P
from trainer_app.documents.style import mm

ENDLESS = 100_000.0  # a height that no paragraph reaches


class Block(Protocol):
    """One piece of a page. `before` is the air above it where it does not begin the page."""

    @property
    def before(self) -> float: ...

    @property
    def keeps(self) -> bool:
        """Whether it stays with what follows, as a heading does."""
        ...

    def height(self, room: float) -> float: ...

    def split(self, room: float, high: float) -> Sequence[Block]:
        """The part that fits and the rest; nothing where it cannot be parted there."""
        ...

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Together:
    """What stands on one page when a page holds it."""

    pieces: tuple[Block | Together, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        nested = (piece.blocks if isinstance(piece, Together) else (piece,) for piece in self.pieces)
        return tuple(chain.from_iterable(nested))

    def height(self, room: float) -> float:
        """From the top of the first to the foot of the last."""
        above = sum(after.before for after in self.blocks[1:])
        return above + sum(block.height(room) for block in self.blocks)


class NewPage:
    """What follows begins a page."""


Piece = Block | Together | NewPage
Page = list[tuple[Block, float]]
"""Each block with its distance from the top."""


def paged(pieces: Iterable[Piece], room: float, high: float) -> list[Page]:
    pages: list[Page] = [[]]
    queue = deque(pieces)
    while queue:
        piece, page = queue.popleft(), pages[-1]
        used = page[-1][1] + page[-1][0].height(room) if page else 0.0
        if isinstance(piece, NewPage):
            pages += [[]] if page else []
        elif isinstance(piece, Together):
            height = piece.height(room)
            if page and used + piece.blocks[0].before + height > high >= height:
                pages.append([])
            queue.extendleft(reversed(piece.pieces))
        elif not _set(piece, page, used, queue, room, high):
            pages.append([])
    return [page for page in pages if page] or [[]]


def _set(block: Block, page: Page, used: float, queue: deque[Piece], room: float, high: float) -> bool:
    """Put it on the page, or what fits of it; whether the page may go on. What is left is the next in the queue."""
    top = used + block.before if page else 0.0
    if top + block.height(room) <= high and not (page and _left_alone(block, queue, room, high - top)):
        page.append((block, top))
        return True
    if parts := () if block.keeps and page else block.split(room, high - top):
        page.append((parts[0], top))
        queue.extendleft(reversed(parts[1:]))
    elif page:
        queue.appendleft(block)
    else:
        page.append((block, top))  # higher than a page, and of one piece
    return False


def _left_alone(block: Block, queue: Iterable[Piece], room: float, high: float) -> bool:
    """Whether a heading would stand at the foot of a page, and what it heads on the next."""
    if not block.keeps:
        return False
    left = high - block.height(room)
    for piece in queue:
        following = piece.blocks[0] if isinstance(piece, Together) else piece
        if isinstance(following, NewPage):
            return False
        left -= following.before
        if not following.keeps:
            return following.height(room) > left and not following.split(room, left)
        left -= following.height(room)
    return left < 0


def draw(canvas: Canvas, page: Page, x: float, top: float, room: float) -> None:
    for block, distance in page:
        block.draw(canvas, x, top - distance, room)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. Before its first line there may be a `square` to tick, or the `point` of a list."""

    paragraph: Paragraph
    before: float = 0.0
    keeps: bool = False
    indent: float = 0.0
    square: float = 0.0
    point: str = ""

    def height(self, room: float) -> float:
        _, height = self.paragraph.wrap(room - self.indent, ENDLESS)
        return max(float(height), self.square)

    def split(self, room: float, high: float) -> Sequence[Block]:
        parts = self.paragraph.split(room - self.indent, high)
        if len(parts) < 2:
            return ()
        first, *rest = parts
        after = (Words(part, 0.0, self.keeps, self.indent) for part in rest)
        return Words(first, self.before, False, self.indent, self.square, self.point), *after

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        height, like = self.height(room), self.paragraph.style
        self.paragraph.drawOn(canvas, x + self.indent, top - float(self.paragraph.height))
        if self.point:
            fonts.draw(canvas, x, top - like.fontSize, self.point, like.fontName, like.fontSize * 0.75)
        if self.square:
            canvas.saveState()
            canvas.setLineWidth(1.6 * style.LINE)
            middle = min(height, like.leading) / 2 + 0.3 * mm
            canvas.rect(x + 0.5 * mm, top - middle - self.square / 2, self.square, self.square)
            canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write or draw on."""

    lines: int
    apart: float
    before: float = 0.0
    keeps: bool = False

    def height(self, room: float) -> float:
        return self.lines * self.apart

    def split(self, room: float, high: float) -> Sequence[Block]:
        fits = int(high // self.apart)
        if not 0 < fits < self.lines:
            return ()
        return Ruled(fits, self.apart, self.before), Ruled(self.lines - fits, self.apart)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        for line in range(1, self.lines + 1):
            canvas.line(x, top - line * self.apart, x + room, top - line * self.apart)


def words(
    text: str,
    like: ParagraphStyle,
    before: float = 0.0,
    keeps: bool = False,
    indent: float = 0.0,
    square: float = 0.0,
    point: str = "",
) -> Words:
    """`text` as it is, whatever it holds."""
    return Words(P(text, like), before, keeps, indent, square, point)
