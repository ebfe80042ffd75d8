"""Handouts in two languages that face each other: the left page in one, the right page in the other, piece by piece.

Each page says at its own foot how far its translation has come.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from trainer_app.documents import booklet, fonts, forms, style
from trainer_app.documents.booklet import Side, Sides
from trainer_app.documents.fonts import P
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.handout_page import LARGE, SMALL, SMALL_PRINT, Layout, draw_page
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import new_canvas, printed_on
from trainer_app.documents.style import mm, paragraph
from trainer_app.domain import editions
from trainer_app.domain.curriculum import Handout
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

InLanguage = tuple[Sequence[Handout], Catalog]
"""The pages of one language, and the words of the paper around them."""

BETWEEN = 8 * mm  # from the words of the one language to those of the other, on the first page
AFTER = 4 * mm
COVER: Side = ()


class Facing(StrEnum):
    PAGES = "pages"
    """A4, printed on both sides: open, the two languages lie beside each other."""
    BESIDE = "beside"
    """Two A5 pages on one side of an A4."""


def write(
    left: InLanguage,
    right: InLanguage,
    path: Path,
    facing: str = Facing.PAGES,
    tick: Tick = no_tick,
    printed: date | None = None,
    sides: str = Sides.FRONT_BACK,
) -> Written:
    """The same handouts, in the same order, in both languages."""
    t = left[1]
    format_of(path, t, (PDF,))
    if not left[0]:
        raise TrainerError(t.gettext("There is no handout to print."), code="nothing_to_print")
    with saving(path, t) as file:
        pages = _draw(left, right, file, Facing(facing), tick, printed or date.today(), Sides(sides))
    return Written(path, len(left[0]), pages)


def as_bytes(
    left: InLanguage,
    right: InLanguage,
    facing: str = Facing.PAGES,
    printed: date | None = None,
    sides: str = Sides.FRONT_BACK,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(left, right, file, Facing(facing), no_tick, printed or date.today(), Sides(sides))
    return file.getvalue()


def _draw(
    left: InLanguage,
    right: InLanguage,
    file: IO[bytes],
    facing: Facing,
    tick: Tick,
    printed: date,
    order: Sides,
) -> int:
    """Returns how many sides of paper there are. The first of facing pages is alone, so it tells what follows."""
    layout, size = (SMALL, style.LANDSCAPE) if facing == Facing.BESIDE else (LARGE, style.A4)
    pairs = list(zip(left[0], right[0], strict=True))
    canvas = new_canvas(file, left[1], _title(left, right), size)
    for number, (one, other) in enumerate(pairs):
        both = (one, left[1]), (other, right[1])
        for place, (page, t) in enumerate(both):
            with forms.page(canvas, _form(2 * number + place), layout.size):
                draw_page(canvas, page, t, layout, printed, editions.of_handouts([page]), [both[1 - place]])
        tick((number + 1) / len(pairs))
    runs = booklet.runs(list(_sides(len(pairs), facing)), order)
    for side in (side for run in runs for side in run):
        if side == COVER:
            _draw_cover(canvas, left, right, printed)
            canvas.showPage()
        else:
            forms.place(canvas, [None if page is None else _form(page) for page in side], layout.size)
    canvas.save()
    return sum(map(len, runs))


def _sides(pairs: int, facing: Facing) -> Iterator[Side]:
    if facing == Facing.PAGES:
        yield COVER
        yield from booklet.single(2 * pairs)
    else:
        yield from ((2 * number, 2 * number + 1) for number in range(pairs))


def _form(page: int) -> str:
    return f"page{page}"


def _title(left: InLanguage, right: InLanguage) -> str:
    return " / ".join(dict.fromkeys(pages[0].module_title for pages, _ in (left, right)))


def _draw_cover(canvas: Canvas, left: InLanguage, right: InLanguage, printed: date) -> None:
    """Title and list of the handouts, left in one language and right in the other, line by line."""
    canvas.setLineWidth(style.LINE)
    column = (LARGE.room - BETWEEN) / 2
    y = LARGE.size[1] - LARGE.margin
    for one, other, size in _lines(left, right):
        like = paragraph(fonts.READING_BOLD if size == SMALL.title else fonts.READING, size, 1.2)
        pieces = [_broken(P(words, like), column) for words in (one, other)]
        high = max(float(piece.height) for piece in pieces)
        if y - high < LARGE.margin + LARGE.gap:
            break
        for place, piece in enumerate(pieces):
            piece.drawOn(canvas, LARGE.margin + place * (column + BETWEEN), y - float(piece.height))
        y -= high + AFTER
    _draw_foot(canvas, left, printed, LARGE)


def _lines(left: InLanguage, right: InLanguage) -> Iterator[tuple[str, str, float]]:
    yield left[0][0].module_title, right[0][0].module_title, SMALL.title
    for one, other in zip(left[0], right[0], strict=True):
        yield f"{one.code}  {one.title}", f"{other.code}  {other.title}", LARGE.caption


def _broken(piece: Paragraph, room: float) -> Paragraph:
    piece.wrap(room, 100_000)
    return piece


def _draw_foot(canvas: Canvas, left: InLanguage, printed: date, layout: Layout) -> None:
    y, end = layout.margin - 1 * mm, layout.size[0] - layout.margin
    canvas.line(layout.margin, y + 4 * mm, end, y + 4 * mm)
    fonts.draw_right(canvas, end, y, printed_on(left[1], printed), fonts.SANS, SMALL_PRINT)
