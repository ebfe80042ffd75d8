"""Visits to a group after its training: on which days, by whom, and what was found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Group, Person, Training, TrainingSession, Visit
from trainer_app.domain.follow_up import FollowUp, TaskKind, TaskState, VisitOutcome
from trainer_app.domain.ids import derived_id
from trainer_app.domain.rules import Visits
from trainer_app.domain.trainings import TrainingKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import rules

PROPOSED_FOR = timedelta(days=30)  # after the training; later nobody is reminded of planning them


def proposed(s: Session, training_id: UUID) -> tuple[tuple[int, date], ...]:
    """(days, day) of the visits that the rule gives to the training; none while it has no session or no group."""
    last = _last_day(s, training_id)
    if last is None or s.get_one(Training, training_id).group_id is None:
        return ()
    return tuple((days, last + timedelta(days=days)) for days in sorted(rules.rule(s, Visits).days))


def plan(s: Session, training_id: UUID, days: Iterable[tuple[int, date]], visitor_id: UUID | None = None) -> int:
    """Plan these visits to the group of the training; how many they are. One that is planned already is moved."""
    training = s.get_one(Training, training_id)
    if training.group_id is None:
        raise TrainerError(_("This training is for no group, so there is nobody to visit."), "no_group")
    wanted = list(days)
    for number, day in wanted:
        key = derived_id("visit", training_id, training.group_id, number)
        told = {"group_id": training.group_id, "training_id": training_id, "visitor_id": visitor_id}
        put(s, Visit, key, days=number, planned_on=day, **told)
    return len(wanted)


def add(s: Session, group_id: UUID, day: date, visitor_id: UUID | None = None) -> UUID:
    """A visit that follows no training."""
    row = Visit(group_id=group_id, planned_on=day, visitor_id=visitor_id, note="")
    s.add(row)
    return row.id


def move(s: Session, visit_id: UUID, day: date) -> None:
    s.get_one(Visit, visit_id).planned_on = day


def give_to(s: Session, visit_id: UUID, visitor_id: UUID | None) -> None:
    s.get_one(Visit, visit_id).visitor_id = visitor_id


def done(
    s: Session,
    visit_id: UUID,
    day: date,
    outcome: VisitOutcome,
    note: str,
    today: date,
    visitor_id: UUID | None = None,
) -> None:
    """The visit was made, by whom, and what was found. It cannot have been made tomorrow."""
    if day > today:
        raise TrainerError(_("A visit cannot have been made on a day that has not come."), "future_day")
    row = s.get_one(Visit, visit_id)
    row.done_on, row.outcome, row.note = day, outcome, note.strip()
    row.visitor_id = visitor_id or row.visitor_id


def reopen(s: Session, visit_id: UUID) -> None:
    """It was not made after all."""
    row = s.get_one(Visit, visit_id)
    row.done_on, row.outcome = None, None


def remove(s: Session, visit_id: UUID) -> None:
    take_away(s.get_one(Visit, visit_id))


def planned(s: Session, since: date) -> tuple[FollowUp, ...]:
    """Every visit that was not made yet, and those made since that day."""
    rows = s.execute(
        select(Visit, Person.name)
        .join(Group, Group.id == Visit.group_id)
        .outerjoin(Person, Person.id == Visit.visitor_id)
        .where(or_(Visit.done_on.is_(None), Visit.done_on >= since))
    )
    return tuple(_line(row, visitor or "") for row, visitor in rows)


def to_plan(s: Session, today: date) -> tuple[FollowUp, ...]:
    """Trainings of a group whose visits nobody planned yet: due on their last day, and to be seen before."""
    if not rules.rule(s, Visits).days:
        return ()
    last = func.max(TrainingSession.day)
    rows = s.execute(
        select(Training.id, Training.group_id, last)
        .join(TrainingSession, TrainingSession.training_id == Training.id)
        .where(
            TrainingSession.cut.is_(False),
            Training.group_id.is_not(None),
            Training.kind == TrainingKind.TRAINING,
            Training.id.not_in(select(Visit.training_id).where(Visit.training_id.is_not(None))),
        )
        .group_by(Training.id, Training.group_id)
        .having(last >= today - PROPOSED_FOR)
    )
    return tuple(
        FollowUp(
            derived_id("task", TaskKind.VISIT, training, group, ""),
            TaskKind.VISIT,
            day,
            group_id=group,
            training_id=training,
            since=day,
            to_plan=True,
        )
        for training, group, day in rows
    )


def _line(row: Visit, visitor: str) -> FollowUp:
    return FollowUp(
        row.id,
        TaskKind.VISIT,
        row.planned_on,
        state=TaskState.DONE if row.done_on else TaskState.OPEN,
        group_id=row.group_id,
        training_id=row.training_id,
        done_on=row.done_on,
        outcome=row.outcome.value if row.outcome else "",
        note=row.note,
        visit_days=row.days,
        visitor=visitor,
    )


def _last_day(s: Session, training_id: UUID) -> date | None:
    wanted = select(func.max(TrainingSession.day)).where(
        TrainingSession.training_id == training_id, TrainingSession.cut.is_(False)
    )
    return s.scalar(wanted)
