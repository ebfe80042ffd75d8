"""Reading the journal: the history of a record, and imports that can still be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import (
    Change,
    ChangeRow,
    Consent,
    Enrolment,
    Mark,
    Membership,
    NationalId,
    PairVerdict,
    PersonPair,
    Post,
    Sitting,
    TestTally,
    TrainerProfile,
    TrainingSession,
    TrainingTest,
    User,
)
from trainer_app.db.undo import Gesture, stands
from trainer_app.i18n import N_, Label

IMPORT = N_("Import {count} people from {file}")
IMPORT_GROUPS = N_("Import {count} groups from {file}")
IMPORT_ATTENDANCE = N_("Import attendance from {file}")
IMPORT_SCORES = N_("Import scores from {file}")
IMPORTS = (IMPORT, IMPORT_GROUPS, IMPORT_ATTENDANCE, IMPORT_SCORES)
KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One field of one record, changed once."""

    when: datetime
    who: str
    label: Label
    undoes: bool
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class PastGesture:
    when: datetime
    gesture: Gesture
    rows: int


def of(s: Session, keys: Sequence[UUID]) -> tuple[HistoryLine, ...]:
    """Every change of these rows, the latest first."""
    rows = s.execute(
        select(Change, ChangeRow, User.name)
        .join(ChangeRow, _same_change())
        .outerjoin(User, User.id == Change.actor_id)
        .where(ChangeRow.row_key.in_(keys))
        .order_by(Change.clock.desc(), ChangeRow.position)
        .execution_options(**{INCLUDE_GONE: True})
    ).all()
    return tuple(
        HistoryLine(
            moment(change.clock),
            who or "",
            Label(change.label, change.label_values),
            not change.forward,
            field,
            (row.before or {}).get(field),
            value,
        )
        for change, row, who in rows
        for field, value in (row.after or {}).items()
        if row.before is None or row.before.get(field) != value
    )


def rows_of_training(s: Session, training_id: UUID) -> list[UUID]:
    """The rows that make up a training: its sessions, enrolments, marks, tests and sittings, gone ones too."""
    sessions = select(TrainingSession.id).where(TrainingSession.training_id == training_id)
    wanted = [
        sessions,
        select(Enrolment.id).where(Enrolment.training_id == training_id),
        select(Sitting.id).where(Sitting.training_id == training_id),
        select(TrainingTest.id).where(TrainingTest.training_id == training_id),
        select(TestTally.id).where(TestTally.training_id == training_id),
        select(Mark.id).where(Mark.session_id.in_(sessions)),
    ]
    return [key for rows in wanted for key in s.scalars(rows.execution_options(**{INCLUDE_GONE: True}))]


def rows_of_person(s: Session, person_id: UUID) -> list[UUID]:
    """The rows that make up a person: memberships, posts, cards, consent and the like, gone ones too.

    An entry that was made one with this person has a past of its own, which is this person's.
    """
    kinds = (Membership, Post, NationalId, Consent, TrainerProfile, Enrolment)
    persons = _all_entries(s, person_id)
    wanted = [select(kind.id).where(kind.person_id.in_(persons)) for kind in kinds]
    found = [key for rows in wanted for key in s.scalars(rows.execution_options(**{INCLUDE_GONE: True}))]
    return [*persons, *found]


def _all_entries(s: Session, person_id: UUID) -> list[UUID]:
    """The person, and every entry that became part of them."""
    found = [person_id]
    for kept in found:
        merges = select(PersonPair.first_id, PersonPair.second_id).where(
            PersonPair.kept_id == kept, PersonPair.verdict == PairVerdict.MERGED
        )
        found += [key for pair in s.execute(merges) for key in pair if key not in found]
    return found


def imports(s: Session, now: datetime) -> tuple[PastGesture, ...]:
    """Imports of the last thirty days that still stand, the latest first."""
    since = int((now - KEPT_FOR).timestamp() * 1000) << 16
    rows = s.execute(
        select(Change, func.count(ChangeRow.position))
        .join(ChangeRow, _same_change())
        .where(Change.label.in_(IMPORTS), Change.of_number.is_(None), Change.clock >= since)
        .group_by(Change.device_id, Change.number)
        .order_by(Change.clock.desc())
    )
    return tuple(
        PastGesture(moment(change.clock), _gesture(change), count)
        for change, count in rows
        if stands(s, change.device_id, change.number)
    )


def last_saved(s: Session) -> datetime | None:
    clock = s.scalar(select(func.max(Change.clock)))
    return moment(clock) if clock else None


def moment(clock: int) -> datetime:
    """The wall time in a hybrid clock, as the laptop shows it."""
    return datetime.fromtimestamp((clock >> 16) / 1000, UTC).astimezone()


def _gesture(change: Change) -> Gesture:
    return Gesture(change.device_id, change.number, Label(change.label, change.label_values))


def _same_change() -> sa.ColumnElement[bool]:
    return sa.and_(ChangeRow.device_id == Change.device_id, ChangeRow.number == Change.number)
