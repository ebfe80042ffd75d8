"""The scores of a training on upright A4, or as a workbook: people by number, then figures, questions and units.

It names people and what they scored, and nothing else of them.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import csv_file, fonts, score_rows, style
from trainer_app.documents.formats import PDF, format_of, write_book
from trainer_app.documents.grid import draw_table, pages_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Paper, draw_pairs, draw_title, foot_of, rows_lost, training_pairs
from trainer_app.documents.score_rows import ScoreBook
from trainer_app.documents.score_words import phase_words
from trainer_app.documents.sheet import Column, Row
from trainer_app.documents.style import mm
from trainer_app.documents.words import labelled
from trainer_app.domain.test_figures import FEW
from trainer_app.i18n import Catalog

ROOM = style.A4[0] - 2 * style.MARGIN_X
PAIRS = 3 * 6.6 * mm + 4 * mm
RUNNING_HEAD = 8 * mm
HEAD_HEIGHT, ROW_HEIGHT = 9 * mm, 6.4 * mm
FIRST_PAGE, FOLLOWING = 31, 35  # rows of people; below the last ones is room for the notes
NOTE_SIZES = ((style.BODY, 2), (style.SMALL, 2), (style.LEAST, 3))
NOTE_LINES = 3
TEST = 24  # millimetres of a column


@dataclass(frozen=True)
class _Part:
    """A table after the list of people, which begins a page of its own."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    height: float
    on_page: int
    note: str = ""


def write(book: ScoreBook, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None) -> Written:
    suffix, pages = format_of(path, t), 0
    people = score_rows.people(book, t)
    with saving(path, t) as file:
        if suffix == PDF:
            pages = _draw(book, t, file, tick, printed or date.today())
        elif suffix == ".csv":
            csv_file.write(people, t.language, file, tick)
        else:
            pages_of_book = [people, score_rows.figures(book, t)]
            if book.figures.items:
                pages_of_book += [score_rows.items(book, t), score_rows.units(book, t)]
            write_book(pages_of_book, t.pgettext("page of a workbook", "About"), _about(book, t), suffix, file, tick)
    return Written(path, len(people.rows), pages)


def as_bytes(book: ScoreBook, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(book, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _about(book: ScoreBook, t: Catalog) -> list[Row]:
    told = [(one.name, one.sentence, one.source) for one in score_rows.definition_list(t)]
    return [*score_rows.about(book, t), (), *told]


def _draw(book: ScoreBook, t: Catalog, file: IO[bytes], tick: Tick, printed: date) -> int:
    title, rows = score_rows.title(t), score_rows.people_on_paper(book, t)
    lost = rows_lost(book.head, title, ROOM, ROW_HEIGHT)
    pages = pages_of(len(rows), FIRST_PAGE - lost, FOLLOWING)
    parts = [(part, some) for part in _parts(book, t) for some in pages_of(len(part.rows), part.on_page, part.on_page)]
    foot = foot_of(book.head, title, printed)
    paper = Paper(file, t, f"{title}, {book.head.title}", foot, len(pages) + len(parts), style.A4)
    for page in pages:
        paper.begin()
        top = _draw_head(paper, book) if page.start == 0 else _running_head(paper, book, title)
        some = rows[page.start : page.stop]
        columns = score_rows.people_columns(book, t)
        top = draw_table(paper.canvas, columns, some, paper.left, top, HEAD_HEIGHT, ROW_HEIGHT)
        if page == pages[-1]:
            _draw_notes(paper, book, top - 6 * mm)
        paper.end()
        tick(paper.number / paper.pages)
    for part, span in parts:
        paper.begin()
        top = _running_head(paper, book, part.title)
        top = draw_table(
            paper.canvas, part.columns, part.rows[span.start : span.stop], paper.left, top, HEAD_HEIGHT, part.height
        )
        if part.note:
            _line(paper, part.note, top - 6 * mm)
        paper.end()
        tick(paper.number / paper.pages)
    paper.save()
    tick(1)
    return paper.pages


def _parts(book: ScoreBook, t: Catalog) -> list[_Part]:
    """Figures always; questions and units where somebody answered them."""
    found = [
        _Part(
            t.pgettext("page of a workbook", "Figures"),
            _figure_columns(t),
            score_rows.figures_on_paper(book, t),
            17 * mm,
            13,
            t.gettext("Figures of fewer than {count} people stand in brackets: they may be chance.").format(count=FEW),
        )
    ]
    if book.figures.items:
        questions, units = score_rows.items_on_paper(book, t), score_rows.units_on_paper(book, t)
        found.append(
            _Part(t.pgettext("page of a workbook", "Questions"), _item_columns(book, t), questions, 10 * mm, 22)
        )
        found.append(_Part(t.pgettext("page of a workbook", "Units"), _unit_columns(book, t), units, 19 * mm, 12))
    return found


def _figure_columns(t: Catalog) -> tuple[Column, ...]:
    return (
        Column(t.gettext("Figure"), 40),
        Column(t.gettext("All"), 15, centred=True),
        Column(t.gettext("People"), 16, centred=True),
        Column(t.gettext("Likely range"), 24, centred=True),
        Column(t.gettext("Women"), 14, centred=True),
        Column(t.gettext("Men"), 14, centred=True),
        Column(t.gettext("What it says"), 63),
    )


def _item_columns(book: ScoreBook, t: Catalog) -> tuple[Column, ...]:
    phases = _phase_columns(book, t)
    return (
        Column(t.pgettext("heading of a narrow column", "Form"), 12, centred=True),
        Column(t.pgettext("number of a question", "No"), 9, centred=True),
        Column(t.gettext("Unit"), 18),
        Column(t.gettext("Question and right answer"), 124 - TEST * len(phases)),
        *phases,
        Column(t.gettext("Remark"), 23),
    )


def _unit_columns(book: ScoreBook, t: Catalog) -> tuple[Column, ...]:
    phases = _phase_columns(book, t)
    return (
        Column(t.gettext("Unit"), 18),
        Column(t.gettext("Objectives"), 148 - TEST * len(phases)),
        *phases,
        Column(t.gettext("Objective reached"), 20, centred=True),
    )


def _phase_columns(book: ScoreBook, t: Catalog) -> tuple[Column, ...]:
    names = phase_words(t)
    return tuple(Column(names[phase], TEST, centred=True) for phase in score_rows.item_phases(book))


def _draw_head(paper: Paper, book: ScoreBook) -> float:
    top = draw_title(paper, book.head, score_rows.title(paper.t))
    pairs = training_pairs(paper.t, book.head, ())
    tests = score_rows.tests_about(book, paper.t)
    draw_pairs(paper, top, (pairs[0], pairs[1], pairs[3], *tests))
    return top - PAIRS


def _running_head(paper: Paper, book: ScoreBook, title: str) -> float:
    words = f"{title}, {book.head.title} ({book.head.code})"
    size, lines = fonts.fitted(words, fonts.SEMIBOLD, paper.right - paper.left, style.ONE_LINE)
    fonts.draw(paper.canvas, paper.left, paper.top - 4.5 * mm, lines[0], fonts.SEMIBOLD, size)
    return paper.top - RUNNING_HEAD


def _draw_notes(paper: Paper, book: ScoreBook, y: float) -> None:
    """How many sat each test, and whom to look after by number."""
    names = phase_words(paper.t)
    counts = [labelled(names[phase], score_rows.standings(book, phase, paper.t), paper.t) for phase in book.phases]
    helped = [labelled(label, words, paper.t) for label, words in score_rows.notes(book, paper.t)]
    y = _line(paper, " · ".join(counts), y)
    for words in helped[:NOTE_LINES]:
        y = _line(paper, words, y)


def _line(paper: Paper, words: str, y: float) -> float:
    size, lines = fonts.fitted(words, fonts.SANS, paper.right - paper.left, NOTE_SIZES)
    for number, line in enumerate(lines):
        fonts.draw(paper.canvas, paper.left, y - number * style.leading(size), line, fonts.SANS, size)
    return y - len(lines) * style.leading(size) - 1 * mm
