"""Figures of attendance: of one training, or of all real work between two days. The sample is never counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, distinct, func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Enrolment, Mark, Person, Project, Training, TrainingSession
from trainer_app.domain.age_bands import UNKNOWN_AGE, AgeBand, AgeBands
from trainer_app.domain.attendance import Cell, Heads, Status, attended, rate
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended
from trainer_app.services import attended as attended_sql
from trainer_app.services import head_counts, places, trainings
from trainer_app.services.rules import rule


@dataclass(frozen=True, slots=True)
class AttendanceFigures:
    """`people` counts each person once however often they came; `marks` counts every session of theirs.

    Those from outside the project and heads without a name stand apart, and are in none of the other figures.
    """

    sessions: int
    enrolled: int
    marks: Counter[Status]
    people: int
    people_by_sex: Counter[Sex]
    people_by_age: Counter[AgeBand]
    rate: float | None
    trained: int
    outsiders: int
    heads: Heads
    rule: Attended
    bands: tuple[AgeBand, ...]
    """The age groups there are, without the unknown one."""


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
    kept = rule(s, Attended)
    sessions, keys = [session for session, _ in held], {training for _, training in held}
    marks = _marks(s, sessions)
    came = [mark for mark in marks if attended(mark.cell, kept)]
    own = {mark.person.id: mark for mark in came if not mark.outsider}
    expected = [mark.cell for mark in marks if not mark.outsider]
    return AttendanceFigures(
        sessions=len(held),
        enrolled=_enrolled(s, keys),
        marks=Counter(cell.status for cell in expected if cell.status is not None),
        people=len(own),
        people_by_sex=Counter(mark.person.sex for mark in own.values()),
        people_by_age=Counter(mark.age for mark in own.values()),
        rate=rate(expected, kept),
        trained=_trained(s, keys),
        outsiders=len({mark.person.id for mark in came} - own.keys()),
        heads=head_counts.added(head_counts.of_sessions(s, sessions).values()),
        rule=kept,
        bands=rule(s, AgeBands).bands,
    )


def as_dict(figures: AttendanceFigures) -> dict[str, Any]:
    """For scripts: counts by word."""
    heads = figures.heads
    return {
        "sessions": figures.sessions,
        "enrolled": figures.enrolled,
        "people": figures.people,
        "rate": figures.rate,
        "trained": figures.trained,
        "outsiders": figures.outsiders,
        "marks": {status.value: figures.marks[status] for status in Status},
        "by_sex": {sex.value: figures.people_by_sex[sex] for sex in Sex},
        "by_age": {band.value: figures.people_by_age[band] for band in (*figures.bands, UNKNOWN_AGE)},
        "heads": {"women": heads.women, "men": heads.men, "unknown": heads.unknown},
        "rule": figures.rule.as_dict(),
    }


def real_trainings(
    s: Session, first: date | None, last: date | None, district_id: UUID | None = None, *, sample: bool = False
) -> list[UUID]:
    """Trainings with a session between the days, in the order of their days; of one district when it is named.

    `sample`: those of the sample in place of real ones; never both.
    """
    wanted = [Project.is_sample.is_(True) if sample else _is_real(), TrainingSession.cut.is_(False)]
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


@dataclass(frozen=True, slots=True)
class _Marked:
    person: Person
    cell: Cell
    age: AgeBand
    outsider: bool


def _marks(s: Session, keys: list[UUID]) -> list[_Marked]:
    """Every mark in these sessions; ages are those of the first day of the training. The last training comes last."""
    wanted = select(Person, Mark, TrainingSession.training_id, Enrolment.outsider)
    wanted = attended_sql.of_register(wanted.select_from(Mark).join(Person, Person.id == Mark.person_id))
    rows = s.execute(wanted.where(TrainingSession.id.in_(keys), Mark.status.is_not(None))).all()
    first_days, ages = trainings.first_days(s), rule(s, AgeBands)
    return [
        _Marked(
            person,
            Cell(mark.status, minutes=mark.minutes),
            ages.on(first_days[training], person.birth_year, person.birth_date),
            outsider,
        )
        for person, mark, training, outsider in rows
    ]


def _enrolled(s: Session, keys: Collection[UUID]) -> int:
    """People on the registers, each once: not who leads, nor those from outside."""
    wanted = select(func.count(distinct(Enrolment.person_id))).where(Enrolment.training_id.in_(keys))
    return s.scalar(wanted.where(attended_sql.participates(), Enrolment.outsider.is_(False))) or 0


def _trained(s: Session, keys: Collection[UUID]) -> int:
    """People who attended one of these trainings, each once."""
    found = attended_sql.trained(s).subquery()
    wanted = (
        select(func.count(distinct(found.c.person_id)))
        .join(Enrolment, attended_sql.enrolled(found.c.training_id, found.c.person_id))
        .where(found.c.training_id.in_(keys), Enrolment.outsider.is_(False))
    )
    return s.scalar(wanted) or 0
