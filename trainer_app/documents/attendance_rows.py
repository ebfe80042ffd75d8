"""The attendance list of a training as columns, rows and totals: the same ones on paper and in every sheet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from trainer_app.documents.attended_words import attended_words, came_heading
from trainer_app.documents.list_columns import CENTRED, KINDS, masked_card, role_words, room, shares, titles
from trainer_app.documents.page import letterhead_pairs, training_pairs
from trainer_app.documents.sheet import Column, Kind, Lines, Row, Sheet, Value
from trainer_app.documents.two_labels import both, both_columns
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
from trainer_app.domain.attendance import (
    LETTERS,
    Register,
    RegisterDay,
    RegisterLine,
    Status,
    Totals,
    attended,
    totals,
)
from trainer_app.domain.list_forms import ATTENDANCE, PROPOSED, USUAL, Details, ListColumn, ListForm
from trainer_app.domain.people import Sex, masked_phone, shown_phone
from trainer_app.i18n import Catalog


class Variant(StrEnum):
    RECORDED = "recorded"  # what was marked
    BLANK = "blank"  # to be signed


LEAST_DAY = {Variant.RECORDED: 10.5, Variant.BLANK: 17.0}  # millimetres for a letter, or a signature


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


def chosen(register: Register, unmask: Collection[str], form: ListForm = USUAL) -> tuple[ListColumn, ...]:
    """The columns that the donor asked for, or those that are usual for what there is to show."""
    if form.columns:
        return form.columns
    *first, place, marks = PROPOSED[ATTENDANCE]
    at = first.index(ListColumn.ORGANISATION)
    card = (ListColumn.ID,) if Detail.ID in unmask else ()
    noted = (ListColumn.NOTE,) if has_notes(register) else ()
    return (*first[:at], *card, *first[at:], place, *noted, marks)


def columns(
    register: Register,
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    form: ListForm = USUAL,
    also: Catalog | None = None,
    variant: Variant = Variant.RECORDED,
) -> tuple[Column, ...]:
    """With their widths on paper. `also` is the second language of the labels."""
    if also is not None:
        others = columns(register, also, unmask, form, None, variant)
        return both_columns(columns(register, t, unmask, form, None, variant), others)
    wanted, words = chosen(register, unmask, form), titles(t)
    days = register.days if ListColumn.MARKS in wanted else ()
    widths, day = shares(wanted, len(days), LEAST_DAY[variant], room(form))
    found, width = list[Column](), iter(widths)
    for column in wanted:
        if column is ListColumn.MARKS:
            found += [day_column(t, one, day) for one in days]
        else:
            kind = KINDS.get(column, Kind.TEXT)
            found.append(Column(words[column], next(width), kind, centred=column in CENTRED))
    return tuple(found)


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
    form: ListForm = USUAL,
    whole: Register | None = None,
    letters: Mapping[Status, str] = LETTERS,
) -> Lines[RegisterLine]:
    """`whole` is the register of all days where this one holds some of them: what was attended is counted there."""
    wanted = chosen(register, unmask, form)
    said = _cells(register, t, variant, {*unmask, *form.shown_in_full}, whole or register)
    cells = [None if column is ListColumn.MARKS else said[column] for column in wanted]
    days = range(len(register.days))

    def row(line: RegisterLine) -> Row:
        found: list[Value] = []
        for cell in cells:
            if cell is None:
                found += [_shown(line, column, register, t, variant, letters) for column in days]
            else:
                found.append(cell(line))
        return tuple(found)

    return Lines(register.lines, row)


def _cells(
    register: Register, t: Catalog, variant: Variant, unmask: Collection[str], whole: Register
) -> dict[ListColumn, Callable[[RegisterLine], Value]]:
    """What each column says of a person."""
    phone = shown_phone if Detail.PHONE in unmask else masked_phone
    card = str if Detail.ID in unmask else masked_card
    sexes, nothing = sex_letters(t), Details()

    def of(line: RegisterLine) -> Details:
        return register.details.get(line.person_id, nothing)

    cells: dict[ListColumn, Callable[[RegisterLine], Value]] = {
        ListColumn.NUMBER: lambda line: as_number(line.number),
        ListColumn.NAME: lambda line: line.name,
        ListColumn.FAMILY: lambda line: of(line).family,
        ListColumn.GIVEN: lambda line: of(line).given,
        ListColumn.SEX: lambda line: sexes[line.sex],
        ListColumn.AGE: lambda line: age_letters(line.age),
        ListColumn.BIRTH: lambda line: of(line).birth_year,
        ListColumn.PHONE: lambda line: phone(line.phone),
        ListColumn.ID: lambda line: card(line.national_id),
        ListColumn.ORGANISATION: lambda line: line.organisation,
        ListColumn.ROLE: lambda line: role_words(of(line).role, t),
        ListColumn.OCCUPATION: lambda line: line.occupation,
        ListColumn.PLACE: lambda line: line.place,
        ListColumn.DISTRICT: lambda line: of(line).district,
        ListColumn.SECTOR: lambda line: of(line).sector,
        ListColumn.CELL: lambda line: of(line).cell,
        ListColumn.NOTE: lambda line: note(line, t),
    }
    if variant == Variant.BLANK:
        return cells | dict.fromkeys((ListColumn.TOTAL, ListColumn.SHARE), lambda _line: None)
    marks, rule = {line.person_id: line for line in whole.lines}, whole.rule
    return cells | {
        ListColumn.TOTAL: lambda line: sum(attended(cell, rule) for cell in marks[line.person_id].cells),
        ListColumn.SHARE: lambda line: marks[line.person_id].rate(rule),
    }


def _shown(
    line: RegisterLine, column: int, register: Register, t: Catalog, variant: Variant, letters: Mapping[Status, str]
) -> str:
    """The letter of a mark; nothing where one is to sign; "left 14/03" where nobody expects the person any more."""
    status = line.cells[column].status
    if status is not None and variant != Variant.BLANK:
        return letters[status]
    return left_words(line, t) if status is None and line.has_left(register.days[column]) else ""


def as_number(number: str) -> Value:
    """7 sorts before 12 in a sheet; "12b" stays as it is."""
    return int(number) if number.isdecimal() else number


def totals_heading(register: Register, t: Catalog, also: Catalog | None = None) -> tuple[str, ...]:
    if also is not None:
        return tuple(map(both, totals_heading(register, t), totals_heading(register, also)))
    days = (day_column(t, day, 0).title for day in register.days)
    return (came_heading(register.rule, t), t.gettext("Registered"), *days)


def totals_rows(
    register: Register, t: Catalog, variant: Variant = Variant.RECORDED, also: Catalog | None = None
) -> tuple[Row, ...]:
    """Who came, by sex and age group, and who did not: those registered, then each day.

    Those from outside the project and heads without a name come last, and are in no row above.
    """
    if also is not None:
        pairs = zip(totals_rows(register, t, variant), totals_rows(register, also, variant), strict=True)
        return tuple((both(str(row[0]), str(other[0])), *row[1:]) for row, other in pairs)
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
    form: ListForm = USUAL,
    also: Catalog | None = None,
) -> Sheet:
    return Sheet(
        marked(title(t, variant), t, register.head.is_sample),
        columns(register, t, unmask, form, also, variant),
        rows(register, t, variant, unmask, form),
        (
            *letterhead_pairs(t, register.head.letterhead),
            *training_pairs(t, register.head, register.days),
            (t.gettext("What counts"), attended_words(register.rule, t)),
        ),
        totals_heading(register, t, also),
        totals_rows(register, t, variant, also),
        frozen_columns=2,
    )
