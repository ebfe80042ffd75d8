"""All of a module in one book for its trainer: cover, contents, and each unit's plan, handout and readings."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.platypus import Flowable

from trainer_app.documents import fonts, leaves, pictures
from trainer_app.documents.book_contents import contents_leaves
from trainer_app.documents.flow import READABLE, words
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.handout_page import state_words
from trainer_app.documents.leaves import Leaf, Mark, flowing, of_handout
from trainer_app.documents.material_words import duration, named
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.readings import reading_leaves
from trainer_app.documents.readings import title as readings_title
from trainer_app.documents.session_plan import LAYING_OUT, plan_leaves, refuse_nothing
from trainer_app.documents.style import mm
from trainer_app.domain.curriculum import Handout, TextState, worst
from trainer_app.domain.material import UnitMaterial
from trainer_app.i18n import LANGUAGES, Catalog

PICTURE = 120 * mm

Chapter = tuple[UnitMaterial, Handout | None]
"""A unit, and its page for participants where it has one in this language."""


def write(
    chapters: Sequence[Chapter],
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    printed: date | None = None,
    aim: str = "",
    edition: str = "",
) -> Written:
    """`aim` is that of the module; `edition` a line of the cover, by itself the day of printing."""
    format_of(path, t, (PDF,))
    refuse_nothing(chapters, t)
    with saving(path, t) as file:
        pages = _draw(chapters, t, file, tick, printed or date.today(), (aim, edition))
    return Written(path, len(chapters), pages)


def as_bytes(
    chapters: Sequence[Chapter], t: Catalog, printed: date | None = None, aim: str = "", edition: str = ""
) -> bytes:
    """The paper, to look at or to send to a printer."""
    refuse_nothing(chapters, t)
    file = io.BytesIO()
    _draw(chapters, t, file, no_tick, printed or date.today(), (aim, edition))
    return file.getvalue()


def _draw(
    chapters: Sequence[Chapter], t: Catalog, file: IO[bytes], tick: Tick, printed: date, said: tuple[str, str]
) -> int:
    cover = _cover(chapters, t, printed, *said)
    body: list[Leaf] = []
    for number, chapter in enumerate(chapters, start=1):
        body += _chapter(*chapter, t, printed)
        tick(number / len(chapters) * LAYING_OUT)

    def rest(share: float) -> None:
        tick(LAYING_OUT + share * (1 - LAYING_OUT))

    first = chapters[0][0]
    pages = [*cover, *contents_leaves(body, len(cover), t, f"{first.module_code}, {first.module_title}"), *body]
    return leaves.save(pages, t, f"{first.module_code} {first.module_title}", file, rest, printed, outlined=True)


def _chapter(unit: UnitMaterial, handout: Handout | None, t: Catalog, printed: date) -> Iterator[Leaf]:
    plan, *following = plan_leaves(unit, t)
    yield plan.marked(Mark(f"{unit.code}  {unit.title}"), Mark(t.gettext("Session plan"), 1))
    yield from following
    if handout:
        title = named(t, t.gettext("Handout {name}").format(name=handout.code), handout.title)
        yield of_handout(handout, t, printed).marked(Mark(title, 1))
    for number, leaf in enumerate(reading_leaves(unit, t, level=2)):
        yield leaf if number else leaf.marked(Mark(readings_title(t), 1))


def _cover(chapters: Sequence[Chapter], t: Catalog, printed: date, aim: str, edition: str) -> list[Leaf]:
    unit = chapters[0][0]
    units = [unit for unit, _ in chapters]
    minutes = duration(t, sum(unit.minutes for unit in units))
    count = t.ngettext("{count} unit", "{count} units", len(units)).format(count=len(units))
    made = edition or t.gettext("Edition of {date}").format(date=t.long_date(printed))
    pieces = [
        words(unit.module_code, 28, fonts.BOLD, before=0),
        words(unit.module_title, 34, fonts.BOLD, before=4 * mm),
        words(t.gettext("Trainer's manual"), 20, before=4 * mm),
        *([words(aim, 14, before=8 * mm)] if aim else []),
        *_picture(chapters),
        words(" · ".join((LANGUAGES.get(unit.language, unit.language), count, minutes)), 14, before=12 * mm),
        words(made, READABLE, before=3 * mm),
        words(_licence(t), READABLE, before=3 * mm),
        *([words(state, READABLE, fonts.SEMIBOLD, before=3 * mm)] if (state := _state(chapters, t)) else []),
    ]
    title = Mark(f"{unit.module_code} {unit.module_title}")
    first, *following = flowing(pieces, f"{unit.module_code}, {unit.module_title}")
    return [first.marked(title), *following]


def _licence(t: Catalog) -> str:
    return t.gettext(
        "The texts may be copied, changed and passed on by everyone who says where they come from "
        "(licence Creative Commons Attribution 4.0, CC BY 4.0)."
    )


def _picture(chapters: Sequence[Chapter]) -> list[Flowable]:
    """The picture of the first handout, so that a book is found again by whoever does not read its title."""
    named = [handout.picture for _, handout in chapters if handout and handout.picture in pictures.names()]
    if not named:
        return []
    drawing = pictures.picture(named[0], PICTURE)
    drawing.spaceBefore = 12 * mm
    return [drawing]


def _state(chapters: Sequence[Chapter], t: Catalog) -> str:
    states: list[TextState] = [unit.state for unit, _ in chapters]
    return state_words(worst([*states, *(handout.state for _, handout in chapters if handout)]), t)
