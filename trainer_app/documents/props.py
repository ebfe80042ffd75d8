"""What is cut out or put on the wall for a unit: cards, paper money, checklists and posters."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import IO

from trainer_app.documents import leaves, prop_cards, prop_sheets
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.leaves import Leaf, Mark
from trainer_app.documents.material_words import named
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.domain.material import Prop, UnitMaterial
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog


class Boxes(StrEnum):
    """What stands beside each line of a checklist."""

    ONE = "one"
    """A square, and room for a name or a date."""
    THREE = "three"
    """Yes, no, priority."""


def write(
    units: Sequence[UnitMaterial],
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    boxes: str = Boxes.ONE,
    printed: date | None = None,
) -> Written:
    """All props of the units, each from a new page. Returns how many there are."""
    format_of(path, t, (PDF,))
    wanted = _props(units, t)
    with saving(path, t) as file:
        pages = _draw(wanted, t, file, tick, Boxes(boxes), printed or date.today())
    return Written(path, len(wanted), pages)


def as_bytes(units: Sequence[UnitMaterial], t: Catalog, boxes: str = Boxes.ONE, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(_props(units, t), t, file, no_tick, Boxes(boxes), printed or date.today())
    return file.getvalue()


def _props(units: Sequence[UnitMaterial], t: Catalog) -> list[tuple[UnitMaterial, Prop]]:
    found = [(unit, prop) for unit in units for prop in unit.props]
    if not found:
        raise TrainerError(t.gettext("There is nothing to cut out or to hang up."), code="nothing_to_print")
    return found


def _draw(
    props: Sequence[tuple[UnitMaterial, Prop]], t: Catalog, file: IO[bytes], tick: Tick, boxes: Boxes, printed: date
) -> int:
    laid: list[Leaf] = []
    for unit, prop in props:
        first, *following = _leaves(unit, prop, t, boxes)
        laid += [first.marked(Mark(f"{unit.code} {prop.title}")), *following]
    unit = props[0][0]
    title = named(t, t.gettext("Props"), f"{unit.code} {unit.title}")
    return leaves.save(laid, t, title, file, tick, printed)


def _leaves(unit: UnitMaterial, prop: Prop, t: Catalog, boxes: Boxes) -> list[Leaf]:
    if prop.form == "cards" and prop.cards:
        return prop_cards.cards(unit, prop, t)
    if prop.form == "money" and prop.amounts:
        return prop_cards.money(unit, prop, t)
    if prop.form == "poster":
        return prop_sheets.poster(unit, prop, t)
    return prop_sheets.checklist(unit, prop, t, three=boxes is Boxes.THREE)
