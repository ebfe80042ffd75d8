"""What a calendar would do to the schedule, as rows: what becomes of each event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trainer_app.domain.calendar_events import ReadEvent
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.services import schedule_in
from trainer_app.services.schedule_in import KnownSession, ScheduleCheck
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.sessions import span, weekday
from trainer_app.ui.models.table import Column

ICONS = {
    "new": ("plus", Tint.SUCCESS),
    "moved": ("arrow-right", Tint.WARNING),
    "cut": ("x", Tint.WARNING),
    "refused": ("triangle-alert", Tint.WARNING),
}


@dataclass(frozen=True, slots=True)
class EventLine:
    number: int
    what: str  # "new", "moved", "cut", "known", "cancelled" or "refused"
    day: date | None
    hours: str
    title: str
    venue: str
    why: str = ""


def lines(check: ScheduleCheck) -> tuple[EventLine, ...]:
    """What needs a look first: changes and what is left out, then what is new, then what is known."""
    rows = [*_changed(check), *_refused(check), *_new(check), *_quiet(check)]
    return tuple(EventLine(number, *row) for number, row in enumerate(rows))


Row = tuple[str, date | None, str, str, str, str]


def _changed(check: ScheduleCheck) -> Iterator[Row]:
    for known in check.changed:
        yield ("cut" if known.cut else "moved", *_about(known.event), _until_now(known))


def _refused(check: ScheduleCheck) -> Iterator[Row]:
    for one in check.refused:
        yield "refused", None, "", one.title, "", schedule_in.reason(one)


def _new(check: ScheduleCheck) -> Iterator[Row]:
    for series in check.ready:
        for event in series.events:
            yield "new", *_about(event), _("All day: the hours are a proposal") if event.whole_day else ""


def _quiet(check: ScheduleCheck) -> Iterator[Row]:
    for known in check.existing:
        why = _("Called off there, but held: people are marked in it") if known.held else ""
        yield "known", *_about(known.event), why
    for event in check.cancelled:
        yield "cancelled", *_about(event), ""


def _about(event: ReadEvent) -> tuple[date, str, str, str]:
    return event.day, span(event.starts, event.ends), event.title, event.venue


def _until_now(known: KnownSession) -> str:
    if known.cut or known.day is None:
        return ""
    return _("until now {day}").format(day=screen().date(known.day))


def what(line: EventLine) -> str:
    return {
        "new": pgettext("an event of a calendar", "New"),
        "moved": pgettext("an event of a calendar", "Moved"),
        "cut": pgettext("an event of a calendar", "Called off"),
        "known": pgettext("an event of a calendar", "Known"),
        "cancelled": pgettext("an event of a calendar", "Called off before"),
        "refused": pgettext("an event of a calendar", "Left out"),
    }[line.what]


def counts(check: ScheduleCheck) -> str:
    """`12 new sessions, 3 changed, 40 known, 1 left out`"""
    left_out = len(check.refused)
    known = len(check.existing) + len(check.cancelled)
    told = (
        (check.new_sessions, ngettext("{count} new session", "{count} new sessions", check.new_sessions)),
        (len(check.changed), ngettext("{count} changed session", "{count} changed sessions", len(check.changed))),
        (known, ngettext("{count} known already", "{count} known already", known)),
        (left_out, ngettext("{count} left out", "{count} left out", left_out)),
    )
    return ", ".join(words.format(count=count) for count, words in told if count)


COLUMNS = (
    Column[EventLine](N_("What"), what, icon=lambda line: ICONS.get(line.what), sample="Called off before 00"),
    Column[EventLine](
        N_("Day"), lambda line: weekday(line.day) if line.day else "", sample="Kuwa gatandatu 00/00/0000"
    ),
    Column[EventLine](N_("Hours"), lambda line: line.hours, sample="00:00–00:00 0"),
    Column[EventLine](N_("Title"), lambda line: line.title, tip=lambda line: line.title, stretch=True),
    Column[EventLine](N_("Venue"), lambda line: line.venue, sample="Sector hall 000"),
    Column[EventLine](N_("Remark"), lambda line: line.why, tip=lambda line: line.why, sample="All day: the hours"),
)
