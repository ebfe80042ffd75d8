"""All pictures by their names: which drawings of others stand where, with our own between them.

`H` is healthicons (filled), `T` Tabler and `L` Lucide (outlines): each placed by its left, top and side. Nothing hides
what is behind it, as nothing is white: where two shapes would meet, one stops short of the other.
"""

from __future__ import annotations

from picture_scenes_home import HOME
from picture_scenes_units import UNITS
from picture_scenes_work import WORK
from picture_shapes import Parts

SCENES: dict[str, Parts] = {
    **UNITS,
    **WORK,
    **HOME,
    # The same thing under the name that another module gave it.
    "moto": WORK["motorcycle"],
    "tea_basket": WORK["tea_leaves"],
}
