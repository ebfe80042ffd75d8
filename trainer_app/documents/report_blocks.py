"""Pieces that reports and minutes share: a bar with its value, empty frames for photographs, boxes to sign in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from trainer_app.documents import fonts, style
from trainer_app.documents.block_table import PADDING, Table
from trainer_app.documents.blocks import ENDLESS, Block, NewPage, Piece, Together, Words, words
from trainer_app.documents.fonts import P
from trainer_app.documents.protocol import CAPTION, TEXT
from trainer_app.documents.style import mm
from trainer_app.documents.words import labelled
from trainer_app.i18n import Catalog

CELL = style.paragraph(fonts.SANS, style.BODY, 1.18)
CELL_HEAD = style.paragraph(fonts.SEMIBOLD, style.HEAD_OF_COLUMN, 1.15)
BAR, BETWEEN_BARS = 4.2 * mm, 2 * mm
HATCH = 1.6 * mm
PHOTO_CAPTION = 12 * mm
SIGNING, APART = 52 * mm, 4 * mm


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    share: float
    """Of the whole width, 0 to 1."""
    value: str
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under each other, each with its value: told apart by hatching, never by a shade."""

    bars: tuple[Bar, ...]
    before: float = 1.5 * mm
    keeps: bool = False
    label: float = 64 * mm
    value: float = 30 * mm

    def height(self, _room: float) -> float:
        return len(self.bars) * (BAR + BETWEEN_BARS)

    def split(self, _room: float, _high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        whole = room - self.label - self.value
        for place, bar in enumerate(self.bars):
            y = top - place * (BAR + BETWEEN_BARS) - BAR
            size, lines = fonts.fitted(bar.label, fonts.SANS, self.label - 2 * mm, style.ONE_LINE)
            fonts.draw(canvas, x, y + 1.1 * mm, lines[0], fonts.SANS, size)
            self._draw_bar(canvas, x + self.label, y, whole, bar)
            fonts.draw(canvas, x + self.label + whole + 2 * mm, y + 1.1 * mm, bar.value, fonts.SEMIBOLD, style.BODY)

    def _draw_bar(self, canvas: Canvas, x: float, y: float, whole: float, bar: Bar) -> None:
        canvas.rect(x, y, whole, BAR)
        wide = whole * min(max(bar.share, 0.0), 1.0)
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(x, y, wide, BAR)
        canvas.clipPath(clip, stroke=1, fill=0)
        if bar.hatched:
            for step in range(int((wide + BAR) / HATCH) + 1):
                canvas.line(x + step * HATCH - BAR, y, x + step * HATCH, y + BAR)
        else:
            canvas.setFillGray(0)
            canvas.rect(x, y, wide, BAR, stroke=0, fill=1)
        canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Facts:
    """`Training: …` in two columns, read down the left one first; each as high as its words need."""

    facts: tuple[Paragraph, ...]
    before: float = 1.5 * mm
    keeps: bool = False

    def height(self, room: float) -> float:
        return sum(self._heights(room))

    def split(self, _room: float, _high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        y = top
        heights = self._heights(room)
        for number, high in enumerate(heights):
            for column, fact in enumerate(self.facts[number :: len(heights)]):
                fact.drawOn(canvas, x + column * (room / 2), y - float(fact.height))
            y -= high

    def _heights(self, room: float) -> list[float]:
        rows = -(-len(self.facts) // 2)
        wide = room / 2 - APART
        tall = [float(fact.wrap(wide, ENDLESS)[1]) for fact in self.facts]
        return [max(tall[number::rows]) + 1.0 * mm for number in range(rows)]


@dataclass(frozen=True, slots=True)
class ToFill:
    """Words beside each other, each with a line to write on."""

    words: tuple[str, ...]
    before: float = 4 * mm
    keeps: bool = False

    def height(self, _room: float) -> float:
        return 8 * mm

    def split(self, _room: float, _high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        wide, y = room / len(self.words), top - 6 * mm
        for place, asked in enumerate(self.words):
            left, right = x + place * wide, x + (place + 1) * wide - 4 * mm
            size, lines = fonts.fitted(asked, fonts.SANS, (right - left) * 0.6, style.ONE_LINE)
            fonts.draw(canvas, left, y, lines[0], fonts.SANS, size)
            canvas.line(left + fonts.width(lines[0], fonts.SANS, size) + 2 * mm, y - 0.8 * mm, right, y - 0.8 * mm)


@dataclass(frozen=True, slots=True)
class Frames:
    """Empty frames beside each other, each with a line for what the picture shows."""

    count: int
    high: float
    caption: str
    before: float = 2 * mm
    keeps: bool = False

    def height(self, _room: float) -> float:
        return self.high + PHOTO_CAPTION

    def split(self, _room: float, _high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        gap = 5 * mm
        wide = (room - (self.count - 1) * gap) / self.count
        for place in range(self.count):
            left = x + place * (wide + gap)
            canvas.rect(left, top - self.high, wide, self.high)
            y = top - self.high - 8 * mm
            _label(canvas, left, y + 0.6 * mm, self.caption, wide * 0.4, fonts.SANS)
            canvas.line(left + wide * 0.4, y, left + wide, y)


@dataclass(frozen=True, slots=True)
class Signing:
    """Three boxes beside each other on an upright page: who signs, and below a stamp has room where there is one."""

    t: Catalog
    before: float = 4 * mm
    keeps: bool = False

    def height(self, _room: float) -> float:
        return SIGNING

    def split(self, _room: float, _high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        t, wide = self.t, (room - 2 * APART) / 3
        signers = (t.gettext("Trainer"), False), (t.gettext("Coordinator"), True), (t.gettext("Local authority"), True)
        for place, (who, stamps) in enumerate(signers):
            self._draw_box(canvas, x + place * (wide + APART), top, wide, who, stamps)

    def _draw_box(self, canvas: Canvas, x: float, top: float, wide: float, who: str, stamps: bool) -> None:
        t = self.t
        canvas.rect(x, top - SIGNING, wide, SIGNING)
        _label(canvas, x + 2 * mm, top - 5 * mm, who, wide - 4 * mm, fonts.SEMIBOLD)
        for number, asked in enumerate((t.gettext("Name"), t.gettext("Function"), t.gettext("Date"))):
            y = top - (12 + 6.5 * number) * mm
            _label(canvas, x + 2 * mm, y, asked, 17 * mm, fonts.SANS)
            canvas.line(x + 20 * mm, y - 0.6 * mm, x + wide - 2 * mm, y - 0.6 * mm)
        below = t.gettext("Signature and stamp") if stamps else t.gettext("Signature")
        _label(canvas, x + 2 * mm, top - 31 * mm, below, wide - 4 * mm, fonts.SANS)


def _label(canvas: Canvas, x: float, y: float, words: str, room: float, name: str) -> None:
    size, lines = fonts.fitted(words, name, room, ((style.SMALL, 1), (style.LEAST, 1)))
    fonts.draw(canvas, x, y, lines[0], name, size)


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], least: float = 6.5 * mm
) -> Table:
    """A table whose rows are as high as their words need. `widths` are shares of the room that was counted on."""
    return Table(
        tuple(widths),
        tuple(P(words, CELL_HEAD) for words in heads),
        tuple(tuple(P(words, CELL) for words in row) for row in rows),
        max(least, CELL.leading + 2 * PADDING),
        1.5 * mm,
    )


def paragraphs(text: str, before: float = 1.2 * mm) -> list[Piece]:
    """Words that somebody typed, a line of theirs a paragraph."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [words(line, TEXT, before if number == 0 else 0.6 * mm) for number, line in enumerate(lines)]


def box_to_tick(text: str) -> Words:
    return words(text, TEXT, 1.4 * mm, indent=6 * mm, square=3.4 * mm)


def note(text: str) -> Words:
    return words(text, CAPTION, 1.2 * mm)


def together(*pieces: Piece) -> Together:
    """On one page when a page holds them."""
    return Together(tuple(piece for piece in pieces if not isinstance(piece, NewPage)))


def facts(pairs: Sequence[tuple[str, str]], t: Catalog) -> Facts:
    """What is empty is left out."""
    return Facts(tuple(P(labelled(label, told, t), TEXT) for label, told in pairs if told))
