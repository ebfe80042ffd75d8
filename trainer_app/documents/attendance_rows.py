"""The attendance list of a training as columns, rows and totals: the same ones on paper and in every sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from trainer_app.documents.attended_words import attended_words, came_heading
from trainer_app.documents.page import letterhead_pairs, training_pairs
from trainer_app.documents.sheet import Column, Kind, Lines, Row, Sheet, Value
from trainer_app.documents.words import (
    age_letters,
    age_words,
    left_words,
    marked,
    part_words,
    sex_letters,
    sex_words,
)
from trainer_app.domain.age_bands import UNKNOWN_AGE
from trainer_app.domain.attendance import LETTERS, Register, RegisterDay, RegisterLine, Status, Totals, totals
from trainer_app.domain.people import Sex, masked_phone, shown_phone
from trainer_app.i18n import Catalog

DAYS_ROOM = 98.0  # millimetres: five signatures of 19.6
WIDEST_DAY = 28.0
NOTE, NOTE_WITH_IDS = 24.0, 16.0


class Variant(StrEnum):
    RECORDED = "recorded"  # what was marked
    BLANK = "blank"  # to be signed


class Detail(StrEnum):
    """What is masked unless it is asked for."""

    PHONE = "phone"
    ID = "id"  # a column of its own, which is not there at all otherwise


def parts(register: Register, most: int) -> tuple[Register, ...]:
    """The register with at most so many days a part, as equal as can be; the people are the same in each."""
    days = len(register.days)
    count = max(1, -(-days // most))
    cuts = [days * n // count for n in range(count + 1)]
    return tuple(_with_days(register, slice(*cut)) for cut in pairwise(cuts))


def _with_days(register: Register, days: slice) -> Register:
    if days == slice(0, len(register.days)):
        return register
    lines = tuple(replace(line, cells=line.cells[days]) for line in register.lines)
    return replace(register, days=register.days[days], lines=lines, heads=register.heads[days])


def title(t: Catalog, variant: Variant) -> str:
    if variant == Variant.BLANK:
        return t.gettext("Attendance list to sign")
    return t.gettext("Attendance list")


def columns(register: Register, t: Catalog, unmask: Collection[str] = frozenset()) -> tuple[Column, ...]:
    room, count = DAYS_ROOM, len(register.days)
    day_width = min(room / count, WIDEST_DAY) if count else 0
    spare = room - count * day_width
    with_ids, noted = Detail.ID in unmask, has_notes(register)
    name, organisation, place = (42, 20, 18) if with_ids else (52, 32, 28)
    if noted:
        name, organisation, place = (36, 14, 14) if with_ids else (46, 22, 20)
    return (
        Column(t.pgettext("number in the register", "No"), 9, Kind.NUMBER, centred=True),
        Column(t.gettext("Name"), name + spare),
        Column(t.pgettext("heading of a narrow column", "Sex"), 11, centred=True),
        Column(t.pgettext("age group", "Age"), 13, centred=True),
        Column(t.gettext("Phone"), 30),
        *((Column(t.gettext("Identity card"), 32),) if with_ids else ()),
        Column(t.gettext("Organisation"), organisation),
        Column(t.gettext("Sector, cell"), place),
        *((Column(t.gettext("Note"), NOTE_WITH_IDS if with_ids else NOTE),) if noted else ()),
        *(day_column(t, day, day_width) for day in register.days),
    )


def day_column(t: Catalog, day: RegisterDay, width: float) -> Column:
    """The year stands above the list; on paper the column needs only day and month, or which half of the day."""
    if day.part:
        part = part_words(day, t)
        return Column(f"{t.date(day.day)} {part}", width, centred=True, short=f"{day.day:%d/%m} {part}")
    words = t.gettext("Day {number} {date}")
    full = words.format(number=day.number, date=t.date(day.day))
    return Column(full, width, centred=True, short=words.format(number=day.number, date=f"{day.day:%d/%m}"))


def has_notes(register: Register) -> bool:
    """Whether something is to be said of somebody on the register: only then it has a column for that."""
    return any(line.left_on or line.replaces or line.outsider or line.leads for line in register.lines)


def note(line: RegisterLine, t: Catalog) -> str:
    """Why a person is not counted like the others, and whose place they took."""
    parts = [t.gettext("leads the training")] if line.leads else []
    parts += [t.gettext("from outside the project")] if line.outsider else []
    parts += [t.gettext("in place of {name}").format(name=line.replaces)] if line.replaces else []
    parts += [left_words(line, t, with_year=True)] if line.left_on else []
    return ", ".join(parts)


def heading(register: Register, t: Catalog) -> tuple[str, ...]:
    return tuple(column.title for column in columns(register, t))


def rows(
    register: Register,
    t: Catalog,
    variant: Variant = Variant.RECORDED,
    unmask: Collection[str] = frozenset(),
) -> Lines[RegisterLine]:
    shown = shown_phone if Detail.PHONE in unmask else masked_phone
    sexes = sex_letters(t)
    noted = has_notes(register)

    def row(line: RegisterLine) -> Row:
        marks = [_shown(line, column, register, t, variant) for column in range(len(register.days))]
        who = (as_number(line.number), line.name, sexes[line.sex], age_letters(line.age))
        card = (line.national_id,) if Detail.ID in unmask else ()
        return (
            *who,
            shown(line.phone),
            *card,
            line.organisation,
            line.place,
            *((note(line, t),) if noted else ()),
            *marks,
        )

    return Lines(register.lines, row)


def _shown(line: RegisterLine, column: int, register: Register, t: Catalog, variant: Variant) -> str:
    """The letter of a mark; nothing where one is to sign; "left 14/03" where nobody expects the person any more."""
    status = line.cells[column].status
    if status is not None and variant != Variant.BLANK:
        return LETTERS[status]
    return left_words(line, t) if status is None and line.has_left(register.days[column]) else ""


def as_number(number: str) -> Value:
    """7 sorts before 12 in a sheet; "12b" stays as it is."""
    return int(number) if number.isdecimal() else number


def totals_heading(register: Register, t: Catalog) -> tuple[str, ...]:
    days = (day_column(t, day, 0).title for day in register.days)
    return (came_heading(register.rule, t), t.gettext("Registered"), *days)


def totals_rows(register: Register, t: Catalog, variant: Variant = Variant.RECORDED) -> tuple[Row, ...]:
    """Who came, by sex and age group, and who did not: those registered, then each day.

    Those from outside the project and heads without a name come last, and are in no row above.
    """
    days = [totals(register, column) for column in range(len(register.days))]
    own = [line for line in register.lines if not line.leads and not line.outsider]
    sexes = [sex for sex in Sex if sex != Sex.UNKNOWN or any(line.sex == sex for line in own)]
    unknown = any(line.age == UNKNOWN_AGE for line in own)
    ages = (*register.bands, UNKNOWN_AGE) if unknown else register.bands
    table: list[Row] = [(t.gettext("Total"), len(own), *(day.came for day in days))]
    for sex in sexes:
        registered = sum(line.sex == sex for line in own)
        table.append((sex_words(t)[sex], registered, *(day.came_by_sex[sex] for day in days)))
    for age in ages:
        registered = sum(line.age == age for line in own)
        table.append((age_words(age, t), registered, *(day.came_by_age[age] for day in days)))
    if variant == Variant.BLANK:
        return tuple((row[0], *[""] * (len(row) - 1)) for row in table)
    return (*table, *_others(register, t, days))


def _others(register: Register, t: Catalog, days: list[Totals]) -> Iterator[Row]:
    yield t.gettext("Absent"), "", *(day.by_status[Status.ABSENT] for day in days)
    if not register.rule.late_counts:
        yield t.gettext("Late"), "", *(day.by_status[Status.LATE] for day in days)
    if any(day.too_short for day in days):
        yield t.gettext("Stayed too short"), "", *(day.too_short for day in days)
    yield t.gettext("Excused"), "", *(day.by_status[Status.EXCUSED] for day in days)
    yield t.gettext("Not marked"), "", *(day.unmarked for day in days)
    if any(day.outsiders for day in days):
        yield t.gettext("From outside the project"), days[0].outsiders, *(day.outsiders_came for day in days)
    if any(day.heads.all for day in days):
        yield t.gettext("Came, names not known"), "", *(day.heads.all for day in days)
        yield t.gettext("of them women"), "", *(day.heads.women for day in days)
        yield t.gettext("of them men"), "", *(day.heads.men for day in days)


def sheet(
    register: Register,
    t: Catalog,
    variant: Variant = Variant.RECORDED,
    unmask: Collection[str] = frozenset(),
) -> Sheet:
    return Sheet(
        marked(title(t, variant), t, register.head.is_sample),
        columns(register, t, unmask),
        rows(register, t, variant, unmask),
        (
            *letterhead_pairs(t, register.head.letterhead),
            *training_pairs(t, register.head, register.days),
            (t.gettext("What counts"), attended_words(register.rule, t)),
        ),
        totals_heading(register, t),
        totals_rows(register, t, variant),
        frozen_columns=2,
    )
