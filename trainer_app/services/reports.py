"""Figures of attendance: of one training, or of all real work between two days. The sample is never counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Enrolment, Mark, Person, Project, Training, TrainingSession
from trainer_app.domain.attendance import CAME, Status, rate
from trainer_app.domain.people import AgeBand, Sex, age_band
from trainer_app.services import places, trainings


@dataclass(frozen=True, slots=True)
class AttendanceFigures:
    """`people` counts each person once however often they came; `marks` counts every session of theirs."""

    sessions: int
    enrolled: int
    marks: Counter[Status]
    people: int
    people_by_sex: Counter[Sex]
    people_by_age: Counter[AgeBand]
    rate: float | None


def attendance(
    s: Session, *, training_id: UUID | None = None, first: date | None = None, last: date | None = None
) -> AttendanceFigures:
    wanted: list[ColumnElement[bool]] = [TrainingSession.cut.is_(False)]
    wanted += [TrainingSession.day >= first] if first else []
    wanted += [TrainingSession.day <= last] if last else []
    wanted += [Training.id == training_id] if training_id else [_is_real()]
    held = s.execute(
        select(TrainingSession.id, Training.id)
        .join(Training, Training.id == TrainingSession.training_id)
        .outerjoin(Project, Project.id == Training.project_id)
        .where(*wanted)
    ).all()
    marks = _marks(s, [session for session, _ in held])
    keys = {training for _, training in held}
    enrolled = s.scalars(select(Enrolment.person_id).where(Enrolment.training_id.in_(keys))).all()
    came = {person.id: (person, day) for person, status, day in marks if status in CAME}
    return AttendanceFigures(
        sessions=len(held),
        enrolled=len(set(enrolled)),
        marks=Counter(status for _, status, _ in marks if status is not None),
        people=len(came),
        people_by_sex=Counter(person.sex for person, _ in came.values()),
        people_by_age=Counter(age_band(day, p.birth_year, p.birth_date) for p, day in came.values()),
        rate=rate(status for _, status, _ in marks),
    )


def as_dict(figures: AttendanceFigures) -> dict[str, Any]:
    """For scripts: counts by word."""
    return {
        "sessions": figures.sessions,
        "enrolled": figures.enrolled,
        "people": figures.people,
        "rate": figures.rate,
        "marks": {status.value: figures.marks[status] for status in Status},
        "by_sex": {sex.value: figures.people_by_sex[sex] for sex in Sex},
        "by_age": {band.value: figures.people_by_age[band] for band in AgeBand},
    }


def real_trainings(s: Session, first: date | None, last: date | None, district_id: UUID | None = None) -> list[UUID]:
    """Trainings with a session between the days, in the order of their days; of one district when it is named."""
    wanted = [_is_real(), TrainingSession.cut.is_(False)]
    wanted += [TrainingSession.day >= first] if first else []
    wanted += [TrainingSession.day <= last] if last else []
    rows = s.execute(
        select(Training, TrainingSession.day)
        .join(TrainingSession, TrainingSession.training_id == Training.id)
        .outerjoin(Project, Project.id == Training.project_id)
        .where(*wanted)
        .order_by(TrainingSession.day, Training.code)
    )
    found = dict.fromkeys(training for training, _ in rows)
    return [
        training.id for training in found if district_id is None or places.district(s, training.place_id) == district_id
    ]


def _is_real() -> ColumnElement[bool]:
    return or_(Project.id.is_(None), Project.is_sample.is_(False))


def _marks(s: Session, keys: list[UUID]) -> list[tuple[Person, Status | None, date]]:
    """(person, status, first day of the training) of everybody enrolled, in each of the sessions."""
    rows = s.execute(
        select(Person, Mark.status, TrainingSession.training_id)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .join(TrainingSession, TrainingSession.training_id == Enrolment.training_id)
        .join(Mark, and_(Mark.session_id == TrainingSession.id, Mark.person_id == Person.id))
        .where(TrainingSession.id.in_(keys))
    ).all()
    first_days = trainings.first_days(s)
    return [(person, status, first_days[training]) for person, status, training in rows]
