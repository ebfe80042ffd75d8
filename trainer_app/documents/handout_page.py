"""One handout on one page: a title, a big picture, three short messages and one thing to do.

Body words are never made smaller than the page's size: the picture gives way first, then the air between the
lines; words that do not fit even then are too many for people who read little, and the page is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from trainer_app.documents import fonts, qr, style
from trainer_app.documents.fonts import P, marked
from trainer_app.documents.page import printed_on
from trainer_app.documents.style import mm, paragraph
from trainer_app.domain import editions
from trainer_app.domain.curriculum import Fact, Handout, TextState
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

BULLET, BOX = "●", "☐"
SPACINGS = (1.5, 1.35, 1.2)
SMALL_PRINT = 7.5
FOOT = 10 * mm
AIRED = 5  # places that share the room left over
MOST_AIR = 2
LINE_OF_FOOT = 3.6 * mm
QR_SIZE = 12 * mm  # what a cheap telephone still reads from a photocopy
MARK_ROOM = 36 * mm
SamePage = tuple[Handout, Catalog]
"""The same page in another language."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes of a page, in points."""

    size: tuple[float, float]
    margin: float
    title: float
    body: float
    caption: float
    least_picture: float
    gap: float

    @property
    def room(self) -> float:
        return self.size[0] - 2 * self.margin


LARGE = Layout(style.A4, 17 * mm, title=26, body=16, caption=14, least_picture=45 * mm, gap=4.5 * mm)
SMALL = Layout(style.A5, 12 * mm, title=20, body=13, caption=11, least_picture=32 * mm, gap=2.8 * mm)


@dataclass(frozen=True, slots=True)
class _Words:
    """The paragraphs of a page, broken into lines of its width."""

    title: Paragraph
    caption: Paragraph
    messages: tuple[Paragraph, ...]
    do_this: tuple[Paragraph, Paragraph]
    small_print: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Heights:
    """The room that each piece is given: what it needs, on all pages that keep the same places."""

    title: float
    caption: float
    messages: tuple[float, ...]
    do_this: tuple[float, float]
    small_print: float

    def together(self, layout: Layout) -> float:
        """Of everything but the picture."""
        pieces = self.title + self.caption + sum(self.messages) + sum(self.do_this) + self.small_print
        return pieces + layout.gap * (5.5 + len(self.messages) / 2) + 2 * mm


@dataclass(frozen=True, slots=True)
class _Arranged:
    """A page that fits: its words, its picture, and the room that is left over between its pieces."""

    words: _Words
    heights: _Heights
    drawing: Flowable
    height: float
    spare: float

    def air(self, layout: Layout) -> float:
        return min(self.spare / AIRED, MOST_AIR * layout.gap)


def draw_page(
    canvas: Canvas,
    handout: Handout,
    t: Catalog,
    layout: Layout,
    printed: date,
    edition: str = "",
    beside: Sequence[SamePage] = (),
) -> None:
    """`edition` is printed with a code that a telephone reads. Pieces stand where they stand on the pages `beside`."""
    page = _arranged(handout, t, layout, beside)
    words, heights, air = page.words, page.heights, page.air(layout)
    canvas.setLineWidth(style.LINE)
    y = layout.size[1] - layout.margin
    _draw(canvas, words.title, layout.margin, y)
    y -= heights.title + layout.gap + air + page.height
    page.drawing.drawOn(canvas, (layout.size[0] - page.drawing.width) / 2, y)
    y -= layout.gap / 2
    _draw(canvas, words.caption, layout.margin, y)
    y -= heights.caption + layout.gap + air
    for message, height in zip(words.messages, heights.messages, strict=False):
        fonts.draw(canvas, layout.margin, _first_line(message, y), BULLET, fonts.READING, layout.body * 0.75)
        _draw(canvas, message, layout.margin + _indent(layout), y)
        y -= height + layout.gap / 2 + air / 2
    y -= sum(heights.messages[len(words.messages) :])
    _draw_do_this(canvas, words, heights, y - layout.gap / 2 - air, layout)
    bottom = layout.margin + FOOT
    for lines in words.small_print:
        _draw(canvas, lines, layout.margin, bottom + lines.height)
    _draw_foot(canvas, handout, t, layout, printed, edition)


def _arranged(handout: Handout, t: Catalog, layout: Layout, beside: Sequence[SamePage]) -> _Arranged:
    """The words with the most air, and the biggest picture, that fit together; else without a look at `beside`."""
    for others in (beside, ()) if beside else ((),):
        for spacing in SPACINGS:
            words = _words(handout, t, layout, spacing)
            heights = _heights([words, *(_words(page, catalog, layout, spacing) for page, catalog in others)])
            left = layout.size[1] - 2 * layout.margin - FOOT - heights.together(layout)
            if left >= layout.least_picture:
                drawing, height = _biggest(handout.picture, layout.room, left)
                return _Arranged(words, heights, drawing, height, left - height)
    raise TrainerError(
        t.gettext('The words of handout {code}, "{title}", do not fit on one page. Make its messages shorter.').format(
            code=handout.code, title=handout.title
        ),
        code="handout_too_long",
    )


def _heights(pages: Sequence[_Words]) -> _Heights:
    return _Heights(
        max(page.title.height for page in pages),
        max(page.caption.height for page in pages),
        tuple(map(max, zip_longest(*(_each(page.messages) for page in pages), fillvalue=0.0))),
        (max(page.do_this[0].height for page in pages), max(page.do_this[1].height for page in pages)),
        max(sum(_each(page.small_print)) for page in pages),
    )


def _each(pieces: Iterable[Paragraph]) -> list[float]:
    return [float(piece.height) for piece in pieces]


def _biggest(name: str, room: float, most: float) -> tuple[Flowable, float]:
    """The picture as wide as the page, or as high as the room that the words leave."""
    from trainer_app.documents.pictures import picture  # read only once a handout is drawn

    drawing = picture(name, room)
    _, height = drawing.wrap(room, most)
    if height > most:
        drawing = picture(name, room * most / height)
        _, height = drawing.wrap(room, most)
    return drawing, height


def _words(handout: Handout, t: Catalog, layout: Layout, spacing: float) -> _Words:
    body = paragraph(fonts.READING, layout.body, spacing)
    bold = paragraph(fonts.READING_BOLD, layout.body, 1.2)
    small = paragraph(fonts.SANS, SMALL_PRINT, 1.25)
    indented, boxed = layout.room - _indent(layout), layout.room - 2 * layout.gap - _indent(layout)
    return _Words(
        _broken(P(handout.title, paragraph(fonts.READING_BOLD, layout.title, 1.15)), layout.room),
        _broken(P(handout.caption, paragraph(fonts.READING, layout.caption, 1.2)), layout.room),
        tuple(_broken(marked(message, body), indented) for message in handout.messages if message),
        (
            _broken(P(t.gettext("Do this"), bold), boxed),
            _broken(marked(handout.do_this, paragraph(fonts.READING, layout.body, min(spacing, 1.3))), boxed),
        ),
        tuple(_broken(P(law, small), layout.room) for law in law_lines(handout.facts, t)),
    )


def law_lines(facts: Sequence[Fact], t: Catalog) -> tuple[str, ...]:
    """What the page rests on, and the day on which that was last known to hold."""
    sure = [fact for fact in facts if fact.sure]
    if not sure:
        return ()
    laws = dict.fromkeys(fact.law for fact in sure if fact.law)
    oldest = min(fact.as_known_on for fact in sure)
    known = t.gettext("As known on {date}.").format(date=t.long_date(oldest))
    return (" ".join([known, "; ".join(laws)]).strip(),)


def state_words(state: TextState, t: Catalog) -> str:
    """What a page that no reader has approved says of itself."""
    return {
        TextState.MISSING: t.gettext("Parts of this page are not translated yet"),
        TextState.OUTDATED: t.gettext("Draft translation, older than its source text"),
        TextState.DRAFT: t.gettext("Draft translation, not yet reviewed"),
        TextState.REVIEWED: "",
    }[state]


def _broken(words: Paragraph, room: float) -> Paragraph:
    words.wrap(room, 10_000)
    return words


def _indent(layout: Layout) -> float:
    return layout.body * 1.4


def _draw(canvas: Canvas, words: Paragraph, x: float, top: float) -> None:
    words.drawOn(canvas, x, top - float(words.height))


def _first_line(words: Paragraph, top: float) -> float:
    """The height on which the first line of a paragraph stands."""
    return float(top - words.style.fontSize)


def _draw_do_this(canvas: Canvas, words: _Words, heights: _Heights, top: float, layout: Layout) -> None:
    """The box with one thing to do, and a square to tick once it is done."""
    title, body = words.do_this
    height = sum(heights.do_this) + 1.8 * layout.gap
    canvas.saveState()
    canvas.setLineWidth(3 * style.LINE)
    canvas.roundRect(layout.margin, top - height, layout.room, height, 3 * mm)
    canvas.restoreState()
    x, y = layout.margin + layout.gap, top - layout.gap * 0.7
    _draw(canvas, title, x + _indent(layout), y)
    y -= heights.do_this[0]
    fonts.draw(canvas, x - layout.gap * 0.3, _first_line(body, y), BOX, fonts.READING, layout.body * 1.3)
    _draw(canvas, body, x + _indent(layout), y)


def _draw_foot(canvas: Canvas, handout: Handout, t: Catalog, layout: Layout, printed: date, edition: str) -> None:
    """State, what it is, when it was printed; with the edition there is a line more, beside the code."""
    y, left, end = layout.margin - 1 * mm, layout.margin, layout.size[0] - layout.margin
    day = printed_on(t, printed)
    taken = fonts.width(day, fonts.SANS, SMALL_PRINT) + 4 * mm
    if edition:
        end = _draw_edition(canvas, editions.mark(handout, edition), end, y - LINE_OF_FOOT)
        fonts.draw(canvas, left, y - LINE_OF_FOOT, day, fonts.SANS, SMALL_PRINT)
    else:
        fonts.draw_right(canvas, end, y, day, fonts.SANS, SMALL_PRINT)
    room = end - left
    _draw_small(canvas, f"{handout.code}, {handout.module_title}", left, y, room if edition else room - taken)
    _draw_small(canvas, state_words(handout.state, t), left, y + LINE_OF_FOOT, room, fonts.SEMIBOLD)
    canvas.line(left, y + 7.4 * mm, end, y + 7.4 * mm)


def _draw_edition(canvas: Canvas, words: str, end: float, y: float) -> float:
    """The code in the corner and its words beside it; returns where the rest of the foot has to end."""
    qr.draw(canvas, words, end - QR_SIZE, y, QR_SIZE)
    end -= QR_SIZE + qr.quiet(words, QR_SIZE) + 0.5 * mm
    size, lines = fonts.fitted(words, fonts.SANS, MARK_ROOM, ((style.LEAST, 1),))
    fonts.draw_right(canvas, end, y, lines[0], fonts.SANS, size)
    return end


def _draw_small(canvas: Canvas, words: str, x: float, y: float, room: float, name: str = fonts.SANS) -> None:
    size, lines = fonts.fitted(words, name, room, ((SMALL_PRINT, 1), (style.LEAST, 1)))
    fonts.draw(canvas, x, y, lines[0], name, size)
