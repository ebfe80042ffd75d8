"""The test as a participant gets it: three questions a page, each with a picture and signs to mark.

The right answers never stand in it; they are on the key, which belongs to the trainer (`test_reading`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from trainer_app.documents import choices, fonts, pictures, style, test_wordless
from trainer_app.documents.blocks import Words, words
from trainer_app.documents.fonts import P
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.handout_page import law_lines, state_words
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot, Paper
from trainer_app.documents.style import mm, paragraph
from trainer_app.domain.curriculum import ItemLine
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

BODY = 14
A_PAGE = 3  # questions
HEAD = 23.5 * mm
STATE = 4.5 * mm
NUMBER = 11 * mm
PICTURE = 45 * mm
SIGN = 10 * mm
ROW = 12 * mm
NOT_KNOWN = 36 * mm  # beside the answers
GAP = 3 * mm
TITLE_SIZES = ((16.0, 1), (BODY, 2))


@dataclass(frozen=True, slots=True)
class _Question:
    """A question broken into lines, and how many thirds of a page it takes."""

    item: ItemLine
    stem: Paragraph
    options: tuple[Paragraph, ...]
    picture: float
    """Its height; 0 where there is none."""

    @property
    def height(self) -> float:
        return self.top + GAP + sum(map(_row, self.options)) + 1.5 * GAP

    @property
    def top(self) -> float:
        return max(float(self.stem.height), self.picture)


def write(
    test: TestForm,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    phase: Phase = Phase.PRE,
    reading: bool = True,
    printed: date | None = None,
) -> Written:
    """Without `reading` it holds pictures and signs only, for people to whom the questions are read aloud."""
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(test, t, file, tick, Phase(phase), reading, printed or date.today())
    return Written(path, len(test.items), pages)


def as_bytes(
    test: TestForm,
    t: Catalog,
    phase: Phase = Phase.PRE,
    reading: bool = True,
    printed: date | None = None,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(test, t, file, no_tick, Phase(phase), reading, printed or date.today())
    return file.getvalue()


def title(test: TestForm, t: Catalog) -> str:
    """`Cooperative governance: test A`"""
    return t.gettext("{module}: test {form}").format(module=test.module_title, form=test.form)


def _draw(test: TestForm, t: Catalog, file: IO[bytes], tick: Tick, phase: Phase, reading: bool, printed: date) -> int:
    if not reading:
        return test_wordless.draw(test, t, file, tick, phase, printed)
    foot = Foot(f"{test.module_code}, {test.form}", printed)
    paper = Paper(file, t, title(test, t), foot, 1, style.A4)
    pages = _pages(test, t, paper)
    paper.pages = len(pages)
    for page in pages:
        paper.begin()
        _draw_head(paper, test, phase)
        top = paper.top - HEAD
        for piece in page:
            if isinstance(piece, Words):
                piece.draw(paper.canvas, paper.left, top - GAP, paper.right - paper.left)
            else:
                _draw_question(paper, piece, top)
                top -= _thirds(piece, paper) * _third(paper)
                paper.canvas.line(paper.left, top + GAP / 2, paper.right, top + GAP / 2)
        draw_state(paper, test)
        paper.end()
        tick(paper.number / len(pages))
    paper.save()
    return len(pages)


def _pages(test: TestForm, t: Catalog, paper: Paper) -> list[list[_Question | Words]]:
    """Which questions stand on which page; what law they rest on is said after the last."""
    pages: list[list[_Question | Words]] = []
    left = 0
    pieces: list[_Question | Words] = [*_questions(test, t, paper), *_laws(test, t)]
    for piece in pieces:
        needed = 1 if isinstance(piece, Words) else _thirds(piece, paper)
        if needed > left:
            pages.append([])
            left = A_PAGE
        pages[-1].append(piece)
        left -= needed
    return pages or [[]]


def _third(paper: Paper) -> float:
    return (paper.top - HEAD - paper.bottom - STATE) / A_PAGE


def _thirds(question: _Question, paper: Paper) -> int:
    return max(1, -int(-question.height // _third(paper)))


def _questions(test: TestForm, t: Catalog, paper: Paper) -> Iterator[_Question]:
    room = paper.right - paper.left - NUMBER
    like, bold = paragraph(fonts.READING, BODY, 1.15), paragraph(fonts.READING_BOLD, BODY, 1.25)
    for item in test.items:
        has_picture = item.picture in pictures.names()
        high = pictures.height(item.picture, PICTURE) if has_picture else 0.0
        stem = _broken(item.stem, bold, room - (PICTURE + 4 * mm if has_picture else 0))
        beside = room - choices.width("A", SIGN) - 4 * mm - NOT_KNOWN
        question = _Question(item, stem, tuple(_broken(words, like, beside) for words in item.options), high)
        if _thirds(question, paper) > A_PAGE:
            raise TrainerError(
                t.gettext("The words of question {number} do not fit on one page. Make them shorter.").format(
                    number=item.number
                ),
                code="question_too_long",
            )
        yield question


def _laws(test: TestForm, t: Catalog) -> Iterator[Words]:
    facts = [fact for item in test.items for fact in item.facts]
    for law in law_lines(facts, t):
        yield words(law, paragraph(fonts.SANS, style.SMALL, 1.25))


def _broken(text: str, like: ParagraphStyle, room: float) -> Paragraph:
    made = P(text, like)
    made.wrap(room, 100_000)
    return made


def _row(option: Paragraph) -> float:
    return max(ROW, float(option.height) + 1.5 * mm)


def _draw_head(paper: Paper, test: TestForm, phase: Phase) -> None:
    """On every page: whose it is, and of when. Pages that fell apart are put together again."""
    room = paper.right - paper.left - 14 * mm
    choices.draw_phase(paper.canvas, phase, paper.right, paper.top)
    size, lines = fonts.fitted(title(test, paper.t), fonts.READING_BOLD, room, TITLE_SIZES)
    for number, line in enumerate(lines):
        y = paper.top - size - number * size * 1.1
        fonts.draw(paper.canvas, paper.left, y, line, fonts.READING_BOLD, size)
    draw_name(paper.canvas, paper.t, paper.left, paper.right, paper.top - HEAD + 4.2 * mm, BODY)


def draw_name(canvas: Canvas, t: Catalog, left: float, right: float, y: float, size: float) -> None:
    """The line for a name, or for a number where names shall not be known."""
    sizes = ((size, 1), (10.0, 1), (style.SMALL, 1))
    size, lines = fonts.fitted(t.gettext("Name or code No"), fonts.READING, (right - left) * 0.6, sizes)
    fonts.draw(canvas, left, y, lines[0], fonts.READING, size)
    canvas.line(left + fonts.width(lines[0], fonts.READING, size) + 3 * mm, y - 1 * mm, right, y - 1 * mm)


def _draw_question(paper: Paper, question: _Question, top: float) -> None:
    canvas, left = paper.canvas, paper.left + NUMBER
    fonts.draw(canvas, paper.left, top - 18, f"{question.item.number}", fonts.READING_BOLD, 20)
    x = left
    if question.picture:
        pictures.draw(canvas, question.item.picture, left, top - question.picture, PICTURE)
        x += PICTURE + 4 * mm
    question.stem.drawOn(canvas, x, top - float(question.stem.height))
    y = top - question.top - GAP
    _draw_not_known(paper, y - sum(map(_row, question.options)) / 2)
    for letter, option in zip(choices.LETTERS, question.options, strict=True):
        high = _row(option)
        choices.draw(canvas, letter, left, y - (high + SIGN) / 2, SIGN)
        option.drawOn(canvas, left + SIGN + 4 * mm, y - (high + float(option.height)) / 2)
        y -= high


def _draw_not_known(paper: Paper, middle: float) -> None:
    """The way out of who does not know stands apart from the answers."""
    x = paper.right - NOT_KNOWN / 2 + 2 * mm
    wide = choices.width(choices.NOT_KNOWN, SIGN)
    choices.draw(paper.canvas, choices.NOT_KNOWN, x - wide / 2, middle, SIGN)
    label = not_known(paper.t)
    size, lines = fonts.fitted(label, fonts.READING, NOT_KNOWN - 6 * mm, ((BODY, 2),))
    for number, line in enumerate(lines):
        fonts.draw_centred(paper.canvas, x, middle - (number + 1) * size * 1.15, line, fonts.READING, size)


def not_known(t: Catalog) -> str:
    return t.gettext("I do not know")


def draw_state(paper: Paper, test: TestForm) -> None:
    if state := state_words(test.state, paper.t):
        sizes = ((style.SMALL, 1), (style.LEAST, 1))
        size, lines = fonts.fitted(state, fonts.SEMIBOLD, paper.right - paper.left, sizes)
        fonts.draw(paper.canvas, paper.left, paper.bottom - 3.4 * mm, lines[0], fonts.SEMIBOLD, size)
