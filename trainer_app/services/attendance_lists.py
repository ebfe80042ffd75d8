"""The attendance lists of many trainings: which there are in a period, and their registers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Group, Training
from trainer_app.domain.attendance import Register
from trainer_app.services import attendance, curriculum, reports


@dataclass(frozen=True, slots=True)
class ListedTraining:
    """A training that has a list in the period."""

    id: UUID
    code: str
    title: str
    group: str


def listed(
    s: Session, language: str, first: date, last: date, district_id: UUID | None = None, *, sample: bool = False
) -> tuple[ListedTraining, ...]:
    """Trainings with a session in these days, in the order of their days."""
    keys = reports.real_trainings(s, first, last, district_id, sample=sample)
    rows = {
        row.id: row
        for row in s.execute(
            select(Training.id, Training.code, Training.title, Training.module_id, Group.name.label("group"))
            .outerjoin(Group, Group.id == Training.group_id)
            .where(Training.id.in_(keys))
        )
    }
    titles = curriculum.titles(s, [row.module_id for row in rows.values()], language)
    found = (rows[key] for key in keys)
    return tuple(ListedTraining(row.id, row.code, row.title or titles[row.module_id], row.group or "") for row in found)


def registers(s: Session, keys: Iterable[UUID], language: str) -> tuple[Register, ...]:
    return tuple(attendance.register(s, key, language) for key in keys)
