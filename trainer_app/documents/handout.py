"""Handouts as a file: one or a whole module, on A4, on A5, or as a booklet to fold."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import booklet, fonts, style
from trainer_app.documents.booklet import Side
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.handout_page import LARGE, SMALL, Layout, draw_page
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import new_canvas
from trainer_app.documents.style import mm
from trainer_app.domain.curriculum import Handout
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

FOLD_MARK = 4 * mm


class Format(StrEnum):
    """What `--paper` names."""

    A4 = "A4"
    A5 = "A5"
    BOOKLET = "booklet"


def write(
    handouts: Sequence[Handout],
    t: Catalog,
    path: Path,
    paper: str = Format.A4,
    tick: Tick = no_tick,
    names: Sequence[str] = (),
    printed: date | None = None,
) -> Written:
    """`names`: whom each copy is for; without any, one copy for nobody in particular."""
    format_of(path, t, (PDF,))
    if not handouts:
        raise TrainerError(t.gettext("There is no handout to print."), code="nothing_to_print")
    with saving(path, t) as file:
        pages = _draw(handouts, t, file, Format(paper), tick, names, printed or date.today())
    return Written(path, len(handouts), pages)


def as_bytes(
    handouts: Sequence[Handout],
    t: Catalog,
    paper: str = Format.A4,
    names: Sequence[str] = (),
    printed: date | None = None,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(handouts, t, file, Format(paper), no_tick, names, printed or date.today())
    return file.getvalue()


def _draw(
    handouts: Sequence[Handout],
    t: Catalog,
    file: IO[bytes],
    paper: Format,
    tick: Tick,
    names: Sequence[str],
    printed: date,
) -> int:
    """Each page is drawn once, as a form; copies only place it. Returns how many sides of paper there are."""
    layout = LARGE if paper == Format.A4 else SMALL
    sides = booklet.sides(len(handouts)) if paper == Format.BOOKLET else [(page,) for page in range(len(handouts))]
    size = style.LANDSCAPE if paper == Format.BOOKLET else layout.size
    canvas = new_canvas(file, t, f"{handouts[0].module_title}: {handouts[0].title}", size)
    for number, handout in enumerate(handouts):
        _draw_form(canvas, number, handout, t, layout, printed)
        tick((number + 1) / len(handouts) / 2)
    for done, name in enumerate(names or ("",), start=1):
        for side in sides:
            _draw_side(canvas, side, layout, t.gettext("For {name}").format(name=name) if name else "")
        tick(0.5 + done / max(1, len(names)) / 2)
    canvas.save()
    return len(sides) * max(1, len(names))


def _draw_form(canvas: Canvas, number: int, handout: Handout, t: Catalog, layout: Layout, printed: date) -> None:
    canvas.beginForm(_form(number), 0, 0, *layout.size)
    draw_page(canvas, handout, t, layout, printed)
    canvas.endForm()


def _form(number: int) -> str:
    return f"page{number}"


def _draw_side(canvas: Canvas, side: Side, layout: Layout, whom: str) -> None:
    """One side of a sheet: one page, or two beside each other with a mark where to fold."""
    width, height = layout.size
    for place, page in enumerate(side):
        if page is not None:
            canvas.saveState()
            canvas.translate(place * width, 0)
            canvas.doForm(_form(page))
            _draw_name(canvas, layout, whom)
            canvas.restoreState()
    if len(side) == 2:
        canvas.setLineWidth(style.LINE)
        canvas.lines([(width, 0, width, FOLD_MARK), (width, height - FOLD_MARK, width, height)])
    canvas.showPage()


def _draw_name(canvas: Canvas, layout: Layout, whom: str) -> None:
    if whom:
        size, lines = fonts.fitted(whom, fonts.READING, layout.room, ((layout.caption, 1), (7.0, 1)))
        x, y = layout.size[0] - layout.margin, layout.size[1] - layout.margin * 0.6
        fonts.draw_right(canvas, x, y, lines[0], fonts.READING, size)
