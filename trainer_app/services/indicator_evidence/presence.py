"""How much each person came to each training: one row a person and training, counted by the database."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Certificate, Enrolment, HeadCount, Mark, TrainingSession
from trainer_app.domain.indicators import Asked
from trainer_app.domain.rules import Attended
from trainer_app.domain.statuses import Status
from trainer_app.services import attended


class Presence(NamedTuple):
    """A row as the database gives it: there may be a hundred thousand of them."""

    training_id: UUID
    person_id: UUID
    outsider: bool
    came: int
    """Sessions of the whole training that the person attended."""
    excused: int
    came_in: int
    expected_in: int
    """Those in the period: attended, and those that the person should have come to."""
    first_day: date | None
    """The first in the period on which the person came."""


class Held(NamedTuple):
    """A session that somebody on the register was marked in, or in which heads were counted."""

    session_id: UUID
    training_id: UUID
    day: date


def presences(s: Session, asked: Asked, kept: Attended) -> tuple[Presence, ...]:
    """Of everybody with a mark in a training that has a session in the period."""
    return tuple(Presence._make(row) for row in s.execute(_presences(asked, kept)))


def _presences(asked: Asked, kept: Attended) -> Select[UUID, UUID, bool, int, int, int, int, date | None]:
    inside = TrainingSession.day.between(asked.first, asked.last)
    came = attended.came(kept)
    wanted = select(
        TrainingSession.training_id,
        Mark.person_id,
        Enrolment.outsider,
        attended.count(came),
        attended.count(Mark.status == Status.EXCUSED),
        attended.count(and_(came, inside)),
        attended.count(and_(attended.expected(kept), inside)),
        func.min(case((and_(came, inside), TrainingSession.day))),
    ).select_from(Mark)
    return (
        attended.of_register(wanted)
        .where(TrainingSession.training_id.in_(in_period(asked)), Mark.status.is_not(None))
        .group_by(TrainingSession.training_id, Mark.person_id, Enrolment.outsider)
    )


def in_period(asked: Asked) -> Select[UUID]:
    """Trainings with a session in the period that was not cut."""
    return select(TrainingSession.training_id).where(
        TrainingSession.cut.is_(False), TrainingSession.day.between(asked.first, asked.last)
    )


def people_in_period(asked: Asked) -> Select[UUID]:
    """Everybody on the register of a training with a session in the period, or certified in it."""
    return select(Enrolment.person_id).where(
        or_(Enrolment.training_id.in_(in_period(asked)), Enrolment.training_id.in_(certified_in(asked)))
    )


def certified_in(asked: Asked) -> Select[UUID]:
    return select(Certificate.training_id).where(Certificate.issued_on.between(asked.first, asked.last))


def held(s: Session, asked: Asked) -> tuple[Held, ...]:
    """Every session that was held of the trainings with one in the period, in the order of their days."""
    rows = s.execute(
        select(TrainingSession.id, TrainingSession.training_id, TrainingSession.day)
        .where(TrainingSession.training_id.in_(in_period(asked)), TrainingSession.cut.is_(False), attended.was_held())
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )
    return tuple(Held._make(row) for row in rows)


def heads(s: Session, asked: Asked) -> dict[UUID, int]:
    """Session > how many came without a name, in the period."""
    rows = s.execute(
        select(HeadCount.session_id, HeadCount.women + HeadCount.men + HeadCount.unknown)
        .join(TrainingSession, TrainingSession.id == HeadCount.session_id)
        .where(TrainingSession.cut.is_(False), TrainingSession.day.between(asked.first, asked.last))
    )
    return {key: count for key, count in rows}
