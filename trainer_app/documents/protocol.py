"""Papers that a committee signs or an office works through: a title, facts, lists and lines to write on, over pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import blocks, fonts, grid, letterhead, style
from trainer_app.documents.blocks import Block, Piece
from trainer_app.documents.output import Tick
from trainer_app.documents.page import Foot, Paper
from trainer_app.documents.sheet import Column
from trainer_app.documents.style import mm
from trainer_app.documents.words import labelled
from trainer_app.domain.letterheads import Letterhead
from trainer_app.i18n import Catalog

TEXT = style.paragraph(fonts.SANS, 9.5, 1.25)
STRONG = style.paragraph(fonts.SEMIBOLD, 10.5)
HEAD = style.paragraph(fonts.BOLD, style.TITLE)
CAPTION = style.paragraph(fonts.SANS, style.SMALL, 1.2)
HEAD_OF_LIST, ROW, TO_WRITE = 8 * mm, 7.5 * mm, 9.5 * mm
APART = 4 * mm
Row = Sequence[str]
Room = Callable[[float], Sequence[Piece]]
"""The width there is > what stands in it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table with rows of one height; what does not fit goes on on the next page, under its header."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    high: float = ROW
    before: float = 1.5 * mm
    keeps: bool = False

    def height(self, _room: float) -> float:
        return HEAD_OF_LIST + self.high * len(self.rows)

    def split(self, _room: float, high: float) -> Sequence[Block]:
        fits = int((high - HEAD_OF_LIST) // self.high)
        if not 0 < fits < len(self.rows):
            return ()
        first = Listing(self.columns, self.rows[:fits], self.high, self.before)
        return first, Listing(self.columns, self.rows[fits:], self.high, 0.0)

    def draw(self, canvas: Canvas, x: float, top: float, _room: float) -> None:
        grid.draw_table(canvas, self.columns, self.rows, x, top, HEAD_OF_LIST, self.high)


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead, above everything else."""

    letterhead: Letterhead
    before: float = 0.0
    keeps: bool = True

    def height(self, room: float) -> float:
        return letterhead.height(self.letterhead, "", room)

    def split(self, _room: float, _high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        letterhead.draw(canvas, self.letterhead, "", x, x + room, top)


def draw(title: str, fill: Room, t: Catalog, file: IO[bytes], tick: Tick, foot: Foot, wide: bool = False) -> int:
    """Draw every page; returns how many there are."""
    size = style.LANDSCAPE if wide else style.A4
    room = size[0] - 2 * style.MARGIN_X
    high = Paper(file, t, title, foot, 0, size).top - (style.MARGIN_Y + 10 * mm)
    head = [Head(foot.letterhead)] if foot.letterhead.has_head else []
    pages = blocks.paged([*head, blocks.words(title, HEAD), *fill(room)], room, high)
    paper = Paper(file, t, title, foot, len(pages), size)
    for page in pages:
        paper.begin()
        blocks.draw(paper.canvas, page, paper.left, paper.top, room)
        paper.end()
        tick(paper.number / len(pages))
    paper.save()
    return len(pages)


def heading(words: str) -> Piece:
    return blocks.words(words, STRONG, APART, keeps=True)


def sentence(words: str, before: float = 1.2 * mm) -> Piece:
    return blocks.words(words, TEXT, before)


def caption(words: str) -> Piece:
    return blocks.words(words, CAPTION, 1.2 * mm)


def point(words: str) -> Piece:
    return blocks.words(words, TEXT, 1 * mm, indent=5 * mm, point="●")


def facts(pairs: Sequence[tuple[str, str]], t: Catalog) -> list[Piece]:
    """`Training: …`, a line each; what is empty is left out."""
    return [sentence(labelled(label, words, t)) for label, words in pairs if words]


def lines(count: int) -> Piece:
    return blocks.Ruled(count, 8 * mm)


def titled(words: str, *pieces: Piece) -> list[Piece]:
    return [heading(words), *pieces]


def signatures(t: Catalog, signatories: Sequence[tuple[str, str]], room: float, empty: int = 0) -> list[Piece]:
    """Name and function of each, and room to sign; `empty` rows for those who are not named yet."""
    width = room / mm
    columns = (
        Column(t.gettext("Name"), width * 0.34),
        Column(t.gettext("Function"), width * 0.26),
        Column(t.gettext("Signature"), width * 0.26),
        Column(t.gettext("Date"), width * 0.14),
    )
    rows = [(name, function, "", "") for name, function in signatories] + [("", "", "", "")] * empty
    return titled(t.gettext("Signatures of the committee"), Listing(columns, tuple(rows), TO_WRITE))
