"""The attendance list of a training as a file: the suffix chooses PDF, Excel, LibreOffice or text."""

from __future__ import annotations

import io
from collections.abc import Collection
from datetime import date
from pathlib import Path

from trainer_app.documents import attendance_paper
from trainer_app.documents.attendance_rows import Variant, sheet
from trainer_app.documents.formats import PDF, format_of, write_sheet
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.domain.attendance import Register
from trainer_app.domain.list_forms import USUAL, ListForm
from trainer_app.i18n import Catalog


def write(
    register: Register,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    variant: str = Variant.RECORDED,
    unmask: Collection[str] = frozenset(),
    printed: date | None = None,
    form: ListForm = USUAL,
    also: Catalog | None = None,
) -> Written:
    """`form` is how a donor wants it; `also` is the second language of its labels."""
    suffix, kind, pages = format_of(path, t), Variant(variant), 0
    with saving(path, t) as file:
        if suffix == PDF:
            day = printed or date.today()
            pages = attendance_paper.draw(register, t, file, tick, kind, unmask, day, form, also)
        else:
            write_sheet(sheet(register, t, kind, unmask, form, also), t, suffix, file, tick)
    return Written(path, len(register.lines), pages)


def as_bytes(
    register: Register,
    t: Catalog,
    variant: str = Variant.RECORDED,
    unmask: Collection[str] = frozenset(),
    printed: date | None = None,
    form: ListForm = USUAL,
    also: Catalog | None = None,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    day = printed or date.today()
    attendance_paper.draw(register, t, file, no_tick, Variant(variant), unmask, day, form, also)
    return file.getvalue()
