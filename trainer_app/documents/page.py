"""Pages of one document: their size, foot and watermark; and the block that heads every list of a training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app import __version__
from trainer_app.documents import fonts, letterhead, style
from trainer_app.documents.sheet import clean
from trainer_app.documents.style import mm
from trainer_app.documents.words import sample_word
from trainer_app.domain.attendance import RegisterDay, TrainingHead
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.i18n import Catalog

Pair = tuple[str, str]
DrawWords = Callable[[Canvas, float, float, str, str, float], None]
PAIR_HEIGHT = 6.6 * mm
PAIR_SIZES = ((style.BODY, 1), (style.SMALL, 2), (style.LEAST, 2))
TITLE_HEIGHT = 8 * mm
FOOT = 8 * mm
FUNDING_LINE = 3.4 * mm  # above the line of the foot, and within it
OUTLINE = 1  # letters drawn hollow, so that a photocopy leaves what stands over them readable


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of every page."""

    reference: str
    printed: date = field(default_factory=date.today)
    is_sample: bool = False
    letterhead: Letterhead = NONE
    """Its reference begins that of the paper, and its sentence on who pays stands above."""
    code: str = ""
    """Of what the paper is about: `RUL-014`."""

    @property
    def words(self) -> str:
        return ", ".join(filter(None, (self.letterhead.referred(self.code), self.reference)))


def foot_of(head: TrainingHead, title: str, printed: date) -> Foot:
    """Of a paper about one training."""
    return Foot(title, printed, head.is_sample, head.letterhead, head.code)


class Paper:
    """A PDF being drawn page by page. The number of pages is known before the first is drawn."""

    def __init__(
        self,
        file: IO[bytes],
        t: Catalog,
        title: str,
        foot: Foot,
        pages: int,
        size: tuple[float, float] = style.LANDSCAPE,
    ) -> None:
        self.t, self.foot, self.pages, self.number = t, foot, pages, 0
        self.width, self.height = size
        self.left, self.right = style.MARGIN_X, self.width - style.MARGIN_X
        self.top, self.bottom = self.height - style.MARGIN_Y, style.MARGIN_Y + FOOT
        self.canvas = new_canvas(file, t, title, size)

    def begin(self) -> None:
        self.number += 1
        self.canvas.setLineWidth(style.LINE)
        if self.foot.is_sample:
            watermark(self.canvas, self.t, self.width, self.height)
        self._draw_foot()

    def end(self) -> None:
        self.canvas.showPage()

    def save(self) -> None:
        self.canvas.save()

    def _draw_foot(self) -> None:
        draw_foot(self.canvas, self.t, self.foot, (self.number, self.pages), self.left, self.right)


def draw_foot(canvas: Canvas, t: Catalog, foot: Foot, number: tuple[int, int], left: float, right: float) -> None:
    """What the page is part of, its number among so many, and when it was printed by what."""
    y = style.MARGIN_Y + 1 * mm
    if foot.letterhead.funding:
        letterhead.draw_funding(canvas, foot.letterhead.funding, y + FUNDING_LINE, left, right)
    page = t.gettext("Page {page} of {pages}").format(page=number[0], pages=number[1])
    third = (right - left) / 3
    for words, draw, x in (
        (foot.words, fonts.draw, left),
        (page, fonts.draw_centred, (left + right) / 2),
        (printed_on(t, foot.printed), fonts.draw_right, right),
    ):
        size, lines = fonts.fitted(words, fonts.SANS, third, ((style.SMALL, 1), (style.LEAST, 1)))
        draw(canvas, x, y, lines[0], fonts.SANS, size)


def new_canvas(file: IO[bytes], t: Catalog, title: str, size: tuple[float, float]) -> Canvas:
    """An empty PDF, equal each time it is made, that begins with a font of ours so that all are embedded."""
    name = fonts.font(fonts.SANS).fontName
    canvas = Canvas(file, pagesize=size, invariant=1, pageCompression=1, lang=t.language, initialFontName=name)
    canvas.setTitle(clean(title))
    canvas.setCreator(f"trainer-app {__version__}")
    return canvas


def printed_on(t: Catalog, day: date) -> str:
    return t.gettext("Printed on {date}, trainer-app {version}").format(date=t.date(day), version=__version__)


def watermark(canvas: Canvas, t: Catalog, width: float, height: float) -> None:
    """SAMPLE across the page, under everything else."""
    canvas.saveState()
    canvas.setStrokeGray(style.WATERMARK_GREY)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(30)
    word = sample_word(t)
    size = 0.9 * width / fonts.width(word, fonts.BOLD, 1)
    canvas.setFont(fonts.BOLD, min(size, 120))
    canvas.drawCentredString(0, -size / 3, word, mode=OUTLINE)
    canvas.restoreState()


def draw_title(paper: Paper, head: TrainingHead, title: str) -> float:
    """The letterhead with the title of the paper, or project left, title in the middle, organiser right.

    Returns the height that is left below.
    """
    own = head_of(head)
    if head.letterhead.has_head:
        return paper.top - letterhead.draw(paper.canvas, own, title, paper.left, paper.right, paper.top)
    y = paper.top - 5 * mm
    middle = (paper.right - paper.left) * 0.46
    side = (paper.right - paper.left - middle) / 2
    size, lines = fonts.fitted(title, fonts.BOLD, middle, ((style.TITLE, 1), (10.0, 1)))
    fonts.draw_centred(paper.canvas, (paper.left + paper.right) / 2, y, lines[0], fonts.BOLD, size)
    _draw_side(paper, head.project, paper.left, side, fonts.draw)
    _draw_side(paper, head.organiser, paper.right, side, fonts.draw_right)
    return paper.top - TITLE_HEIGHT


def head_of(head: TrainingHead) -> Letterhead:
    """The letterhead, where it says nothing else with the project and the organiser of the training."""
    own = head.letterhead
    return replace(own, title=own.title or head.project, organisation=own.organisation or head.organiser)


def title_height(head: TrainingHead, title: str, room: float) -> float:
    """How much of the page `draw_title` takes."""
    return letterhead.height(head_of(head), title, room) if head.letterhead.has_head else TITLE_HEIGHT


def rows_lost(head: TrainingHead, title: str, room: float, row: float) -> int:
    """How many rows of a list give way to the letterhead on its first page."""
    return ceil(max(0.0, title_height(head, title, room) - TITLE_HEIGHT) / row)


def _draw_side(paper: Paper, words: str, x: float, room: float, draw: DrawWords) -> None:
    size, lines = fonts.fitted(words, fonts.SEMIBOLD, room - 3 * mm, style.TWO_LINES)
    for number, line in enumerate(lines):
        y = paper.top - 3 * mm - number * style.leading(size)
        draw(paper.canvas, x, y, line, fonts.SEMIBOLD, size)


def draw_pairs(paper: Paper, top: float, pairs: tuple[Pair, ...]) -> float:
    """Label and words in two columns, read down the left one first; returns the height left below."""
    half = -(-len(pairs) // 2)
    room = (paper.right - paper.left) / 2
    for place, pair in enumerate(pairs):
        column, line = divmod(place, half)
        _draw_pair(paper.canvas, paper.left + column * room, top - line * PAIR_HEIGHT, room - 4 * mm, pair)
    return top - half * PAIR_HEIGHT


def _draw_pair(canvas: Canvas, x: float, y: float, room: float, pair: Pair) -> None:
    label, words = pair
    indent = 24 * mm
    size, lines = fonts.fitted(label, fonts.SANS, indent - 1 * mm, ((style.SMALL, 1), (style.LEAST, 2)))
    for number, line in enumerate(lines):
        fonts.draw(canvas, x, y - 3 * mm - number * style.leading(size), line, fonts.SANS, size)
    size, lines = fonts.fitted(words, fonts.SEMIBOLD, room - indent, PAIR_SIZES)
    for number, line in enumerate(lines):
        fonts.draw(canvas, x + indent, y - 3 * mm - number * style.leading(size), line, fonts.SEMIBOLD, size)


def training_pairs(t: Catalog, head: TrainingHead, days: tuple[RegisterDay, ...]) -> tuple[Pair, ...]:
    """What heads every list of a training, and fills the second page of its workbook."""
    return (
        (t.gettext("Training"), f"{head.title} ({head.code})"),
        (t.gettext("Group"), head.group),
        (t.gettext("Venue"), ", ".join(filter(None, (head.venue, head.place)))),
        (t.gettext("Dates"), dates(t, head)),
        (t.gettext("Hours"), hours(days)),
        (t.gettext("Trainers"), ", ".join(head.trainers)),
    )


def letterhead_pairs(t: Catalog, own: Letterhead) -> tuple[Pair, ...]:
    """What a workbook says of the letterhead, which has no place for pictures."""
    pairs = (
        (t.gettext("Project"), own.title),
        (t.gettext("Organisation"), own.organisation),
        (t.gettext("Who pays"), own.funding),
        (t.gettext("Reference"), own.reference),
    )
    return tuple((label, words) for label, words in pairs if words)


def dates(t: Catalog, head: TrainingHead) -> str:
    if head.first_day == head.last_day:
        return t.date(head.first_day)
    return t.gettext("{first} to {last}").format(first=t.date(head.first_day), last=t.date(head.last_day))


def hours(days: tuple[RegisterDay, ...]) -> str:
    """The hours of the sessions, each of them once."""
    return ", ".join(dict.fromkeys(f"{day.starts:%H:%M}-{day.ends:%H:%M}" for day in days))
