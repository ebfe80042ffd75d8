"""What a chart is drawn of: lines, boxes, words. Paper and screen get the same list of them.

x goes to the right and y down from the top left corner, in points or pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """What a colour is for; a palette says which one it is."""

    TEXT = "text"
    MUTED = "muted"
    BAR = "bar"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme or of paper."""

    text: str
    muted: str
    bar: str
    card: str

    def colour(self, ink: Ink) -> str:
        return str(getattr(self, ink))


PAPER = Palette(text="#000000", muted="#000000", bar="#333333", card="#FFFFFF")
"""No paper of ours needs a colour printer."""
LIGHT = Palette(text="#18212C", muted="#4D5968", bar="#0A5A9C", card="#FFFFFF")
DARK = Palette(text="#E9EDF2", muted="#AAB5C2", bar="#86BDF0", card="#1B2129")


@dataclass(frozen=True, slots=True)
class Stroke:
    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 1.0
    ink: Ink = Ink.BAR
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape of straight lines, or its outline."""

    points: tuple[tuple[float, float], ...]
    fill: Ink | None = None
    outline: float = 0.0
    ink: Ink = Ink.BAR


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; y is where the letters stand."""

    x: float
    y: float
    text: str
    size: float
    font: str
    ink: Ink = Ink.TEXT


Shape = Stroke | Area | Words


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        right, bottom = self.x + self.width, self.y + self.height
        return (self.x, self.y), (right, self.y), (right, bottom), (self.x, bottom)


def solid(box: Box) -> Iterator[Shape]:
    yield Area(box.corners, fill=Ink.BAR)


def outline(box: Box, width: float, ink: Ink = Ink.TEXT) -> Iterator[Shape]:
    """A frame that stays inside the box."""
    inside = Box(box.x + width / 2, box.y + width / 2, max(box.width - width, 0), max(box.height - width, 0))
    yield Area(inside.corners, outline=width, ink=ink)


def hatched(box: Box, width: float, step: float) -> Iterator[Shape]:
    """Diagonal lines that end where the box does: lines, and no pattern, so that every painter knows them."""
    yield from _frame(box, width)
    offset = step
    while offset < box.width + box.height:
        left, right = max(offset - box.height, 0), min(offset, box.width)
        yield Stroke(box.x + left, box.y + offset - left, box.x + right, box.y + offset - right, width)
        offset += step


def dotted(box: Box, width: float, step: float) -> Iterator[Shape]:
    """Small squares in rows, each second one moved."""
    yield from _frame(box, width)
    side = width * 1.4
    row, y = 0, box.y + width * 2
    while y + side <= box.y + box.height - width:
        x = box.x + width * 2 + (step / 2 if row % 2 else 0)
        while x + side <= box.x + box.width - width:
            yield Area(Box(x, y, side, side).corners, fill=Ink.BAR)
            x += step
        row, y = row + 1, y + step * 0.6


def _frame(box: Box, width: float) -> Iterator[Shape]:
    yield Area(box.corners, fill=Ink.CARD)
    yield from outline(box, width, Ink.BAR)
