"""The papers that sum up a training or a meeting, ready to be looked at, printed and saved."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from trainer_app.documents import letters, meeting_minutes
from trainer_app.documents import training_report as reports
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper, of_training
from trainer_app.domain.letters import Letter
from trainer_app.domain.minutes import MeetingMinutes
from trainer_app.domain.training_report import TrainingReport
from trainer_app.i18n import Catalog


def training_report(report: TrainingReport, language: str, today: date, copies: int = 1) -> Paper:
    """What the trainer hands in after a training."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return reports.write(report, t, path, tick, today)

    return of_training(
        report.head,
        document="training_report",
        title=f"{reports.title(t)} {report.head.code}",
        language=language,
        draw=partial(reports.as_bytes, report, t, today),
        save=save,
        copies=copies,
    )


def letter(told: Letter, language: str, copies: int = 1) -> Paper:
    """One letter, or one for each of many people in the order of their list."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return letters.write(told, t, path, tick)

    about = told.addressees[0].name if len(told.addressees) == 1 else ""
    return of_training(
        told.head,
        document="letter",
        title=" ".join(filter(None, (letters.title(told, t), told.head.code, about))),
        language=language,
        draw=partial(letters.as_bytes, told, t),
        save=save,
        copies=copies,
    )


def minutes(told: MeetingMinutes, language: str, today: date, copies: int = 1) -> Paper:
    """Of one day of a meeting."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return meeting_minutes.write(told, t, path, tick, today)

    return of_training(
        told.head,
        document="minutes",
        title=f"{meeting_minutes.title(t)} {told.head.code} {told.day}",
        language=language,
        draw=partial(meeting_minutes.as_bytes, told, t, today),
        save=save,
        copies=copies,
    )
