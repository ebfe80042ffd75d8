"""Every mark of many trainings between two days, one row each: the evidence behind a report."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trainer_app.documents import sheet_paper
from trainer_app.documents.attendance_rows import Detail, as_number
from trainer_app.documents.attended_words import attended_words, came_heading
from trainer_app.documents.formats import PDF, format_of, write_sheet
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot, letterhead_pairs
from trainer_app.documents.sheet import Column, Kind, Lines, Row, Sheet
from trainer_app.documents.words import age_letters, sex_letters, sex_words
from trainer_app.domain.attendance import LETTERS, Register, RegisterLine, Status, TrainingHead, attended
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.domain.people import Sex, masked_phone, shown_phone
from trainer_app.domain.rules import USUAL
from trainer_app.i18n import Catalog


@dataclass(frozen=True, slots=True)
class DatedMark:
    head: TrainingHead
    day: date
    line: RegisterLine
    status: Status
    attended: bool


def marks(registers: Sequence[Register], first: date | None = None, last: date | None = None) -> list[DatedMark]:
    """Training by training, day by day, in the order of the register; what was not marked is left out."""
    return [mark for register in registers for mark in _marks_of(register, first or date.min, last or date.max)]


def _marks_of(register: Register, first: date, last: date) -> Iterator[DatedMark]:
    for column, day in enumerate(register.days):
        if first <= day.day <= last:
            for line in register.lines:
                cell = line.cells[column]
                if cell.status is not None and not line.leads:
                    yield DatedMark(register.head, day.day, line, cell.status, attended(cell, register.rule))


def columns(t: Catalog) -> tuple[Column, ...]:
    return (
        Column(t.gettext("Training"), 44),
        Column(t.gettext("Group"), 30),
        Column(t.gettext("Day"), 19, Kind.DATE),
        Column(t.pgettext("number in the register", "No"), 9, Kind.NUMBER, centred=True),
        Column(t.gettext("Name"), 50),
        Column(t.pgettext("heading of a narrow column", "Sex"), 10, centred=True),
        Column(t.pgettext("age group", "Age"), 12, centred=True),
        Column(t.gettext("Phone"), 26),
        Column(t.gettext("Organisation"), 30),
        Column(t.gettext("Sector, cell"), 28),
        Column(t.pgettext("present, absent, late or excused", "Mark"), 15, centred=True),
    )


def rows(found: Sequence[DatedMark], t: Catalog, unmask: Collection[str] = frozenset()) -> Lines[DatedMark]:
    shown = shown_phone if Detail.PHONE in unmask else masked_phone
    sexes = sex_letters(t)

    def row(mark: DatedMark) -> Row:
        line, head = mark.line, mark.head
        where = (f"{head.title} ({head.code})", head.group, mark.day)
        who = (as_number(line.number), line.name, sexes[line.sex], age_letters(line.age), shown(line.phone))
        return (*where, *who, line.organisation, line.place, LETTERS[mark.status])

    return Lines(found, row)


def totals_rows(found: Sequence[DatedMark], t: Catalog, heads: int = 0) -> tuple[Row, ...]:
    """Who came: each time, and each person once. Those from outside and heads without a name in rows of their own."""
    everybody = [mark.line for mark in found if mark.attended]
    came = [line for line in everybody if not line.outsider]
    outside = [line for line in everybody if line.outsider]
    sexes = [sex for sex in Sex if sex != Sex.UNKNOWN or any(line.sex == sex for line in came)]
    by_sex = [(sex_words(t)[sex], [line for line in came if line.sex == sex]) for sex in sexes]
    named = [(t.gettext("Total"), came), *by_sex]
    named += [(t.gettext("From outside the project"), outside)] if outside else []
    counted: list[Row] = [(words, len(lines), len({line.person_id for line in lines})) for words, lines in named]
    counted += [(t.gettext("Came, names not known"), heads, "")] if heads else []
    return tuple(counted)


def heads_between(registers: Sequence[Register], first: date | None = None, last: date | None = None) -> int:
    """How many came in these days whose names nobody has."""
    return sum(
        register.heads_on(column).all
        for register in registers
        for column, day in enumerate(register.days)
        if (first or date.min) <= day.day <= (last or date.max)
    )


def sheet(
    registers: Sequence[Register],
    t: Catalog,
    first: date | None = None,
    last: date | None = None,
    unmask: Collection[str] = frozenset(),
    letterhead: Letterhead = NONE,
) -> Sheet:
    found = marks(registers, first, last)
    rule = registers[0].rule if registers else USUAL
    heading = (came_heading(rule, t), t.gettext("Attendances"), t.gettext("People, each once"))
    return Sheet(
        t.gettext("Attendance"),
        columns(t),
        rows(found, t, unmask),
        (
            *letterhead_pairs(t, letterhead),
            (t.gettext("Period"), period(t, first, last)),
            (t.gettext("What counts"), attended_words(rule, t)),
        ),
        heading,
        totals_rows(found, t, heads_between(registers, first, last)),
        note=attended_words(rule, t),
    )


def period(t: Catalog, first: date | None, last: date | None) -> str:
    if first and last:
        return t.gettext("{first} to {last}").format(first=t.date(first), last=t.date(last))
    if first:
        return t.gettext("From {day}").format(day=t.date(first))
    return t.gettext("Until {day}").format(day=t.date(last)) if last else t.gettext("All days")


def write(
    registers: Sequence[Register],
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    first: date | None = None,
    last: date | None = None,
    unmask: Collection[str] = frozenset(),
    printed: date | None = None,
    letterhead: Letterhead = NONE,
) -> Written:
    suffix, pages = format_of(path, t), 0
    own = sheet(registers, t, first, last, unmask, letterhead)
    with saving(path, t) as file:
        if suffix == PDF:
            foot = Foot(own.title, printed or date.today(), letterhead=letterhead)
            pages = sheet_paper.draw(own, period(t, first, last), t, file, tick, foot)
        else:
            write_sheet(own, t, suffix, file, tick)
    return Written(path, len(own.rows), pages)
