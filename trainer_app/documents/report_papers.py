"""The papers that sum up a training or a meeting, ready to be looked at, printed and saved."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from trainer_app.documents import training_report as reports
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper
from trainer_app.domain.printed import Holder
from trainer_app.domain.training_report import TrainingReport
from trainer_app.i18n import Catalog


def training_report(report: TrainingReport, language: str, today: date, copies: int = 1) -> Paper:
    """What the trainer hands in after a training."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return reports.write(report, t, path, tick, today)

    return Paper(
        document="training_report",
        title=f"{reports.title(t)} {report.head.code}",
        language=language,
        draw=partial(reports.as_bytes, report, t, today),
        save=save,
        subject=report.head.id,
        holder=Holder(training_id=report.head.id),
        is_sample=report.head.is_sample,
        copies=copies,
    )
