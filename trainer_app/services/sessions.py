"""Sessions: what stands on which day, what would clash, and what the trainer noted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from uuid import UUID

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.records import (
    Enrolment,
    Group,
    Mark,
    Person,
    SessionNote,
    Training,
    TrainingSession,
    TrainingTrainer,
)
from trainer_app.domain.attendance import CAME
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import folded
from trainer_app.domain.trainings import Clash, NewTraining, SessionLine, SessionNotes, overlap, training_days
from trainer_app.services import curriculum


def sessions(
    s: Session,
    language: str,
    first: date | None = None,
    last: date | None = None,
    training_id: UUID | None = None,
) -> tuple[SessionLine, ...]:
    """Sessions in the order of their days and hours, with how many came."""
    rows = s.execute(_wanted(first, last, training_id)).all()
    titles = curriculum.titles(s, [training.module_id for _, training, _ in rows], language)
    keys = {training.id for _, training, _ in rows}
    order, names, enrolled = _order(s, keys), _trainers(s, keys), _enrolled(s, keys)
    counts = _counts(s, [row.id for row, _, _ in rows])
    return tuple(
        SessionLine(
            id=row.id,
            training_id=training.id,
            training_code=training.code,
            title=training.title or titles[training.module_id],
            number=order[training.id].index(row.id) + 1,
            of=len(order[training.id]),
            day=row.day,
            starts=row.starts,
            ends=row.ends,
            venue=row.venue,
            group=group or "",
            trainers=", ".join(names.get(training.id, ())),
            enrolled=enrolled.get(training.id, 0),
            came=counts.get(row.id, (0, 0))[0],
            marked=counts.get(row.id, (0, 0))[1],
            moved_from=row.planned_day if row.planned_day != row.day else None,
            cut=row.cut,
        )
        for row, training, group in rows
    )


def one(s: Session, session_id: UUID, language: str) -> SessionLine:
    training_id = s.get_one(TrainingSession, session_id).training_id
    return next(line for line in sessions(s, language, training_id=training_id) if line.id == session_id)


def siblings(s: Session, session_id: UUID, language: str) -> tuple[SessionLine, ...]:
    """All sessions of the training that this one belongs to, itself included; none when it was taken out."""
    row = s.scalars(select(TrainingSession).where(TrainingSession.id == session_id)).first()
    return sessions(s, language, training_id=row.training_id) if row else ()


def clashes(s: Session, order: NewTraining, language: str) -> tuple[Clash, ...]:
    """Sessions that already want the same trainer, venue or group. Shown before saving; never in the way."""
    days = training_days(order.first_day, max(order.days, 1), order.skip_sundays)
    return tuple(
        clash
        for day in days
        for clash in on(
            s,
            day,
            order.starts,
            order.ends,
            language,
            venue=order.venue,
            trainers=order.trainers,
            group_id=order.group_id,
        )
    )


def clashes_of_move(
    s: Session, session_id: UUID, day: date, starts: time, ends: time, language: str, venue: str | None = None
) -> tuple[Clash, ...]:
    """What holding the session then would clash with; at its own venue unless another is named."""
    row = s.get_one(TrainingSession, session_id)
    training = s.get_one(Training, row.training_id)
    trainers = s.scalars(select(TrainingTrainer.person_id).where(TrainingTrainer.training_id == training.id)).all()
    return on(
        s,
        day,
        starts,
        ends,
        language,
        venue=row.venue if venue is None else venue,
        trainers=trainers,
        group_id=training.group_id,
        but=session_id,
    )


def on(
    s: Session,
    day: date,
    starts: time,
    ends: time,
    language: str,
    *,
    venue: str = "",
    trainers: Iterable[UUID] = (),
    group_id: UUID | None = None,
    but: UUID | None = None,
) -> tuple[Clash, ...]:
    """What else is planned in these hours with one of these trainers, at this venue or for this group."""
    wanted = dict(s.execute(select(Person.id, Person.name).where(Person.id.in_(list(trainers)))).all())
    found = []
    for line in sessions(s, language, day, day):
        if line.id == but or not overlap(starts, ends, line.starts, line.ends):
            continue
        leads = s.scalars(
            select(TrainingTrainer.person_id).where(TrainingTrainer.training_id == line.training_id)
        ).all()
        found += [Clash("trainer", wanted[key], line) for key in leads if key in wanted]
        if venue.strip() and folded(venue) == folded(line.venue):
            found.append(Clash("venue", line.venue, line))
        if group_id is not None and s.get_one(Training, line.training_id).group_id == group_id:
            found.append(Clash("group", line.group, line))
    return tuple(found)


def notes(s: Session, session_id: UUID) -> SessionNotes:
    row = s.get(SessionNote, derived_id("session-note", session_id))
    return SessionNotes(row.worked, row.problems, row.questions, row.next_time) if row else SessionNotes()


def write_notes(s: Session, session_id: UUID, notes: SessionNotes) -> None:
    put(
        s,
        SessionNote,
        derived_id("session-note", session_id),
        session_id=session_id,
        worked=notes.worked,
        problems=notes.problems,
        questions=notes.questions,
        next_time=notes.next_time,
    )


def _wanted(first: date | None, last: date | None, training_id: UUID | None) -> Select[TrainingSession, Training, str]:
    wanted = (
        select(TrainingSession, Training, Group.name)
        .join(Training, Training.id == TrainingSession.training_id)
        .outerjoin(Group, Group.id == Training.group_id)
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )
    if first is not None:
        wanted = wanted.where(TrainingSession.day >= first)
    if last is not None:
        wanted = wanted.where(TrainingSession.day <= last)
    return wanted if training_id is None else wanted.where(TrainingSession.training_id == training_id)


def _order(s: Session, keys: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Training > its sessions in order: a session's number is its place there."""
    rows = s.execute(
        select(TrainingSession.training_id, TrainingSession.id)
        .where(TrainingSession.training_id.in_(keys))
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )
    found: dict[UUID, list[UUID]] = {}
    for training, session in rows:
        found.setdefault(training, []).append(session)
    return found


def _trainers(s: Session, keys: Iterable[UUID]) -> dict[UUID, list[str]]:
    rows = s.execute(
        select(TrainingTrainer.training_id, Person.name)
        .join(Person, Person.id == TrainingTrainer.person_id)
        .where(TrainingTrainer.training_id.in_(keys))
        .order_by(func.lower(Person.name))
    )
    found: dict[UUID, list[str]] = {}
    for training, name in rows:
        found.setdefault(training, []).append(name)
    return found


def _enrolled(s: Session, keys: Iterable[UUID]) -> dict[UUID, int]:
    rows = s.execute(
        select(Enrolment.training_id, func.count(Enrolment.id))
        .where(Enrolment.training_id.in_(keys))
        .group_by(Enrolment.training_id)
    )
    return {key: count for key, count in rows}


def _counts(s: Session, keys: list[UUID]) -> dict[UUID, tuple[int, int]]:
    """Session > (came, marked), of those who are still enrolled."""
    rows = s.execute(
        select(Mark.session_id, func.sum(case((Mark.status.in_(CAME), 1), else_=0)), func.count(Mark.status))
        .join(TrainingSession, TrainingSession.id == Mark.session_id)
        .join(
            Enrolment,
            and_(Enrolment.training_id == TrainingSession.training_id, Enrolment.person_id == Mark.person_id),
        )
        .where(Mark.session_id.in_(keys))
        .group_by(Mark.session_id)
    )
    return {key: (came, marked) for key, came, marked in rows}
