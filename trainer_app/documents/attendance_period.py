"""Attendance of several trainings as one table: a row for each person and session, for whoever adds lists up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.formats import SHEETS, format_of, write_sheet
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.sheet import Column, Kind, Row, Sheet
from trainer_app.documents.words import age_letters, sex_letters, status_words
from trainer_app.domain.attendance import Register
from trainer_app.domain.people import masked_phone, shown_phone
from trainer_app.i18n import Catalog


def columns(t: Catalog) -> tuple[Column, ...]:
    return (
        Column(t.gettext("Date"), 20, Kind.DATE),
        Column(t.gettext("Training"), 24),
        Column(t.gettext("Title"), 60),
        Column(t.gettext("Group"), 40),
        Column(t.gettext("Place"), 40),
        Column(t.pgettext("number in the register", "No"), 10),
        Column(t.gettext("Name"), 60),
        Column(t.gettext("Sex"), 11),
        Column(t.pgettext("age group", "Age"), 13),
        Column(t.gettext("Phone"), 30),
        Column(t.gettext("Attendance"), 24),
    )


def rows(
    registers: Sequence[Register],
    t: Catalog,
    first: date | None = None,
    last: date | None = None,
    unmask: Collection[str] = frozenset(),
) -> Iterator[Row]:
    """Sessions outside the days are left out, and so are people without a mark."""
    shown = shown_phone if Detail.PHONE in unmask else masked_phone
    sexes, ages, words = sex_letters(t), age_letters(), status_words(t)
    for register in registers:
        head = register.head
        for column, day in enumerate(register.days):
            if day.day < (first or day.day) or day.day > (last or day.day):
                continue
            for line in register.lines:
                if status := line.cells[column].status:
                    yield (
                        day.day, head.code, head.title, head.group, head.place, line.number, line.name,
                        sexes[line.sex], ages[line.age], shown(line.phone), words[status],
                    )  # fmt: skip


def write(
    registers: Sequence[Register],
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    *,
    first: date | None = None,
    last: date | None = None,
    unmask: Collection[str] = frozenset(),
) -> Written:
    suffix = format_of(path, t, SHEETS)
    found = list(rows(registers, t, first, last, unmask))
    with saving(path, t) as file:
        write_sheet(Sheet(t.gettext("Attendance"), columns(t), found), t, suffix, file, tick)
    return Written(path, len(found))
