"""Who trained whom, as the registers tell it: a person who came was trained by those who led the training."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Enrolment, Mark, Person, TrainingSession, TrainingTrainer
from trainer_app.domain import cascade
from trainer_app.domain.cascade import CascadeLine, Reached, Standing, Taught
from trainer_app.domain.people import Sex
from trainer_app.domain.statuses import SEEN


def taught(s: Session) -> tuple[Taught, ...]:
    """Everything that anybody taught anybody, in order of days."""
    return _read(s, _query())


def tree(s: Session, person_id: UUID, only_trainers: bool = False) -> tuple[CascadeLine, ...]:
    """The person, and below them whom they trained, whom these trained, and so on: as a tree is read."""
    everything = taught(s)
    keys = {person_id, *(one.person for one in cascade.reached(person_id, everything))}
    return cascade.lines(person_id, everything, _who(s, list(keys)), only_trainers)


def standing(s: Session, person_id: UUID) -> Standing:
    """By whom a person was trained, and what became of those they trained."""
    above = _read(s, _query(Mark.person_id == person_id))
    mine = _read(s, _query(TrainingTrainer.person_id == person_id))
    first = cascade.first_seen(mine)
    onwards = _read(s, _query(TrainingTrainer.person_id.in_(list(first)))) if first else ()
    people = [Reached(key, person_id, day, 1) for key, day in first.items()]
    who = _who(s, [*first, *(one.trainer for one in above)])
    days = {one.trainer: one.day for one in reversed(above)}
    sexes = [who[key][1] for key in first]
    return Standing(
        trained_by=tuple((key, who[key][0], day) for key, day in sorted(days.items(), key=lambda each: each[1])),
        trainings=len({one.training for one in mine}),
        people=len(first),
        women=sexes.count(Sex.FEMALE),
        men=sexes.count(Sex.MALE),
        train_others=len(cascade.train_others(people, onwards)),
    )


def last_days(s: Session) -> dict[UUID, date]:
    """Trainer > the last day on which somebody came to a session of theirs."""
    rows = s.execute(
        select(TrainingTrainer.person_id, func.max(TrainingSession.day))
        .join(TrainingSession, TrainingSession.training_id == TrainingTrainer.training_id)
        .join(Mark, Mark.session_id == TrainingSession.id)
        .where(Mark.status.in_(SEEN))
        .group_by(TrainingTrainer.person_id)
    )
    return {key: day for key, day in rows}


def _query(*narrowed: ColumnElement[bool]) -> Select[UUID, UUID, UUID, date]:
    """Who withdrew from the training is not counted, as nowhere else."""
    return (
        select(TrainingTrainer.person_id, Mark.person_id, TrainingSession.training_id, func.min(TrainingSession.day))
        .join(TrainingSession, TrainingSession.training_id == TrainingTrainer.training_id)
        .join(Mark, Mark.session_id == TrainingSession.id)
        .join(
            Enrolment,
            and_(Enrolment.training_id == TrainingSession.training_id, Enrolment.person_id == Mark.person_id),
        )
        .where(Mark.status.in_(SEEN), *narrowed)
        .group_by(TrainingTrainer.person_id, Mark.person_id, TrainingSession.training_id)
    )


def _read(s: Session, wanted: Select[UUID, UUID, UUID, date]) -> tuple[Taught, ...]:
    found = tuple(Taught(trainer, person, training, day) for trainer, person, training, day in s.execute(wanted))
    leads = _leads(s)
    return cascade.without_self(one for one in found if (one.person, one.training) not in leads)


def _leads(s: Session) -> frozenset[tuple[UUID, UUID]]:
    """(person, training) of everybody who leads one: they are listed there, and never counted as participants."""
    rows = s.execute(select(TrainingTrainer.person_id, TrainingTrainer.training_id))
    return frozenset((person, training) for person, training in rows)


def _who(s: Session, person_ids: list[UUID]) -> dict[UUID, tuple[str, Sex]]:
    found: dict[UUID, tuple[str, Sex]] = {}
    for part in chunked(person_ids):
        rows = s.execute(select(Person.id, Person.name, Person.sex).where(Person.id.in_(part)))
        found |= {key: (name, sex) for key, name, sex in rows}
    return found
