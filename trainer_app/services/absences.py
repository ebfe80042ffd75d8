"""Who has stayed away from the trainings under way, by the programme's rule.

Asked of a file with a million marks at the start of each day: only the trainings under way or ended lately are looked
at, and only those people whose latest mark there may be an absence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from trainer_app.db.journal import chunked
from trainer_app.db.records import Enrolment, Mark, Task, Training, TrainingSession
from trainer_app.domain.absence import Away, Seen, clock
from trainer_app.domain.follow_up import TaskKind, TaskState
from trainer_app.domain.rules import Absence
from trainer_app.domain.statuses import SEEN, Status
from trainer_app.services import attended, rules

LATELY = timedelta(days=30)  # a training that ended before that has nobody to call back
Pair = tuple[UUID, UUID]  # training, person; or session, person
Marks = Mapping[Pair, Status]


@dataclass(frozen=True, slots=True)
class Absent:
    training_id: UUID
    person_id: UUID
    away: Away


def due(s: Session, today: date) -> tuple[Absent, ...]:
    """Those whom it is time to call."""
    ends = under_way(s, today)
    came = _may_be_away(s, ends, today)
    rule, settled = rules.rule(s, Absence), _settled(s, ends)
    seen = _seen(s, came, today)
    found = []
    for pair in came:
        away = clock(seen.get(pair, ()), rule, today, ends[pair[0]], settled.get(pair))
        if away.due_on is not None:
            found.append(Absent(*pair, away))
    return tuple(found)


def under_way(s: Session, today: date) -> dict[UUID, date]:
    """Training > its last day, of those that have begun, and are not over for long."""
    last = func.max(TrainingSession.day)
    rows = s.execute(
        select(TrainingSession.training_id, last)
        .join(Training, Training.id == TrainingSession.training_id)
        .where(TrainingSession.cut.is_(False), TrainingSession.training_id.in_(held_since(today - LATELY)))
        .group_by(TrainingSession.training_id)
        .having(last >= today - LATELY, func.min(TrainingSession.day) <= today)
    )
    return {key: day for key, day in rows}


def held_since(day: date) -> Select[UUID]:
    """Trainings with a session from that day on: found by the index of days, however many trainings were before."""
    return select(TrainingSession.training_id).where(TrainingSession.day >= day)


def _may_be_away(s: Session, trainings: Iterable[UUID], today: date) -> dict[Pair, date | None]:
    """Those still expected who were marked absent on or after the last day they came > that day, if there is one."""
    came = func.max(case((Mark.status.in_(SEEN), TrainingSession.day)))
    absent = func.max(case((Mark.status == Status.ABSENT, TrainingSession.day)))
    found: dict[Pair, date | None] = {}
    for part in chunked(list(trainings)):
        away = (
            select(TrainingSession.training_id, Mark.person_id, came.label("came"))
            .join(TrainingSession, TrainingSession.id == Mark.session_id)
            .where(TrainingSession.training_id.in_(part), TrainingSession.cut.is_(False), TrainingSession.day <= today)
            .group_by(TrainingSession.training_id, Mark.person_id)
            .having(absent.is_not(None), or_(came.is_(None), came <= absent))
            .subquery()
        )
        here = and_(Enrolment.training_id == away.c.training_id, Enrolment.person_id == away.c.person_id)
        stays = or_(Enrolment.left_on.is_(None), Enrolment.left_on > today)
        told = select(away.c.training_id, away.c.person_id, away.c.came).join(Enrolment, here)
        rows = s.execute(told.where(stays, attended.participates()))
        found |= {(training, person): day for training, person, day in rows}
    return found


def _seen(s: Session, came: Mapping[Pair, date | None], today: date) -> Mapping[Pair, list[Seen]]:
    """Pair > the sessions that the person was expected in since they last came, in order, with what was marked.

    Marks of those who came are most of all, and only the last one of each person matters: they are not read, but
    for a day with several sessions.
    """
    trainings = list({training for training, _person in came})
    sessions, joined = _sessions(s, trainings, today), _joined(s, trainings)
    days = {(training, day) for (training, _person), day in came.items() if day is not None}
    missed = _marks(s, [key for held in sessions.values() for key, _day in held], {Status.ABSENT, Status.EXCUSED})
    there = _marks(s, _of_several(sessions, days), SEEN)
    found = {}
    for (training, person), last in came.items():
        begins = max(joined.get((training, person), date.min), last or date.min)
        held = [(key, day) for key, day in sessions[training] if day >= begins]
        alone = sum(day == last for _key, day in held) == 1
        found[training, person] = [
            Seen(day, _status((key, person), day == last and alone, missed, there)) for key, day in held
        ]
    return found


def _of_several(sessions: Mapping[UUID, list[tuple[UUID, date]]], days: Collection[tuple[UUID, date]]) -> list[UUID]:
    """Sessions on these days of a training that are not the only one of their day."""
    return [
        key
        for training, held in sessions.items()
        for key, day in held
        if (training, day) in days and [other for _key, other in held].count(day) > 1
    ]


def _status(place: Pair, surely_came: bool, missed: Marks, there: Marks) -> Status | None:
    return Status.PRESENT if surely_came else missed.get(place) or there.get(place)


def _marks(s: Session, sessions: list[UUID], statuses: Collection[Status]) -> Marks:
    found: dict[Pair, Status] = {}
    for part in chunked(sessions):
        wanted = select(Mark.session_id, Mark.person_id, Mark.status).where(
            Mark.session_id.in_(part), Mark.status.in_(statuses)
        )
        found |= {(session, person): status for session, person, status in s.execute(wanted) if status}
    return found


def _sessions(s: Session, trainings: list[UUID], today: date) -> dict[UUID, list[tuple[UUID, date]]]:
    found: dict[UUID, list[tuple[UUID, date]]] = {}
    for part in chunked(trainings):
        rows = s.execute(
            select(TrainingSession.training_id, TrainingSession.id, TrainingSession.day)
            .where(TrainingSession.training_id.in_(part), TrainingSession.cut.is_(False), TrainingSession.day <= today)
            .order_by(TrainingSession.training_id, TrainingSession.day, TrainingSession.starts, TrainingSession.id)
        ).all()
        for key, sessions in groupby(rows, key=itemgetter(0)):
            found[key] = [(session, day) for _training, session, day in sessions]
    return found


def _joined(s: Session, trainings: list[UUID]) -> dict[Pair, date]:
    """Pair > the day from which on the person had the place of somebody who left."""
    before = aliased(Enrolment)
    found: dict[Pair, date] = {}
    for part in chunked(trainings):
        rows = s.execute(
            select(Enrolment.training_id, Enrolment.person_id, before.left_on)
            .join(before, before.id == Enrolment.replaces_id)
            .where(Enrolment.training_id.in_(part), before.left_on.is_not(None))
        )
        found |= {(training, person): day for training, person, day in rows if day}
    return found


def _settled(s: Session, trainings: Iterable[UUID]) -> dict[Pair, date]:
    """Pair > the day on which somebody last was done with this person's absences."""
    found: dict[Pair, date] = {}
    for part in chunked(list(trainings)):
        rows = s.execute(
            select(Task.training_id, Task.person_id, func.max(Task.done_on))
            .where(
                Task.kind == TaskKind.ABSENCE,
                Task.state == TaskState.DONE,
                Task.done_on.is_not(None),
                Task.training_id.in_(part),
            )
            .group_by(Task.training_id, Task.person_id)
        )
        found |= {(training, person): day for training, person, day in rows if training and person and day}
    return found
