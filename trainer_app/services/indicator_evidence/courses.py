"""The trainings of the file with what every measure asks of them: when, where, of which module, for which group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Group, Module, Project, Training, TrainingSession
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.indicators import Asked, Wanted
from trainer_app.domain.trainings import TrainingKind
from trainer_app.services import places

District = tuple[UUID | None, str]
NOWHERE: District = (None, "")


@dataclass(frozen=True, slots=True)
class OwnGroup:
    id: UUID
    name: str
    kind: GroupKind
    occupation: str
    district: District
    project_id: UUID | None
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Course:
    """A training. Its days are those of the sessions that were not cut, and `sessions` counts them."""

    id: UUID
    code: str
    kind: TrainingKind
    module: str
    topic: str
    """What a person counts once in: the module or, of a training without one, its title."""
    group: OwnGroup | None
    district: District
    """Where it is held, else where its group is at home."""
    maximum: float
    first: date
    last: date
    sessions: int

    def fits(self, wanted: Wanted) -> bool:
        return (not wanted.module or self.module == wanted.module) and (not wanted.kind or self.kind == wanted.kind)

    def ends_in(self, asked: Asked) -> bool:
        return asked.first <= self.last <= asked.last

    def begins_in(self, asked: Asked) -> bool:
        return asked.first <= self.first <= asked.last


def is_asked(asked: Asked) -> list[ColumnElement[bool]]:
    """Of the project asked for; the sample is never counted together with real work."""
    if asked.sample:
        return [Project.is_sample.is_(True)]
    real = or_(Project.id.is_(None), Project.is_sample.is_(False))
    return [real] if asked.project_id is None else [real, Project.id == asked.project_id]


def groups(s: Session) -> dict[UUID, OwnGroup]:
    """Every group, with where it is at home."""
    rows = s.execute(
        select(Group.id, Group.name, Group.kind, Group.occupation, Group.place_id, Group.project_id, Project.is_sample)
        .outerjoin(Project, Project.id == Group.project_id)
        .order_by(Group.name, Group.id)
    ).all()
    where = places.districts_of(s, {row.place_id for row in rows})
    return {
        row.id: OwnGroup(
            row.id,
            row.name,
            row.kind,
            row.occupation,
            where.get(row.place_id, NOWHERE),
            row.project_id,
            bool(row.is_sample),
        )
        for row in rows
    }


def courses(s: Session, asked: Asked, known: Mapping[UUID, OwnGroup]) -> dict[UUID, Course]:
    """Every training of the project that has a session left, whenever it is held."""
    rows = s.execute(_wanted(asked)).all()
    where = places.districts_of(s, {row.place_id for row in rows})
    return {row.id: _course(row, known.get(row.group_id), where) for row in rows}


def _wanted(asked: Asked) -> Select[*tuple[object, ...]]:
    held = (
        select(
            TrainingSession.training_id,
            func.min(TrainingSession.day).label("first"),
            func.max(TrainingSession.day).label("last"),
            func.count().label("sessions"),
        )
        .where(TrainingSession.cut.is_(False))
        .group_by(TrainingSession.training_id)
        .subquery()
    )
    return (
        select(
            Training.id,
            Training.code,
            Training.kind,
            Training.title,
            Training.group_id,
            Training.place_id,
            Training.maximum,
            Module.code.label("module"),
            held.c.first,
            held.c.last,
            held.c.sessions,
        )
        .join(held, held.c.training_id == Training.id)
        .outerjoin(Module, Module.id == Training.module_id)
        .outerjoin(Project, Project.id == Training.project_id)
        .where(*is_asked(asked))
        .order_by(held.c.first, Training.code)
    )


def _course(row: Row[*tuple[object, ...]], group: OwnGroup | None, where: Mapping[UUID, District]) -> Course:
    told = row._mapping
    place, module = told["place_id"], told["module"] or ""
    district = where.get(place, NOWHERE) if place is not None else NOWHERE
    if district == NOWHERE and group is not None:
        district = group.district
    return Course(
        id=told["id"],
        code=told["code"],
        kind=told["kind"],
        module=module,
        topic=module or told["title"].casefold(),
        group=group,
        district=district,
        maximum=told["maximum"],
        first=told["first"],
        last=told["last"],
        sessions=told["sessions"],
    )
