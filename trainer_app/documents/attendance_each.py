"""The attendance lists of many trainings at once, as a coordinator hands them in at the end of the month.

One file for each training in a folder, one workbook with a page for each, or one PDF with all of them. Before the
lists stands an overview: a line a training, so that whoever gets a hundred lists sees what is in them.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import attendance_list, pdf_pages, sheet_paper
from trainer_app.documents.attendance_period import heads_between, marks, period, totals_rows
from trainer_app.documents.attendance_rows import Variant, sheet
from trainer_app.documents.attended_words import attended_words, came_heading
from trainer_app.documents.formats import LISTS, PDF, WORKBOOKS, format_of, write_book, write_sheet
from trainer_app.documents.output import Names, Tick, Written, filling, no_tick, parts_of, saving
from trainer_app.documents.page import Foot
from trainer_app.documents.sheet import Column, Kind, Row, Sheet
from trainer_app.documents.words import marked, sex_words
from trainer_app.domain.attendance import Register, attended, totals
from trainer_app.domain.list_forms import USUAL as USUAL_FORM
from trainer_app.domain.list_forms import ListForm
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import USUAL, Attended
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

ONE_FILE = (*WORKBOOKS, PDF)


@dataclass(frozen=True, slots=True)
class Lists:
    """Which trainings, of which days, and what their lists show."""

    registers: tuple[Register, ...]
    first: date | None = None
    last: date | None = None
    unmask: frozenset[str] = frozenset()
    variant: Variant = Variant.RECORDED
    form: ListForm = USUAL_FORM
    """Which columns, in which order: as a donor wants its lists."""

    @property
    def shown_in_full(self) -> frozenset[str]:
        """What the lists tell of people without hiding a part of it: as it was asked for, and as the form wants it."""
        return self.unmask | self.form.shown_in_full

    @property
    def is_sample(self) -> bool:
        return any(register.head.is_sample for register in self.registers)


def title(t: Catalog) -> str:
    return t.gettext("Attendance lists")


def within(register: Register, first: date | None, last: date | None) -> Register:
    """The register with the sessions of these days only. The people are the same."""
    kept = [n for n, day in enumerate(register.days) if (first or date.min) <= day.day <= (last or date.max)]
    if len(kept) == len(register.days):
        return register
    lines = tuple(replace(line, cells=tuple(line.cells[n] for n in kept)) for line in register.lines)
    heads = tuple(register.heads[n] for n in kept) if register.heads else ()
    return replace(register, days=tuple(register.days[n] for n in kept), lines=lines, heads=heads)


def chosen(
    registers: Sequence[Register],
    first: date | None = None,
    last: date | None = None,
    unmask: Collection[str] = frozenset(),
    variant: Variant = Variant.RECORDED,
    form: ListForm = USUAL_FORM,
) -> Lists:
    """The lists of these days; a training without a session in them has none."""
    cut = (within(register, first, last) for register in registers)
    return Lists(tuple(register for register in cut if register.days), first, last, frozenset(unmask), variant, form)


def overview(lists: Lists, t: Catalog, files: Sequence[str] = ()) -> Sheet:
    """A line a training: how many were registered, how many came, what is not marked yet. `files`: where its list is.

    People from outside the project and heads without a name are in columns of their own.
    """
    rule = _rule(lists)
    sexes = sex_words(t)
    outside = t.pgettext("heading of a narrow column", "From outside")
    nameless = t.pgettext("heading of a narrow column", "Without name")
    columns = (
        Column(t.gettext("Code"), 20),
        Column(t.gettext("Training"), 40),
        Column(t.gettext("Group"), 32),
        Column(t.gettext("First day"), 19, Kind.DATE),
        Column(t.gettext("Last day"), 19, Kind.DATE),
        Column(t.gettext("Sessions"), 15, Kind.NUMBER, centred=True),
        Column(t.gettext("Registered"), 16, Kind.NUMBER, centred=True),
        Column(came_heading(rule, t), 18, Kind.NUMBER, centred=True),
        Column(sexes[Sex.FEMALE], 13, Kind.NUMBER, centred=True),
        Column(sexes[Sex.MALE], 13, Kind.NUMBER, centred=True),
        Column(t.gettext("Attendances"), 17, Kind.NUMBER, centred=True),
        Column(t.gettext("Not marked"), 15, Kind.NUMBER, centred=True),
        Column(t.gettext("From outside the project"), 18, Kind.NUMBER, centred=True, short=outside),
        Column(t.gettext("Came, names not known"), 18, Kind.NUMBER, centred=True, short=nameless),
        *((Column(t.gettext("File"), 60),) if files else ()),
    )
    rows = [_overview_row(register) for register in lists.registers]
    if files:
        rows = [(*row, name) for row, name in zip(rows, files, strict=True)]
    found = marks(lists.registers, lists.first, lists.last)
    return Sheet(
        marked(t.pgettext("page of a workbook", "Overview"), t, lists.is_sample),
        columns,
        rows,
        (
            (t.gettext("Period"), period(t, lists.first, lists.last)),
            (t.gettext("What counts"), attended_words(rule, t)),
        ),
        (came_heading(rule, t), t.gettext("Attendances"), t.gettext("People, each once")),
        totals_rows(found, t, heads_between(lists.registers, lists.first, lists.last)),
        frozen_columns=2,
        note=attended_words(rule, t),
    )


def _overview_row(register: Register) -> Row:
    head, rule = register.head, register.rule
    own = [line for line in register.lines if not line.leads and not line.outsider]
    outside = [line for line in register.lines if line.outsider and not line.leads]
    came = [line for line in own if any(attended(cell, rule) for cell in line.cells)]
    days = [totals(register, column) for column in range(len(register.days))]
    return (
        head.code,
        head.title,
        head.group,
        register.days[0].day,
        register.days[-1].day,
        len(register.days),
        len(own),
        len(came),
        sum(line.sex is Sex.FEMALE for line in came),
        sum(line.sex is Sex.MALE for line in came),
        sum(day.came for day in days),
        sum(day.unmarked for day in days),
        sum(any(attended(cell, rule) for cell in line.cells) for line in outside),
        sum(day.heads.all for day in days),
    )


def write(lists: Lists, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None) -> Written:
    """One file: a workbook with a page for each training, or a PDF with one list after the other."""
    _refuse_nothing(lists, t)
    suffix, pages = format_of(path, t, ONE_FILE), 0
    if suffix == PDF:
        whole = pdf_pages.joined(_papers(lists, t, tick, printed or date.today()))
        pages = pdf_pages.count(whole)
        with saving(path, t) as file:
            file.write(whole)
    else:
        first = overview(lists, t)
        pages_of_book = [first, *(_page(register, lists, t) for register in lists.registers)]
        with saving(path, t) as file:
            write_book(pages_of_book, t.pgettext("page of a workbook", "About"), first.about, suffix, file, tick)
    return Written(path, _people(lists), pages)


def write_each(
    lists: Lists, t: Catalog, folder: Path, suffix: str, tick: Tick = no_tick, printed: date | None = None
) -> list[Written]:
    """A file for each training and one with the overview: all of them, or none."""
    _refuse_nothing(lists, t)
    ending = format_of(Path(f"list{suffix}"), t, LISTS)
    names, day = Names(), printed or date.today()
    files = [names.give(_file_title(register, t), ending) for register in lists.registers]
    first = names.give(marked(title(t), t, lists.is_sample), ending)
    ticks = parts_of(tick, [max(1, len(register.lines)) for register in lists.registers])
    written: list[Written] = []
    with filling(folder, t) as draft:
        for register, name, part in zip(lists.registers, files, ticks, strict=True):
            made = attendance_list.write(register, t, draft / name, part, lists.variant, lists.unmask, day, lists.form)
            written.append(replace(made, path=folder / name))
        written.append(replace(_write_overview(lists, t, draft / first, files, day), path=folder / first))
    tick(1)
    return written


def _write_overview(lists: Lists, t: Catalog, path: Path, files: Sequence[str], day: date) -> Written:
    suffix, pages = path.suffix, 0
    with saving(path, t) as file:
        if suffix == PDF:
            pages = _draw_overview(lists, t, file, day)
        else:
            write_sheet(overview(lists, t, files), t, suffix, file, no_tick)
    return Written(path, len(lists.registers), pages)


def _draw_overview(lists: Lists, t: Catalog, file: IO[bytes], day: date) -> int:
    own = overview(lists, t)
    words = period(t, lists.first, lists.last)
    named = replace(own, title=marked(title(t), t, lists.is_sample))
    return sheet_paper.draw(named, words, t, file, no_tick, Foot(named.title, day, lists.is_sample))


def _papers(lists: Lists, t: Catalog, tick: Tick, day: date) -> Iterator[bytes]:
    """The overview, then the list of each training with its own page numbers: each is signed by itself."""
    first = io.BytesIO()
    _draw_overview(lists, t, first, day)
    yield first.getvalue()
    for number, register in enumerate(lists.registers, start=1):
        yield attendance_list.as_bytes(register, t, lists.variant, lists.unmask, day, lists.form)
        tick(number / len(lists.registers))


def _page(register: Register, lists: Lists, t: Catalog) -> Sheet:
    """A page of the workbook is named by its training."""
    return replace(
        sheet(register, t, lists.variant, lists.unmask, lists.form), title=f"{register.head.code} {register.head.title}"
    )


def _file_title(register: Register, t: Catalog) -> str:
    head = register.head
    return marked(f"{head.code} {head.title}, {head.group}".removesuffix(", "), t, head.is_sample)


def _people(lists: Lists) -> int:
    return sum(len(register.lines) for register in lists.registers)


def _rule(lists: Lists) -> Attended:
    return lists.registers[0].rule if lists.registers else USUAL


def _refuse_nothing(lists: Lists, t: Catalog) -> None:
    if not lists.registers:
        raise TrainerError(t.gettext("No training has a session in these days. Choose other days."), code="nothing")
