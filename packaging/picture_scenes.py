"""The pictures of the handouts: which drawings of others stand where, and a few lines of our own.

A scene is 400 wide and 300 high, measured from its top left corner. `H` is healthicons (filled), `T` Tabler and `L`
Lucide (outlines): each placed by its left, top and side. Our own shapes are lines, boxes and discs.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 400, 300


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
    points: tuple[tuple[float, float], ...]
    width: float = 8
    closed: bool = False
    filled: bool = False


@dataclass(frozen=True)
class Disc:
    x: float
    y: float
    radius: float


def H(name: str, left: float, top: float, side: float, mirrored: bool = False) -> Icon:
    return Icon("healthicons", name, left, top, side, mirrored)


def T(name: str, left: float, top: float, side: float, mirrored: bool = False) -> Icon:
    return Icon("tabler", name, left, top, side, mirrored)


def L(name: str, left: float, top: float, side: float, mirrored: bool = False) -> Icon:
    return Icon("lucide", name, left, top, side, mirrored)


def box(left: float, top: float, width: float, height: float, line: float = 8) -> Line:
    right, bottom = left + width, top + height
    return Line(((left, top), (right, top), (right, bottom), (left, bottom)), line, closed=True)


GROUND = Line(((20, 285), (380, 285)), 6)

SCENES: dict[str, tuple[Icon | Line | Disc, ...]] = {
    "together": (
        H("people/woman", -45, 40, 250),
        H("people/man", 30, 40, 250),
        H("people/woman", 105, 40, 250),
        H("people/man", 180, 40, 250),
        GROUND,
    ),
    "receipt": (L("hand-coins", 5, 70, 205), T("receipt", 205, 25, 195)),
    "assembly": (H("symbols/community_meeting", 5, -45, 390),),
    "ballot": (L("vote", 115, 75, 190), H("people/woman", -58, 45, 240), H("people/man", 220, 45, 240)),
    "registration": (T("file-certificate", 15, 25, 235), T("rubber-stamp", 235, 110, 165)),
    "two_signatures": (L("file-signature", 5, 35, 220), T("signature", 225, 50, 165), T("signature", 225, 150, 165)),
    "idea": (H("people/person", 80, 85, 240), L("lightbulb", 145, -5, 115), Line(((118, 40), (92, 28)), 7),
             Line(((282, 40), (308, 28)), 7)),
    "market": (H("places/market_stall", 80, 5, 260), H("people/woman", -53, 75, 220), H("people/man", 235, 75, 220)),
    "price": (L("tag", 5, 35, 220), T("coins", 225, 100, 175)),
    "start_money": (T("coins", 5, 95, 190), T("seedling", 195, 45, 205), GROUND),
    "plan": (T("clipboard-list", 55, 10, 270), L("pencil", 275, 130, 120)),
    "two_purses": (L("house", 55, 5, 110), L("shopping-bag", 15, 120, 175), L("store", 240, 5, 110),
                   L("wallet", 215, 120, 175)),
    "savings_box": (T("coins", 140, -5, 120), box(25, 120, 350, 165, 10), L("lock", 40, 145, 105),
                    L("lock", 147, 145, 105), L("lock", 254, 145, 105)),
    "cash_book": (H("objects/register_book", 25, 10, 290), L("pencil", 280, 150, 120)),
    "budget_calendar": (H("objects/calendar", 0, 20, 250), T("coins", 235, 100, 165)),
    "loan": (L("hand-coins", 5, 70, 205), L("alarm-clock", 220, 65, 175)),
    "protection": (H("objects/umbrella", 50, -24, 300), H("people/female_and_male", 55, 105, 190),
                   H("people/girl_0105y", 190, 150, 150), GROUND),
    "worker": (H("people/construction_worker", -18, 0, 200), H("people/agriculture_worker", 100, 105, 200),
               H("people/domestic_worker", 218, 0, 200)),
    "contract": (L("file-signature", 110, 5, 185), H("people/person", -12, 110, 180),
                 H("people/person", 232, 110, 180)),
    "hours_and_rest": (L("clock", 5, 50, 190), T("bed", 200, 70, 195)),
    "speak_up": (H("people/group_discussion_meeting", 50, -5, 310),),
    "union": (H("people/person", -8, 118, 165), H("people/person", 117, 118, 165), H("people/person", 242, 118, 165),
              L("hand", 20, 15, 105), L("hand", 147, 15, 105), L("hand", 274, 15, 105)),
    "social_protection": (H("people/elderly", -20, 25, 270), H("symbols/health", 225, 55, 185)),
    "hazard": (H("symbols/alert_triangle", -5, 40, 215), T("fall", 190, 40, 215), GROUND),
    "control_ladder": (
        Line(((120, 15), (120, 290)), 12),
        Line(((250, 15), (250, 290)), 12),
        *(Line(((120, top), (250, top)), 10) for top in (45, 98, 151, 204, 257)),
        L("trash-2", 275, 5, 85),
        L("hard-hat", 275, 205, 90),
        Line(((70, 285), (70, 40)), 9),
        Line(((48, 68), (70, 35), (92, 68)), 9),
    ),
    "trades": (L("bike", 0, 0, 175), H("places/market_stall", 205, -15, 190), L("scissors", 20, 165, 130),
               L("hard-hat", 225, 150, 150)),
    "lifting": (
        Disc(150, 58, 32),
        Line(((140, 98), (112, 190)), 34),
        Line(((112, 190), (190, 205)), 30),
        Line(((190, 205), (165, 272)), 26),
        Line(((160, 277), (200, 277)), 18),
        Line(((142, 112), (222, 172)), 20),
        box(222, 120, 130, 115, 12),
        Line(((222, 155), (352, 155)), 8),
        GROUND,
    ),
    "first_aid": (H("objects/running_water", -5, -10, 170), H("conditions/burn", 20, 130, 185),
                  L("briefcase-medical", 215, 70, 180)),
    "safety_plan": (L("list-checks", -5, 30, 230), H("people/i_groups_perspective_crowd", 205, 75, 205)),
}  # fmt: skip
