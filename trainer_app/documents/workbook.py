"""The participant's workbook: what is read, written and drawn during a module, to keep and to take home."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import blocks, booklet, fonts, forms, style, workbook_words
from trainer_app.documents.booklet import Sides
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.handout import Format
from trainer_app.documents.handout_page import SMALL_PRINT, state_words
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import new_canvas, printed_on
from trainer_app.documents.style import mm
from trainer_app.documents.workbook_words import LARGE, SMALL, Layout
from trainer_app.domain.curriculum import TextState, worst
from trainer_app.domain.material import UnitMaterial
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

LINE_OF_FOOT = 3.6 * mm


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page, and what it owns up to."""

    page: blocks.Page
    code: str
    state: TextState


def write(
    units: Sequence[UnitMaterial],
    t: Catalog,
    path: Path,
    paper: str = Format.A4,
    tick: Tick = no_tick,
    printed: date | None = None,
    sides: str = Sides.FRONT_BACK,
) -> Written:
    """Of one unit, or of all units of a module."""
    format_of(path, t, (PDF,))
    if not units:
        raise TrainerError(t.gettext("There is no unit to make a workbook of."), code="nothing_to_print")
    with saving(path, t) as file:
        pages = _draw(units, t, file, Format(paper), tick, printed or date.today(), Sides(sides))
    return Written(path, len(units), pages)


def as_bytes(
    units: Sequence[UnitMaterial],
    t: Catalog,
    paper: str = Format.A4,
    printed: date | None = None,
    sides: str = Sides.FRONT_BACK,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(units, t, file, Format(paper), no_tick, printed or date.today(), Sides(sides))
    return file.getvalue()


def _draw(
    units: Sequence[UnitMaterial],
    t: Catalog,
    file: IO[bytes],
    paper: Format,
    tick: Tick,
    printed: date,
    order: Sides,
) -> int:
    """Returns how many sides of paper there are."""
    layout = LARGE if paper == Format.A4 else SMALL
    sheets = _sheets(units, t, layout)
    title = t.gettext("Workbook of {name}").format(name=workbook_words.title(units))
    canvas = new_canvas(file, t, title, style.LANDSCAPE if paper == Format.BOOKLET else layout.size)
    for number, sheet in enumerate(sheets):
        with forms.page(canvas, _form(number), layout.size):
            blocks.draw(canvas, sheet.page, layout.margin, layout.size[1] - layout.margin, layout.room)
            _draw_foot(canvas, sheet, t, layout, f"{number + 1}", f"{len(sheets)}", printed)
        tick((number + 1) / len(sheets))
    faces = booklet.sides(len(sheets)) if paper == Format.BOOKLET else booklet.single(len(sheets))
    sides = [side for run in booklet.runs(faces, order) for side in run]
    for side in sides:
        forms.place(canvas, [None if page is None else _form(page) for page in side], layout.size)
    canvas.save()
    return len(sides)


def _form(page: int) -> str:
    return f"page{page}"


def _sheets(units: Sequence[UnitMaterial], t: Catalog, layout: Layout) -> list[_Sheet]:
    """The cover tells on which page each unit begins; how long it is does not depend on the numbers."""
    inner: list[_Sheet] = []
    begins: list[int] = []
    for unit in units:
        begins.append(len(inner) + 1)
        pages = blocks.paged(workbook_words.unit(unit, t, layout), layout.room, layout.high)
        inner += [_Sheet(page, unit.code, unit.state) for page in pages]
    cover = blocks.paged(workbook_words.cover(units, t, layout, begins), layout.room, layout.high)
    begins = [page + len(cover) for page in begins]
    cover = blocks.paged(workbook_words.cover(units, t, layout, begins), layout.room, layout.high)
    code = units[0].code if len(units) == 1 else units[0].module_code
    state = worst(unit.state for unit in units)
    return [*(_Sheet(page, code, state) for page in cover), *inner]


def _draw_foot(canvas: Canvas, sheet: _Sheet, t: Catalog, layout: Layout, number: str, of: str, printed: date) -> None:
    left, right, y = layout.margin, layout.size[0] - layout.margin, layout.margin - 1 * mm
    page = t.gettext("Page {page} of {pages}").format(page=number, pages=of)
    fonts.draw_right(canvas, right, y, page, fonts.SANS, SMALL_PRINT)
    reference = f"{sheet.code}, {printed_on(t, printed)}"
    room = layout.room - fonts.width(page, fonts.SANS, SMALL_PRINT) - 4 * mm
    for words, height, name, width in (
        (reference, y, fonts.SANS, room),
        (state_words(sheet.state, t), y + LINE_OF_FOOT, fonts.SEMIBOLD, layout.room),
    ):
        size, lines = fonts.fitted(words, name, width, ((SMALL_PRINT, 1), (style.LEAST, 1)))
        fonts.draw(canvas, left, height, lines[0], name, size)
    canvas.line(left, y + 7.4 * mm, right, y + 7.4 * mm)
