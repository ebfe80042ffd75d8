"""Props that are a whole page: checklists to fill in, and posters to read from the back of the room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from trainer_app.documents import flow, fonts, style
from trainer_app.documents.flow import Placed, Row, Square, words
from trainer_app.documents.leaves import MARGIN, Area, Leaf, area, flowing, notes_of
from trainer_app.documents.lettering import whole_words
from trainer_app.documents.prop_head import pieces, reference
from trainer_app.documents.style import mm
from trainer_app.domain.material import Prop, UnitMaterial
from trainer_app.i18n import Catalog

WIDTH = style.A4[0] - 2 * MARGIN
BOX, LINE_HEIGHT, LINE_SIZE = 9 * mm, 18 * mm, 14.0
NARROW, ROOM_TO_WRITE = 18 * mm, 48 * mm
ANSWER = 22 * mm
POSTER_SIZES = (54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 26.0, 24.0, 22.0, 20.0)
POSTER_MARGIN = 12 * mm
POSTER_USE = 10.0


def checklist(unit: UnitMaterial, prop: Prop, t: Catalog, three: bool) -> list[Leaf]:
    rows = _three_boxes(prop.lines, t) if three else _one_box(prop.lines, t)
    return flowing([*pieces(unit, prop), *rows], reference(unit, prop), notes_of(t, unit.state, unit.facts))


def _one_box(lines: Sequence[str], t: Catalog) -> list[Flowable]:
    """A square for a tick or another sign, and room for a name, a day or a word."""
    widths = (NARROW, WIDTH - NARROW - ROOM_TO_WRITE, ROOM_TO_WRITE)
    heads = (
        "",
        t.pgettext("heading of a checklist", "What to look for"),
        t.pgettext("heading of a checklist", "Notes"),
    )
    rows = [Row(([_box(NARROW)], [words(line, LINE_SIZE)], []), widths, LINE_HEIGHT) for line in lines if line]
    return [_heads(heads, widths), *rows]


def _three_boxes(lines: Sequence[str], t: Catalog) -> list[Flowable]:
    widths = (WIDTH - 3 * ANSWER, ANSWER, ANSWER, ANSWER)
    heads = (
        t.pgettext("heading of a checklist", "What to look for"),
        t.pgettext("heading of a checklist", "Yes"),
        t.pgettext("heading of a checklist", "No"),
        t.pgettext("heading of a checklist", "Priority"),
    )
    boxes = [[_box(ANSWER)], [_box(ANSWER)], [_box(ANSWER)]]
    rows = [Row(([words(line, LINE_SIZE)], *boxes), widths, LINE_HEIGHT) for line in lines if line]
    return [_heads(heads, widths), *rows]


def _heads(heads: Sequence[str], widths: Sequence[float]) -> Row:
    return Row([[words(head, 10, fonts.SEMIBOLD)] if head else [] for head in heads], widths, before=4 * mm)


def _box(room: float) -> Square:
    return Square(BOX, room - 2 * flow.PADDING)


def poster(unit: UnitMaterial, prop: Prop, t: Catalog) -> list[Leaf]:
    """On its side, in the largest letters that hold all; more pages rather than letters nobody can read."""
    notes = notes_of(t, unit.state, unit.facts)
    room = area(notes, style.LANDSCAPE, POSTER_MARGIN)
    use = words(prop.use, POSTER_USE)
    left = room.height - use.wrap(room.width, flow.ENDLESS)[1] - 3 * mm if prop.use else room.height
    sides = _largest(prop, room.width, left)
    return [
        Leaf(
            partial(_draw_poster, placed=placed, use=use if prop.use else None, room=room),
            reference(unit, prop),
            notes,
            size=style.LANDSCAPE,
            margin=POSTER_MARGIN,
        )
        for placed in sides
    ]


def _largest(prop: Prop, width: float, height: float) -> list[list[Placed]]:
    for size in POSTER_SIZES:
        sides = flow.pages(_poster_lines(prop, size), width, height)
        if len(sides) == 1 and _is_whole(prop, width - size, size):
            break
    return sides


def _is_whole(prop: Prop, width: float, size: float) -> bool:
    lines = all(whole_words(line, fonts.SANS, width, size) for line in prop.lines)
    return lines and whole_words(prop.title, fonts.BOLD, width, _title_size(size))


def _poster_lines(prop: Prop, size: float) -> list[Flowable]:
    title = words(prop.title, _title_size(size), fonts.BOLD, with_next=True)
    return [title, *(words(line, size, before=size * 0.35, hanging=size * 0.8) for line in prop.lines if line)]


def _title_size(size: float) -> float:
    return min(size * 1.2, 48.0)


def _draw_poster(canvas: Canvas, placed: Sequence[Placed], use: Flowable | None, room: Area) -> None:
    flow.draw(canvas, placed, room.left, room.top)
    if use is not None:
        use.drawOn(canvas, room.left, room.top - room.height)
