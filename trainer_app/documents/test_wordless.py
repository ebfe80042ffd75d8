"""The test without a word, for people to whom the trainer reads the questions: two big pictures a page, and signs."""

from __future__ import annotations

from datetime import date
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import choices, fonts, pictures, style
from trainer_app.documents.output import Tick
from trainer_app.documents.page import new_canvas
from trainer_app.documents.style import mm
from trainer_app.domain.curriculum import ItemLine
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase
from trainer_app.i18n import Catalog

A_PAGE = 2
MARGIN = 14 * mm
HEAD, FOOT = 18 * mm, 6 * mm
SIGN = 21 * mm
BETWEEN = 14 * mm  # from sign to sign; twice as far to the one of who does not know
NUMBER = 30.0
AIR = 5 * mm


def draw(test: TestForm, t: Catalog, file: IO[bytes], tick: Tick, phase: Phase, printed: date) -> int:
    canvas = new_canvas(file, t, f"{test.module_title}, {test.form}", style.A4)
    starts = range(0, max(1, len(test.items)), A_PAGE)
    for number, start in enumerate(starts, start=1):
        _draw_page(canvas, test, start, phase)
        foot = f"{test.module_code} {test.form}   {number}/{len(starts)}   {t.date(printed)}"
        fonts.draw(canvas, MARGIN, MARGIN - 2 * mm, foot, fonts.SANS, style.SMALL)
        canvas.showPage()
        tick(number / len(starts))
    canvas.save()
    return len(starts)


def _draw_page(canvas: Canvas, test: TestForm, start: int, phase: Phase) -> None:
    width, height = style.A4
    canvas.setLineWidth(style.LINE)
    choices.draw_phase(canvas, phase, width - MARGIN, height - MARGIN)
    _draw_person(canvas, MARGIN, height - MARGIN - 9 * mm, width - MARGIN - 14 * mm)
    half = (height - 2 * MARGIN - HEAD - FOOT) / A_PAGE
    for place, item in enumerate(test.items[start : start + A_PAGE]):
        top = height - MARGIN - HEAD - place * half
        canvas.line(MARGIN, top + AIR / 2, width - MARGIN, top + AIR / 2)
        _draw_item(canvas, item, top, half)


def _draw_person(canvas: Canvas, x: float, y: float, right: float) -> None:
    """Whose paper it is: a head with shoulders, and a line for the name or the number."""
    canvas.saveState()
    canvas.setLineWidth(1.6 * style.LINE)
    canvas.circle(x + 4 * mm, y + 6.5 * mm, 2 * mm)
    canvas.arc(x, y - 3.5 * mm, x + 8 * mm, y + 3.5 * mm, 0, 180)
    canvas.line(x, y, x + 8 * mm, y)
    canvas.restoreState()
    canvas.line(x + 12 * mm, y, right, y)


def _draw_item(canvas: Canvas, item: ItemLine, top: float, high: float) -> None:
    width = style.A4[0]
    fonts.draw(canvas, MARGIN, top - NUMBER, f"{item.number}", fonts.READING_BOLD, NUMBER)
    signs = top - high + 2 * AIR
    if item.picture in pictures.names():
        room = top - signs - SIGN - 2 * AIR
        wide = min(room / pictures.height(item.picture, 1), width - 2 * MARGIN - 2 * 18 * mm)
        tall = pictures.height(item.picture, wide)
        pictures.draw(canvas, item.picture, (width - wide) / 2, top - AIR - tall, wide)
    wide = sum(choices.width(sign, SIGN) for sign in choices.SIGNS) + 4 * BETWEEN
    x = (width - wide) / 2
    for sign in choices.SIGNS:
        x += BETWEEN if sign == choices.NOT_KNOWN else 0
        choices.draw(canvas, sign, x, signs, SIGN)
        x += choices.width(sign, SIGN) + BETWEEN
