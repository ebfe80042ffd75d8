"""What people say of a session: a form with three faces a question, two on a page to be cut; and the sheet on which all
of them are counted.

Without words it holds the number of the question and the faces, for people to whom it is read.
"""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import faces, feedback_words, fonts, forms, style
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Paper, draw_pairs, draw_title, foot_of, new_canvas, training_pairs, watermark
from trainer_app.documents.style import mm
from trainer_app.domain.attendance import RegisterDay, TrainingHead
from trainer_app.domain.feedback import Face, Question
from trainer_app.i18n import Catalog

HALF = style.A4[0], style.A4[1] / 2
MARGIN = 12 * mm
HEAD, FOOT = 20 * mm, 8 * mm
FACE, LARGE_FACE = 12.5 * mm, 17 * mm
COLUMN = 27 * mm  # from face to face
TITLE_SIZES = ((15.0, 1), (13.0, 1), (11.0, 2))
QUESTION_SIZES = ((14.0, 2), (13.0, 2), (12.0, 3), (11.0, 3))
FACE_SIZES = ((10.0, 1), (8.5, 1), (7.0, 1))
COUNT_SIZES = ((11.0, 2), (10.0, 3), (9.0, 3))
TALLY_ROW, TALLY_HEAD = 30 * mm, 22 * mm
TALLY_SHARES = (0.34, 0.22, 0.22, 0.22)


def title(t: Catalog) -> str:
    return t.gettext("What do you say about this session?")


def tally_title(t: Catalog) -> str:
    return t.gettext("What people said, counted")


# ---- the form ---------------------------------------------------------------------------------------------------


def write(
    head: TrainingHead,
    day: RegisterDay,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    reading: bool = True,
    printed: date | None = None,
) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(head, day, t, file, tick, reading, printed or date.today())
    return Written(path, len(Question), pages)


def as_bytes(
    head: TrainingHead, day: RegisterDay, t: Catalog, reading: bool = True, printed: date | None = None
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(head, day, t, file, no_tick, reading, printed or date.today())
    return file.getvalue()


def _draw(
    head: TrainingHead, day: RegisterDay, t: Catalog, file: IO[bytes], tick: Tick, reading: bool, printed: date
) -> int:
    canvas = new_canvas(file, t, f"{title(t)} {head.code}", style.A4)
    with forms.page(canvas, "half", HALF):
        _draw_half(canvas, head, day, t, reading, printed)
    if head.is_sample:
        watermark(canvas, t, *style.A4)
    for row in (0, 1):
        canvas.saveState()
        canvas.translate(0, row * HALF[1])
        canvas.doForm("half")
        canvas.restoreState()
    canvas.setLineWidth(style.LINE)
    canvas.setDash(4, 4)
    canvas.line(0, HALF[1], HALF[0], HALF[1])
    canvas.showPage()
    canvas.save()
    tick(1)
    return 1


def _draw_half(canvas: Canvas, head: TrainingHead, day: RegisterDay, t: Catalog, reading: bool, printed: date) -> None:
    """No name is asked: who is afraid of being known says what is polite."""
    (width, height), left = HALF, MARGIN
    top = height - MARGIN
    if reading:
        size, lines = fonts.fitted(title(t), fonts.READING_BOLD, width - 2 * MARGIN, TITLE_SIZES)
        for number, line in enumerate(lines):
            fonts.draw(canvas, left, top - size - number * size * 1.15, line, fonts.READING_BOLD, size)
    about = f"{head.code}, {t.gettext('Day {number}, {date}').format(number=day.number, date=t.date(day.day))}"
    fonts.draw(canvas, left, top - HEAD + 5 * mm, about, fonts.READING, 10)
    high = (top - HEAD - MARGIN - FOOT) / len(Question)
    for place, question in enumerate(Question):
        _draw_question(canvas, place, question, t, top - HEAD - place * high, high, reading)
    canvas.line(left, MARGIN + FOOT, width - MARGIN, MARGIN + FOOT)
    foot = t.gettext("Put a cross on one face in each row. Write no name.")
    size, lines = fonts.fitted(foot, fonts.READING, width - 2 * MARGIN - 25 * mm, ((11.0, 1), (9.0, 1), (7.5, 1)))
    fonts.draw(canvas, left, MARGIN + 2 * mm, lines[0] if reading else "", fonts.READING, size)
    fonts.draw_right(canvas, width - MARGIN, MARGIN + 2 * mm, t.date(printed), fonts.SANS, style.LEAST)


def _draw_question(
    canvas: Canvas, place: int, question: Question, t: Catalog, top: float, high: float, reading: bool
) -> None:
    width, words = HALF[0], feedback_words.faces(t)
    canvas.line(MARGIN, top, width - MARGIN, top)
    middle = top - high / 2
    fonts.draw(canvas, MARGIN, middle - 6, f"{place + 1}", fonts.READING_BOLD, 18)
    face_high = FACE if reading else LARGE_FACE
    column = COLUMN if reading else 1.6 * COLUMN
    first = width - MARGIN - 3 * column if reading else (width - 3 * column) / 2
    if reading:
        asked = feedback_words.questions(t)[question]
        size, lines = fonts.fitted(asked, fonts.READING, first - MARGIN - 13 * mm, QUESTION_SIZES)
        y = middle + size * 1.2 * len(lines) / 2 - size * 0.9
        for line in lines:
            fonts.draw(canvas, MARGIN + 10 * mm, y, line, fonts.READING, size)
            y -= size * 1.2
    for number, face in enumerate(Face):
        x = first + number * column + column / 2
        lift = 2 * mm if reading else 0.0
        faces.draw(canvas, face, x - face_high / 2, middle - face_high / 2 + lift, face_high)
        if reading:
            size, lines = fonts.fitted(words[face], fonts.READING, column - 2 * mm, FACE_SIZES)
            fonts.draw_centred(canvas, x, middle - face_high / 2 - 2.2 * mm, lines[0], fonts.READING, size)


# ---- the sheet on which they are counted ------------------------------------------------------------------------


def write_tally(
    head: TrainingHead,
    day: RegisterDay,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    printed: date | None = None,
) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw_tally(head, day, t, file, tick, printed or date.today())
    return Written(path, len(Question), pages)


def tally_as_bytes(head: TrainingHead, day: RegisterDay, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw_tally(head, day, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _draw_tally(head: TrainingHead, day: RegisterDay, t: Catalog, file: IO[bytes], tick: Tick, printed: date) -> int:
    paper = Paper(file, t, tally_title(t), foot_of(head, tally_title(t), printed), 1, style.A4)
    paper.begin()
    top = draw_title(paper, head, tally_title(t)) - 2 * mm
    top = draw_pairs(paper, top, training_pairs(t, head, (day,))) - 2 * mm
    about = t.gettext("Day {number}, {date}").format(number=day.number, date=t.date(day.day))
    asked = t.gettext("A stroke for each face; then write how many strokes there are.")
    size, lines = fonts.fitted(f"{about}. {asked}", fonts.SANS, paper.right - paper.left, style.TWO_LINES)
    for number, line in enumerate(lines):
        fonts.draw(paper.canvas, paper.left, top - size - number * style.leading(size), line, fonts.SANS, size)
    _draw_table(paper, top - style.leading(size) * len(lines) - 3 * mm)
    paper.end()
    paper.save()
    tick(1)
    return 1


def _draw_table(paper: Paper, top: float) -> None:
    canvas, t, room = paper.canvas, paper.t, paper.right - paper.left
    xs = [paper.left]
    for share in TALLY_SHARES:
        xs.append(xs[-1] + share * room)
    ys = [top, *(top - TALLY_HEAD - number * TALLY_ROW for number in range(len(Question) + 1))]
    words = feedback_words.faces(t)
    for face, left, right in zip(Face, xs[1:], xs[2:], strict=False):
        middle = (left + right) / 2
        faces.draw(canvas, face, middle - 6.5 * mm, top - 15 * mm, 13 * mm)
        size, lines = fonts.fitted(words[face], fonts.SEMIBOLD, right - left - 2 * mm, FACE_SIZES)
        fonts.draw_centred(canvas, middle, top - 19.5 * mm, lines[0], fonts.SEMIBOLD, size)
    for place, (question, y) in enumerate(zip(Question, ys[1:], strict=False), start=1):
        asked = f"{place}. {feedback_words.questions(t)[question]}"
        size, lines = fonts.fitted(asked, fonts.READING, xs[1] - xs[0] - 4 * mm, COUNT_SIZES)
        for number, line in enumerate(lines):
            baseline = y - 2 * mm - size - number * size * 1.2
            fonts.draw(canvas, xs[0] + 2 * mm, baseline, line, fonts.READING, size)
        for right in xs[2:]:
            canvas.rect(right - 15 * mm, y - TALLY_ROW, 15 * mm, 11 * mm)
    canvas.grid(xs, ys)
