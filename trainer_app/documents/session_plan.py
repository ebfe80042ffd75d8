"""The plan of a unit, to be read standing: what to prepare, each step with its minute, and what is read aloud."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.platypus import Flowable

from trainer_app.documents import fonts, leaves
from trainer_app.documents.flow import BOX, READABLE, Row, Square, Tag, listed, numbered, titled, words
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.leaves import MARGIN, Leaf, Mark, flowing, notes_of
from trainer_app.documents.material_words import duration, method_word, named, people_words
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.readings import reading_pieces
from trainer_app.documents.style import A4, mm
from trainer_app.domain.material import PlanStep, UnitMaterial
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

CLOCK, DONE = 21 * mm, 13 * mm
STEP = A4[0] - 2 * MARGIN - CLOCK - DONE
TICK = 7 * mm
UNDER_HEADING = 1.5 * mm
LAYING_OUT = 0.5  # of the work, as the bar shows it


def write(
    units: Sequence[UnitMaterial], t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None
) -> Written:
    """One unit after the other, each from a new page."""
    format_of(path, t, (PDF,))
    refuse_nothing(units, t)
    with saving(path, t) as file:
        pages = _draw(units, t, file, tick, printed or date.today())
    return Written(path, len(units), pages)


def as_bytes(units: Sequence[UnitMaterial], t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    refuse_nothing(units, t)
    file = io.BytesIO()
    _draw(units, t, file, no_tick, printed or date.today())
    return file.getvalue()


def refuse_nothing(units: Sequence[object], t: Catalog) -> None:
    if not units:
        raise TrainerError(t.gettext("There is no unit to print."), code="nothing_to_print")


def _draw(units: Sequence[UnitMaterial], t: Catalog, file: IO[bytes], tick: Tick, printed: date) -> int:
    laid: list[Leaf] = []
    for number, unit in enumerate(units, start=1):
        first, *following = plan_leaves(unit, t, reading_pieces(unit, t, level=1))
        laid += [first.marked(Mark(f"{unit.code} {unit.title}")), *following]
        tick(number / len(units) * LAYING_OUT)
    title = named(t, t.gettext("Session plan"), f"{units[0].code} {units[0].title}")

    def rest(share: float) -> None:
        tick(LAYING_OUT + share * (1 - LAYING_OUT))

    return leaves.save(laid, t, title, file, rest, printed)


def plan_leaves(unit: UnitMaterial, t: Catalog, following: Sequence[Flowable] = ()) -> list[Leaf]:
    """The plan, and what runs on behind it."""
    name = t.gettext("Session plan")
    pieces = [*_head(unit, t), *_table(unit, t), *_after(unit, t), *following]
    return flowing(pieces, f"{unit.code}, {name}", notes_of(t, unit.state, unit.facts))


def _head(unit: UnitMaterial, t: Catalog) -> list[Flowable]:
    name = t.gettext("Session plan")
    figures = (unit.module_title, duration(t, unit.minutes), people_words(t, unit.people))
    return [
        words(f"{unit.code}  {name}", READABLE, fonts.SEMIBOLD, with_next=True),
        words(unit.title, 22, fonts.BOLD, with_next=True),
        words(" · ".join(filter(None, figures)), READABLE, before=1 * mm),
        *titled(t.gettext("At the end, participants can"), listed(unit.objectives)),
        *titled(t.gettext("Materials"), paragraphs([unit.materials])),
        *titled(t.gettext("Before people come"), listed(unit.preparation, BOX)),
        *titled(t.gettext("The room"), paragraphs([unit.room])),
    ]


def paragraphs(texts: Sequence[str], size: float = READABLE) -> list[Flowable]:
    return [words(text, size, before=1.5 * mm) for text in texts if text]


def _table(unit: UnitMaterial, t: Catalog) -> list[Flowable]:
    """A row for each step; it begins with the minute, so that a trainer who is late sees it."""
    title = t.gettext("Session plan, {duration}").format(duration=duration(t, unit.minutes))
    return titled(title, [_step(step, t, 0 if step.begins else UNDER_HEADING) for step in unit.steps])


def _step(step: PlanStep, t: Catalog, before: float) -> Flowable:
    clock = f"{step.begins // 60}:{step.begins % 60:02}"
    return Row(
        (
            [words(clock, 15, fonts.BOLD), words(duration(t, step.minutes), 10.5)],
            _said(step, t),
            [Square(TICK, DONE - 4 * mm)],
        ),
        (CLOCK, STEP, DONE),
        before=before,
        again=[words(f"({clock})", 12)],
    )


def _said(step: PlanStep, t: Catalog) -> list[Flowable]:
    said = [words(step.title, 13, fonts.BOLD, with_next=True)]
    if step.method:
        said.append(words(method_word(t, step.method), 10.5, with_next=True))
    if step.may_skip:
        said.append(Tag(t.gettext("if time is short, leave it out")))
    return [*said, *numbered(step.instructions)]


def _after(unit: UnitMaterial, t: Catalog) -> list[Flowable]:
    return [
        *titled(t.gettext("Questions for the debrief"), listed(unit.questions)),
        *titled(t.gettext("Messages to take home"), listed(unit.messages)),
        *titled(t.gettext("With people who read little"), paragraphs([unit.low_literacy])),
        *titled(t.gettext("So that women take part"), paragraphs([unit.women])),
        *titled(t.gettext("So that people with disabilities take part"), paragraphs([unit.disability])),
        *titled(t.gettext("What is said with the handout"), paragraphs(unit.spoken)),
    ]
