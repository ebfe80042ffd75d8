"""What was printed of the curriculum: which page, in which language, in which words, and who holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from uuid import UUID

from trainer_app.domain import editions
from trainer_app.domain.curriculum import Fact, Handout
from trainer_app.domain.material import TestForm, UnitMaterial


class Document(StrEnum):
    """The papers that are made of the words of the curriculum."""

    HANDOUT = "handout"
    TRAINER = "trainer_handout"
    TWO_LANGUAGES = "two_languages"
    PLAN = "session_plan"
    CUES = "cue_cards"
    PROPS = "props"
    WORKBOOK = "workbook"
    BOOK = "book"
    TEST = "test"
    KEY = "answer_key"


OF_HANDOUTS = frozenset({Document.HANDOUT, Document.TWO_LANGUAGES})
OF_TESTS = frozenset({Document.TEST, Document.KEY})
WITH_HANDOUT = frozenset({Document.TRAINER, Document.BOOK})


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page of a job, or the pages of one unit: the words are kept, to say one day what changed since."""

    document: Document
    code: str
    """Of the handout, the unit, or the test: `M1-1.1`, `M1 A`."""
    language: str
    edition: str
    words: tuple[str, ...]
    copies: int = 1
    """In each copy of the paper that they are part of."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom the copies were for; both None when for nobody in particular."""

    group_id: UUID | None = None
    training_id: UUID | None = None


NOBODY = Holder()


@dataclass(frozen=True, slots=True)
class Made:
    """What is kept of a paper once it was printed or saved. A list has no `pages`, for it is no page of a module."""

    document: str
    language: str
    subject_id: UUID | None = None
    unmasked: frozenset[str] = frozenset()
    pages: tuple[PrintedPage, ...] = ()
    holder: Holder = NOBODY


@dataclass(frozen=True, slots=True)
class Held:
    """A holder by name."""

    holder: Holder
    group: str = ""
    training: str = ""
    """Its code."""


@dataclass(frozen=True, slots=True)
class RunLine:
    """One document of one job in one language, with all its pages."""

    id: UUID
    made_on: date
    document: str
    codes: tuple[str, ...]
    language: str
    edition: str
    """Where the document is one page; "" of several."""
    copies: int
    whom: Held
    subject_id: UUID | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage as it was printed, and as it reads today; "" where there was or is none."""

    before: str
    now: str


@dataclass(frozen=True, slots=True)
class OutdatedLine:
    """Copies of a page in somebody's hands that say something else than the page does today."""

    id: UUID
    made_on: date
    document: str
    code: str
    language: str
    edition: str
    now: str
    """The edition of today; "" when there is no such page any more."""
    copies: int
    whom: Held
    changed: tuple[Changed, ...]


def of_handouts(
    pages: Iterable[Handout], document: Document = Document.HANDOUT, copies: int = 1
) -> tuple[PrintedPage, ...]:
    return tuple(
        PrintedPage(document, page.code, page.language, editions.of_handouts([page]), _of_handout(page), copies)
        for page in pages
    )


def of_units(
    units: Iterable[UnitMaterial], document: Document, pages: Mapping[str, Handout] | None = None
) -> tuple[PrintedPage, ...]:
    """The part of each unit that this document prints; `pages` are the handouts that it prints with them."""
    return tuple(
        _page(document, unit.code, unit.language, (*_SAID[document](unit), *_of_page(unit, pages or {})))
        for unit in units
    )


def _of_page(unit: UnitMaterial, pages: Mapping[str, Handout]) -> tuple[str, ...]:
    return _of_handout(pages[unit.handout_code]) if unit.handout_code in pages else ()


def of_test(test: TestForm, document: Document) -> tuple[PrintedPage, ...]:
    return (_page(document, f"{test.module_code} {test.form}", test.language, tuple(_of_test(test, document))),)


def _page(document: Document, code: str, language: str, words: tuple[str, ...]) -> PrintedPage:
    return PrintedPage(document, code, language, editions.edition((document, code, language, *words)), words)


def changes(before: Sequence[str], now: Sequence[str]) -> tuple[Changed, ...]:
    """Passages that were changed, taken out or put in, in reading order."""
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    return tuple(
        Changed(" ".join(before[old_from:old_to]), " ".join(now[new_from:new_to]))
        for what, old_from, old_to, new_from, new_to in matcher.get_opcodes()
        if what != "equal"
    )


# ---- the words of each document -------------------------------------------------------------------------------------


def _of_handout(page: Handout) -> tuple[str, ...]:
    return tuple(filter(None, (page.title, page.caption, *page.messages, page.do_this, *_law(page.facts))))


def _law(facts: Iterable[Fact]) -> Iterator[str]:
    return (f"{fact.law} {fact.as_known_on:%d/%m/%Y}" for fact in facts if fact.sure)


def _of_plan(unit: UnitMaterial) -> Iterator[str]:
    yield from (unit.title, unit.room, *unit.objectives, unit.materials, *unit.preparation)
    for step in unit.steps:
        yield f"{step.title}, {step.minutes} min"
        yield from step.instructions
    yield from (*unit.questions, *unit.messages, unit.low_literacy, unit.women, unit.disability, *unit.spoken)
    for reading in unit.readings:
        yield from (reading.title, *reading.paragraphs)
    yield from _law(unit.facts)


def _of_cues(unit: UnitMaterial) -> Iterator[str]:
    yield from (unit.title, *unit.cue_card)


def _of_props(unit: UnitMaterial) -> Iterator[str]:
    yield unit.title
    for prop in unit.props:
        yield from (prop.title, prop.use, *(card.words for card in prop.cards), *prop.lines)
        yield from (f"{amount} Frw" for amount in prop.amounts)


def _of_workbook(unit: UnitMaterial) -> Iterator[str]:
    yield from (unit.title, *unit.messages)
    for exercise in unit.exercises:
        yield from (exercise.title, exercise.instruction, *exercise.columns, *exercise.first, *exercise.choices)


def _of_trainer(unit: UnitMaterial) -> Iterator[str]:
    yield from (unit.title, *unit.spoken, unit.low_literacy, *_law(unit.facts))


def _of_book(unit: UnitMaterial) -> Iterator[str]:
    for said in (_of_plan, _of_cues, _of_workbook, _of_props):
        yield from said(unit)


def _of_test(test: TestForm, document: Document) -> Iterator[str]:
    for item in test.items:
        yield from (item.stem, *item.options, item.caption, *_law(item.facts))
        if document == Document.KEY:
            yield f"{item.number} {item.answer}"


_SAID = {
    Document.TRAINER: _of_trainer,
    Document.PLAN: _of_plan,
    Document.CUES: _of_cues,
    Document.PROPS: _of_props,
    Document.WORKBOOK: _of_workbook,
    Document.BOOK: _of_book,
}
