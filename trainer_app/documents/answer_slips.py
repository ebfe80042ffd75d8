"""Answer sheets with the number and the name of each person of a register, four on a page, in the order of the list.

The sheets of one form of the test are drawn once; each quarter adds whose it is.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import answer_sheet, fonts, forms, style
from trainer_app.documents.answer_sheet import HEAD, MARGIN, PLACES, ROWS, SIZE
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import new_canvas, watermark
from trainer_app.documents.style import mm
from trainer_app.domain.answer_sheets import AnswerSheets, SheetOwner
from trainer_app.domain.material import TestForm
from trainer_app.i18n import Catalog

NUMBER = 18.0
NAME_SIZES = ((12.0, 1), (10.0, 1), (8.5, 2), (7.0, 2))


@dataclass(frozen=True, slots=True)
class _Slip:
    """One quarter of a page: which drawn form, and whose it is."""

    name: str
    owner: SheetOwner


def title(t: Catalog) -> str:
    return t.gettext("Answer sheets with names")


def write(
    sheets: AnswerSheets,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    code_only: bool = False,
    printed: date | None = None,
) -> Written:
    """With `code_only` they bear the number alone, so that who marks them does not know whose they are."""
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(sheets, t, file, tick, code_only, printed or date.today())
    return Written(path, len(sheets.owners), pages)


def as_bytes(sheets: AnswerSheets, t: Catalog, code_only: bool = False, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(sheets, t, file, no_tick, code_only, printed or date.today())
    return file.getvalue()


def _draw(sheets: AnswerSheets, t: Catalog, file: IO[bytes], tick: Tick, code_only: bool, day: date) -> int:
    canvas = new_canvas(file, t, f"{title(t)}, {sheets.head.code}", style.A4)
    for form in sheets.forms.values():
        _draw_forms(canvas, sheets, form, t, day)
    slips = list(_slips(sheets))
    starts = range(0, max(1, len(slips)), len(PLACES))
    for number, start in enumerate(starts, start=1):
        if sheets.head.is_sample:
            watermark(canvas, t, *style.A4)
        for place, slip in zip(PLACES, slips[start : start + len(PLACES)], strict=False):
            _draw_slip(canvas, slip, place, t, code_only)
        answer_sheet.draw_cuts(canvas)
        canvas.showPage()
        tick(number / len(starts))
    canvas.save()
    return len(starts)


def _slips(sheets: AnswerSheets) -> Iterator[_Slip]:
    """One for each ten questions that a person is asked."""
    for owner in sheets.owners:
        for part, _numbers in enumerate(_parts(sheets.forms[owner.form]), start=1):
            yield _Slip(_name(owner.form, part), owner)


def _parts(form: TestForm) -> list[list[int]]:
    numbers = [item.number for item in form.items]
    return [numbers[start : start + ROWS] for start in range(0, max(1, len(numbers)), ROWS)]


def _name(form: str, part: int) -> str:
    return f"form{form}{part}"


def _draw_forms(canvas: Canvas, sheets: AnswerSheets, form: TestForm, t: Catalog, day: date) -> None:
    parts = _parts(form)
    for part, numbers in enumerate(parts, start=1):
        with forms.page(canvas, _name(form.form, part), SIZE):
            foot = f"{sheets.head.code}   {form.module_code}, {form.form}   {part}/{len(parts)}   {t.date(day)}"
            answer_sheet.draw_quarter(canvas, form, t, numbers, sheets.phase, foot, named=True)


def _draw_slip(canvas: Canvas, slip: _Slip, place: tuple[int, int], t: Catalog, code_only: bool) -> None:
    (width, height), (column, row) = SIZE, place
    canvas.saveState()
    canvas.translate(column * width, row * height)
    canvas.doForm(slip.name)
    _draw_owner(canvas, slip.owner, t, code_only)
    canvas.restoreState()


def _draw_owner(canvas: Canvas, owner: SheetOwner, t: Catalog, code_only: bool) -> None:
    """The number in large letters, as the trainer calls it; the name beside it."""
    left, right, y = MARGIN, SIZE[0] - MARGIN, SIZE[1] - MARGIN - HEAD + 9 * mm
    label = t.pgettext("number in the register", "No")
    fonts.draw(canvas, left, y, label, fonts.READING, 11)
    x = left + fonts.width(label, fonts.READING, 11) + 2 * mm
    fonts.draw(canvas, x, y, owner.number, fonts.READING_BOLD, NUMBER)
    x += fonts.width(owner.number, fonts.READING_BOLD, NUMBER) + 4 * mm
    if code_only:
        return
    size, lines = fonts.fitted(owner.name, fonts.READING_BOLD, right - x, NAME_SIZES)
    for number, line in enumerate(reversed(lines)):
        fonts.draw(canvas, x, y + number * size * 1.1, line, fonts.READING_BOLD, size)
