"""Handouts as a file: one or a whole module, on A4, on A5, or as a booklet to fold; in one language or in several."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import booklet, fonts, forms, style
from trainer_app.documents.booklet import Side, Sides
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.handout_page import LARGE, SMALL, Layout, draw_page
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import new_canvas
from trainer_app.domain import editions
from trainer_app.domain.curriculum import Handout
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

Copies = tuple[Sequence[Handout], Catalog, int]
"""Pages in one language, and how many copies of them."""


class Format(StrEnum):
    """What `--paper` names."""

    A4 = "A4"
    A5 = "A5"
    BOOKLET = "booklet"


@dataclass(frozen=True, slots=True)
class _Job:
    """The same pages for some people: a copy for each name, "" being nobody in particular."""

    handouts: Sequence[Handout]
    t: Catalog
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class _How:
    paper: Format
    sides: Sides
    printed: date

    @property
    def layout(self) -> Layout:
        return LARGE if self.paper == Format.A4 else SMALL

    @property
    def size(self) -> tuple[float, float]:
        return style.LANDSCAPE if self.paper == Format.BOOKLET else self.layout.size

    def runs(self, pages: int) -> list[list[Side]]:
        faces = booklet.sides(pages) if self.paper == Format.BOOKLET else booklet.single(pages)
        return booklet.runs(faces, self.sides)


def write(
    handouts: Sequence[Handout],
    t: Catalog,
    path: Path,
    paper: str = Format.A4,
    tick: Tick = no_tick,
    names: Sequence[str] = (),
    printed: date | None = None,
    sides: str = Sides.FRONT_BACK,
) -> Written:
    """`names`: whom each copy is for; without any, one copy for nobody in particular."""
    format_of(path, t, (PDF,))
    _refuse_nothing(len(handouts), t)
    with saving(path, t) as file:
        pages = _draw([_Job(handouts, t, names or ("",))], file, _how(paper, sides, printed), tick)
    return Written(path, len(handouts), pages)


def as_bytes(
    handouts: Sequence[Handout],
    t: Catalog,
    paper: str = Format.A4,
    names: Sequence[str] = (),
    printed: date | None = None,
    sides: str = Sides.FRONT_BACK,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw([_Job(handouts, t, names or ("",))], file, _how(paper, sides, printed), no_tick)
    return file.getvalue()


def write_several(
    copies: Sequence[Copies],
    t: Catalog,
    path: Path,
    paper: str = Format.A4,
    tick: Tick = no_tick,
    printed: date | None = None,
    sides: str = Sides.FRONT_BACK,
) -> Written:
    """One job for people of several languages (25 rw, 10 fr, 5 en), one language after the other."""
    format_of(path, t, (PDF,))
    jobs = _jobs(copies)
    _refuse_nothing(len(jobs), t)
    with saving(path, t) as file:
        pages = _draw(jobs, file, _how(paper, sides, printed), tick)
    return Written(path, sum(len(job.names) for job in jobs), pages)


def several_as_bytes(
    copies: Sequence[Copies],
    paper: str = Format.A4,
    printed: date | None = None,
    sides: str = Sides.FRONT_BACK,
) -> bytes:
    file = io.BytesIO()
    _draw(_jobs(copies), file, _how(paper, sides, printed), no_tick)
    return file.getvalue()


def _jobs(copies: Sequence[Copies]) -> list[_Job]:
    return [_Job(handouts, t, ("",) * count) for handouts, t, count in copies if handouts and count > 0]


def _how(paper: str, sides: str, printed: date | None) -> _How:
    return _How(Format(paper), Sides(sides), printed or date.today())


def _refuse_nothing(count: int, t: Catalog) -> None:
    if not count:
        raise TrainerError(t.gettext("There is no handout to print."), code="nothing_to_print")


def _draw(jobs: Sequence[_Job], file: IO[bytes], how: _How, tick: Tick) -> int:
    """Each page is drawn once, as a form; copies only place it. Returns how many sides of paper there are."""
    first = jobs[0].handouts[0]
    canvas = new_canvas(file, jobs[0].t, f"{first.module_title}: {first.title}", how.size)
    for number, job in enumerate(jobs):
        _draw_forms(canvas, number, job, how)
        tick((number + 1) / len(jobs) / 2)
    done, copies = 0, sum(len(job.names) for job in jobs)
    runs = [how.runs(len(job.handouts)) for job in jobs]
    for turn in zip(*runs, strict=True):
        for number, (job, sides) in enumerate(zip(jobs, turn, strict=True)):
            for name in job.names:
                _place(canvas, number, job.t, sides, how, name)
                done += 1
                tick(0.5 + done / copies / len(runs[0]) / 2)
    canvas.save()
    return sum(len(job.names) * len(sides) for job, turns in zip(jobs, runs, strict=True) for sides in turns)


def _draw_forms(canvas: Canvas, number: int, job: _Job, how: _How) -> None:
    for page, handout in enumerate(job.handouts):
        with forms.page(canvas, _form(number, page), how.layout.size):
            draw_page(canvas, handout, job.t, how.layout, how.printed, editions.of_handouts([handout]))


def _form(job: int, page: int) -> str:
    return f"pages{job}-{page}"


def _place(canvas: Canvas, number: int, t: Catalog, sides: Sequence[Side], how: _How, name: str) -> None:
    """One copy."""
    whom = partial(_draw_name, layout=how.layout, whom=t.gettext("For {name}").format(name=name)) if name else None
    for side in sides:
        names = [None if page is None else _form(number, page) for page in side]
        forms.place(canvas, names, how.layout.size, whom)


def _draw_name(canvas: Canvas, layout: Layout, whom: str) -> None:
    size, lines = fonts.fitted(whom, fonts.READING, layout.room, ((layout.caption, 1), (7.0, 1)))
    x, y = layout.size[0] - layout.margin, layout.size[1] - layout.margin * 0.6
    fonts.draw_right(canvas, x, y, lines[0], fonts.READING, size)
