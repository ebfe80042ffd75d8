"""Badges of 90 x 65 mm, eight on a page, with marks that show where to cut: the given name, read from afar.

The number is the one of the register, by which a trainer calls. No telephone number, no number of a card.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import fonts, style
from trainer_app.documents.cutting import Grid
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.leaves import Area
from trainer_app.documents.lettering import largest
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import new_canvas, watermark
from trainer_app.documents.style import mm
from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.certifying import BadgeLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

GRID = Grid(2, 4)
WIDTH, HEIGHT = 90 * mm, 65 * mm
PAGE_WIDTH, PAGE_HEIGHT = style.A4
SHEET = Area((PAGE_WIDTH - 2 * WIDTH) / 2, PAGE_HEIGHT - (PAGE_HEIGHT - 4 * HEIGHT) / 2, 2 * WIDTH, 4 * HEIGHT)
MARK, APART = 5 * mm, 1 * mm
"""Of a crop mark: how long it is, and how far from the badge."""
PADDING = 5 * mm
GIVEN_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 10.0)
FAMILY_SIZES = (16.0, 14.0, 12.0, 10.0, 8.0)
NUMBER_SIZE = 26.0
GIVEN_HEIGHT, FAMILY_HEIGHT = 25 * mm, 13 * mm


def write(head: TrainingHead, lines: Sequence[BadgeLine], t: Catalog, path: Path, tick: Tick = no_tick) -> Written:
    format_of(path, t, (PDF,))
    if not lines:
        raise TrainerError(nothing(t), code="nothing_to_print")
    with saving(path, t) as file:
        pages = _draw(head, lines, t, file, tick)
    return Written(path, len(lines), pages)


def as_bytes(head: TrainingHead, lines: Sequence[BadgeLine], t: Catalog) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(head, lines, t, file, no_tick)
    return file.getvalue()


def nothing(t: Catalog) -> str:
    return t.gettext("Nobody is enrolled in this training.")


def title(t: Catalog) -> str:
    return t.gettext("Badges")


def _draw(head: TrainingHead, lines: Sequence[BadgeLine], t: Catalog, file: IO[bytes], tick: Tick) -> int:
    canvas = new_canvas(file, t, f"{title(t)} {head.code}", style.A4)
    starts = range(0, len(lines), GRID.places)
    for start in starts:
        if head.is_sample:
            watermark(canvas, t, PAGE_WIDTH, PAGE_HEIGHT)
        _draw_marks(canvas)
        for line, area in zip(lines[start : start + GRID.places], GRID.areas(SHEET), strict=False):
            _draw_badge(canvas, line, area, head)
        canvas.showPage()
        tick((start + 1) / len(lines))
    canvas.save()
    return len(starts)


def _draw_badge(canvas: Canvas, line: BadgeLine, area: Area, head: TrainingHead) -> None:
    middle, room = area.left + area.width / 2, area.width - 2 * PADDING
    top = area.top - PADDING
    size, words = fonts.fitted(head.title, fonts.SANS, room, ((9.0, 1), (8.0, 2), (7.0, 2)))
    for number, row in enumerate(words):
        fonts.draw_centred(canvas, middle, top - size - number * style.leading(size), row, fonts.SANS, size)
    name, surname = (line.given, line.family) if line.given else (line.family, "")
    given = largest(name, fonts.BOLD, room, GIVEN_HEIGHT, GIVEN_SIZES)
    family = largest(surname, fonts.SEMIBOLD, room, FAMILY_HEIGHT, FAMILY_SIZES) if surname else None
    high = (given.height if given else 0) + (family.height if family else 0)
    y = top - 8 * mm - (GIVEN_HEIGHT + FAMILY_HEIGHT - high) / 2
    for letters in filter(None, (given, family)):
        letters.draw_centred(canvas, middle, y)
        y -= letters.height
    _draw_foot(canvas, line, area)


def _draw_foot(canvas: Canvas, line: BadgeLine, area: Area) -> None:
    """The number in the corner, the cooperative beside it."""
    left, bottom = area.left + PADDING, area.top - area.height + PADDING
    wide = fonts.width(line.number, fonts.BOLD, NUMBER_SIZE)
    fonts.draw(canvas, left, bottom, line.number, fonts.BOLD, NUMBER_SIZE)
    room = area.width - 2 * PADDING - wide - 4 * mm
    size, rows = fonts.fitted(line.group, fonts.SANS, room, ((11.0, 1), (10.0, 2), (8.0, 2), (7.0, 3)))
    for number, row in enumerate(reversed(rows)):
        y = bottom + number * style.leading(size)
        fonts.draw_right(canvas, area.left + area.width - PADDING, y, row, fonts.SANS, size)


def _draw_marks(canvas: Canvas) -> None:
    """At the edges of the sheet and where four badges meet: no line runs through a badge."""
    canvas.setLineWidth(style.LINE)
    xs = [SHEET.left + column * WIDTH for column in range(GRID.columns + 1)]
    ys = [SHEET.top - row * HEIGHT for row in range(GRID.rows + 1)]
    bottom, right = ys[-1], xs[-1]
    for x in xs:
        canvas.lines([(x, SHEET.top + APART, x, SHEET.top + MARK), (x, bottom - APART, x, bottom - MARK)])
    for y in ys:
        canvas.lines([(SHEET.left - MARK, y, SHEET.left - APART, y), (right + APART, y, right + MARK, y)])
    for y in ys[1:-1]:
        canvas.lines([(xs[1] - 2 * mm, y, xs[1] + 2 * mm, y), (xs[1], y - 2 * mm, xs[1], y + 2 * mm)])
