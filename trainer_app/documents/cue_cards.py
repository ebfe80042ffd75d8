"""Cards that a trainer glances at while standing: four on a page, one or more a unit, in large letters."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from trainer_app.documents import flow, fonts, leaves, style
from trainer_app.documents.cutting import Grid, draw_cuts
from trainer_app.documents.flow import Placed, words
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.handout_page import state_words
from trainer_app.documents.leaves import Area, Leaf, Mark, area, notes_of
from trainer_app.documents.material_words import duration, named
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.style import mm
from trainer_app.domain.curriculum import worst
from trainer_app.domain.material import UnitMaterial
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

GRID = Grid(2, 2)
SIZES = (18.0, 20.0, 22.0, 24.0)
EDGE = 6 * mm  # of the paper: printers reach no further
PADDING = 5.5 * mm
HEAD, SMALL_PRINT = 15 * mm, 2 * mm
TITLE_SIZES = ((12.0, 2), (10.0, 2))
AIR, LEADING = 0.4, 1.15  # of the size of the letters


@dataclass(frozen=True, slots=True)
class CueCard:
    unit: UnitMaterial
    placed: tuple[Placed, ...]
    number: int
    of: int


def write(
    units: Sequence[UnitMaterial], t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None
) -> Written:
    format_of(path, t, (PDF,))
    wanted = _with_cards(units, t)
    with saving(path, t) as file:
        pages = _draw(wanted, t, file, tick, printed or date.today())
    return Written(path, len(wanted), pages)


def as_bytes(units: Sequence[UnitMaterial], t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(_with_cards(units, t), t, file, no_tick, printed or date.today())
    return file.getvalue()


def _with_cards(units: Sequence[UnitMaterial], t: Catalog) -> list[UnitMaterial]:
    found = [unit for unit in units if any(unit.cue_card)]
    if not found:
        raise TrainerError(t.gettext("There is no cue card to print."), code="nothing_to_print")
    return found


def _draw(units: Sequence[UnitMaterial], t: Catalog, file: IO[bytes], tick: Tick, printed: date) -> int:
    facts = dict.fromkeys(fact for unit in units for fact in unit.facts)
    notes = notes_of(t, worst(unit.state for unit in units), tuple(facts))
    room = area(notes, margin=EDGE)
    cards = [card for unit in units for card in _cards(unit, *GRID.size(room))]
    title = t.gettext("Cue cards")
    laid = []
    for start in range(0, len(cards), GRID.places):
        some = cards[start : start + GRID.places]
        reference = f"{title}, {', '.join(dict.fromkeys(card.unit.code for card in some))}"
        draw = partial(_draw_page, cards=some, t=t, room=room)
        laid.append(Leaf(draw, reference, notes, (Mark(reference),), margin=EDGE))
    return leaves.save(laid, t, named(t, title, units[0].module_title), file, tick, printed)


def _cards(unit: UnitMaterial, width: float, height: float) -> Iterator[CueCard]:
    """On as few cards as it takes, in the largest letters that these hold."""
    room = width - 2 * PADDING, height - 2 * PADDING - HEAD - SMALL_PRINT
    smallest, *larger = [flow.pages(_lines(unit, size), *room, whole=True) for size in SIZES]
    parts = next((parts for parts in reversed(larger) if len(parts) == len(smallest)), smallest)
    for number, placed in enumerate(parts, start=1):
        yield CueCard(unit, tuple(placed), number, len(parts))


def _lines(unit: UnitMaterial, size: float) -> list[Flowable]:
    return [words(line, size, before=size * AIR, leading=LEADING) for line in unit.cue_card if line]


def _draw_page(canvas: Canvas, cards: Sequence[CueCard], t: Catalog, room: Area) -> None:
    for card, own in zip(cards, GRID.areas(room), strict=False):
        _draw_card(canvas, card, t, own)
    draw_cuts(canvas, GRID, room, len(cards))


def _draw_card(canvas: Canvas, card: CueCard, t: Catalog, own: Area) -> None:
    unit, left, right = card.unit, own.left + PADDING, own.left + own.width - PADDING
    top = own.top - PADDING
    minutes = duration(t, unit.minutes)
    fonts.draw(canvas, left, top - 10, unit.code, fonts.BOLD, 12)
    fonts.draw_right(canvas, right, top - 10, minutes, fonts.BOLD, 12)
    size, lines = fonts.fitted(unit.title, fonts.SEMIBOLD, right - left, TITLE_SIZES)
    for number, line in enumerate(lines):
        fonts.draw(canvas, left, top - 13 - size * (0.95 + 1.15 * number), line, fonts.SEMIBOLD, size)
    canvas.line(left, top - HEAD, right, top - HEAD)
    flow.draw(canvas, card.placed, left, top - HEAD - 2 * mm)
    said = [state_words(unit.state, t), f"{card.number}/{card.of}" if card.of > 1 else ""]
    size, lines = fonts.fitted(" · ".join(filter(None, said)), fonts.SANS, right - left, style.ONE_LINE)
    fonts.draw(canvas, left, own.top - own.height + PADDING * 0.6, lines[0], fonts.SANS, size)
