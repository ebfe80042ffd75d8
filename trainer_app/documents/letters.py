"""Official letters of one page: letterhead, place and day, reference, recipient, subject, words, and room for a stamp.

What is the same in every letter is drawn once, as a form; each page adds whom it goes to.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from trainer_app.documents import fonts, forms, letterhead, style
from trainer_app.documents.blocks import ENDLESS
from trainer_app.documents.fonts import P
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.letter_words import kind_words
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import FUNDING_LINE, draw_foot, foot_of, head_of, new_canvas, watermark
from trainer_app.documents.style import mm
from trainer_app.domain.letters import Addressee, Letter, LetterWords
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

LEFT = RIGHT = 20 * mm
TOP = 14 * mm
BOTTOM = style.MARGIN_Y + 10 * mm
SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)  # tried in this order: a letter is one page
LEADING = 1.35
RECIPIENT, RECIPIENT_LINES = 84 * mm, 6
RECIPIENT_SIZES = ((11.0, 2), (10.0, 2), (9.0, 3))
SIGNING = 42 * mm
STAMP = 70 * mm
SIGNATORY_SIZES = ((10.5, 1), (9.0, 2))
COPY_SIZES = ((9.0, 1), (8.0, 2))
AIR = 5 * mm


@dataclass(frozen=True, slots=True)
class _Text:
    """The subject and the paragraphs, broken into lines of one size."""

    size: float
    paragraphs: tuple[tuple[Paragraph, float], ...]
    """Each with the air above it."""

    @property
    def height(self) -> float:
        return sum(before + float(one.height) for one, before in self.paragraphs)


def title(letter: Letter, t: Catalog) -> str:
    return kind_words(t)[letter.kind]


def write(letter: Letter, t: Catalog, path: Path, tick: Tick = no_tick) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(letter, t, file, tick)
    return Written(path, pages, pages)


def as_bytes(letter: Letter, t: Catalog) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(letter, t, file, no_tick)
    return file.getvalue()


def _draw(letter: Letter, t: Catalog, file: IO[bytes], tick: Tick) -> int:
    canvas = new_canvas(file, t, title(letter, t), style.A4)
    people: Sequence[Addressee | None] = letter.addressees or (None,)
    if not letter.words.differs:
        with forms.page(canvas, "letter", style.A4):
            _draw_common(canvas, letter, letter.words, t)
    for number, who in enumerate(people, start=1):
        words = letter.words.for_one(who) if who else letter.words
        if letter.words.differs:
            canvas.setLineWidth(style.LINE)
            _draw_common(canvas, letter, words, t)
            _draw_recipient(canvas, letter, words)
            canvas.showPage()
        else:
            forms.place(canvas, ["letter"], style.A4, partial(_draw_recipient, letter=letter, words=words))
        tick(number / len(people))
    canvas.save()
    return len(people)


def _draw_common(canvas: Canvas, letter: Letter, words: LetterWords, t: Catalog) -> None:
    """All but the recipient."""
    width, _height = style.A4
    if letter.head.is_sample:
        watermark(canvas, t, *style.A4)
    y = _below_head(letter)
    _draw_head(canvas, letter)
    fonts.draw_right(canvas, width - RIGHT, y, _one_line(_written(letter, t), width / 2 - RIGHT, 11), fonts.SANS, 11)
    reference = t.gettext("Ref.: {reference}").format(reference=letter.head.letterhead.referred(letter.head.code))
    fonts.draw(canvas, LEFT, y, _one_line(reference, width / 2 - LEFT - 5 * mm), fonts.SANS, 10)
    top = _top_of_text(letter)
    text = _fitted(words, t, width - LEFT - RIGHT, top - _foot_of_text(words))
    for paragraph, before in text.paragraphs:
        top -= before + float(paragraph.height)
        paragraph.drawOn(canvas, LEFT, top)
    _draw_signing(canvas, words, t, top - 2 * AIR)
    _draw_copies(canvas, words, t)
    draw_foot(canvas, t, foot_of(letter.head, title(letter, t), letter.day), (1, 1), LEFT, width - RIGHT)


def _draw_head(canvas: Canvas, letter: Letter) -> None:
    own = head_of(letter.head)
    left, right, top = LEFT, style.A4[0] - RIGHT, style.A4[1] - TOP
    top -= letterhead.draw(canvas, own, "", left, right, top)
    for number, line in enumerate(own.address.splitlines()):
        fonts.draw_right(canvas, right, top - 8 - number * 9.5, _one_line(line, right - left, 8), fonts.SANS, 8)
    canvas.line(left, _below_head(letter) + 7 * mm, right, _below_head(letter) + 7 * mm)


def _written(letter: Letter, t: Catalog) -> str:
    """Where and on which day."""
    day = t.long_date(letter.day)
    if not letter.place:
        return day
    # L10N: above a letter: `Rulindo, le 5 mars 2026`
    return t.gettext("{place}, {day}").format(place=letter.place, day=day)


def _below_head(letter: Letter) -> float:
    """Where the line with place and day stands."""
    own = head_of(letter.head)
    room = style.A4[0] - LEFT - RIGHT
    taken = letterhead.height(own, "", room) + 9.5 * len(own.address.splitlines())
    return style.A4[1] - TOP - taken - 11 * mm


def _top_of_text(letter: Letter) -> float:
    return _below_head(letter) - 8 * mm - _recipient_high(letter.words) - 8 * mm


def _recipient_high(words: LetterWords) -> float:
    """The same in each letter of a batch, whatever the name."""
    lines = min(RECIPIENT_LINES, len(words.recipient.splitlines()))
    return lines * 2 * style.leading(RECIPIENT_SIZES[0][0])


def _draw_recipient(canvas: Canvas, letter: Letter, words: LetterWords) -> None:
    """On the right, where the window of an envelope is."""
    x, y = style.A4[0] - RIGHT - RECIPIENT, _below_head(letter) - 8 * mm
    lowest = y - _recipient_high(letter.words)
    for line in words.recipient.splitlines()[:RECIPIENT_LINES]:
        size, lines = fonts.fitted(line, fonts.SANS, RECIPIENT, RECIPIENT_SIZES)
        for part in lines:
            y -= style.leading(size)
            if y < lowest - style.leading(size):
                return
            fonts.draw(canvas, x, y, part, fonts.SANS, size)


def _fitted(words: LetterWords, t: Catalog, room: float, high: float) -> _Text:
    """In the largest letters in which all of it stands on the page. Raises TrainerError."""
    for size in SIZES:
        text = _Text(size, tuple(_paragraphs(words, t, size, room)))
        if text.height <= high:
            return text
    raise TrainerError(t.gettext("The letter does not fit on one page. Make its words shorter."), "letter_too_long")


def _paragraphs(words: LetterWords, t: Catalog, size: float, room: float) -> Iterator[tuple[Paragraph, float]]:
    strong = style.paragraph(fonts.SEMIBOLD, size, LEADING)
    plain = style.paragraph(fonts.SANS, size, LEADING)
    subject = P(t.gettext("Subject: {subject}").format(subject=words.subject), strong)
    subject.wrap(room, ENDLESS)
    yield subject, 0.0
    air = 1.5 * size
    for line in words.body.splitlines():
        if not line.strip():
            air = 0.8 * size
            continue
        paragraph = P(line.strip(), plain)
        paragraph.wrap(room, ENDLESS)
        yield paragraph, air
        air = 0.2 * size


def _foot_of_text(words: LetterWords) -> float:
    """What lies below the words: room to sign, copies, the foot of the page."""
    copies = [line for line in words.copies.splitlines() if line.strip()]
    below = 12 * (len(copies) + 1) if copies else 0
    return BOTTOM + FUNDING_LINE + below + SIGNING + 2 * AIR


def _draw_signing(canvas: Canvas, words: LetterWords, t: Catalog, top: float) -> None:
    """Who signs, and an empty box for signature and stamp."""
    x = style.A4[0] - RIGHT - RECIPIENT
    y = top
    for line, name in ((words.signatory, fonts.SEMIBOLD), (words.function, fonts.SANS)):
        if line.strip():
            size, lines = fonts.fitted(line, name, RECIPIENT, SIGNATORY_SIZES)
            for part in lines:
                fonts.draw(canvas, x, y - size, part, name, size)
                y -= style.leading(size)
    if y == top:
        _draw_name_line(canvas, t, x, y - 10)
        y -= 14
    y -= 2 * mm
    lowest = top - SIGNING
    canvas.rect(x, lowest, STAMP, y - lowest)
    label = t.gettext("Signature and stamp")
    fonts.draw(canvas, x + 1.5 * mm, y - 9, label, fonts.SANS, style.SMALL)


def _draw_name_line(canvas: Canvas, t: Catalog, x: float, y: float) -> None:
    """Where the office did not say who signs."""
    words = t.gettext("Name and function")
    fonts.draw(canvas, x, y, words, fonts.SANS, 9)
    canvas.line(x + fonts.width(words, fonts.SANS, 9) + 2 * mm, y - 1, x + RECIPIENT, y - 1)


def _draw_copies(canvas: Canvas, words: LetterWords, t: Catalog) -> None:
    copies = [line.strip() for line in words.copies.splitlines() if line.strip()]
    if not copies:
        return
    y = BOTTOM + FUNDING_LINE + 12 * len(copies)
    fonts.draw(canvas, LEFT, y, t.gettext("Copy for information:"), fonts.SEMIBOLD, 9)
    for line in copies:
        y -= 12
        size, lines = fonts.fitted(line, fonts.SANS, style.A4[0] - LEFT - RIGHT - 5 * mm, COPY_SIZES)
        fonts.draw(canvas, LEFT + 5 * mm, y, lines[0], fonts.SANS, size)


def _one_line(words: str, room: float, size: float = 10) -> str:
    _size, lines = fonts.fitted(words, fonts.SANS, room, ((size, 1),))
    return lines[0]
