"""The sessions of a period, day by day, with the days off between them: what an office pins on its wall."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO

from trainer_app.documents import sheet_paper
from trainer_app.documents.formats import LISTS, PDF, format_of, write_sheet
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot
from trainer_app.documents.papers import Paper
from trainer_app.documents.sheet import Column, Kind, Row, Sheet
from trainer_app.documents.words import marked
from trainer_app.domain.days_off import DayOff
from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import Catalog

DOCUMENT = "calendar_list"


@dataclass(frozen=True, slots=True)
class Programme:
    """The sessions from `first` to `last`, and the days off among those days."""

    first: date
    last: date
    lines: tuple[SessionLine, ...]
    free: tuple[DayOff, ...] = ()
    is_sample: bool = False


def columns(t: Catalog) -> tuple[Column, ...]:
    return (
        Column(t.gettext("Day"), 25),
        Column(t.gettext("Date"), 20, Kind.DATE),
        Column(t.gettext("Hours"), 23),
        Column(t.gettext("Training"), 66),
        Column(t.gettext("Group"), 40),
        Column(t.gettext("Venue"), 33),
        Column(t.gettext("Trainers"), 38),
        Column(t.gettext("Note"), 28),
    )


def rows(programme: Programme, t: Catalog) -> tuple[Row, ...]:
    """In the order of days and hours; a day off stands before the sessions that are held on it all the same."""
    found = [((off.day, "", off.name), _day_off(off, t)) for off in programme.free if off.place_id is None]
    found += [((line.day, f"{line.starts:%H:%M}", line.title), _session(line, t)) for line in programme.lines]
    return tuple(row for _order, row in sorted(found, key=lambda pair: pair[0]))


def title(programme: Programme, t: Catalog) -> str:
    sentence = t.gettext("Sessions from {first} to {last}")
    return sentence.format(first=t.long_date(programme.first), last=t.long_date(programme.last))


def sheet(programme: Programme, t: Catalog) -> Sheet:
    return Sheet(marked(title(programme, t), t, programme.is_sample), columns(t), rows(programme, t), frozen_columns=2)


def paper(programme: Programme, language: str, today: date) -> Paper:
    """Ready to be looked at, printed and saved."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return write(programme, t, path, tick, today)

    return Paper(
        document=DOCUMENT,
        title=title(programme, t),
        language=language,
        draw=partial(as_bytes, programme, t, today),
        save=save,
        is_sample=programme.is_sample,
        suffixes=LISTS,
    )


def write(programme: Programme, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None) -> Written:
    suffix, pages = format_of(path, t), 0
    with saving(path, t) as file:
        if suffix == PDF:
            pages = _draw(programme, t, file, tick, printed or date.today())
        else:
            write_sheet(sheet(programme, t), t, suffix, file, tick)
    return Written(path, len(programme.lines), pages)


def as_bytes(programme: Programme, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(programme, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _draw(programme: Programme, t: Catalog, file: IO[bytes], tick: Tick, day: date) -> int:
    held = sum(not line.cut for line in programme.lines)
    count = t.ngettext("{count} session", "{count} sessions", held).format(count=t.number(held))
    own = Sheet(title(programme, t), columns(t), rows(programme, t))
    return sheet_paper.draw(own, count, t, file, tick, Foot(title(programme, t), day, programme.is_sample))


def _session(line: SessionLine, t: Catalog) -> Row:
    number = f" {line.number}/{line.of}" if line.of > 1 and not line.cut else ""
    hours = f"{line.starts:%H:%M}–{line.ends:%H:%M}"
    names = (f"{line.title}{number}", line.group, line.venue, line.trainers)
    return (_weekday(line.day, t), line.day, hours, *names, _note(line, t))


def _day_off(off: DayOff, t: Catalog) -> Row:
    hours = f"–{off.until:%H:%M}" if off.until else ""
    note = t.gettext("expected") if off.expected else ""
    return (_weekday(off.day, t), off.day, hours, off.name, "", "", "", note)


def _note(line: SessionLine, t: Catalog) -> str:
    if line.cut:
        return t.gettext("It will not be held")
    return t.gettext("moved from {day}").format(day=t.date(line.moved_from)) if line.moved_from else ""


def _weekday(day: date, t: Catalog) -> str:
    name = t.weekday(day)
    return f"{name[:1].upper()}{name[1:]}"
