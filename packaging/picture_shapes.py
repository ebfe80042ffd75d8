"""What a picture is put together from: icons of others, and lines, discs and curves of our own.

A picture is 400 wide and 300 high, measured from its top left corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

WIDTH, HEIGHT = 400, 300
Point = tuple[float, float]


@dataclass(frozen=True)
class Icon:
    source: str
    name: str
    left: float
    top: float
    side: float
    mirrored: bool = False


@dataclass(frozen=True)
class Line:
    points: tuple[Point, ...]
    width: float = 8
    closed: bool = False
    filled: bool = False


@dataclass(frozen=True)
class Disc:
    x: float
    y: float
    radius: float


Part = Icon | Line | Disc
Parts = tuple[Part, ...]


def H(name: str, left: float, top: float, side: float, mirrored: bool = False) -> Icon:
    return Icon("healthicons", name, left, top, side, mirrored)


def T(name: str, left: float, top: float, side: float, mirrored: bool = False) -> Icon:
    return Icon("tabler", name, left, top, side, mirrored)


def L(name: str, left: float, top: float, side: float, mirrored: bool = False) -> Icon:
    return Icon("lucide", name, left, top, side, mirrored)


def line(*points: Point, width: float = 8) -> Line:
    return Line(points, width)


def outline(*points: Point, width: float = 8) -> Line:
    return Line(points, width, closed=True)


def solid(*points: Point, width: float = 6) -> Line:
    """Filled, and with a line around it that makes its corners round."""
    return Line(points, width, closed=True, filled=True)


def box(left: float, top: float, width: float, height: float, line: float = 8) -> Line:
    right, bottom = left + width, top + height
    return Line(((left, top), (right, top), (right, bottom), (left, bottom)), line, closed=True)


def arc(x: float, y: float, across: float, up: float, start: float, end: float) -> tuple[Point, ...]:
    """Points of an ellipse around (x, y); degrees run with the clock, 0 is to the right."""
    steps = max(6, round(abs(end - start) / 12))
    angles = [radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return tuple((x + across * cos(angle), y + up * sin(angle)) for angle in angles)


def ring(x: float, y: float, radius: float, width: float = 8) -> Line:
    return Line(arc(x, y, radius, radius, 0, 360)[:-1], width, closed=True)


def curve(start: Point, pull: Point, other_pull: Point, end: Point) -> tuple[Point, ...]:
    """Points of a curve that leaves `start` towards `pull` and reaches `end` from `other_pull`."""
    return tuple(_on_curve(step / 10, start, pull, other_pull, end) for step in range(11))


def _on_curve(t: float, a: Point, b: Point, c: Point, d: Point) -> Point:
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(share * point[axis] for share, point in zip(shares, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y


def wave(x: float, top: float, height: float, width: float = 9) -> Line:
    """Steam, or heat, that rises."""
    middle = top + height / 2
    lower = curve((x, top + height), (x - 18, top + height * 0.8), (x + 18, top + height * 0.7), (x, middle))
    upper = curve((x, middle), (x - 18, top + height * 0.3), (x + 18, top + height * 0.2), (x, top))
    return Line((*lower, *upper[1:]), width)


def arrow(start: Point, end: Point, width: float = 11) -> Parts:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    back, side = (-dx / length, -dy / length), (-dy / length, dx / length)
    barbs = [
        (end[0] + 24 * back[0] + way * 17 * side[0], end[1] + 24 * back[1] + way * 17 * side[1]) for way in (1, -1)
    ]
    return line(start, end, width=width), Line((barbs[0], end, barbs[1]), width)


def rows(lefts: Iterable[float], tops: Iterable[float]) -> list[Point]:
    lefts = tuple(lefts)
    return [(left, top) for top in tops for left in lefts]


GROUND = Line(((20, 285), (380, 285)), 6)
