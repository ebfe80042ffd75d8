"""What a report can be asked for: projects, districts, and since when there is anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Project, TrainingSession
from trainer_app.services import agenda, coverage


@dataclass(frozen=True, slots=True)
class ReportChoices:
    projects: tuple[tuple[UUID, str], ...]
    """Of real work, by name."""
    has_sample: bool
    only_sample: bool
    """Everything there is was invented: the sample is shown then, and marked."""
    districts: tuple[tuple[UUID, str], ...]
    beginning: date | None
    """The day of the first session there ever was."""


def choices(s: Session) -> ReportChoices:
    rows = s.execute(select(Project.id, Project.name, Project.is_sample).order_by(func.lower(Project.name))).all()
    return ReportChoices(
        projects=tuple((key, name) for key, name, is_sample in rows if not is_sample),
        has_sample=any(is_sample for _key, _name, is_sample in rows),
        only_sample=coverage.only_sample(s),
        districts=agenda.offered(s).districts,
        beginning=s.scalars(select(func.min(TrainingSession.day))).first(),
    )
