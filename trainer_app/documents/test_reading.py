"""What the trainer holds during a test: all questions to be read aloud, and the key on a page of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.lib.styles import ParagraphStyle

from trainer_app.documents import blocks, choices, fonts, style, test_paper
from trainer_app.documents.block_table import Cells, Table
from trainer_app.documents.blocks import NewPage, Piece, Together, Words, words
from trainer_app.documents.fonts import P
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.handout_page import BOX, law_lines
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot, Paper
from trainer_app.documents.style import mm, paragraph
from trainer_app.domain.curriculum import ItemLine
from trainer_app.domain.material import TestForm
from trainer_app.i18n import NO_BREAK, Catalog

BODY = 12.0
GAP = 4 * mm
KEY, UNIT = (26 * mm, 42 * mm), 28 * mm  # widths of the columns of the key
INDENT = 8 * mm


def write(test: TestForm, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(test, t, file, tick, printed or date.today())
    return Written(path, len(test.items), pages)


def as_bytes(test: TestForm, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(test, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _draw(test: TestForm, t: Catalog, file: IO[bytes], tick: Tick, printed: date) -> int:
    title = t.gettext("Reading sheet and key, for the trainer")
    foot = Foot(f"{test.module_code}, {test.form}", printed)
    paper = Paper(file, t, f"{title}, {test_paper.title(test, t)}", foot, 1, style.A4)
    room, high = paper.right - paper.left, paper.top - paper.bottom - test_paper.STATE
    pieces = [*_reading(test, t), NewPage(), *_key(test, t, room)]
    pages = blocks.paged(pieces, room, high)
    paper.pages = len(pages)
    for page in pages:
        paper.begin()
        blocks.draw(paper.canvas, page, paper.left, paper.top, room)
        test_paper.draw_state(paper, test)
        paper.end()
        tick(paper.number / len(pages))
    paper.save()
    return len(pages)


def _like(name: str = fonts.SANS, size: float = BODY) -> ParagraphStyle:
    return paragraph(name, size, 1.25)


def _reading(test: TestForm, t: Catalog) -> Iterator[Piece]:
    yield words(test_paper.title(test, t), _like(fonts.BOLD, 18))
    yield words(
        t.gettext(
            "Say what the picture shows. Read the question and its answers aloud twice, slowly, each time with the "
            "same voice. People mark the sign of their answer with a cross; who does not know marks the question "
            "mark. Nobody is helped, and nothing is explained before all papers are handed in."
        ),
        _like(),
        before=GAP,
    )
    corners = ", ".join(f"{mark} {choices.phase_word(t, phase)}" for phase, mark in choices.MARKS.items())
    yield words(t.gettext("In the corner of the papers: {marks}.").format(marks=corners), _like(), before=GAP / 2)
    for item in test.items:
        yield Together(tuple(_item(item, t)))


def _item(item: ItemLine, t: Catalog) -> Iterator[Words]:
    """It ends with two squares: ticked once it was read, and once it was read again."""
    yield words(f"{item.number}. {item.stem}", _like(fonts.SEMIBOLD), before=2 * GAP, keeps=True)
    if item.caption:
        caption = t.gettext("The picture: {caption}").format(caption=item.caption)
        yield words(caption, _like(), before=GAP / 4, indent=INDENT, keeps=True)
    for letter, option in zip(choices.LETTERS, item.options, strict=True):
        sign = choices.shape_word(t, letter)
        said = t.gettext("{letter}, {shape}: {words}").format(letter=letter, shape=sign, words=option)
        yield words(said, _like(), before=GAP / 4, indent=INDENT, keeps=True)
    done = t.gettext("Read once"), t.gettext("Read twice")
    squares = (6 * NO_BREAK).join(f"{BOX}{NO_BREAK}{label}" for label in done)
    yield words(squares, _like(), before=GAP / 4, indent=INDENT)
    for law in law_lines(item.facts, t):
        yield words(law, _like(size=style.SMALL), before=GAP / 4, indent=INDENT)


def _key(test: TestForm, t: Catalog, room: float) -> Iterator[Piece]:
    yield words(t.gettext("Key"), _like(fonts.BOLD, 18), keeps=True)
    yield words(test_paper.title(test, t), _like(fonts.SEMIBOLD), before=GAP / 2, keeps=True)
    warning = t.gettext("For the trainer only: no participant sees this page, not even after the first test.")
    yield words(warning, _like(), before=GAP / 2, keeps=True)
    heads = (t.gettext("Question"), t.gettext("Right answer"), t.gettext("In words"), t.gettext("Unit"))
    rows = (
        (f"{item.number}", f"{item.answer}, {choices.shape_word(t, item.answer)}", _right(item), item.unit_code)
        for item in test.items
    )
    widths = (*KEY, room - sum(KEY) - UNIT, UNIT)
    yield Table(widths, _cells(heads, fonts.SEMIBOLD), tuple(_cells(row) for row in rows), 10 * mm, GAP)


def _cells(row: Sequence[str], name: str = fonts.SANS) -> Cells:
    return tuple(P(words, _like(name)) for words in row)


def _right(item: ItemLine) -> str:
    return item.options[choices.LETTERS.index(item.answer)]
