"""The attendance list on landscape A4, as projects ask for it: signatures or marks, totals, three boxes to sign."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import IO

from trainer_app.documents import fonts, style
from trainer_app.documents.attendance_rows import (
    Variant,
    columns,
    parts,
    rows,
    title,
    totals_heading,
    totals_rows,
)
from trainer_app.documents.attended_words import attended_words
from trainer_app.documents.grid import draw_table, pages_of
from trainer_app.documents.output import Tick
from trainer_app.documents.page import Paper, draw_pairs, draw_title, foot_of, rows_lost, training_pairs
from trainer_app.documents.sheet import Column, Row
from trainer_app.documents.signing import BOXES_HEIGHT, draw_boxes
from trainer_app.documents.style import mm
from trainer_app.documents.words import legend
from trainer_app.domain.attendance import GLYPHS, LETTERS, Register
from trainer_app.i18n import Catalog

HEAD_HEIGHT, ROW_HEIGHT = 12 * mm, 9 * mm
FIRST_PAGE, FOLLOWING = 15, 18  # rows
RUNNING_HEAD, CONSENT = 8 * mm, 7.2 * mm
MOST_DAYS = {Variant.BLANK: 5, Variant.RECORDED: 8}  # a signature needs 19.6 mm, a letter less
TOTAL_HEIGHT = {Variant.BLANK: 6 * mm, Variant.RECORDED: 4.6 * mm}
TOTALS_HEAD = 10 * mm
GAP = 3 * mm
LEGEND_LINE = 4.6 * mm
LABEL, REGISTERED = 58.0, 24.0  # millimetres
ON_PAPER = {letter: f"{GLYPHS[status]} {letter}" for status, letter in LETTERS.items()}


def draw(
    register: Register,
    t: Catalog,
    file: IO[bytes],
    tick: Tick,
    variant: Variant,
    unmask: Collection[str],
    printed: date,
) -> int:
    """Draw every page; returns how many there are."""
    lists = [_Part(part, t, variant, unmask) for part in parts(register, MOST_DAYS[variant])]
    pages = sum(part.page_count for part in lists)
    foot = foot_of(register.head, title(t, variant), printed)
    paper = Paper(file, t, f"{title(t, variant)}, {register.head.title}", foot, pages)
    for part in lists:
        part.draw(paper, tick)
    paper.save()
    tick(1)
    return pages


class _Part:
    """The list with as many days as the width holds: all people, then the totals of those days."""

    def __init__(self, register: Register, t: Catalog, variant: Variant, unmask: Collection[str]) -> None:
        self.register, self.t, self.variant = register, t, variant
        self.columns = columns(register, t, unmask)
        self.rows = rows(register, t, variant, unmask)
        self.totals = totals_rows(register, t, variant)
        lost = rows_lost(register.head, title(t, variant), style.LANDSCAPE[0] - 2 * style.MARGIN_X, ROW_HEIGHT)
        self.first = FIRST_PAGE - lost
        self.pages = pages_of(len(self.rows), self.first, FOLLOWING)

    @property
    def page_count(self) -> int:
        return len(self.pages) + (not self._totals_fit)

    @property
    def _tail_height(self) -> float:
        return GAP + TOTALS_HEAD + len(self.totals) * TOTAL_HEIGHT[self.variant] + GAP + BOXES_HEIGHT

    @property
    def _totals_fit(self) -> bool:
        most = self.first if len(self.pages) == 1 else FOLLOWING
        return (most - len(self.pages[-1])) * ROW_HEIGHT >= self._tail_height

    def draw(self, paper: Paper, tick: Tick) -> None:
        words = [_on_paper(row) for row in self.rows]
        for page in self.pages:
            paper.begin()
            top = self._draw_first_head(paper) if page.start == 0 else self._draw_running_head(paper)
            some = words[page.start : page.stop]
            top = draw_table(paper.canvas, self.columns, some, paper.left, top, HEAD_HEIGHT, ROW_HEIGHT)
            if page == self.pages[-1] and self._totals_fit:
                self._draw_tail(paper, top)
            paper.end()
            tick(paper.number / paper.pages)
        if not self._totals_fit:
            paper.begin()
            self._draw_tail(paper, self._draw_running_head(paper))
            paper.end()

    def _draw_first_head(self, paper: Paper) -> float:
        head = self.register.head
        top = draw_title(paper, head, title(self.t, self.variant))
        bottom = draw_pairs(paper, top, training_pairs(self.t, head, self.register.days)) - CONSENT
        size, lines = fonts.fitted(
            self._consent(), fonts.SANS, paper.right - paper.left, ((style.SMALL, 2), (style.LEAST, 2))
        )
        for number, line in enumerate(reversed(lines)):
            y = bottom + 1.2 * mm + number * style.leading(size)
            fonts.draw(paper.canvas, paper.left, y, line, fonts.SANS, size)
        return bottom

    def _consent(self) -> str:
        t = self.t
        if self.variant == Variant.BLANK:
            return t.gettext(
                "By signing I agree that the organiser keeps these data to organise this training and to "
                "report on it. I may ask to see them, to correct them or to have them removed."
            )
        return t.gettext(
            "These data are kept to organise this training and to report on it. Each person may ask to see "
            "them, to correct them or to have them removed."
        )

    def _draw_running_head(self, paper: Paper) -> float:
        head = self.register.head
        words = f"{title(self.t, self.variant)}, {head.title} ({head.code}), {head.group}"
        room = paper.right - paper.left
        size, lines = fonts.fitted(words, fonts.SEMIBOLD, room, style.ONE_LINE)
        fonts.draw(paper.canvas, paper.left, paper.top - 4.5 * mm, lines[0], fonts.SEMIBOLD, size)
        return paper.top - RUNNING_HEAD

    def _draw_tail(self, paper: Paper, top: float) -> None:
        top -= GAP
        days = self.columns[-len(self.register.days) :] if self.register.days else ()
        table = (
            Column(totals_heading(self.register, self.t)[0], LABEL),
            Column(totals_heading(self.register, self.t)[1], REGISTERED, centred=True),
            *days,
        )
        left = paper.right - sum(column.width for column in table) * mm
        height = TOTAL_HEIGHT[self.variant]
        words = [tuple(map(str, row)) for row in self.totals]
        bottom = draw_table(paper.canvas, table, words, left, top, TOTALS_HEAD, height)
        if self.variant == Variant.RECORDED:
            self._draw_legend(paper, top, left - paper.left - GAP)
        draw_boxes(paper, self.t, bottom - GAP)

    def _draw_legend(self, paper: Paper, top: float, room: float) -> None:
        """The letters in words, and what the figures beside them count."""
        for words in legend(self.t):
            top -= LEGEND_LINE
            fonts.draw(paper.canvas, paper.left, top, words, fonts.SANS, style.BODY)
        rule = attended_words(self.register.rule, self.t)
        size, lines = fonts.fitted(rule, fonts.SANS, room, ((style.SMALL, 4), (style.LEAST, 6)))
        top -= LEGEND_LINE
        for number, line in enumerate(lines):
            fonts.draw(paper.canvas, paper.left, top - number * style.leading(size), line, fonts.SANS, size)


def _on_paper(row: Row) -> tuple[str, ...]:
    return tuple(ON_PAPER.get(str(value), str(value)) if place > 6 else str(value) for place, value in enumerate(row))
