"""Certificates of attendance: one a page, in the order of the register, in one language or in two.

All that is the same is drawn once, as a form; name, figures, number and square are drawn on each page. Nothing is
filled, so that coloured card shows through. The square, and the lines at the foot that say the same, hold what was
signed: `trainer-app verify` reads either.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import fonts, forms, letterhead, qr, style
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import dates, head_of, new_canvas, watermark
from trainer_app.documents.style import mm
from trainer_app.domain.certificates import hours
from trainer_app.domain.certifying import Batch, Issued
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

Languages = tuple[Catalog, ...]
"""One, or two of which the first is the larger."""
WIDTH, HEIGHT = style.LANDSCAPE
BORDERS = ((7 * mm, 0.9 * mm), (9 * mm, style.LINE))
LEFT, RIGHT = 17 * mm, WIDTH - 17 * mm
ROOM = RIGHT - LEFT
MIDDLE = WIDTH / 2
TOP = HEIGHT - 12 * mm
HEAD, MOST_DOWN = 18 * mm, 9 * mm
FUNDING = 3.2 * mm
NAME_SIZES = ((30.0, 1), (27.0, 1), (24.0, 1), (21.0, 1), (19.0, 2), (15.0, 2), (11.0, 2), (8.0, 4))
TITLE_SIZES = ((17.0, 1), (15.0, 2), (12.0, 2), (9.0, 3), (7.0, 4))
BESIDE_SIZES = ((12.0, 1), (11.0, 2), (9.0, 2), (7.0, 3))
VALUE_SIZES = ((11.0, 1), (9.5, 1), (8.5, 2), (7.0, 3))
LABEL_SIZES = ((style.SMALL, 2), (style.LEAST, 3))
SQUARE = 43 * mm
"""Of the code: its squares are wider than half a millimetre, which a telephone still reads from a photocopy."""
SIGN_LINE = 66 * mm
STAMP = 38 * mm
LOWER = 76 * mm
"""How high signatures, stamp and square begin above the lower edge."""
DATES, HOURS, SHARE, PLACE, SCORE = range(5)  # of the facts, from left to right
SEAL_SIZE, SEAL_LEADING = style.LEAST, 3 * mm


def write(
    batch: Batch,
    languages: Languages,
    path: Path,
    tick: Tick = no_tick,
    with_score: bool = False,
) -> Written:
    """A page for each of the certificates."""
    t = languages[0]
    format_of(path, t, (PDF,))
    if not batch.lines:
        raise TrainerError(nothing(t), code="nothing_to_print")
    with saving(path, t) as file:
        _draw(batch, languages, file, tick, with_score)
    return Written(path, len(batch.lines), len(batch.lines))


def as_bytes(batch: Batch, languages: Languages, with_score: bool = False) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(batch, languages, file, no_tick, with_score)
    return file.getvalue()


def nothing(t: Catalog) -> str:
    return t.gettext("Nobody has a certificate of this training yet. Issue them first.")


def title(t: Catalog) -> str:
    return t.gettext("Certificate of attendance")


def _draw(batch: Batch, languages: Languages, file: IO[bytes], tick: Tick, with_score: bool) -> None:
    canvas = new_canvas(file, languages[0], f"{title(languages[0])} {batch.head.code}", style.LANDSCAPE)
    with forms.page(canvas, "certificate", style.LANDSCAPE):
        _draw_page(canvas, batch, languages, with_score)
    canvas.setPageCompression(0)  # a square of whole numbers is as small as it gets squeezed, and soon written
    for number, line in enumerate(batch.lines, start=1):
        canvas.doForm("certificate")
        _draw_person(canvas, batch, line, languages, with_score)
        canvas.showPage()
        tick(number / len(batch.lines))
    canvas.save()


# ---- what is the same on every page ----------------------------------------------------------------------------------


def _draw_page(canvas: Canvas, batch: Batch, languages: Languages, with_score: bool) -> None:
    if batch.head.is_sample:
        watermark(canvas, languages[0], WIDTH, HEIGHT)
    _draw_borders(canvas)
    letterhead.draw(canvas, head_of(batch.head), "", LEFT, RIGHT, TOP)
    first, down = languages[0], _down(batch)
    _centred(canvas, _from_top(38) - down, title(first).upper(), fonts.BOLD, ((25.0, 1), (20.0, 1), (15.0, 1)))
    for t in languages[1:]:
        _centred(canvas, _from_top(46) - down, title(t), fonts.SEMIBOLD, ((14.0, 1), (11.0, 1)))
    _centred(canvas, _from_top(56) - down, _in_all(languages, _before), fonts.SANS, BESIDE_SIZES)
    _centred(canvas, _from_top(83) - down, _in_all(languages, _after), fonts.SANS, BESIDE_SIZES)
    lines = _centred(canvas, _from_top(92) - down, batch.titles[first.language], fonts.SEMIBOLD, TITLE_SIZES)
    for t in languages[1:]:
        if batch.titles[t.language] != batch.titles[first.language]:
            _centred(canvas, lines - 0.5 * mm, batch.titles[t.language], fonts.SANS, BESIDE_SIZES)
    _draw_labels(canvas, batch, languages, with_score)
    _draw_signatures(canvas, batch, languages)
    _draw_how_to_check(canvas, batch, languages)


def _down(batch: Batch) -> float:
    """How far the words in the middle give way to a letterhead with several rows of logos."""
    high = letterhead.height(head_of(batch.head), "", ROOM)
    return min(max(0.0, high - HEAD), MOST_DOWN)


def _up(batch: Batch) -> float:
    """How far the words at the foot give way to the sentence on who pays."""
    return FUNDING if batch.head.letterhead.funding else 0.0


def _before(t: Catalog) -> str:
    # L10N: on a certificate, above the name of a person; "attended the training" stands below the name
    return t.gettext("This certifies that")


def _after(t: Catalog) -> str:
    # L10N: on a certificate, under the name of a person and above the title of the training
    return t.gettext("attended the training")


def _draw_borders(canvas: Canvas) -> None:
    for inset, width in BORDERS:
        canvas.setLineWidth(width)
        canvas.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    canvas.setLineWidth(style.LINE)


def _draw_signatures(canvas: Canvas, batch: Batch, languages: Languages) -> None:
    own = batch.head.letterhead
    office = own.signatory, own.function or _in_all(languages, _for_the_office)
    trainer = ", ".join(batch.head.trainers[:1]), _in_all(languages, _trainer)
    for place, (name, function) in enumerate((trainer, office)):
        x, y = LEFT + place * (SIGN_LINE + 8 * mm), LOWER - 21 * mm
        canvas.line(x, y, x + SIGN_LINE, y)
        rows = [(name, fonts.SEMIBOLD)] if name else []
        for words, font in (*rows, (function, fonts.SANS)):
            size, lines = fonts.fitted(words, font, SIGN_LINE, ((9.0, 1), (7.0, 2)))
            for line in lines:
                y -= size * 1.25
                fonts.draw(canvas, x, y, line, font, size)
    x = LEFT + 2 * (SIGN_LINE + 8 * mm)
    canvas.setDash(2, 2)
    canvas.rect(x, LOWER - STAMP + 4 * mm, STAMP, STAMP - 4 * mm)
    canvas.setDash()
    size, lines = fonts.fitted(_in_all(languages, _stamp), fonts.SANS, STAMP - 4 * mm, ((8.0, 1), (7.0, 2)))
    fonts.draw_centred(canvas, x + STAMP / 2, LOWER - 4 * mm, lines[0], fonts.SANS, size)


def _for_the_office(t: Catalog) -> str:
    # L10N: under the line where the head of an office signs a certificate
    return t.gettext("For the office")


def _trainer(t: Catalog) -> str:
    return t.gettext("Trainer")


def _stamp(t: Catalog) -> str:
    return t.gettext("Stamp")


def _how(t: Catalog) -> str:
    return t.gettext(
        "To check this certificate, no internet is needed: read the square with a telephone and compare what it says. "
        "Any office that has this program can say whether it is genuine: trainer-app verify."
    )


def _draw_how_to_check(canvas: Canvas, batch: Batch, languages: Languages) -> None:
    room = 2 * SIGN_LINE + 16 * mm + STAMP
    y = 35 * mm + _up(batch)
    if batch.head.letterhead.funding:
        letterhead.draw_funding(canvas, batch.head.letterhead.funding, 11 * mm, LEFT, RIGHT)
    for t in languages:
        size, lines = fonts.fitted(_how(t), fonts.SANS, room, ((style.SMALL, 2), (style.LEAST, 2)))
        for line in lines:
            fonts.draw(canvas, LEFT, y, line, fonts.SANS, size)
            y -= size * 1.2


# ---- what is each person's own ---------------------------------------------------------------------------------------


def _draw_person(canvas: Canvas, batch: Batch, line: Issued, languages: Languages, with_score: bool) -> None:
    said = line.statement
    _centred(canvas, _from_top(70) - _down(batch), said.name, fonts.BOLD, NAME_SIZES, upwards=True)
    for place, value in _own_facts(batch, line, languages[0], with_score):
        _draw_fact(canvas, place, SCORE + 1 if with_score else SCORE, value)
    _draw_square(canvas, line)
    _draw_issued(canvas, line, languages[0], _up(batch))
    _draw_seal(canvas, line, _up(batch))


def _own_facts(batch: Batch, line: Issued, t: Catalog, with_score: bool) -> Iterator[tuple[int, str]]:
    """Place among the facts, and what the person's own certificate says there."""
    yield HOURS, hours(line.statement.minutes)
    yield SHARE, f"{line.statement.share}\u00a0%"
    test = batch.scores.get(line.person_id)
    if with_score and test is not None:
        points = (t.number(value, 0 if value == int(value) else 1) for value in (test.score, test.maximum))
        yield SCORE, " / ".join(points)


def _labels(batch: Batch, languages: Languages, with_score: bool) -> list[str]:
    least = partial(_attended, least=batch.rule.least_share)
    labels = [_in_all(languages, words) for words in (_dates, _hours, least, _place)]
    return [*labels, _in_all(languages, _score)] if with_score else labels


def _dates(t: Catalog) -> str:
    return t.gettext("Dates")


def _hours(t: Catalog) -> str:
    return t.gettext("Hours attended")


def _attended(t: Catalog, least: float) -> str:
    words = t.gettext("Sessions attended (≥ {share})").format(share=t.percent(least))
    return words.replace("≥ ", "≥\u00a0")  # no line ends between the two


def _place(t: Catalog) -> str:
    return t.gettext("Place")


def _score(t: Catalog) -> str:
    return t.gettext("Last test, points")


def _draw_labels(canvas: Canvas, batch: Batch, languages: Languages, with_score: bool) -> None:
    labels = _labels(batch, languages, with_score)
    for place, label in enumerate(labels):
        x, room = _column(place, len(labels))
        size, lines = fonts.fitted(label, fonts.SANS, room, LABEL_SIZES)
        y = _from_top(119)
        for line in reversed(lines):
            fonts.draw_centred(canvas, x, y, line, fonts.SANS, size)
            y += style.leading(size)
    where = ", ".join(filter(None, (batch.head.venue, batch.head.place)))
    for place, value in ((DATES, dates(languages[0], batch.head)), (PLACE, where)):
        _draw_fact(canvas, place, len(labels), value)


def _draw_fact(canvas: Canvas, place: int, count: int, value: str) -> None:
    x, room = _column(place, count)
    size, lines = fonts.fitted(value, fonts.SEMIBOLD, room, VALUE_SIZES)
    y = _from_top(125)
    for line in lines:
        fonts.draw_centred(canvas, x, y, line, fonts.SEMIBOLD, size)
        y -= style.leading(size)


def _column(place: int, count: int) -> tuple[float, float]:
    """The middle of one of so many facts, and its room."""
    width = ROOM / count
    return LEFT + (place + 0.5) * width, width - 4 * mm


def _draw_square(canvas: Canvas, line: Issued) -> None:
    x = RIGHT - SQUARE
    qr.draw(canvas, line.sealed.pieces, x, LOWER - SQUARE, SQUARE)
    fonts.draw_centred(canvas, x + SQUARE / 2, LOWER - SQUARE - 5.5 * mm, line.statement.number, fonts.BOLD, 9)


def _draw_issued(canvas: Canvas, line: Issued, t: Catalog, up: float) -> None:
    said = line.statement
    parts = (
        said.office,
        t.gettext("Issued on {date}").format(date=t.date(said.issued)),
        t.gettext("Training {code}").format(code=said.training),
        t.gettext("Key {fingerprint}").format(fingerprint=line.sealed.fingerprint),
    )
    words = " · ".join(filter(None, parts))
    size, lines = fonts.fitted(words, fonts.SEMIBOLD, ROOM, ((9.0, 1), (8.0, 1), (style.LEAST, 3)))
    for number, row in enumerate(lines):
        fonts.draw(canvas, LEFT, 21 * mm + up - number * size * 1.1, row, fonts.SEMIBOLD, size)


def _draw_seal(canvas: Canvas, line: Issued, up: float) -> None:
    """What the square says, to be read by eye or found as text in the file."""
    rows = seal_lines(line.sealed.text)
    for number, words in enumerate(rows, start=1):
        fonts.draw(canvas, LEFT, 11.5 * mm + up + (len(rows) - number) * SEAL_LEADING, words, fonts.SANS, SEAL_SIZE)


def seal_lines(text: str) -> list[str]:
    """In lines that end behind a bar where one can: put behind each other, they are the text again."""
    rows, wide = [""], 0.0
    for piece in _pieces(text):
        own = fonts.width(piece, fonts.SANS, SEAL_SIZE)
        if rows[-1] and wide + own > ROOM:
            rows.append("")
            wide = 0.0
        rows[-1] += piece
        wide += own
    return rows


def _pieces(text: str) -> Iterator[str]:
    """Fields with their bars; one that is longer than a line in words, so that no line ends or begins with a space."""
    for field in text.split("|"):
        piece = field if field == text.rpartition("|")[2] else f"{field}|"
        if fonts.width(piece, fonts.SANS, SEAL_SIZE) <= ROOM:
            yield piece
        else:
            yield from _halves(piece)


def _halves(piece: str) -> Iterator[str]:
    middle = len(piece) // 2
    while " " in piece[middle - 1 : middle + 1]:
        middle -= 1
    for half in (piece[:middle], piece[middle:]):
        if fonts.width(half, fonts.SANS, SEAL_SIZE) <= ROOM:
            yield half
        else:
            yield from _halves(half)


# ---- lines of words --------------------------------------------------------------------------------------------------


def _in_all(languages: Languages, words: Callable[[Catalog], str]) -> str:
    """`Dates / Amatariki`"""
    return " / ".join(dict.fromkeys(words(t) for t in languages))


def _from_top(millimetres: float) -> float:
    return HEIGHT - millimetres * mm


def _centred(
    canvas: Canvas,
    y: float,
    words: str,
    font: str,
    sizes: Sequence[tuple[float, int]],
    upwards: bool = False,
) -> float:
    """In the middle of the page, the first line at y; or the lines around y. Returns the height of the next line."""
    size, lines = fonts.fitted(words, font, ROOM, tuple(sizes))
    leading = size * 1.2
    if upwards:
        y += leading * (len(lines) - 1) / 2
    for line in lines:
        fonts.draw_centred(canvas, MIDDLE, y, line, font, size)
        y -= leading
    return y
