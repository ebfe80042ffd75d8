"""The sheet for a test that a whole room answers at once: for each question, how many women and men were right.

It bears the right answers, so it stays in the hands of who counts.
"""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from trainer_app.documents import choices, fonts, style, test_paper
from trainer_app.documents.fonts import P
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot, Paper
from trainer_app.documents.style import mm, paragraph
from trainer_app.domain.curriculum import ItemLine
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase, Way
from trainer_app.i18n import Catalog

HEAD = 46 * mm
COLUMN_HEAD = 15 * mm
NUMBER, SIGN_WIDTH, COUNT = 10 * mm, 20 * mm, 19 * mm
SIGN = 9 * mm
LEAST = 14 * mm  # of a row
STEM = 10.0
TITLE_SIZES = ((15.0, 1), (12.0, 2))
HEAD_SIZES = ((style.BODY, 2), (style.LEAST, 2))


def title(test: TestForm, t: Catalog) -> str:
    return t.gettext("{module}: counting form, test {form}").format(module=test.module_title, form=test.form)


def way_words(way: Way, t: Catalog) -> str:
    """How the room answers, and how one counts."""
    return {
        Way.CARDS: t.gettext(
            "Read the question twice. At your sign everybody holds up one card. Count the right cards: first those of "
            "the women, then those of the men."
        ),
        Way.HANDS: t.gettext(
            "Read the question twice; everybody closes their eyes. Read each answer: who finds it right raises a hand. "
            "Count the hands at the right answer, women first."
        ),
        Way.BEANS: t.gettext(
            "Read the question twice. Everybody puts one bean into the bag of an answer; women and men have bags of "
            "their own. Count the beans in the right bag."
        ),
    }.get(way, "")


def write(
    test: TestForm,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    phase: Phase = Phase.PRE,
    way: Way = Way.CARDS,
    printed: date | None = None,
) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(test, t, file, tick, Phase(phase), Way(way), printed or date.today())
    return Written(path, len(test.items), pages)


def as_bytes(
    test: TestForm,
    t: Catalog,
    phase: Phase = Phase.PRE,
    way: Way = Way.CARDS,
    printed: date | None = None,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(test, t, file, no_tick, Phase(phase), Way(way), printed or date.today())
    return file.getvalue()


def _draw(test: TestForm, t: Catalog, file: IO[bytes], tick: Tick, phase: Phase, way: Way, printed: date) -> int:
    foot = Foot(f"{test.module_code}, {test.form}", printed)
    paper = Paper(file, t, title(test, t), foot, 1, style.A4)
    stems = {item.number: _stem(item, paper) for item in test.items}
    pages = _pages(test, stems, paper)
    paper.pages = len(pages)
    for page in pages:
        paper.begin()
        _draw_head(paper, test, phase, way)
        _draw_rows(paper, page, stems)
        test_paper.draw_state(paper, test)
        paper.end()
        tick(paper.number / len(pages))
    paper.save()
    return len(pages)


def _stem(item: ItemLine, paper: Paper) -> Paragraph:
    like: ParagraphStyle = paragraph(fonts.READING, STEM, 1.15)
    made = P(item.stem, like)
    made.wrap(_stem_room(paper), 100_000)
    return made


def _stem_room(paper: Paper) -> float:
    return paper.right - paper.left - NUMBER - SIGN_WIDTH - 4 * COUNT - 3 * mm


def _high(stem: Paragraph) -> float:
    return max(LEAST, float(stem.height) + 3 * mm)


def _pages(test: TestForm, stems: dict[int, Paragraph], paper: Paper) -> list[list[ItemLine]]:
    """Which questions stand on which page."""
    room = paper.top - HEAD - COLUMN_HEAD - paper.bottom - 5 * mm
    pages: list[list[ItemLine]] = [[]]
    left = room
    for item in test.items:
        high = _high(stems[item.number])
        if high > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(item)
        left -= high
    return pages


def _draw_head(paper: Paper, test: TestForm, phase: Phase, way: Way) -> None:
    """On every page: which test, when, how it is counted, and lines for who and how many."""
    canvas, t, room = paper.canvas, paper.t, paper.right - paper.left
    choices.draw_phase(canvas, phase, paper.right, paper.top)
    size, lines = fonts.fitted(title(test, t), fonts.READING_BOLD, room - 14 * mm, TITLE_SIZES)
    y = paper.top
    for line in lines:
        y -= size * 1.15
        fonts.draw(canvas, paper.left, y, line, fonts.READING_BOLD, size)
    said = P(f"{choices.MARKS[phase]} {choices.phase_word(t, phase)}. {way_words(way, t)}", _TEXT)
    said.wrap(room, 100_000)
    said.drawOn(canvas, paper.left, paper.top - 15 * mm - float(said.height))
    labels = t.gettext("Training, day"), t.gettext("Women there"), t.gettext("Men there"), t.gettext("Who counts")
    shares, x = (0.34, 0.22, 0.20, 0.24), paper.left
    y = paper.top - HEAD + 6 * mm
    for label, share in zip(labels, shares, strict=True):
        wide = share * room - 3 * mm
        size, lines = fonts.fitted(label, fonts.SANS, wide * 0.72, ((style.BODY, 1), (style.LEAST, 1)))
        fonts.draw(canvas, x, y, lines[0], fonts.SANS, size)
        canvas.line(x + fonts.width(lines[0], fonts.SANS, size) + 1.5 * mm, y - 1 * mm, x + wide, y - 1 * mm)
        x += share * room


_TEXT = paragraph(fonts.READING, 9.5, 1.2)


def _draw_rows(paper: Paper, items: list[ItemLine], stems: dict[int, Paragraph]) -> None:
    canvas = paper.canvas
    stem_width = paper.right - paper.left - NUMBER - SIGN_WIDTH - 4 * COUNT
    widths = (NUMBER, stem_width, SIGN_WIDTH, COUNT, COUNT, COUNT, COUNT)
    xs = [paper.left]
    for width in widths:
        xs.append(xs[-1] + width)
    top = paper.top - HEAD
    ys = [top, top - COLUMN_HEAD]
    _draw_column_heads(paper, xs, top)
    for item in items:
        stem, y = stems[item.number], ys[-1]
        high = _high(stem)
        fonts.draw_centred(canvas, (xs[0] + xs[1]) / 2, y - high / 2 - 4, f"{item.number}", fonts.READING_BOLD, 12)
        stem.drawOn(canvas, xs[1] + 1.5 * mm, y - (high + float(stem.height)) / 2)
        choices.draw(canvas, item.answer, (xs[2] + xs[3] - SIGN) / 2, y - (high + SIGN) / 2, SIGN)
        ys.append(y - high)
    canvas.grid(xs, ys)


def _draw_column_heads(paper: Paper, xs: list[float], top: float) -> None:
    t = paper.t
    words = (
        t.pgettext("number of a question", "No"),
        t.gettext("Question"),
        t.gettext("Right answer"),
        t.gettext("Women right"),
        t.gettext("Women asked"),
        t.gettext("Men right"),
        t.gettext("Men asked"),
    )
    for word, left, right in zip(words, xs, xs[1:], strict=False):
        size, lines = fonts.fitted(word, fonts.SEMIBOLD, right - left - 2 * mm, HEAD_SIZES)
        y = top - (COLUMN_HEAD - style.leading(size) * len(lines)) / 2 - size * 0.95
        for line in lines:
            fonts.draw_centred(paper.canvas, (left + right) / 2, y, line, fonts.SEMIBOLD, size)
            y -= style.leading(size)
