"""What is listed on the schedule as a paper or a file, in the language of papers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from trainer_app import settings
from trainer_app.documents import calendar_list
from trainer_app.documents.calendar_list import Programme
from trainer_app.documents.papers import Paper
from trainer_app.services import agenda, calendar, programme

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def paper(work: Work, first: date, last: date, keys: Collection[UUID], today: date) -> Paper:
    """The sessions with these keys, which are from `first` to `last`."""
    language = settings.load(work.folder).printed
    found = work.read(agenda.agenda, language, today, first, last)
    free = work.read(calendar.off, first, last, language)
    lines = tuple(line for line in found.lines if line.id in keys)
    told = Programme(first, last, lines, free, work.read(programme.has_sample))
    return calendar_list.paper(told, language, today)
