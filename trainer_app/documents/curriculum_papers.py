"""The papers of the curriculum, ready to be looked at, printed and saved; each knows the pages the ledger keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from trainer_app.documents import (
    answer_sheet,
    cue_cards,
    handout,
    module_book,
    props,
    session_plan,
    test_paper,
    test_reading,
    trainer_edition,
    two_languages,
    workbook,
)
from trainer_app.documents.booklet import Sides
from trainer_app.documents.handout import Copies, Format
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper, Save
from trainer_app.documents.props import Boxes
from trainer_app.documents.two_languages import Facing
from trainer_app.domain import printed
from trainer_app.domain.curriculum import Handout, TextState, worst
from trainer_app.domain.material import TestForm, UnitMaterial
from trainer_app.domain.printed import NOBODY, Document, Holder, PrintedPage
from trainer_app.domain.scores import Phase
from trainer_app.i18n import Catalog

ANSWER_SHEET = "answer_sheet"
InLanguage = tuple[Sequence[Handout], int]
"""The same pages in one language, and how many copies of them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What every paper is asked: on what, how many, for whom."""

    today: date
    form: Format = Format.A4
    by_hand: bool = False
    copies: int = 1
    subject: UUID | None = None
    holder: Holder = NOBODY
    is_sample: bool = False

    @property
    def sides(self) -> Sides:
        return Sides.FRONTS_THEN_BACKS if self.by_hand else Sides.FRONT_BACK

    @property
    def faces(self) -> int:
        return 2 if self.by_hand or self.form == Format.BOOKLET else 1


@dataclass(frozen=True, slots=True)
class _Drawing:
    """How a paper is drawn and saved, and what it says."""

    draw: Callable[[], bytes]
    save: Save
    states: Mapping[str, TextState]
    pages: tuple[PrintedPage, ...] = ()


def handouts(pages: Sequence[Handout], wanted: Wanted, names: Sequence[str] = ()) -> Paper:
    """One page, or all of a module. With `names`, a copy for each person that bears the name."""
    t = Catalog(pages[0].language)

    def save(path: Path, tick: Tick) -> Written:
        return handout.write(pages, t, path, wanted.form, tick, names, wanted.today)

    drawing = _Drawing(
        partial(handout.as_bytes, pages, t, wanted.form, names, wanted.today),
        save,
        {t.language: worst(page.state for page in pages)},
        printed.of_handouts(pages, copies=max(1, len(names))),
    )
    return _paper(Document.HANDOUT, _title(Document.HANDOUT, _about(pages), t), t, drawing, wanted)


def handouts_in_one_job(parts: Sequence[InLanguage], wanted: Wanted) -> Paper:
    """The same pages for people of several languages; or for a printer of single sides, whose backs come last."""
    jobs: list[Copies] = [(pages, Catalog(pages[0].language), count) for pages, count in parts]
    one_of_each: list[Copies] = [(pages, t, 1) for pages, t, _count in jobs]
    first, t, _count = jobs[0]

    def save(path: Path, tick: Tick) -> Written:
        return handout.write_several(jobs, t, path, wanted.form, tick, wanted.today, wanted.sides)

    drawing = _Drawing(
        partial(handout.several_as_bytes, jobs, wanted.form, wanted.today, wanted.sides),
        save,
        {t.language: worst(page.state for page in pages) for pages, t, _count in jobs},
        tuple(page for pages, count in parts for page in printed.of_handouts(pages, copies=count)),
    )
    title = " ".join(
        [_title(Document.HANDOUT, _about(first), t), *(code.language.upper() for _p, code, _c in jobs[1:])]
    )
    return _paper(
        Document.HANDOUT,
        title,
        t,
        drawing,
        wanted,
        each=tuple(count for _pages, _t, count in jobs),
        look=partial(handout.several_as_bytes, one_of_each, wanted.form, wanted.today),
    )


def in_two_languages(left: Sequence[Handout], right: Sequence[Handout], wanted: Wanted) -> Paper:
    """The same pages in two languages: on facing pages of A4, or two A5 pages beside each other."""
    t, other = Catalog(left[0].language), Catalog(right[0].language)
    facing = Facing.PAGES if wanted.form == Format.A4 else Facing.BESIDE
    both = ((left, t), (right, other))

    def save(path: Path, tick: Tick) -> Written:
        return two_languages.write(*both, path, facing, tick, wanted.today, wanted.sides)

    drawing = _Drawing(
        partial(two_languages.as_bytes, *both, facing, wanted.today, wanted.sides),
        save,
        {catalog.language: worst(page.state for page in pages) for pages, catalog in both},
        printed.of_handouts((*left, *right), Document.TWO_LANGUAGES),
    )
    title = f"{_title(Document.TWO_LANGUAGES, _about(left), t)} {other.language.upper()}"
    return _paper(
        Document.TWO_LANGUAGES, title, t, drawing, wanted, faces=2 if facing == Facing.PAGES or wanted.by_hand else 1
    )


def of_units(
    document: Document,
    units: Sequence[UnitMaterial],
    wanted: Wanted,
    pages: Mapping[str, Handout] | None = None,
    *,
    boxes: Boxes = Boxes.ONE,
    aim: str = "",
) -> Paper:
    """A paper of one unit, or of all units of a module. `pages` are the handouts that some papers hold."""
    t, found = Catalog(units[0].language), pages or {}
    draw, save = _drawn(document, units, found, t, wanted, boxes, aim)
    drawing = _Drawing(
        draw,
        save,
        {t.language: worst(unit.state for unit in units)},
        printed.of_units(units, document, found),
    )
    first = units[0]
    about = f"{first.code} {first.title}" if len(units) == 1 else f"{first.module_code} {first.module_title}"
    return _paper(document, _title(document, about, t), t, drawing, wanted)


def _drawn(
    document: Document,
    units: Sequence[UnitMaterial],
    pages: Mapping[str, Handout],
    t: Catalog,
    wanted: Wanted,
    boxes: Boxes,
    aim: str,
) -> tuple[Callable[[], bytes], Save]:
    day = wanted.today
    match document:
        case Document.PLAN:
            return _both(session_plan, units, t, printed=day)
        case Document.CUES:
            return _both(cue_cards, units, t, printed=day)
        case Document.PROPS:
            return _both(props, units, t, printed=day, boxes=boxes)
        case Document.WORKBOOK:
            return _both(workbook, units, t, printed=day, paper=wanted.form, sides=wanted.sides)
        case Document.TRAINER:
            held = [(unit, pages[unit.handout_code]) for unit in units if unit.handout_code in pages]
            return _both(trainer_edition, held, t, printed=day)
        case Document.BOOK:
            chapters = [(unit, pages.get(unit.handout_code)) for unit in units]
            return _both(module_book, chapters, t, printed=day, aim=aim)
    raise ValueError(document)


def test(form: TestForm, phase: Phase, reading: bool, wanted: Wanted) -> Paper:
    """The test as it is handed out; without `reading`, pictures and signs only."""
    t = Catalog(form.language)
    draw, save = _both(test_paper, form, t, printed=wanted.today, phase=phase, reading=reading)
    drawing = _Drawing(draw, save, {t.language: form.state}, printed.of_test(form, Document.TEST))
    return _paper(Document.TEST, _title(Document.TEST, _about_test(form, t, phase), t), t, drawing, wanted)


def answer_key(form: TestForm, wanted: Wanted) -> Paper:
    """What the trainer reads aloud, and the right answers on a page of their own."""
    t = Catalog(form.language)
    draw, save = _both(test_reading, form, t, printed=wanted.today)
    drawing = _Drawing(draw, save, {t.language: form.state}, printed.of_test(form, Document.KEY))
    return _paper(Document.KEY, _title(Document.KEY, _about_test(form, t), t), t, drawing, wanted)


def answers(form: TestForm, phase: Phase, wanted: Wanted) -> Paper:
    """Numbers and signs to mark, four on a page."""
    t = Catalog(form.language)
    draw, save = _both(answer_sheet, form, t, printed=wanted.today, phase=phase)
    title = f"{t.gettext('Answer sheet')} {_about_test(form, t, phase)} {t.language.upper()}"
    return _paper(ANSWER_SHEET, title, t, _Drawing(draw, save, {}), wanted)


def _both(module: Any, what: object, t: Catalog, **options: object) -> tuple[Callable[[], bytes], Save]:  # noqa: ANN401
    """Every document of this kind has the same two functions."""

    def save(path: Path, tick: Tick) -> Written:
        written: Written = module.write(what, t, path, tick=tick, **options)
        return written

    return partial(module.as_bytes, what, t, **options), save


def _paper(
    document: str,
    title: str,
    t: Catalog,
    drawing: _Drawing,
    wanted: Wanted,
    *,
    faces: int = 0,
    each: tuple[int, ...] = (),
    look: Callable[[], bytes] | None = None,
) -> Paper:
    return Paper(
        document=document,
        title=title,
        language=t.language,
        draw=drawing.draw,
        save=drawing.save,
        subject=wanted.subject,
        is_sample=wanted.is_sample,
        copies=1 if each else wanted.copies,
        faces=faces or wanted.faces,
        pages=drawing.pages,
        holder=wanted.holder,
        states=drawing.states,
        each=each,
        look=look,
        is_folded=wanted.form == Format.BOOKLET,
        by_hand=wanted.by_hand,
    )


def _about(pages: Sequence[Handout]) -> str:
    first = pages[0]
    return f"{first.code} {first.title}" if len(pages) == 1 else f"{first.code.split('-')[0]} {first.module_title}"


def _about_test(form: TestForm, t: Catalog, phase: Phase | None = None) -> str:
    said = (
        {
            Phase.PRE: t.pgettext("test before the training", "before"),
            Phase.POST: t.pgettext("test after the training", "after"),
            Phase.LATER: t.pgettext("test some months after the training", "later"),
        }.get(phase, "")
        if phase
        else ""
    )
    return " ".join(filter(None, (form.module_code, form.module_title, form.form, said)))


def _title(document: Document, about: str, t: Catalog) -> str:
    return document_word(document, t).format(name=f"{about} {t.language.upper()}")


def document_word(document: Document, t: Catalog) -> str:
    """The name of a file, before the code and the title of what it is about."""
    return {
        Document.HANDOUT: t.gettext("Handout {name}"),
        Document.TWO_LANGUAGES: t.gettext("Handout in two languages {name}"),
        Document.TRAINER: t.gettext("Handout for the trainer {name}"),
        Document.PLAN: t.gettext("Session plan {name}"),
        Document.CUES: t.gettext("Cue cards {name}"),
        Document.PROPS: t.gettext("To cut out {name}"),
        Document.WORKBOOK: t.gettext("Workbook {name}"),
        Document.BOOK: t.gettext("Book {name}"),
        Document.TEST: t.gettext("Test {name}"),
        Document.KEY: t.gettext("Answer key {name}"),
    }[document]
