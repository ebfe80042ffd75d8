"""Who trained whom, as the registers tell it: a person who came was trained by those who led the training."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Enrolment, Mark, Person, TrainingSession, TrainingTrainer
from trainer_app.domain import cascade
from trainer_app.domain.cascade import CascadeLine, Reached, Standing, Taught
from trainer_app.domain.people import Sex
from trainer_app.domain.statuses import SEEN


def taught(s: Session, trainer: UUID | None = None) -> tuple[Taught, ...]:
    """Everything that anybody, or this one trainer, taught anybody, in order of days."""
    return _read(s) if trainer is None else _by(s, [trainer])


def tree(s: Session, person_id: UUID, only_trainers: bool = False) -> tuple[CascadeLine, ...]:
    """The person, and below them whom they trained, whom these trained, and so on: as a tree is read."""
    everything = taught(s)
    keys = {person_id, *(one.person for one in cascade.reached(person_id, everything))}
    return cascade.lines(person_id, everything, _who(s, list(keys)), only_trainers)


def standing(s: Session, person_id: UUID) -> Standing:
    """By whom a person was trained, and what became of those they trained."""
    above = _read(s, Enrolment.person_id == person_id)
    mine = _by(s, [person_id])
    first = cascade.first_seen(mine)
    onwards = _by(s, list(first))
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


def _by(s: Session, trainers: list[UUID]) -> tuple[Taught, ...]:
    """What these taught."""
    led = {training for training, leads in _leads(s).items() if not leads.isdisjoint(trainers)}
    wanted = frozenset(trainers)
    found = (one for part in chunked(list(led)) for one in _read(s, Enrolment.training_id.in_(part)))
    return cascade.without_self(one for one in found if one.trainer in wanted)


def _read(s: Session, *narrowed: ColumnElement[bool]) -> tuple[Taught, ...]:
    """Who withdrew from the training is not counted, as nowhere else; nor is who leads it."""
    rows = s.execute(
        select(Enrolment.training_id, Enrolment.person_id, func.min(TrainingSession.day))
        .join(TrainingSession, TrainingSession.training_id == Enrolment.training_id)
        .join(Mark, and_(Mark.session_id == TrainingSession.id, Mark.person_id == Enrolment.person_id))
        .where(Mark.status.in_(SEEN), *narrowed)
        .group_by(Enrolment.training_id, Enrolment.person_id)
    )
    leads = _leads(s)
    return cascade.without_self(
        Taught(trainer, person, training, day)
        for training, person, day in rows
        if person not in leads.get(training, ())
        for trainer in leads.get(training, ())
    )


def _leads(s: Session) -> dict[UUID, frozenset[UUID]]:
    """Training > those who lead it: they are listed there, and never counted as participants."""
    found: dict[UUID, set[UUID]] = {}
    for training, person in s.execute(select(TrainingTrainer.training_id, TrainingTrainer.person_id)):
        found.setdefault(training, set()).add(person)
    return {training: frozenset(people) for training, people in found.items()}


def _who(s: Session, person_ids: list[UUID]) -> dict[UUID, tuple[str, Sex]]:
    found: dict[UUID, tuple[str, Sex]] = {}
    for part in chunked(person_ids):
        rows = s.execute(select(Person.id, Person.name, Person.sex).where(Person.id.in_(part)))
        found |= {key: (name, sex) for key, name, sex in rows}
    return found
