"""The call-back list of a spot check: whom to call, about which day, and boxes for what they say.

It does not tell what the mark was, and the question that is read out names no answer: who calls asks, and writes.
"""

from __future__ import annotations

import io
from collections.abc import Collection
from datetime import date
from math import ceil
from pathlib import Path
from typing import IO

from trainer_app.documents import fonts, letterhead, style
from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.formats import PDF, format_of, write_sheet
from trainer_app.documents.grid import draw_table, pages_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot, Paper
from trainer_app.documents.sheet import Column, Kind, Lines, Row, Sheet
from trainer_app.documents.style import mm
from trainer_app.documents.words import labelled, marked
from trainer_app.domain.integrity import CheckOutcome
from trainer_app.domain.people import masked_phone, shown_phone
from trainer_app.domain.spot_checks import Check, CheckLine
from trainer_app.i18n import Catalog

HEAD_HEIGHT, ROW_HEIGHT = 10 * mm, 11 * mm
FIRST_HEAD, RUNNING_HEAD = 26 * mm, 9 * mm
FIRST_PAGE, FOLLOWING = 11, 13  # rows; below the last ones is room to sign
BOX = 15.0  # millimetres
TICK = "✕"


def title(t: Catalog) -> str:
    return t.gettext("Call-back list")


def outcome_words(t: Catalog) -> dict[CheckOutcome, str]:
    return {
        CheckOutcome.WAS_THERE: t.pgettext("answer to a call", "Was there"),
        CheckOutcome.WAS_NOT: t.pgettext("answer to a call", "Was not"),
        CheckOutcome.NOT_SURE: t.pgettext("answer to a call", "Not sure"),
        CheckOutcome.NOT_REACHED: t.pgettext("answer to a call", "Not reached"),
    }


def columns(t: Catalog) -> tuple[Column, ...]:
    boxes = (Column(words, BOX, centred=True) for words in outcome_words(t).values())
    return (
        Column(t.pgettext("number in the register", "No"), 9, Kind.NUMBER, centred=True),
        Column(t.gettext("Name"), 48),
        Column(t.gettext("Phone"), 30),
        Column(t.gettext("Group"), 32),
        Column(t.gettext("Training"), 40),
        Column(t.gettext("Day"), 20, Kind.DATE),
        *boxes,
        Column(t.gettext("What they said"), 34),
    )


def rows(check: Check, t: Catalog, unmask: Collection[str] = frozenset()) -> Lines[CheckLine]:
    shown = shown_phone if Detail.PHONE in unmask else masked_phone

    def row(line: CheckLine) -> Row:
        boxes = (TICK if line.outcome is outcome else "" for outcome in CheckOutcome)
        return (line.position, line.name, shown(line.phone), line.group, line.training, line.day, *boxes, line.words)

    return Lines(check.lines, row)


def about(check: Check, t: Catalog) -> tuple[tuple[str, str], ...]:
    """How the people were drawn, so that anybody can draw them again."""
    head = check.head
    days = t.gettext("{first} to {last}").format(first=t.date(head.first_day), last=t.date(head.last_day))
    return (
        (t.gettext("Drawn from"), f"{head.training}, {days}" if head.training else days),
        (t.gettext("Drawn on"), t.date(head.drawn_on)),
        (t.gettext("Seed"), str(head.seed)),
        (t.gettext("Result"), result_words(check, t)),
    )


def result_words(check: Check, t: Catalog) -> str:
    """`6 of 8 reached say that they were there (75 %). 2 were not reached or not called.`"""
    found = check.result
    if found.share is None:
        return t.gettext("Nobody was reached yet.")
    words = t.gettext("{there} of {reached} reached say that they were there ({share}).")
    said = words.format(there=found.were_there, reached=found.reached, share=t.percent(found.share))
    left = found.drawn - found.reached
    rest = t.ngettext("{count} was not reached or not called.", "{count} were not reached or not called.", left)
    return f"{said} {rest.format(count=left)}" if left else said


def sheet(check: Check, t: Catalog, unmask: Collection[str] = frozenset()) -> Sheet:
    name = marked(title(t), t, check.head.is_sample)
    return Sheet(name, columns(t), rows(check, t, unmask), about(check, t), frozen_columns=2)


def write(
    check: Check,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    unmask: Collection[str] = frozenset(),
    printed: date | None = None,
) -> Written:
    suffix, pages = format_of(path, t), 0
    with saving(path, t) as file:
        if suffix == PDF:
            pages = _draw(check, t, file, tick, unmask, printed or date.today())
        else:
            write_sheet(sheet(check, t, unmask), t, suffix, file, tick)
    return Written(path, len(check.lines), pages)


def as_bytes(check: Check, t: Catalog, unmask: Collection[str] = frozenset(), printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(check, t, file, no_tick, unmask, printed or date.today())
    return file.getvalue()


def _draw(check: Check, t: Catalog, file: IO[bytes], tick: Tick, unmask: Collection[str], printed: date) -> int:
    own = sheet(check, t, unmask)
    words = [[_shown(value, t) for value in row] for row in own.rows]
    pages = pages_of(len(words), FIRST_PAGE - _rows_lost(check), FOLLOWING)
    paper = Paper(file, t, title(t), Foot(title(t), printed, check.head.is_sample, check.head.letterhead), len(pages))
    for page in pages:
        paper.begin()
        top = _draw_head(paper, check) if page.start == 0 else _draw_running_head(paper, check)
        some = words[page.start : page.stop]
        top = draw_table(paper.canvas, own.columns, some, paper.left, top, HEAD_HEIGHT, ROW_HEIGHT)
        if page == pages[-1]:
            _draw_caller(paper, top - 9 * mm)
        paper.end()
        tick(paper.number / len(pages))
    paper.save()
    return len(pages)


def _shown(value: object, t: Catalog) -> str:
    return t.date(value) if isinstance(value, date) else str(value)


def _letterhead(paper: Paper, check: Check) -> float:
    """Draws it; returns where the page begins below it."""
    own = check.head.letterhead
    return paper.top - (
        letterhead.draw(paper.canvas, own, "", paper.left, paper.right, paper.top) if own.has_head else 0
    )


def _rows_lost(check: Check) -> int:
    own = check.head.letterhead
    room = style.LANDSCAPE[0] - 2 * style.MARGIN_X
    return ceil(letterhead.height(own, "", room) / ROW_HEIGHT) if own.has_head else 0


def _draw_head(paper: Paper, check: Check) -> float:
    t, room, top = paper.t, paper.right - paper.left, _letterhead(paper, check)
    fonts.draw(paper.canvas, paper.left, top - 6 * mm, title(t), fonts.BOLD, style.TITLE)
    told = "   ".join(labelled(label, words, t) for label, words in about(check, t)[:3])
    size, lines = fonts.fitted(told, fonts.SANS, room, style.ONE_LINE)
    fonts.draw(paper.canvas, paper.left, top - 12 * mm, lines[0], fonts.SANS, size)
    ask = t.gettext(
        "Say who you are and from where you call. Ask: “On which days were you at this training, and what was it "
        "about?” Do not read out the day first. Tick one box, and write what they said in their words."
    )
    size, lines = fonts.fitted(ask, fonts.SANS, room, ((style.BODY, 2), (style.SMALL, 2), (style.LEAST, 3)))
    for number, line in enumerate(lines):
        fonts.draw(paper.canvas, paper.left, top - 17 * mm - number * style.leading(size), line, fonts.SANS, size)
    return top - FIRST_HEAD


def _draw_running_head(paper: Paper, check: Check) -> float:
    words = f"{title(paper.t)}, {paper.t.gettext('Seed')} {check.head.seed}"
    fonts.draw(paper.canvas, paper.left, paper.top - 5 * mm, words, fonts.SEMIBOLD, style.BODY)
    return paper.top - RUNNING_HEAD


def _draw_caller(paper: Paper, y: float) -> None:
    """Who called and when."""
    t, x = paper.t, paper.left
    room = (paper.right - paper.left) / 3
    for words in (t.gettext("Called by"), t.gettext("Date"), t.gettext("Signature")):
        fonts.draw(paper.canvas, x, y, words, fonts.SANS, style.BODY)
        start = x + fonts.width(words, fonts.SANS, style.BODY) + 2 * mm
        paper.canvas.line(start, y - 0.6 * mm, x + room - 6 * mm, y - 0.6 * mm)
        x += room
