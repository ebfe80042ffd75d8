"""Which pages stand beside each other on the sides of sheets that are folded once in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

Side = tuple[int | None, ...]
"""Pages from left to right, counted from 0; None is a blank one."""

PAGES_A_SHEET = 4


class Sides(StrEnum):
    """In which order the sides are sent to the printer."""

    FRONT_BACK = "front_back"
    """For a printer that prints on both sides."""
    FRONTS_THEN_BACKS = "fronts_then_backs"
    """For one that does not: all fronts, then the sheets are put back by hand, then all backs."""


def sides(pages: int) -> list[Side]:
    """Front, back, front, back: n,1 | 2,n-1 | n-2,3 ..., with blank pages at the end to fill the last sheet.

    Printed on both sides, turned over the short edge.
    """
    slots = -(-pages // PAGES_A_SHEET) * PAGES_A_SHEET
    return [_side(number, slots, pages) for number in range(slots // 2)]


def single(pages: int) -> list[Side]:
    """One page a side."""
    return [(page,) for page in range(pages)]


def runs(sides: Sequence[Side], order: Sides) -> list[list[Side]]:
    """What is printed without touching the paper: everything, or the fronts and after them the backs.

    There are as many backs as fronts, in the order of the fronts, so that the sheets go back into the tray as they
    were: the first front printed gets the first back.
    """
    if order == Sides.FRONT_BACK:
        return [list(sides)]
    fronts = list(sides[::2])
    blank = (None,) * len(fronts[-1])
    return [fronts, [*sides[1::2], *[blank] * (len(sides) % 2)]]


def _side(number: int, slots: int, pages: int) -> Side:
    outer, inner = slots - 1 - number, number
    pair = (outer, inner) if number % 2 == 0 else (inner, outer)
    return tuple(page if page < pages else None for page in pair)
