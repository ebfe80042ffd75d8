"""The answer sheet of a test, four on a page to be cut: a number and the four signs in each row."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import choices, fonts, forms, style, test_paper
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import new_canvas
from trainer_app.documents.style import mm
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase
from trainer_app.i18n import Catalog

ROWS = 10
SIZE = style.A4[0] / 2, style.A4[1] / 2
MARGIN = 9 * mm
HEAD, FOOT = 30 * mm, 5 * mm
SIGN = 7.4 * mm
MARK = 7 * mm
TITLE_SIZES = ((12.0, 1), (11.0, 1), (10.0, 1), (10.0, 2))
PLACES = ((0, 1), (1, 1), (0, 0), (1, 0))


def write(
    test: TestForm,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    phase: Phase = Phase.PRE,
    printed: date | None = None,
) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(test, t, file, tick, Phase(phase), printed or date.today())
    return Written(path, len(test.items), pages)


def as_bytes(test: TestForm, t: Catalog, phase: Phase = Phase.PRE, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(test, t, file, no_tick, Phase(phase), printed or date.today())
    return file.getvalue()


def _draw(test: TestForm, t: Catalog, file: IO[bytes], tick: Tick, phase: Phase, printed: date) -> int:
    """A test of more than ten questions has a page for each ten."""
    title = t.gettext("Answer sheet")
    canvas = new_canvas(file, t, f"{title}, {test_paper.title(test, t)}", style.A4)
    numbers = [item.number for item in test.items]
    parts = [numbers[start : start + ROWS] for start in range(0, max(1, len(numbers)), ROWS)]
    for part, some in enumerate(parts, start=1):
        with forms.page(canvas, f"quarter{part}", SIZE):
            foot = f"{test.module_code}, {test.form}   {part}/{len(parts)}   {t.date(printed)}"
            draw_quarter(canvas, test, t, some, phase, foot)
        _place(canvas, f"quarter{part}")
        tick(part / len(parts))
    canvas.save()
    return len(parts)


def _place(canvas: Canvas, form: str) -> None:
    """The same four times, with lines to cut along."""
    width, height = SIZE
    for column, row in PLACES:
        canvas.saveState()
        canvas.translate(column * width, row * height)
        canvas.doForm(form)
        canvas.restoreState()
    draw_cuts(canvas)
    canvas.showPage()


def draw_cuts(canvas: Canvas) -> None:
    """Lines to cut along."""
    width, height = SIZE
    canvas.setLineWidth(style.LINE)
    canvas.setDash(4, 4)
    canvas.lines([(width, 0, width, 2 * height), (0, height, 2 * width, height)])
    canvas.setDash()


def draw_quarter(
    canvas: Canvas, test: TestForm, t: Catalog, numbers: list[int], phase: Phase, foot: str, named: bool = False
) -> None:
    """One sheet. `named`: whose it is will be printed where otherwise there is a line to write on."""
    width, height = SIZE
    left, right, top = MARGIN, width - MARGIN, height - MARGIN
    choices.draw_phase(canvas, phase, right, top, MARK)
    size, lines = fonts.fitted(test_paper.title(test, t), fonts.READING_BOLD, right - left - 10 * mm, TITLE_SIZES)
    for number, line in enumerate(lines):
        fonts.draw(canvas, left, top - size - number * size * 1.1, line, fonts.READING_BOLD, size)
    if not named:
        test_paper.draw_name(canvas, t, left, right, top - HEAD + 9 * mm, 11)
    row = (top - HEAD - MARGIN - FOOT) / ROWS
    for place, number in enumerate(numbers):
        _draw_row(canvas, number, left, right, top - HEAD - (place + 1) * row, row)
    fonts.draw(canvas, left, MARGIN - 1 * mm, foot, fonts.SANS, style.LEAST)


def _draw_row(canvas: Canvas, number: int, left: float, right: float, y: float, high: float) -> None:
    fonts.draw_right(canvas, left + 9 * mm, y + high / 2 - 5, f"{number}", fonts.READING_BOLD, 14)
    x = left + 16 * mm
    for sign in choices.SIGNS:
        if sign == choices.NOT_KNOWN:
            x = right - choices.width(sign, SIGN)
        choices.draw(canvas, sign, x, y + (high - SIGN) / 2, SIGN)
        x += SIGN + 9 * mm
    canvas.line(left, y, right, y)
