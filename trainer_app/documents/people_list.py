"""The list of people as a sheet or on paper: a deliberate export, with phones masked unless asked for."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import sheet_paper
from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.formats import PDF, format_of, write_sheet
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot, letterhead_pairs
from trainer_app.documents.sheet import Column, Kind, Lines, Row, Sheet
from trainer_app.documents.words import marked, sex_letters
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.domain.people import PersonLine, masked_phone, shown_phone
from trainer_app.i18n import Catalog


def columns(t: Catalog, unmask: Collection[str] = frozenset()) -> tuple[Column, ...]:
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


def rows(lines: Sequence[PersonLine], t: Catalog, unmask: Collection[str] = frozenset()) -> Lines[PersonLine]:
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


def sheet(
    lines: Sequence[PersonLine],
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    is_sample: bool = False,
    letterhead: Letterhead = NONE,
) -> Sheet:
    title, about = marked(t.gettext("List of people"), t, is_sample), letterhead_pairs(t, letterhead)
    return Sheet(title, columns(t, unmask), rows(lines, t, unmask), about, frozen_columns=2)


def write(
    lines: Sequence[PersonLine],
    t: Catalog,
    path: Path,
    unmask: Collection[str] = frozenset(),
    tick: Tick = no_tick,
    printed: date | None = None,
    is_sample: bool = False,
    letterhead: Letterhead = NONE,
) -> Written:
    suffix, pages = format_of(path, t), 0
    with saving(path, t) as file:
        if suffix == PDF:
            foot = Foot(t.gettext("List of people"), printed or date.today(), is_sample, letterhead)
            pages = _draw(sheet(lines, t, unmask), t, file, tick, foot)
        else:
            write_sheet(sheet(lines, t, unmask, is_sample, letterhead), t, suffix, file, tick)
    return Written(path, len(lines), pages)


def as_bytes(
    lines: Sequence[PersonLine],
    t: Catalog,
    unmask: Collection[str] = frozenset(),
    printed: date | None = None,
    is_sample: bool = False,
    letterhead: Letterhead = NONE,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    foot = Foot(t.gettext("List of people"), printed or date.today(), is_sample, letterhead)
    _draw(sheet(lines, t, unmask), t, file, no_tick, foot)
    return file.getvalue()


def _draw(own: Sheet, t: Catalog, file: IO[bytes], tick: Tick, foot: Foot) -> int:
    people = len(own.rows)
    count = t.ngettext("{count} person", "{count} people", people).format(count=t.number(people))
    return sheet_paper.draw(own, count, t, file, tick, foot)
