"""Calendars of Outlook, Google, Thunderbird and others (.ics), read into sittings of the office's time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from trainer_app.domain.calendar_events import CalendarRead, read_all
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.readers import child

CHILD = "trainer_app.readers.calendar_child"
CHILD_DOOR = "--read-calendar"
SECONDS = 30
SENTENCES = {
    "missing": N_("There is no file “{file}”."),
    "not_a_calendar": N_("“{file}” is not a calendar: it must be an .ics file."),
    "broken": N_("“{file}” is damaged and cannot be read as a calendar."),
    "too_large": N_("“{file}” is too large for a calendar."),
    "too_many": N_("“{file}” has too many events: choose a shorter period."),
    "died": N_("“{file}” could not be read: it is damaged, or needs more memory than a calendar may."),
    "slow": N_("“{file}” took too long to read: one of its events repeats without end."),
}


def read(path: Path, first: date, last: date) -> CalendarRead:
    """Every event between the two days, repeated ones too. Raises TrainerError with one sentence."""
    if not path.is_file():
        raise _refusal("missing", path)
    return read_all(path.name, _messages(path, first, last))


def _messages(path: Path, first: date, last: date) -> Iterator[dict[str, Any]]:
    arguments = (str(path.absolute()), first.isoformat(), last.isoformat())
    return child.messages(CHILD, CHILD_DOOR, arguments, SECONDS, partial(_refusal, path=path))


def _refusal(code: str, path: Path) -> TrainerError:
    return TrainerError(_(SENTENCES[code]).format(file=path.name), f"calendar_{code}")
