"""What the programme counts as attended, said to the database: every figure of attendance asks here.

Cut sessions, people who were taken off the register, and facilitators are in no figure. Those from outside the
project and heads without a name are counted apart, by who asks for them.
"""

from __future__ import annotations

from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from trainer_app.db.records import Enrolment, HeadCount, Mark, TrainingSession, TrainingTrainer
from trainer_app.domain.rules import Attended
from trainer_app.domain.statuses import Status
from trainer_app.services.rules import rule

Ts = TypeVarTuple("Ts")
HAIR = 1e-9  # 0.55 of 20 sessions is a hair more than 11 in a computer's numbers


def came(kept: Attended) -> ColumnElement[bool]:
    """The mark is one of somebody who attended: `Attended.counts`, of a Mark."""
    stayed = or_(Mark.minutes.is_(None), Mark.minutes >= kept.least_minutes)
    return and_(Mark.status.in_(kept.statuses()), stayed)


def expected(kept: Attended) -> ColumnElement[bool]:
    """The mark is of a session that the person should have come to: `Attended.expects`, of a Mark."""
    return Mark.status.in_([status for status in Status if kept.expects(status)])


def count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """In how many rows it holds; 0 where there is no row."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def participates() -> ColumnElement[bool]:
    """The Enrolment is not of somebody who leads the training."""
    return ~exists().where(
        TrainingTrainer.training_id == Enrolment.training_id,
        TrainingTrainer.person_id == Enrolment.person_id,
        TrainingTrainer.gone.is_(False),
    )


def of_register(wanted: Select[*Ts]) -> Select[*Ts]:
    """Marks, and only those in sessions that are held, of people who are on the register and do not lead."""
    return (
        wanted.join(TrainingSession, TrainingSession.id == Mark.session_id)
        .join(Enrolment, enrolled(TrainingSession.training_id, Mark.person_id))
        .where(TrainingSession.cut.is_(False), participates())
    )


def enrolled(training: object, person: object) -> ColumnElement[bool]:
    """Who withdrew keeps their marks, and nobody counts them."""
    return and_(Enrolment.training_id == training, Enrolment.person_id == person)


def was_held() -> ColumnElement[bool]:
    """The TrainingSession took place: somebody on the register was marked in it, or heads were counted."""
    marked = exists().where(
        Mark.session_id == TrainingSession.id,
        Mark.status.is_not(None),
        Mark.gone.is_(False),
        Enrolment.training_id == TrainingSession.training_id,
        Enrolment.person_id == Mark.person_id,
        Enrolment.gone.is_(False),
    )
    counted = exists().where(HeadCount.session_id == TrainingSession.id, HeadCount.gone.is_(False))
    return or_(marked, counted)


def trained(s: Session) -> Select[tuple[UUID, UUID]]:
    """(person, training) of everybody who attended enough of the training's sessions to have been trained.

    Sessions still to come count among them: nobody is trained on the first of five days. An excused session is
    taken off, unless the programme expects it.
    """
    kept = rule(s, Attended)
    together = select(Mark.person_id, TrainingSession.training_id, _enough(kept).label("enough"))
    together = of_register(together).group_by(Mark.person_id, TrainingSession.training_id)
    found = together.having(count(came(kept)) > 0).subquery()
    return select(found.c.person_id, found.c.training_id).where(found.c.enough)


def _enough(kept: Attended) -> ColumnElement[bool]:
    other = aliased(TrainingSession)
    held = select(func.count(other.id)).where(
        other.training_id == TrainingSession.training_id, other.cut.is_(False), other.gone.is_(False)
    )
    excused = literal(0) if kept.excused_is_expected else count(Mark.status == Status.EXCUSED)
    least = (held.correlate(TrainingSession).scalar_subquery() - excused) * kept.share_of_sessions
    return count(came(kept)) >= least - HAIR
