"""A handout for the trainer's hands: the participants' page, and behind it what is said with it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.platypus import Flowable

from trainer_app.documents import fonts, leaves
from trainer_app.documents.flow import listed, titled, words
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.leaves import Leaf, Mark, flowing, notes_of, of_handout
from trainer_app.documents.material_words import named
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.style import mm
from trainer_app.domain.curriculum import Handout
from trainer_app.domain.material import UnitMaterial
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)  # tried in this order, so that the guide is the back of the page

Pages = Sequence[tuple[UnitMaterial, Handout]]


def write(pages: Pages, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None) -> Written:
    """Printed on both sides, each handout has its guide on its back."""
    format_of(path, t, (PDF,))
    _refuse_nothing(pages, t)
    with saving(path, t) as file:
        count = _draw(pages, t, file, tick, printed or date.today())
    return Written(path, len(pages), count)


def as_bytes(pages: Pages, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    _refuse_nothing(pages, t)
    file = io.BytesIO()
    _draw(pages, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _refuse_nothing(pages: Pages, t: Catalog) -> None:
    if not pages:
        raise TrainerError(t.gettext("There is no handout to print."), code="nothing_to_print")


def _draw(pages: Pages, t: Catalog, file: IO[bytes], tick: Tick, printed: date) -> int:
    laid: list[Leaf] = []
    for unit, handout in pages:
        mark = Mark(f"{handout.code} {handout.title}")
        laid += [of_handout(handout, t, printed).marked(mark), *guide_leaves(unit, handout, t)]
    first = pages[0][1]
    title = named(t, _name(t), f"{first.code} {first.title}")
    return leaves.save(laid, t, title, file, tick, printed)


def guide_leaves(unit: UnitMaterial, handout: Handout, t: Catalog) -> list[Leaf]:
    """One page when its words fit in letters that are read standing."""
    reference = f"{handout.code}, {_name(t)}"
    for size in SIZES:
        found = flowing(_pieces(unit, handout, t, size), reference, notes_of(t, unit.state, unit.facts))
        if len(found) == 1:
            break
    return found


def _pieces(unit: UnitMaterial, handout: Handout, t: Catalog, size: float) -> list[Flowable]:
    return [
        words(f"{handout.code}  {_name(t)}", 12, fonts.SEMIBOLD, with_next=True),
        words(handout.title, 22, fonts.BOLD, with_next=True),
        words(unit.title, 12, before=1 * mm),
        *titled(t.gettext("What is said with the handout"), _spoken(unit.spoken, size), size),
        *titled(t.gettext("Messages to take home"), listed(unit.messages, size=size), size),
        *titled(t.gettext("Questions for the debrief"), listed(unit.questions, size=size), size),
    ]


def _name(t: Catalog) -> str:
    return t.gettext("For the trainer")


def _spoken(lines: Sequence[str], size: float) -> list[Flowable]:
    return [words(line, size, fonts.READING, before=2 * mm) for line in lines if line]
