"""The invitation list of a training: who is told, when, whether they come, and perhaps a signature."""

from __future__ import annotations

import io
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import fonts, style
from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.formats import PDF, format_of, write_sheet
from trainer_app.documents.grid import draw_table, pages_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import (
    Paper,
    draw_pairs,
    draw_title,
    foot_of,
    letterhead_pairs,
    rows_lost,
    training_pairs,
)
from trainer_app.documents.sheet import Column, Sheet
from trainer_app.documents.style import mm
from trainer_app.documents.words import marked, sex_letters
from trainer_app.domain.invitations import InvitationList, Invited, answers
from trainer_app.domain.people import masked_phone, shown_phone
from trainer_app.i18n import Catalog

HEAD_HEIGHT, ROW_HEIGHT = 11 * mm, 10 * mm
PAIRS, RUNNING_HEAD = 21 * mm, 8 * mm
FIRST_PAGE, FOLLOWING = 22, 24  # rows
MORE = 3  # empty rows, for those who are told on the way
YES = "x"  # for a bad photocopy too
Rows = list[tuple[str, ...]]


def columns(t: Catalog, signature: bool = True) -> tuple[Column, ...]:
    """186 mm: without signatures, names and groups get their room."""
    name, group = (44, 28) if signature else (58, 40)
    found = (
        Column(t.pgettext("number in the register", "No"), 9, centred=True),
        Column(t.gettext("Name"), name),
        Column(t.pgettext("heading of a narrow column", "Sex"), 11, centred=True),
        Column(t.gettext("Phone"), 26),
        Column(t.gettext("Cooperative or group"), group),
        Column(t.gettext("Told on"), 20),
        Column(t.pgettext("heading of a narrow column", "Comes"), 12, centred=True),
        Column(t.pgettext("heading of a narrow column", "Not"), 10, centred=True),
    )
    return (*found, Column(t.gettext("Signature"), 26)) if signature else found


def rows(told: InvitationList, t: Catalog, unmask: Collection[str] = frozenset(), signature: bool = True) -> Rows:
    """A row for each person; the last cell of it is for the pen."""
    sexes = sex_letters(t)
    shown = shown_phone if Detail.PHONE in unmask else masked_phone

    def row(line: Invited) -> tuple[str, ...]:
        told_on = t.date(line.told_on) if line.told_on else ""
        comes = (YES if line.comes is True else "", YES if line.comes is False else "")
        known = (line.number, line.name, sexes[line.sex], shown(line.phone), line.group, told_on, *comes)
        return (*known, "") if signature else known

    return [row(line) for line in told.lines]


def title(t: Catalog) -> str:
    return t.gettext("Invitation list")


def sheet(told: InvitationList, t: Catalog, unmask: Collection[str] = frozenset()) -> Sheet:
    """For a spreadsheet: nobody signs there."""
    return Sheet(
        marked(title(t), t, told.head.is_sample),
        columns(t, signature=False),
        rows(told, t, unmask, signature=False),
        preamble=(*letterhead_pairs(t, told.head.letterhead), *training_pairs(t, told.head, told.days)),
        frozen_columns=2,
    )


def write(
    told: InvitationList,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    unmask: Collection[str] = frozenset(),
    signature: bool = True,
    printed: date | None = None,
) -> Written:
    suffix, pages = format_of(path, t), 0
    with saving(path, t) as file:
        if suffix == PDF:
            pages = _draw(told, t, file, tick, unmask, signature, printed or date.today())
        else:
            write_sheet(sheet(told, t, unmask), t, suffix, file, tick)
    return Written(path, len(told.lines), pages)


def as_bytes(
    told: InvitationList,
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    signature: bool = True,
    printed: date | None = None,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(told, t, file, no_tick, unmask, signature, printed or date.today())
    return file.getvalue()


def _draw(
    told: InvitationList,
    t: Catalog,
    file: IO[bytes],
    tick: Tick,
    unmask: Collection[str],
    signature: bool,
    printed: date,
) -> int:
    heads = columns(t, signature)
    words = [*rows(told, t, unmask, signature), *[("",) * len(heads)] * MORE]
    lost = rows_lost(told.head, title(t), style.A4[0] - 2 * style.MARGIN_X, ROW_HEIGHT)
    pages = pages_of(len(words), FIRST_PAGE - lost, FOLLOWING)
    foot = foot_of(told.head, title(t), printed)
    paper = Paper(file, t, f"{title(t)}, {told.head.title}", foot, len(pages), style.A4)
    for page in pages:
        paper.begin()
        top = _draw_head(paper, told) if page.start == 0 else _draw_running_head(paper, told)
        some = words[page.start : page.stop]
        top = draw_table(paper.canvas, heads, some, paper.left, top, HEAD_HEIGHT, ROW_HEIGHT)
        if page.stop == len(words):
            _draw_count(paper, told, top)
        paper.end()
        tick(paper.number / len(pages))
    paper.save()
    return len(pages)


def _draw_head(paper: Paper, told: InvitationList) -> float:
    top = draw_title(paper, told.head, title(paper.t))
    draw_pairs(paper, top, training_pairs(paper.t, told.head, told.days))
    return top - PAIRS


def _draw_running_head(paper: Paper, told: InvitationList) -> float:
    words = f"{title(paper.t)}, {told.head.title} ({told.head.code})"
    size, lines = fonts.fitted(words, fonts.SEMIBOLD, paper.right - paper.left, style.ONE_LINE)
    fonts.draw(paper.canvas, paper.left, paper.top - 4.5 * mm, lines[0], fonts.SEMIBOLD, size)
    return paper.top - RUNNING_HEAD


def _draw_count(paper: Paper, told: InvitationList, top: float) -> None:
    size, lines = fonts.fitted(count(told, paper.t), fonts.SANS, paper.right - paper.left, style.ONE_LINE)
    fonts.draw(paper.canvas, paper.left, top - 6 * mm, lines[0], fonts.SANS, size)


def count(told: InvitationList, t: Catalog) -> str:
    """How far it is, as of the day it was printed."""
    coming, staying = answers(told.lines)
    words = t.ngettext("{told} of {total} person told", "{told} of {total} people told", len(told.lines))
    said = words.format(told=told.told, total=len(told.lines))
    answered = t.gettext("{coming} come, {staying} do not").format(coming=coming, staying=staying)
    return f"{said}, {answered}" if coming or staying else said
