"""The installation and the programme it works for: what it is, and how much it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db import backup
from trainer_app.db.records import Device, Group, Kept, Mark, Module, Person, Project, Training, TrainingSession

COUNTED: dict[str, type[Kept]] = {
    "modules": Module,
    "people": Person,
    "groups": Group,
    "trainings": Training,
    "sessions": TrainingSession,
    "marks": Mark,
}


@dataclass(frozen=True, slots=True)
class Info:
    device: str
    counts: dict[str, int]
    has_sample: bool


def has_device(s: Session) -> bool:
    return s.scalars(select(Device.id).limit(1)).first() is not None


def has_data(s: Session) -> bool:
    """Whether anybody has put anything in: people, groups or trainings."""
    return any(s.scalars(select(kind.id).limit(1)).first() for kind in (Person, Group, Training))


def has_sample(s: Session) -> bool:
    return s.scalars(select(Project.id).where(Project.is_sample).limit(1)).first() is not None


def letters(s: Session) -> str:
    """The letters that begin every code made on this laptop."""
    return s.scalars(select(Device.letters).order_by(Device.id).limit(1)).one()


def last_backup(_s: Session, folder: Path) -> datetime | None:
    """When the data folder was last backed up."""
    newest = backup.latest(folder)
    return datetime.fromtimestamp(newest.stat().st_mtime, UTC) if newest else None


def info(s: Session) -> Info:
    counts = {name: s.scalar(select(func.count(kind.id))) or 0 for name, kind in COUNTED.items()}
    return Info(letters(s), counts, has_sample(s))
