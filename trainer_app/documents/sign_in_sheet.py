"""The sign-in sheet of one day: the numbers of the register, two signatures, and room for walk-ins."""

from __future__ import annotations

import io
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import fonts, style
from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.grid import draw_table, pages_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Pair, Paper, draw_pairs, draw_title, foot_of, rows_lost
from trainer_app.documents.sheet import Column
from trainer_app.documents.style import mm
from trainer_app.documents.two_labels import both, both_columns, both_pairs, said
from trainer_app.documents.words import sex_letters
from trainer_app.domain.attendance import Register, RegisterDay
from trainer_app.domain.people import masked_phone, shown_phone
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

HEAD_HEIGHT, ROW_HEIGHT = 9 * mm, 11 * mm
PAIRS, RUNNING_HEAD = 21 * mm, 8 * mm
FIRST_PAGE, FOLLOWING = 20, 22  # rows
WALK_INS = 5
TALLY_SHARES = (0.28, 0.28, 0.44)


def columns(t: Catalog) -> tuple[Column, ...]:
    return (
        Column(t.pgettext("number in the register", "No"), 9, centred=True),
        Column(t.gettext("Name"), 52),
        Column(t.pgettext("heading of a narrow column", "Sex"), 10, centred=True),
        Column(t.gettext("Phone"), 26),
        Column(t.gettext("Cooperative or group"), 33),
        Column(t.gettext("Signature, morning"), 28),
        Column(t.gettext("Signature, afternoon"), 28),
    )


def rows(register: Register, t: Catalog, unmask: Collection[str] = frozenset()) -> list[tuple[str, ...]]:
    """A row for each person, then empty ones for those who come unannounced."""
    sexes = sex_letters(t)
    shown = shown_phone if Detail.PHONE in unmask else masked_phone
    people = [
        (line.number, line.name, sexes[line.sex], shown(line.phone), line.organisation, "", "")
        for line in register.lines
    ]
    return [*people, *[("",) * 7] * WALK_INS]


def write(
    register: Register,
    day_number: int,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    unmask: Collection[str] = frozenset(),
    printed: date | None = None,
    also: Catalog | None = None,
) -> Written:
    """`also` is the second language of the labels."""
    format_of(path, t, (PDF,))
    day = day_of(register, day_number, t)
    with saving(path, t) as file:
        pages = _draw(register, day, t, file, tick, unmask, printed or date.today(), also)
    return Written(path, len(register.lines), pages)


def as_bytes(
    register: Register,
    day_number: int,
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    printed: date | None = None,
    also: Catalog | None = None,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    day = day_of(register, day_number, t)
    _draw(register, day, t, file, no_tick, unmask, printed or date.today(), also)
    return file.getvalue()


def day_of(register: Register, number: int, t: Catalog) -> RegisterDay:
    for day in register.days:
        if day.number == number:
            return day
    raise TrainerError(t.gettext("This training has no day {number}.").format(number=number), code="no_such_day")


def _draw(
    register: Register,
    day: RegisterDay,
    t: Catalog,
    file: IO[bytes],
    tick: Tick,
    unmask: Collection[str],
    printed: date,
    also: Catalog | None,
) -> int:
    words, heads = rows(register, t, unmask), columns(t)
    title = said(_title, t, also)
    heads = both_columns(heads, columns(also)) if also else heads
    lost = rows_lost(register.head, title, style.A4[0] - 2 * style.MARGIN_X, ROW_HEIGHT)
    pages = pages_of(len(words), FIRST_PAGE - lost, FOLLOWING)
    foot = foot_of(register.head, _title(t), printed)
    paper = Paper(file, t, f"{title}, {register.head.title}", foot, len(pages), style.A4)
    for page in pages:
        paper.begin()
        top = (
            _draw_head(paper, register, day, title, also)
            if page.start == 0
            else _draw_running_head(paper, register, day)
        )
        some = words[page.start : page.stop]
        top = draw_table(paper.canvas, heads, some, paper.left, top, HEAD_HEIGHT, ROW_HEIGHT)
        _draw_tally(paper, top, also)
        paper.end()
        tick(paper.number / len(pages))
    paper.save()
    return len(pages)


def _title(t: Catalog) -> str:
    return t.gettext("Sign-in sheet")


def _draw_head(paper: Paper, register: Register, day: RegisterDay, title: str, also: Catalog | None) -> float:
    top = draw_title(paper, register.head, title)
    pairs = _pairs(paper.t, register, day)
    draw_pairs(paper, top, both_pairs(pairs, _pairs(also, register, day)) if also else pairs)
    return top - PAIRS


def _pairs(t: Catalog, register: Register, day: RegisterDay) -> tuple[Pair, ...]:
    head = register.head
    return (
        (t.gettext("Training"), f"{head.title} ({head.code})"),
        (t.gettext("Group"), head.group),
        (t.gettext("Venue"), ", ".join(filter(None, (head.venue, head.place)))),
        (t.gettext("Day"), _day_words(t, register, day)),
        (t.gettext("Hours"), f"{day.starts:%H:%M}-{day.ends:%H:%M}"),
        (t.gettext("Trainers"), ", ".join(head.trainers)),
    )


def _day_words(t: Catalog, register: Register, day: RegisterDay) -> str:
    last = max(known.number for known in register.days)
    return t.gettext("{number} of {last}: {weekday} {date}").format(
        number=day.number, last=last, weekday=t.weekday(day.day), date=t.long_date(day.day)
    )


def _draw_running_head(paper: Paper, register: Register, day: RegisterDay) -> float:
    head = register.head
    words = f"{paper.t.gettext('Sign-in sheet')}, {paper.t.date(day.day)}, {head.title} ({head.code})"
    size, lines = fonts.fitted(words, fonts.SEMIBOLD, paper.right - paper.left, style.ONE_LINE)
    fonts.draw(paper.canvas, paper.left, paper.top - 4.5 * mm, lines[0], fonts.SEMIBOLD, size)
    return paper.top - RUNNING_HEAD


def _draw_tally(paper: Paper, top: float, also: Catalog | None) -> None:
    """Counted by hand before the page leaves the room."""
    x, y = paper.left, top - 7 * mm
    fields = _tally(paper.t)
    fields = tuple(map(both, fields, _tally(also))) if also else fields
    for words, share in zip(fields, TALLY_SHARES, strict=True):
        room = (paper.right - paper.left) * share
        size, lines = fonts.fitted(words, fonts.SANS, room * 0.66, ((style.BODY, 1), (style.LEAST, 2)))
        for number, line in enumerate(lines):
            up = (len(lines) - 1 - number) * style.leading(size)
            fonts.draw(paper.canvas, x, y + up, line, fonts.SANS, size)
        start = x + max(fonts.width(line, fonts.SANS, size) for line in lines) + 2 * mm
        paper.canvas.line(start, y - 0.6 * mm, x + room - 4 * mm, y - 0.6 * mm)
        x += room


def _tally(t: Catalog) -> tuple[str, ...]:
    return t.gettext("Women on this page"), t.gettext("Men on this page"), t.gettext("Signature of the trainer")
