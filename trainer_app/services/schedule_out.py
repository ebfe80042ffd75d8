"""The sessions that leave as a calendar: of the whole office, of one trainer, or of one training."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Change, ChangeRow, Person, Training, TrainingSession, TrainingTrainer
from trainer_app.domain.calendar_events import PlannedEvent, session_uid
from trainer_app.services import places
from trainer_app.services.sessions import sessions

NEVER = (0, datetime(2026, 1, 1, tzinfo=UTC))


def events(
    s: Session,
    language: str,
    first: date | None = None,
    last: date | None = None,
    *,
    trainer_id: UUID | None = None,
    training_id: UUID | None = None,
) -> tuple[PlannedEvent, ...]:
    """Sessions in the order of their days. One that came from a calendar keeps the UID it had there."""
    lines = sessions(s, language, first, last, training_id)
    if trainer_id is not None:
        led = set(s.scalars(select(TrainingTrainer.training_id).where(TrainingTrainer.person_id == trainer_id)))
        lines = tuple(line for line in lines if line.training_id in led)
    keys = [line.id for line in lines]
    changes, rows = _changes(s, keys), _rows(s, keys)
    trainings = _trainings(s, [line.training_id for line in lines])
    where = places.paths(s, [row.place_id for row in trainings.values()])
    return tuple(
        PlannedEvent(
            session_id=line.id,
            uid=rows[line.id].uid or session_uid(line.id),
            series=line.training_code,
            kind=trainings[line.training_id].kind,
            title=line.title,
            number=line.number,
            of=line.of,
            day=line.day,
            starts=line.starts,
            ends=line.ends,
            venue=line.venue,
            place=where[trainings[line.training_id].place_id],
            group=line.group,
            trainers=line.trainers,
            cut=rows[line.id].cut,
            sequence=changes.get(line.id, NEVER)[0],
            changed=changes.get(line.id, NEVER)[1],
        )
        for line in lines
    )


def trainers(s: Session) -> tuple[tuple[UUID, str], ...]:
    """Who leads a training: each has a calendar of their own."""
    leads = select(TrainingTrainer.person_id)
    rows = s.execute(select(Person.id, Person.name).where(Person.id.in_(leads)).order_by(func.lower(Person.name)))
    return tuple((key, name) for key, name in rows)


def _rows(s: Session, keys: list[UUID]) -> dict[UUID, TrainingSession]:
    wanted = (select(TrainingSession).where(TrainingSession.id.in_(part)) for part in chunked(keys))
    return {row.id: row for part in wanted for row in s.scalars(part)}


def _trainings(s: Session, keys: list[UUID]) -> dict[UUID, Training]:
    wanted = (select(Training).where(Training.id.in_(part)) for part in chunked(list(dict.fromkeys(keys))))
    return {row.id: row for part in wanted for row in s.scalars(part)}


def _changes(s: Session, keys: list[UUID]) -> dict[UUID, tuple[int, datetime]]:
    """Session > how often it was changed since it was planned, and when last: what RFC 5545 calls SEQUENCE."""
    found: dict[UUID, tuple[int, datetime]] = {}
    same = and_(ChangeRow.device_id == Change.device_id, ChangeRow.number == Change.number)
    for part in chunked(keys):
        rows = s.execute(
            select(ChangeRow.row_key, func.count(), func.max(Change.clock))
            .join(Change, same)
            .where(ChangeRow.row_key.in_(part), ChangeRow.table_name == TrainingSession.__tablename__)
            .group_by(ChangeRow.row_key)
        )
        found |= {key: (count - 1, datetime.fromtimestamp((clock >> 16) // 1000, UTC)) for key, count, clock in rows}
    return found
