"""The list of people as a sheet or on paper: a deliberate export, with phones masked unless asked for."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO
from uuid import UUID

from trainer_app.documents import sheet_paper, style
from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.formats import PDF, format_of, write_sheet
from trainer_app.documents.list_columns import (
    CENTRED,
    KINDS,
    masked_card,
    refuse_what_does_not_fit,
    role_words,
    room,
    shares,
    titles,
)
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot, letterhead_pairs
from trainer_app.documents.sheet import Column, Kind, Lines, Row, Sheet, Value
from trainer_app.documents.two_labels import both, both_columns
from trainer_app.documents.words import marked, sex_letters
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.domain.list_forms import NO_DETAILS, USUAL_PEOPLE, Details, ListColumn, ListForm
from trainer_app.domain.people import PersonLine, masked_phone, shown_phone
from trainer_app.i18n import Catalog


def columns(
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    form: ListForm = USUAL_PEOPLE,
    also: Catalog | None = None,
) -> tuple[Column, ...]:
    """`also` is the second language of the labels."""
    if also is not None:
        return both_columns(columns(t, unmask, form), columns(also, unmask, form))
    return _asked_for(t, form) if form.columns else _usual(t, unmask)


def _asked_for(t: Catalog, form: ListForm) -> tuple[Column, ...]:
    """As a donor wants them, as wide as the paper lets them be."""
    words = titles(t) | {ListColumn.ORGANISATION: t.gettext("Groups"), ListColumn.PLACE: t.gettext("Place")}
    widths, _day = shares(form.columns, 0, 0.0, room(form))
    return tuple(
        Column(words[column], width, KINDS.get(column, Kind.TEXT), centred=column in CENTRED)
        for column, width in zip(form.columns, widths, strict=True)
    )


def _usual(t: Catalog, unmask: Collection[str]) -> tuple[Column, ...]:
    with_ids = Detail.ID in unmask
    name, groups, place = (62, 50, 48) if with_ids else (72, 64, 56)
    return (
        Column(t.gettext("Code"), 24),
        Column(t.gettext("Name"), name),
        Column(t.pgettext("heading of a narrow column", "Sex"), 11, centred=True),
        Column(t.gettext("Born"), 14, Kind.NUMBER, centred=True),
        Column(t.gettext("Phone"), 32),
        *((Column(t.gettext("Identity card"), 32),) if with_ids else ()),
        Column(t.gettext("Groups"), groups),
        Column(t.gettext("Place"), place),
    )


def rows(
    lines: Sequence[PersonLine],
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    form: ListForm = USUAL_PEOPLE,
    details: Mapping[UUID, Details] = NO_DETAILS,
) -> Lines[PersonLine]:
    if form.columns:
        cells = _cells(t, {*unmask, *form.shown_in_full}, details)
        wanted = [cells[column] for column in form.columns]

        def asked(line: PersonLine) -> Row:
            return tuple(cell(line) for cell in wanted)

        return Lines(lines, asked)
    shown = shown_phone if Detail.PHONE in unmask else masked_phone
    sexes = sex_letters(t)

    def row(line: PersonLine) -> Row:
        return (
            line.code,
            line.name,
            sexes[line.sex],
            line.birth_year,
            shown(line.phone),
            *((line.national_id,) if Detail.ID in unmask else ()),
            line.groups,
            line.place,
        )

    return Lines(lines, row)


def _cells(
    t: Catalog, unmask: Collection[str], details: Mapping[UUID, Details]
) -> dict[ListColumn, Callable[[PersonLine], Value]]:
    """What each column says of a person."""
    phone = shown_phone if Detail.PHONE in unmask else masked_phone
    card = str if Detail.ID in unmask else masked_card
    sexes, nothing = sex_letters(t), Details()

    def of(line: PersonLine) -> Details:
        return details.get(line.id, nothing)

    return {
        ListColumn.CODE: lambda line: line.code,
        ListColumn.NAME: lambda line: line.name,
        ListColumn.FAMILY: lambda line: of(line).family,
        ListColumn.GIVEN: lambda line: of(line).given,
        ListColumn.SEX: lambda line: sexes[line.sex],
        ListColumn.BIRTH: lambda line: line.birth_year,
        ListColumn.PHONE: lambda line: phone(line.phone),
        ListColumn.ID: lambda line: card(line.national_id),
        ListColumn.ORGANISATION: lambda line: line.groups,
        ListColumn.ROLE: lambda line: role_words(of(line).role, t),
        ListColumn.OCCUPATION: lambda line: of(line).occupation,
        ListColumn.PLACE: lambda line: line.place,
        ListColumn.DISTRICT: lambda line: of(line).district,
        ListColumn.SECTOR: lambda line: of(line).sector,
        ListColumn.CELL: lambda line: of(line).cell,
    }


def sheet(
    lines: Sequence[PersonLine],
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    is_sample: bool = False,
    letterhead: Letterhead = NONE,
    form: ListForm = USUAL_PEOPLE,
    also: Catalog | None = None,
    details: Mapping[UUID, Details] = NO_DETAILS,
) -> Sheet:
    title, about = marked(t.gettext("List of people"), t, is_sample), letterhead_pairs(t, letterhead)
    found = rows(lines, t, unmask, form, details)
    return Sheet(title, columns(t, unmask, form, also), found, about, frozen_columns=2)


def write(
    lines: Sequence[PersonLine],
    t: Catalog,
    path: Path,
    unmask: Collection[str] = frozenset(),
    tick: Tick = no_tick,
    printed: date | None = None,
    is_sample: bool = False,
    letterhead: Letterhead = NONE,
    form: ListForm = USUAL_PEOPLE,
    also: Catalog | None = None,
    details: Mapping[UUID, Details] = NO_DETAILS,
) -> Written:
    """`form` is how a donor wants it, and `details` what it shows beyond the usual columns."""
    suffix, pages = format_of(path, t), 0
    with saving(path, t) as file:
        if suffix == PDF:
            foot = Foot(t.gettext("List of people"), printed or date.today(), is_sample, letterhead)
            own = sheet(lines, t, unmask, form=form, also=also, details=details)
            pages = _draw(own, t, file, tick, foot, form, also)
        else:
            own = sheet(lines, t, unmask, is_sample, letterhead, form, also, details)
            write_sheet(own, t, suffix, file, tick)
    return Written(path, len(lines), pages)


def as_bytes(
    lines: Sequence[PersonLine],
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    printed: date | None = None,
    is_sample: bool = False,
    letterhead: Letterhead = NONE,
    form: ListForm = USUAL_PEOPLE,
    also: Catalog | None = None,
    details: Mapping[UUID, Details] = NO_DETAILS,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    foot = Foot(t.gettext("List of people"), printed or date.today(), is_sample, letterhead)
    own = sheet(lines, t, unmask, form=form, also=also, details=details)
    _draw(own, t, file, no_tick, foot, form, also)
    return file.getvalue()


def _draw(own: Sheet, t: Catalog, file: IO[bytes], tick: Tick, foot: Foot, form: ListForm, also: Catalog | None) -> int:
    people = len(own.rows)
    refuse_what_does_not_fit(form.columns, 0.0, form, t)
    empty: Row = ("",) * len(own.columns)
    shown = replace(
        own,
        title=both(own.title, also.gettext("List of people")) if also else own.title,
        rows=[*own.rows, *[empty] * form.empty] if form.empty else own.rows,
    )
    count = t.ngettext("{count} person", "{count} people", people).format(count=t.number(people))
    return sheet_paper.draw(shown, count, t, file, tick, foot, style.A4 if form.is_upright else style.LANDSCAPE)
