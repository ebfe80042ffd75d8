"""Things that the sets of icons have not, or not as people know them here, drawn once and used by several pictures."""

from __future__ import annotations

from math import cos, radians, sin

from picture_shapes import Disc, L, Line, Parts, Point, arc, box, curve, line, outline, ring, solid


def figure(x: float, top: float, height: float, left_hand: Point, right_hand: Point, skirt: bool = False) -> Parts:
    """A person who stands, seen from the front; the hands are where they are told to be."""
    shoulder, hip, foot = top + 0.3 * height, top + 0.58 * height, top + height - 0.05 * height
    wide, arm, leg = 0.1 * height, 0.075 * height, 0.1 * height
    hem, hem_wide = (top + 0.74 * height, 0.17 * height) if skirt else (hip, 0.085 * height)
    return (
        Disc(x, top + 0.115 * height, 0.115 * height),
        solid(
            (x - 1.2 * wide, shoulder), (x + 1.2 * wide, shoulder), (x + hem_wide, hem), (x - hem_wide, hem), width=arm
        ),
        line((x - 1.3 * wide, shoulder), left_hand, width=arm),
        line((x + 1.3 * wide, shoulder), right_hand, width=arm),
        line((x - 0.07 * height, hem), (x - 0.07 * height, foot), width=leg),
        line((x + 0.07 * height, hem), (x + 0.07 * height, foot), width=leg),
    )


def bicycle_with_rider() -> Parts:
    """Behind the rider is the seat of a passenger, on a carrier."""
    return (
        ring(100, 230, 54, 10),
        ring(300, 230, 54, 10),
        line((100, 230), (185, 230), (165, 150), (100, 230), width=9),
        line((168, 160), (272, 152), (185, 230), width=9),
        line((300, 230), (266, 125), (244, 117), width=10),
        solid((42, 142), (132, 142), (132, 152), (42, 152), width=10),
        line((100, 230), (62, 156), width=8),
        line((100, 230), (124, 156), width=8),
        line((132, 148), (132, 112), (150, 112), width=9),
        line((154, 146), (186, 146), width=14),
        Disc(213, 32, 26),
        line((172, 128), (198, 82), width=36),
        line((200, 84), (218, 122), (252, 120), width=15),
        line((172, 132), (228, 168), (204, 226), width=21),
        line((204, 236), (230, 236), width=14),
    )


def coin(x: float, y: float, radius: float) -> Parts:
    """A coin of 100 francs."""
    up, width, left = radius * 0.36, max(5, radius * 0.13), x - radius * 0.44
    return (
        ring(x, y, radius, max(7, radius * 0.15)),
        line((left, y - up), (left, y + up), width=width),
        *(Line(arc(at, y, radius * 0.19, up, 0, 360)[:-1], width, closed=True) for at in (x, x + radius * 0.5)),
    )


def stack_of_coins(x: float, bottom: float, coins: int, width: float = 70) -> Parts:
    tops = [bottom - 23 * number for number in range(coins)]
    return tuple(line((x - width / 2 + 8, top), (x + width / 2 - 8, top), width=16) for top in tops)


def sack(x: float, top: float, width: float, height: float, thick: float = 12) -> Parts:
    """A full sack, tied at its neck, that stands on the ground."""
    neck, bottom, half, narrow = top + 0.2 * height, top + height, width / 2, width * 0.13
    left = curve(
        (x - narrow, neck), (x - half * 1.1, neck + 0.15 * height), (x - half * 1.25, bottom), (x - half * 0.7, bottom)
    )
    right = tuple((2 * x - at, y) for at, y in reversed(left))
    return (
        Line((*left, *right), thick, closed=True),
        solid(
            (x - narrow, neck),
            (x - width * 0.2, top),
            (x, top + 0.06 * height),
            (x + width * 0.2, top),
            (x + narrow, neck),
        ),
        line((x - width * 0.2, neck), (x + width * 0.2, neck), width=thick * 1.2),
    )


def basket(x: float, top: float, width: float, height: float) -> Parts:
    """Woven, wider at its rim."""
    half, foot = width / 2, width * 0.36
    bands = [(top + height * share, half - (half - foot) * share) for share in (0.33, 0.66)]
    ribs = [(half * share, foot * share) for share in (-0.5, 0, 0.5)]
    return (
        line((x - half - 8, top), (x + half + 8, top), width=16),
        outline((x - half, top), (x + half, top), (x + foot, top + height), (x - foot, top + height), width=11),
        *(line((x - wide, y), (x + wide, y), width=7) for y, wide in bands),
        *(line((x + above, top), (x + below, top + height), width=7) for above, below in ribs),
    )


def leaf(x: float, y: float, length: float, degrees: float) -> Parts:
    """A leaf whose stalk is at (x, y): two black halves, and the paper between them is its rib."""
    return tuple(_half_leaf(x, y, length, degrees, side) for side in (1, -1))


def _half_leaf(x: float, y: float, length: float, degrees: float, side: int) -> Line:
    gap, belly = side * length * 0.035, side * length * 0.36
    edge = curve((0.04 * length, gap), (0.3 * length, belly), (0.7 * length, belly), (length, gap))
    along, across = cos(radians(degrees)), sin(radians(degrees))
    return solid(*((x + along * u - across * v, y + across * u + along * v) for u, v in edge), width=2)


def tea_shoot(x: float, y: float, size: float) -> Parts:
    """Two leaves and a bud, as tea is picked."""
    return (
        line((x, y), (x, y - size * 0.5), width=8),
        *leaf(x, y - size * 0.14, size * 0.5, -38),
        *leaf(x, y - size * 0.22, size * 0.5, -142),
        *leaf(x, y - size * 0.47, size * 0.5, -90),
    )


def basket_of_tea(x: float) -> Parts:
    leaves = [leaf(x + dx, 146, 62, degrees) for dx, degrees in ((-62, -125), (-20, -105), (22, -75), (64, -55))]
    return *basket(x, 162, 190, 120), *(half for one in leaves for half in one)


def key(x: float, top: float, height: float) -> Parts:
    """It stands, with its ring above."""
    round_, thick, bit = height * 0.17, height * 0.075, height * 0.17
    end = top + height - thick / 2
    return (
        ring(x, top + round_ + thick / 2, round_, thick),
        line((x, top + 2 * round_ + thick / 2), (x, end), width=thick),
        line((x, end), (x + bit, end), width=thick),
        line((x, end - height * 0.14), (x + bit * 0.8, end - height * 0.14), width=thick),
    )


def house(left: float, top: float, width: float, height: float, thick: float = 12) -> Parts:
    """Walls and a roof that stands over them; what is inside, or the door, is drawn by the picture."""
    eaves, inset = top + height * 0.42, width * 0.1
    right, bottom = left + width, top + height
    return (
        line(
            (left + inset, eaves), (left + inset, bottom), (right - inset, bottom), (right - inset, eaves), width=thick
        ),
        line((left, eaves + 6), (left + width / 2, top), (right, eaves + 6), width=thick * 1.2),
    )


def wheel(x: float, y: float) -> Parts:
    return ring(x, y, 26, 18), Disc(x, y, 6)


def charcoal_stove(x: float, top: float) -> Parts:
    """Wide above, narrow at its waist, with flames on it."""
    return (
        L("flame", x - 88, top - 62, 66),
        L("flame", x - 33, top - 62, 66),
        L("flame", x + 22, top - 62, 66),
        solid((x - 92, top), (x + 92, top), (x + 62, top + 34), (x - 62, top + 34)),
        outline((x - 50, top + 38), (x + 50, top + 38), (x + 66, top + 82), (x - 66, top + 82), width=10),
        line((x - 22, top + 66), (x + 22, top + 66), width=12),
    )


def rings_of_a_phone(left: float, right: float, y: float) -> Parts:
    """The arcs on both sides of a telephone that rings."""
    return tuple(
        Line(arc(x, y, reach, reach * 1.2, start, end), 12)
        for reach in (24, 52)
        for x, start, end in ((right, -48, 48), (left, 132, 228))
    )


def diamond() -> Line:
    """The frame of a sign of danger on a container."""
    return outline((200, 10), (340, 150), (200, 290), (60, 150), width=12)


def calendar_page() -> Parts:
    return (
        box(55, 40, 290, 245, 12),
        line((55, 105), (345, 105), width=12),
        line((125, 15), (125, 65), width=16),
        line((275, 15), (275, 65), width=16),
    )


def open_book(scale: float = 1, down: float = 0) -> Parts:
    """Two empty pages and the fold between them; the picture writes in them."""
    left = [(200, 55), (180, 40), (20, 40), (20, 255), (180, 255), (200, 270)]
    right = [(400 - x, y) for x, y in left]
    pages = [[(x * scale, y * scale + down) for x, y in page] for page in (left, right)]
    fold = line(pages[0][0], pages[0][-1], width=12)
    return fold, *(line(*page, width=12) for page in pages)


def crossed(x: float, y: float) -> Parts:
    return line((x - 9, y - 10), (x + 9, y + 10), width=7), line((x + 9, y - 10), (x - 9, y + 10), width=7)


def comb(left: float, top: float, width: float) -> Parts:
    teeth = [left + width * number / 7 for number in range(8)]
    return line((left, top), (left + width, top), width=22), *(line((at, top), (at, top + 78), width=9) for at in teeth)


def plate(x: float, bottom: float, width: float) -> Parts:
    """A plate with a heap of food on it, seen from the side."""
    half, rim = width / 2, bottom - width * 0.16
    heap = arc(x, rim - width * 0.08, half * 0.68, width * 0.34, 180, 360)
    bowl = arc(x, rim, half * 0.82, bottom - rim, 0, 180)
    return line((x - half, rim), (x + half, rim), width=13), solid(*bowl), solid(*heap)


def drop(x: float, top: float, height: float) -> Line:
    """A black drop that falls."""
    round_, middle = height * 0.325, top + height * 0.675
    right = curve(
        (x, top), (x + round_ * 0.5, top + height * 0.35), (x + round_, top + height * 0.45), (x + round_, middle)
    )
    left = tuple((2 * x - at, y) for at, y in reversed(right))
    return solid(*right, *arc(x, middle, round_, round_, 0, 180), *left)
