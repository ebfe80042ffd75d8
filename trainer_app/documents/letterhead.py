"""The letterhead on a paper: donors' logos left, the project in the middle, the organisation right.

All logos are equally high, and at least a centimetre; only the emblem of the European Union may be larger than the
others, never smaller. The sentence on who pays stands at the foot of every page (`page.draw_foot`).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import fonts, style
from trainer_app.documents.style import mm
from trainer_app.domain.letterheads import Letterhead, LogoPicture, heights
from trainer_app.i18n import Catalog

LOGO = 10.5 * mm
LARGEST_EMBLEM = 18 * mm
BETWEEN = 2.5 * mm
SIDE = 0.3  # of the width, for the logos and names on either side
NARROWEST_NAME = 26 * mm
UNDER = 2 * mm  # air below the head
TITLE_SIZES = ((style.TITLE, 1), (10.0, 1), (8.5, 2), (style.LEAST, 3))
PROJECT_SIZES = ((10.0, 1), (style.BODY, 2), (style.LEAST, 3))
NAME_SIZES = ((style.BODY, 3), (style.LEAST, 4))


@dataclass(frozen=True, slots=True)
class _Lines:
    """Words of one size."""

    name: str
    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * style.leading(self.size)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A logo with its place from the left and from the top of its row of logos."""

    logo: LogoPicture
    x: float
    y: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class _Row:
    logos: tuple[_Placed, ...]
    wide: float
    high: float


def height(letterhead: Letterhead, title: str, room: float, logo: float = LOGO) -> float:
    """How much of the page it takes, with the title of the paper."""
    return _Head(letterhead, title, room, logo).height


def draw(
    canvas: Canvas,
    letterhead: Letterhead,
    title: str,
    left: float,
    right: float,
    top: float,
    logo: float = LOGO,
) -> float:
    """Draw it below `top`; returns how much of the page it took. `title` is the paper's, "" where it stands below."""
    head = _Head(letterhead, title, right - left, logo)
    head.draw(canvas, left, right, top)
    return head.height


def specimen(letterhead: Letterhead, t: Catalog) -> bytes:
    """What it looks like, on as much paper as it takes."""
    room, title = style.A4[0] - 2 * style.MARGIN_X, t.gettext("Attendance list")
    air, foot = 2 * mm, 7 * mm if letterhead.funding else 2 * mm
    size = style.A4[0], height(letterhead, title, room) + air + foot
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1, initialFontName=fonts.font(fonts.SANS).fontName)
    draw(canvas, letterhead, title, style.MARGIN_X, style.MARGIN_X + room, size[1] - air)
    if letterhead.funding:
        draw_funding(canvas, letterhead.funding, 2.5 * mm, style.MARGIN_X, style.MARGIN_X + room)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def draw_funding(canvas: Canvas, words: str, y: float, left: float, right: float) -> None:
    """Who pays, in the middle of the foot."""
    size, lines = fonts.fitted(words, fonts.SEMIBOLD, right - left, ((style.SMALL, 1), (style.LEAST, 1)))
    fonts.draw_centred(canvas, (left + right) / 2, y, lines[0], fonts.SEMIBOLD, size)


class _Head:
    """Three blocks beside each other, each in the middle of the height of the highest."""

    def __init__(self, letterhead: Letterhead, title: str, room: float, logo: float) -> None:
        self.letterhead, self.side = letterhead, room * SIDE
        sizes = dict(zip(letterhead.logos, heights(letterhead.logos, logo, LARGEST_EMBLEM), strict=True))
        self.donors = _rows([(one, sizes[one]) for one in letterhead.donors], self.side)
        self.own = _rows([(one, sizes[one]) for one in letterhead.own], self.side)
        beside = self.side - max((row.wide for row in self.own), default=0.0) - (BETWEEN if self.own else 0.0)
        self.is_beside = beside >= NARROWEST_NAME
        self.name_room = beside if self.is_beside else self.side
        self.name = _lines(letterhead.organisation, fonts.SEMIBOLD, self.name_room, NAME_SIZES)
        middle = room - 2 * self.side - 2 * BETWEEN
        self.project = _lines(letterhead.title, fonts.SEMIBOLD, middle, PROJECT_SIZES)
        self.title = _lines(title, fonts.BOLD, middle, TITLE_SIZES)
        self.blocks = max(_high(self.donors), self._right, self.project.height + self.title.height)

    @property
    def height(self) -> float:
        return self.blocks + UNDER

    @property
    def _right(self) -> float:
        logos = _high(self.own)
        if self.is_beside:
            return max(logos, self.name.height)
        return logos + self.name.height

    def draw(self, canvas: Canvas, left: float, right: float, top: float) -> None:
        grey = self.letterhead.in_grey
        _draw_rows(canvas, self.donors, left, top - (self.blocks - _high(self.donors)) / 2, grey)
        self._draw_right(canvas, right, top - (self.blocks - self._right) / 2, grey)
        y = top - (self.blocks - self.project.height - self.title.height) / 2
        for words in (self.project, self.title):
            _draw_centred(canvas, words, (left + right) / 2, y)
            y -= words.height

    def _draw_right(self, canvas: Canvas, right: float, top: float, grey: bool) -> None:
        wide, high = max((row.wide for row in self.own), default=0.0), _high(self.own)
        block = self._right
        _draw_rows(canvas, self.own, right - wide, top - ((block - high) / 2 if self.is_beside else 0), grey, wide)
        edge = right - wide - BETWEEN if self.is_beside and wide else right
        y = top - (block - self.name.height) / 2 if self.is_beside else top - high
        for number, line in enumerate(self.name.lines):
            baseline = y - self.name.size * 0.95 - number * style.leading(self.name.size)
            fonts.draw_right(canvas, edge, baseline, line, self.name.name, self.name.size)


def _lines(words: str, name: str, room: float, sizes: tuple[tuple[float, int], ...]) -> _Lines:
    if not words:
        return _Lines(name, style.LEAST, ())
    return _Lines(name, *fonts.fitted(words, name, room, sizes))


def _draw_centred(canvas: Canvas, words: _Lines, x: float, top: float) -> None:
    for number, line in enumerate(words.lines):
        baseline = top - words.size * 0.95 - number * style.leading(words.size)
        fonts.draw_centred(canvas, x, baseline, line, words.name, words.size)


def _rows(logos: Sequence[tuple[LogoPicture, float]], room: float) -> tuple[_Row, ...]:
    """The logos beside each other, in as many rows as they need."""
    rows: list[list[tuple[LogoPicture, float, float]]] = [[]]
    used = 0.0
    for logo, high in logos:
        wide = min(high * logo.shape, room)
        high = wide / logo.shape
        if rows[-1] and used + BETWEEN + wide > room:
            rows.append([])
        used = wide if not rows[-1] else used + BETWEEN + wide
        rows[-1].append((logo, wide, high))
    return tuple(_placed(row) for row in rows if row)


def _placed(row: Sequence[tuple[LogoPicture, float, float]]) -> _Row:
    tallest, x = max(high for _logo, _wide, high in row), 0.0
    found = []
    for logo, wide, high in row:
        found.append(_Placed(logo, x, (tallest - high) / 2, wide, high))
        x += wide + BETWEEN
    return _Row(tuple(found), x - BETWEEN, tallest)


def _high(rows: Sequence[_Row]) -> float:
    return sum(row.high for row in rows) + BETWEEN * max(0, len(rows) - 1)


def _draw_rows(canvas: Canvas, rows: Sequence[_Row], x: float, top: float, grey: bool, wide: float = 0.0) -> None:
    """From `x` to the right; within `wide` they end at its right end."""
    for row in rows:
        start = x + max(0.0, wide - row.wide)
        for placed in row.logos:
            picture = _picture(placed.logo.png, grey)
            y = top - placed.y - placed.high
            canvas.drawImage(picture, start + placed.x, y, placed.wide, placed.high)
        top -= row.high + BETWEEN


def _picture(png: bytes, grey: bool) -> ImageReader:
    if not grey:
        return ImageReader(io.BytesIO(png))
    from PIL import Image, ImageOps

    return ImageReader(ImageOps.autocontrast(Image.open(io.BytesIO(png)).convert("L")))
