"""Sessions: what stands on which day, how many came, and what the trainer noted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select
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
from trainer_app.domain.attendance import Heads
from trainer_app.domain.ids import derived_id
from trainer_app.domain.rules import Attended
from trainer_app.domain.trainings import SessionLine, SessionNotes
from trainer_app.services import attended, curriculum, head_counts, session_events
from trainer_app.services.rules import rule

NOBODY = dict.fromkeys(("enrolled", "came", "marked", "expected", "outsiders"), 0)


def sessions(
    s: Session,
    language: str,
    first: date | None = None,
    last: date | None = None,
    training_id: UUID | None = None,
) -> tuple[SessionLine, ...]:
    """Sessions in the order of their days and hours, with how many came. Those that were cut are among them."""
    return _lines(s, _wanted(first, last, training_id), language)


def lines(s: Session, keys: Collection[UUID], language: str) -> dict[UUID, SessionLine]:
    """Key > session, of a few sessions of different trainings: when, where and what, and nobody is counted."""
    if not keys:
        return {}
    wanted = _wanted().where(TrainingSession.id.in_(keys))
    return {line.id: line for line in _lines(s, wanted, language, counted=False)}


def _lines(
    s: Session, wanted: Select[TrainingSession, Training, str], language: str, counted: bool = True
) -> tuple[SessionLine, ...]:
    rows = s.execute(wanted).all()
    titles = curriculum.titles(s, [training.module_id for _, training, _ in rows], language)
    trainings = {training.id for _, training, _ in rows}
    keys = [row.id for row, _, _ in rows]
    order, names = _order(s, trainings), _trainers(s, trainings)
    counts = _counts(s, keys) if counted else {}
    heads = head_counts.of_sessions(s, keys) if counted else {}
    deeds = session_events.latest(s, keys) if counted else {}
    found = []
    for row, training, group in rows:
        planned, latest = order[training.id], deeds.get(row.id, session_events.Latest())
        came = NOBODY if row.cut else counts.get(row.id, NOBODY)
        found.append(
            SessionLine(
                id=row.id,
                training_id=training.id,
                training_code=training.code,
                title=training.title or titles[training.module_id],
                number=planned.numbers[row.id],
                of=max(planned.last, planned.numbers[row.id]),  # a last one that is cut is not the fifth of four
                day=row.day,
                starts=row.starts,
                ends=row.ends,
                venue=row.venue,
                group=group or "",
                trainers=", ".join(names.get(training.id, ())),
                moved_from=row.planned_day if row.planned_day != row.day else None,
                cut=row.cut,
                kind=training.kind,
                why=latest.why,
                clash_kept=latest.clash_kept,
                topic=row.topic,
                places=training.places,
                heads=heads.get(row.id, Heads()).all,
                **came,
            )
        )
    return tuple(found)


def one(s: Session, session_id: UUID, language: str) -> SessionLine:
    training_id = s.get_one(TrainingSession, session_id).training_id
    return next(line for line in sessions(s, language, training_id=training_id) if line.id == session_id)


def siblings(s: Session, session_id: UUID, language: str) -> tuple[SessionLine, ...]:
    """All sessions of the training that this one belongs to, itself included; none when it was taken out."""
    row = s.scalars(select(TrainingSession).where(TrainingSession.id == session_id)).first()
    return sessions(s, language, training_id=row.training_id) if row else ()


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


def _wanted(
    first: date | None = None, last: date | None = None, training_id: UUID | None = None
) -> Select[TrainingSession, Training, str]:
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


@dataclass(slots=True)
class _Planned:
    """The sessions of a training: each keeps its number when another one is cut, as printed sheets have it."""

    numbers: dict[UUID, int] = field(default_factory=dict)
    last: int = 0
    """The number of the last one that is held; of the last one at all when all are cut."""


def _order(s: Session, keys: Iterable[UUID]) -> dict[UUID, _Planned]:
    """Training > the numbers of its sessions."""
    rows = s.execute(
        select(TrainingSession.training_id, TrainingSession.id, TrainingSession.cut)
        .where(TrainingSession.training_id.in_(keys))
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )
    found: dict[UUID, _Planned] = {}
    for training, session, cut in rows:
        planned = found.setdefault(training, _Planned())
        planned.numbers[session] = len(planned.numbers) + 1
        planned.last = planned.last if cut else len(planned.numbers)
    for planned in found.values():
        planned.last = planned.last or len(planned.numbers)
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


def _counts(s: Session, keys: list[UUID]) -> dict[UUID, dict[str, int]]:
    """Session > how many are expected there, came and are marked. Who left before is expected no more."""
    own, marked = Enrolment.outsider.is_(False), Mark.status.is_not(None)
    there = or_(Enrolment.left_on.is_(None), Enrolment.left_on > TrainingSession.day, marked)
    kept = rule(s, Attended)
    came, expected = attended.came(kept), attended.expected(kept)
    counted = {
        "enrolled": and_(own, there),
        "came": and_(own, came),
        "marked": and_(own, marked),
        "expected": and_(own, expected),
        "outsiders": and_(Enrolment.outsider, came),
    }
    rows = s.execute(
        select(TrainingSession.id, *(attended.count(condition).label(name) for name, condition in counted.items()))
        .join(Enrolment, Enrolment.training_id == TrainingSession.training_id)
        .outerjoin(Mark, and_(Mark.session_id == TrainingSession.id, Mark.person_id == Enrolment.person_id))
        .where(TrainingSession.id.in_(keys), attended.participates())
        .group_by(TrainingSession.id)
    )
    return {row.id: {name: getattr(row, name) for name in counted} for row in rows}
