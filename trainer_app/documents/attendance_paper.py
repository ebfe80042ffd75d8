"""The attendance list on A4, as projects ask for it: signatures or marks, totals, three boxes to sign.

Lying or upright, with the columns of a donor, and with labels in one language or two. Rows are nine millimetres high,
and higher where a name needs it: no name is cut.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import IO

from trainer_app.documents import fonts, style
from trainer_app.documents.attendance_rows import (
    LEAST_DAY,
    Variant,
    chosen,
    columns,
    day_column,
    parts,
    rows,
    title,
    totals_heading,
    totals_rows,
)
from trainer_app.documents.attended_words import attended_words
from trainer_app.documents.grid import PADDING, draw_table, lines_in, pages_of
from trainer_app.documents.list_columns import most_days, refuse_what_does_not_fit, room
from trainer_app.documents.output import Tick
from trainer_app.documents.page import (
    FOOT,
    PAIR_HEIGHT,
    Paper,
    draw_pairs,
    draw_title,
    foot_of,
    title_height,
    training_pairs,
)
from trainer_app.documents.sheet import Column, Value
from trainer_app.documents.signing import boxes_height, draw_boxes
from trainer_app.documents.style import mm
from trainer_app.documents.two_labels import both_columns, both_pairs, said
from trainer_app.documents.words import legend
from trainer_app.domain.attendance import GLYPHS, LETTERS, Register
from trainer_app.domain.list_forms import USUAL, ListColumn, ListForm
from trainer_app.i18n import Catalog

HEAD_HEIGHT = 12 * mm
ROW_HEIGHTS = tuple(high * mm for high in (9, 11.5, 14, 17, 22, 34))
RUNNING_HEAD, CONSENT = 8 * mm, 7.2 * mm
MOST_DAYS = {Variant.BLANK: 5, Variant.RECORDED: 8}  # a signature needs 19.6 mm, a letter less
EMPTY_ROWS = 5  # on a list to sign, as far as they need no page more
TOTAL_HEIGHT = {Variant.BLANK: 6 * mm, Variant.RECORDED: 4.6 * mm}
LOW_TOTAL = 4.2 * mm  # where a few millimetres save a page
TOTALS_HEAD = 10 * mm
GAP = 3 * mm
LEGEND_LINE = 4.6 * mm
LEGEND_ROOM = 56 * mm
LABEL, REGISTERED = (58.0, 24.0), (46.0, 20.0)  # millimetres, of the totals: lying, upright
NARROWEST_TOTAL = 9.0
ON_PAPER = {status: f"{GLYPHS[status]} {letter}" for status, letter in LETTERS.items()}
SMALL_PRINT = ((style.SMALL, 2), (style.LEAST, 3))


def draw(
    register: Register,
    t: Catalog,
    file: IO[bytes],
    tick: Tick,
    variant: Variant,
    unmask: Collection[str],
    printed: date,
    form: ListForm = USUAL,
    also: Catalog | None = None,
) -> int:
    """Draw every page; returns how many there are. Raises TrainerError when the columns do not fit on the paper."""
    wanted = chosen(register, unmask, form)
    refuse_what_does_not_fit(wanted, LEAST_DAY[variant] if register.days else 0.0, form, t)
    most = most_days(wanted, LEAST_DAY[variant], room(form), MOST_DAYS[variant])
    cut = parts(register, most if ListColumn.MARKS in wanted else max(1, len(register.days)))
    lists = [_Part(part, register, t, variant, unmask, form, also) for part in cut]
    pages = sum(part.page_count for part in lists)
    heading = _title(t, also, variant)
    size = style.A4 if form.is_upright else style.LANDSCAPE
    foot = foot_of(register.head, title(t, variant), printed)
    paper = Paper(file, t, f"{heading}, {register.head.title}", foot, pages, size)
    for part in lists:
        part.draw(paper, tick)
    paper.save()
    tick(1)
    return pages


def _title(t: Catalog, also: Catalog | None, variant: Variant) -> str:
    def called(words: Catalog) -> str:
        return title(words, variant)

    return said(called, t, also)


class _Part:
    """The list with as many days as the width holds: all people, then the totals of those days."""

    def __init__(
        self,
        register: Register,
        whole: Register,
        t: Catalog,
        variant: Variant,
        unmask: Collection[str],
        form: ListForm,
        also: Catalog | None,
    ) -> None:
        self.register, self.t, self.also, self.variant, self.form = register, t, also, variant, form
        self.columns = columns(register, t, unmask, form, also, variant)
        found = rows(register, t, variant, unmask, form, whole, ON_PAPER)
        self.words = [tuple(_shown(value, t) for value in row) for row in found]
        self.totals = totals_rows(register, t, variant, also)
        self.row = _row_height(self.columns, self.words)
        self.high = (style.A4[1] if form.is_upright else style.LANDSCAPE[1]) - 2 * style.MARGIN_Y - FOOT
        self.first = self._rows_in(self.high - self._head_height)
        self.following = self._rows_in(self.high - RUNNING_HEAD)
        self.total = TOTAL_HEIGHT[variant]
        self._add_empty_rows()
        self._lay_out()

    def _rows_in(self, height: float) -> int:
        return int((height - HEAD_HEIGHT) / self.row + 0.01)

    def _lay_out(self) -> None:
        self.pages = pages_of(len(self.words), self.first, self.following)
        if not self._totals_fit:
            self.total = LOW_TOTAL
            self.total = LOW_TOTAL if self._totals_fit else TOTAL_HEIGHT[self.variant]

    def _add_empty_rows(self) -> None:
        """As many as were asked for; else those that a list to sign has room for."""
        self._lay_out()
        people, before = self.words, (len(self.pages), self.page_count)
        asked = self.form.empty
        blank = ("",) * len(self.columns)
        if asked is not None:
            self.words = [*people, *[blank] * asked]
        elif self.variant == Variant.BLANK:
            for count in range(EMPTY_ROWS, -1, -1):
                self.words = [*people, *[blank] * count]
                self._lay_out()
                if (len(self.pages), self.page_count) == before or not people:
                    break

    @property
    def page_count(self) -> int:
        return len(self.pages) + (not self._totals_fit)

    @property
    def _tail_height(self) -> float:
        boxes = boxes_height(upright=self.form.is_upright)
        return GAP + TOTALS_HEAD + len(self.totals) * self.total + GAP + boxes

    @property
    def _totals_fit(self) -> bool:
        last = self.pages[-1]
        head = self._head_height if len(self.pages) == 1 else RUNNING_HEAD
        left = self.high - head - HEAD_HEIGHT - len(last) * self.row
        return left + 0.1 >= self._tail_height

    @property
    def _head_height(self) -> float:
        """Of the first page: title or letterhead, what the training is, and what becomes of the data."""
        above = title_height(self.register.head, _title(self.t, self.also, self.variant), self._room)
        return above + len(self._pairs) // 2 * PAIR_HEIGHT + max(CONSENT, self._consent_height)

    @property
    def _pairs(self) -> tuple[tuple[str, str], ...]:
        pairs = training_pairs(self.t, self.register.head, self.register.days)
        if self.also is None:
            return pairs
        return both_pairs(pairs, training_pairs(self.also, self.register.head, self.register.days))

    @property
    def _room(self) -> float:
        return room(self.form) * mm

    def draw(self, paper: Paper, tick: Tick) -> None:
        for page in self.pages:
            paper.begin()
            top = self._draw_first_head(paper) if page.start == 0 else self._draw_running_head(paper)
            some = self.words[page.start : page.stop]
            top = draw_table(paper.canvas, self.columns, some, paper.left, top, HEAD_HEIGHT, self.row)
            if page == self.pages[-1] and self._totals_fit:
                self._draw_tail(paper, top)
            paper.end()
            tick(paper.number / paper.pages)
        if not self._totals_fit:
            paper.begin()
            self._draw_tail(paper, self._draw_running_head(paper))
            paper.end()

    def _draw_first_head(self, paper: Paper) -> float:
        top = draw_title(paper, self.register.head, _title(self.t, self.also, self.variant))
        bottom = draw_pairs(paper, top, self._pairs) - max(CONSENT, self._consent_height)
        y = bottom + 1.2 * mm
        for size, lines in reversed(self._consent):
            for line in reversed(lines):
                fonts.draw(paper.canvas, paper.left, y, line, fonts.SANS, size)
                y += style.leading(size)
        return bottom

    @property
    def _consent(self) -> list[tuple[float, tuple[str, ...]]]:
        """The sentence in each language of the labels."""
        spoken = [self.t, *([self.also] if self.also else [])]
        return [fonts.fitted(_consent(t, self.variant), fonts.SANS, self._room, SMALL_PRINT) for t in spoken]

    @property
    def _consent_height(self) -> float:
        return sum(len(lines) * style.leading(size) for size, lines in self._consent) + 1.2 * mm

    def _draw_running_head(self, paper: Paper) -> float:
        head = self.register.head
        words = f"{_title(self.t, self.also, self.variant)}, {head.title} ({head.code}), {head.group}"
        size, lines = fonts.fitted(words, fonts.SEMIBOLD, self._room, style.ONE_LINE)
        fonts.draw(paper.canvas, paper.left, paper.top - 4.5 * mm, lines[0], fonts.SEMIBOLD, size)
        return paper.top - RUNNING_HEAD

    def _draw_tail(self, paper: Paper, top: float) -> None:
        top -= GAP
        table = self._totals_columns()
        left = paper.right - sum(column.width for column in table) * mm
        words = [tuple(map(str, row))[: len(table)] for row in self.totals]
        bottom = draw_table(paper.canvas, table, words, left, top, TOTALS_HEAD, self.total)
        if self.variant == Variant.RECORDED:
            self._draw_legend(paper, top, left - paper.left - GAP)
        draw_boxes(paper, self.t, bottom - GAP, self.also)

    def _totals_columns(self) -> tuple[Column, ...]:
        """Label, those registered, and each day, as wide as in the list where the legend has room beside."""
        heading = totals_heading(self.register, self.t, self.also)
        label, registered = REGISTERED if self.form.is_upright else LABEL
        first = Column(heading[0], label), Column(heading[1], registered, centred=True)
        count = len(self.register.days)
        legend_room = LEGEND_ROOM / mm if self.variant == Variant.RECORDED else 0.0
        widest = (room(self.form) - label - registered - legend_room) / max(count, 1)
        if widest < NARROWEST_TOTAL:
            return first
        days = tuple(day_column(self.t, day, min(self._day_width, widest)) for day in self.register.days)
        if self.also is None:
            return (*first, *days)
        return (*first, *both_columns(days, [day_column(self.also, day, 0) for day in self.register.days]))

    @property
    def _day_width(self) -> float:
        """As in the list; as for a signature where the list has no days."""
        titles = {day_column(self.t, day, 0).title for day in self.register.days}
        plain = columns(replace(self.register, lines=()), self.t, (), self.form, None, self.variant)
        return next((column.width for column in plain if column.title in titles), 19.6)

    def _draw_legend(self, paper: Paper, top: float, room: float) -> None:
        """The letters in words, and what the figures beside them count."""
        for words in _legend(self.t, self.also):
            top -= LEGEND_LINE
            size, lines = fonts.fitted(words, fonts.SANS, room, ((style.BODY, 1), (style.LEAST, 1)))
            fonts.draw(paper.canvas, paper.left, top, lines[0], fonts.SANS, size)
        rule = attended_words(self.register.rule, self.t)
        size, lines = fonts.fitted(rule, fonts.SANS, room, ((style.SMALL, 4), (style.LEAST, 6)))
        top -= LEGEND_LINE
        for number, line in enumerate(lines):
            fonts.draw(paper.canvas, paper.left, top - number * style.leading(size), line, fonts.SANS, size)


def _legend(t: Catalog, also: Catalog | None) -> Sequence[str]:
    if also is None:
        return legend(t)
    return [f"{words} / {other.split(' ', 2)[-1]}" for words, other in zip(legend(t), legend(also), strict=True)]


def _consent(t: Catalog, variant: Variant) -> str:
    if variant == Variant.BLANK:
        return t.gettext(
            "By signing I agree that the organiser keeps these data to organise this training and to "
            "report on it. I may ask to see them, to correct them or to have them removed."
        )
    return t.gettext(
        "These data are kept to organise this training and to report on it. Each person may ask to see "
        "them, to correct them or to have them removed."
    )


def _row_height(columns: Sequence[Column], words: Sequence[Sequence[str]]) -> float:
    """The least in which all words of every row stand whole."""
    longest = [max((row[place] for row in words), key=len, default="") for place in range(len(columns))]
    for height in ROW_HEIGHTS:
        if all(_stands(each, column, height) for each, column in zip(longest, columns, strict=True)):
            return height
    return ROW_HEIGHTS[-1]


def _stands(words: str, column: Column, height: float) -> bool:
    """Whether nothing of it is cut at the smallest size."""
    room, most = column.width * mm - 2 * PADDING, lines_in(height, style.LEAST)
    _size, lines = fonts.fitted(words, fonts.SANS, room, ((style.LEAST, most), (style.LEAST, most + 1)))
    return len(lines) <= most


def _shown(value: Value, t: Catalog) -> str:
    if value is None:
        return ""
    return t.percent(value) if isinstance(value, float) else str(value)
