"""The three boxes that make a list valid: trainer, coordinator, local authority."""

from __future__ import annotations

from trainer_app.documents import fonts, style
from trainer_app.documents.page import Paper
from trainer_app.documents.style import mm
from trainer_app.documents.two_labels import both_pairs
from trainer_app.i18n import Catalog

LYING, UPRIGHT = 31 * mm, 50 * mm
BETWEEN = 4 * mm
STAMP = 24 * mm
FIELDS = 33 * mm  # of the height, above the stamp where that has no room beside


def boxes_height(*, upright: bool = False) -> float:
    return UPRIGHT if upright else LYING


def draw_boxes(paper: Paper, t: Catalog, top: float, also: Catalog | None = None) -> None:
    """Name, function, signature and date in each; room for a stamp beside the two offices, or below on upright paper.

    `also` is the second language of the labels.
    """
    width = (paper.right - paper.left - 2 * BETWEEN) / 3
    names = [words for words, _ in _labels(t, also)]
    for place, who in enumerate(names[:3]):
        _draw_box(paper, paper.left + place * (width + BETWEEN), top, width, who, names[3:], stamps=place > 0)


def _labels(t: Catalog, also: Catalog | None) -> tuple[tuple[str, str], ...]:
    own = tuple((words, "") for words in _words(t))
    return both_pairs(own, tuple((words, "") for words in _words(also))) if also else own


def _words(t: Catalog) -> tuple[str, ...]:
    return (
        *(t.gettext("Trainer"), t.gettext("Coordinator"), t.gettext("Local authority")),
        *(t.gettext("Name"), t.gettext("Function"), t.gettext("Date"), t.gettext("Signature"), t.gettext("Stamp")),
    )


def _draw_box(paper: Paper, x: float, top: float, width: float, who: str, labels: list[str], *, stamps: bool) -> None:
    *fields, stamp = labels
    canvas, upright = paper.canvas, paper.height > paper.width
    height, beside = boxes_height(upright=upright), stamps and not upright
    canvas.rect(x, top - height, width, height)
    _label(paper, x + 2 * mm, top - 4.5 * mm, who, width - (STAMP if beside else 0) - 4 * mm, fonts.SEMIBOLD)
    right = x + width - (STAMP if beside else 0) - 2 * mm
    for number, words in enumerate(fields):
        y = top - (10.5 + 5.6 * number) * mm
        _label(paper, x + 2 * mm, y, words, 18 * mm, fonts.SANS)
        canvas.line(x + 21 * mm, y - 0.6 * mm, right, y - 0.6 * mm)
    if beside:
        _label(paper, x + width - STAMP + 2 * mm, top - 4.5 * mm, stamp, STAMP - 4 * mm, fonts.SANS)
    elif stamps:
        _label(paper, x + 2 * mm, top - FIELDS, stamp, width - 4 * mm, fonts.SANS)


def _label(paper: Paper, x: float, y: float, words: str, room: float, name: str) -> None:
    size, lines = fonts.fitted(words, name, room, ((style.SMALL, 1), (style.LEAST, 2)))
    for number, line in enumerate(lines):
        up = (len(lines) - 1) * style.leading(size) * 0.75  # two lines stand around where one would
        fonts.draw(paper.canvas, x, y + up - number * style.leading(size), line, name, size)
