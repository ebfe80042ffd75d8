"""Which pages stand beside each other on the sides of sheets that are folded once in the middle."""

from __future__ import annotations

Side = tuple[int | None, ...]
"""Pages from left to right, counted from 0; None is a blank one."""

PAGES_A_SHEET = 4


def sides(pages: int) -> list[Side]:
    """Front, back, front, back: n,1 | 2,n-1 | n-2,3 ..., with blank pages at the end to fill the last sheet.

    Printed on both sides, turned over the short edge.
    """
    slots = -(-pages // PAGES_A_SHEET) * PAGES_A_SHEET
    return [_side(number, slots, pages) for number in range(slots // 2)]


def _side(number: int, slots: int, pages: int) -> Side:
    outer, inner = slots - 1 - number, number
    pair = (outer, inner) if number % 2 == 0 else (inner, outer)
    return tuple(page if page < pages else None for page in pair)
