"""Pages that are laid out and wait for their numbers; and the file they become, with its outline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import IO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from trainer_app.documents import flow, fonts, style
from trainer_app.documents.flow import Anchor, Placed
from trainer_app.documents.handout_page import LARGE, draw_page, law_lines, state_words
from trainer_app.documents.output import Tick
from trainer_app.documents.page import FOOT, Foot, draw_foot, new_canvas
from trainer_app.documents.sheet import clean
from trainer_app.documents.style import mm
from trainer_app.domain.curriculum import Fact, Handout, TextState
from trainer_app.i18n import Catalog

Size = tuple[float, float]
Note = tuple[str, str]
"""A font, and what stands in it above the foot of a page."""
MARGIN = 17 * mm  # room for the holes of a folder
NOTE_SIZES = ((style.SMALL, 3), (style.LEAST, 8))
BARE_FOOT = 9 * mm


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of the outline."""

    title: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page. `has_foot`: it draws its own, and lacks only its number."""

    draw: Callable[[Canvas], None]
    reference: str = ""
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    size: Size = style.A4
    margin: float = MARGIN
    has_foot: bool = False

    def marked(self, *marks: Mark) -> Leaf:
        return replace(self, marks=(*marks, *self.marks))


@dataclass(frozen=True, slots=True)
class Area:
    """Where the words of a page may stand."""

    left: float
    top: float
    width: float
    height: float


def notes_of(t: Catalog, state: TextState, facts: Sequence[Fact]) -> tuple[Note, ...]:
    """What a page must say of itself: that no reader has approved it, and what law it rests on since when."""
    said = [(fonts.SEMIBOLD, state_words(state, t)), *((fonts.SANS, line) for line in law_lines(facts, t))]
    return tuple(note for note in said if note[1])


def area(notes: Sequence[Note], size: Size = style.A4, margin: float = MARGIN) -> Area:
    width = size[0] - 2 * margin
    top = size[1] - max(style.MARGIN_Y, margin * 0.8)
    return Area(margin, top, width, top - _above_foot(notes, width))


def _above_foot(notes: Sequence[Note], width: float) -> float:
    return style.MARGIN_Y + FOOT + sum(len(lines) * style.leading(size) for _, size, lines in _fitted(notes, width))


def _fitted(notes: Sequence[Note], width: float) -> list[tuple[str, float, tuple[str, ...]]]:
    return [(name, *fonts.fitted(text, name, width, NOTE_SIZES)) for name, text in notes]


def flowing(pieces: Iterable[Flowable], reference: str, notes: tuple[Note, ...] = ()) -> list[Leaf]:
    """As many pages as the pieces need, one after the other."""
    room = area(notes)
    return [
        Leaf(partial(_draw_placed, placed=placed, room=room), reference, notes, _marks(placed))
        for placed in flow.pages(pieces, room.width, room.height)
    ]


def _marks(placed: Sequence[Placed]) -> tuple[Mark, ...]:
    return tuple(Mark(one.piece.title, one.piece.level) for one in placed if isinstance(one.piece, Anchor))


def _draw_placed(canvas: Canvas, placed: Sequence[Placed], room: Area) -> None:
    flow.draw(canvas, placed, room.left, room.top)


def of_handout(handout: Handout, t: Catalog, printed: date) -> Leaf:
    """The participants' page among others: it says itself what it is."""
    return Leaf(partial(draw_page, handout=handout, t=t, layout=LARGE, printed=printed), has_foot=True)


def save(
    leaves: Sequence[Leaf], t: Catalog, title: str, file: IO[bytes], tick: Tick, printed: date, outlined: bool = False
) -> int:
    """Number the pages and write them. `outlined`: the reader's window opens with the outline beside the pages."""
    canvas = new_canvas(file, t, title, leaves[0].size)
    for number, leaf in enumerate(leaves, start=1):
        canvas.setPageSize(leaf.size)
        canvas.setLineWidth(style.LINE)
        _draw_marks(canvas, leaf, number)
        leaf.draw(canvas)
        _draw_foot(canvas, leaf, t, (number, len(leaves)), printed)
        canvas.showPage()
        tick(number / len(leaves))
    if outlined:
        canvas.showOutline()
    canvas.save()
    return len(leaves)


def place_of(number: int) -> str:
    """What a link to this page names."""
    return f"page{number}"


def _draw_marks(canvas: Canvas, leaf: Leaf, number: int) -> None:
    """Each entry needs a place of its own: two that share one would share their titles too."""
    canvas.bookmarkPage(place_of(number))
    for which, mark in enumerate(leaf.marks, start=1):
        place = f"{place_of(number)}.{which}"
        canvas.bookmarkPage(place)
        canvas.addOutlineEntry(clean(mark.title), place, mark.level, closed=mark.level > 0)


def _draw_foot(canvas: Canvas, leaf: Leaf, t: Catalog, number: tuple[int, int], printed: date) -> None:
    left, right = leaf.margin, leaf.size[0] - leaf.margin
    if leaf.has_foot:
        words = t.gettext("Page {page} of {pages}").format(page=number[0], pages=number[1])
        fonts.draw_centred(canvas, leaf.size[0] / 2, BARE_FOOT, words, fonts.SANS, style.SMALL)
        return
    canvas.setLineWidth(style.LINE)
    y = _above_foot(leaf.notes, right - left) - 1.5 * mm
    canvas.line(left, y, right, y)
    for name, size, lines in _fitted(leaf.notes, right - left):
        for line in lines:
            y -= style.leading(size)
            fonts.draw(canvas, left, y, line, name, size)
    draw_foot(canvas, t, Foot(leaf.reference, printed), number, left, right)
