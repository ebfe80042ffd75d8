"""The papers of follow-up, replacement and selection, ready to be looked at, printed and saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from trainer_app.documents import call_sheet as calls
from trainer_app.documents import replacement_minutes, selection_papers
from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper, of_training
from trainer_app.domain.follow_up import FollowUp
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.domain.replacing import Minutes
from trainer_app.domain.selection import SelectionSheet
from trainer_app.i18n import Catalog


def call_sheet(
    lines: Sequence[FollowUp],
    language: str,
    today: date,
    organiser: str = "",
    is_sample: bool = False,
    copies: int = 1,
    letterhead: Letterhead = NONE,
) -> Paper:
    """With the phones in full, and noted as a nominal list."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return calls.write(lines, t, path, tick, today, organiser, is_sample, letterhead)

    return Paper(
        document="call_sheet",
        title=f"{calls.title(t)} {today}",
        language=language,
        draw=partial(calls.as_bytes, lines, t, today, organiser, is_sample, letterhead),
        save=save,
        unmasked=frozenset({Detail.PHONE}),
        is_sample=is_sample,
        copies=copies,
    )


def minutes(told: Minutes, language: str, today: date, copies: int = 1) -> Paper:
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return replacement_minutes.write(told, t, path, tick, today)

    return of_training(
        told.head,
        document="replacement_minutes",
        title=f"{replacement_minutes.title(t)} {told.head.code} {told.left}",
        language=language,
        draw=partial(replacement_minutes.as_bytes, told, t, today),
        save=save,
        copies=copies,
    )


def criteria_sheet(own: SelectionSheet, language: str, today: date) -> Paper:
    """A copy for each assessor."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return selection_papers.write_criteria(own, t, path, tick, today)

    return Paper(
        document="criteria_sheet",
        title=f"{t.gettext('Criteria sheet')} {own.title}",
        language=language,
        draw=partial(selection_papers.criteria_sheet, own, t, today),
        save=save,
        subject=own.training_id,
        is_sample=own.is_sample,
        copies=max(1, len(own.committee)),
    )


def ranked_list(own: SelectionSheet, language: str, today: date) -> Paper:
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return selection_papers.write_ranked(own, t, path, tick, today)

    return Paper(
        document="ranked_list",
        title=f"{t.gettext('Ranked list with minutes')} {own.title}",
        language=language,
        draw=partial(selection_papers.ranked_list, own, t, today),
        save=save,
        subject=own.training_id,
        is_sample=own.is_sample,
    )
