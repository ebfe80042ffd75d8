"""The three boxes that make a list valid: trainer, coordinator, local authority."""

from __future__ import annotations

from trainer_app.documents import fonts, style
from trainer_app.documents.page import Paper
from trainer_app.documents.style import mm
from trainer_app.i18n import Catalog

BOXES_HEIGHT = 31 * mm
BETWEEN = 4 * mm
STAMP = 24 * mm


def draw_boxes(paper: Paper, t: Catalog, top: float) -> None:
    """Name, function, signature and date in each; room for a stamp beside the two offices."""
    width = (paper.right - paper.left - 2 * BETWEEN) / 3
    offices = (t.gettext("Trainer"), False), (t.gettext("Coordinator"), True), (t.gettext("Local authority"), True)
    for place, (who, stamps) in enumerate(offices):
        _draw_box(paper, t, paper.left + place * (width + BETWEEN), top, width, who, stamps)


def _draw_box(paper: Paper, t: Catalog, x: float, top: float, width: float, who: str, stamps: bool) -> None:
    canvas = paper.canvas
    canvas.rect(x, top - BOXES_HEIGHT, width, BOXES_HEIGHT)
    _label(paper, x + 2 * mm, top - 4.5 * mm, who, width - 4 * mm, fonts.SEMIBOLD)
    room = width - (STAMP if stamps else 0) - 4 * mm
    fields = t.gettext("Name"), t.gettext("Function"), t.gettext("Date"), t.gettext("Signature")
    for number, words in enumerate(fields):
        y = top - (10.5 + 5.6 * number) * mm
        _label(paper, x + 2 * mm, y, words, 18 * mm, fonts.SANS)
        canvas.line(x + 21 * mm, y - 0.6 * mm, x + 2 * mm + room, y - 0.6 * mm)
    if stamps:
        _label(paper, x + width - STAMP + 2 * mm, top - 4.5 * mm, t.gettext("Stamp"), STAMP - 4 * mm, fonts.SANS)


def _label(paper: Paper, x: float, y: float, words: str, room: float, name: str) -> None:
    size, lines = fonts.fitted(words, name, room, ((style.SMALL, 1), (style.LEAST, 1)))
    fonts.draw(paper.canvas, x, y, lines[0], name, size)
