"""Changing a plan: a session cut or restored, a whole training moved. Each keeps its reason; nothing is closed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Training, TrainingSession
from trainer_app.domain.plans import laid_out
from trainer_app.domain.trainings import Clash, SessionDeed, Slot
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import calendar, clashes, session_events, trainings


@dataclass(frozen=True, slots=True)
class Shift:
    """Where a whole training is to go: its first day that can still be moved, and what is left out on the way."""

    first_day: date
    skip_sundays: bool = True
    skip_days_off: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """What moving a training comes to: session > its new day, how many stay, and what would clash."""

    days: tuple[tuple[UUID, date, date], ...]
    """(session, day, new day), in the order of the days."""
    staying: int
    clashes: tuple[Clash, ...] = ()


def cut(s: Session, session_id: UUID, reason: str, on: date) -> None:
    """It will not be held; it stays in the plan, struck through, with the reason. Raises TrainerError."""
    row = s.get_one(TrainingSession, session_id)
    if not reason.strip():
        raise TrainerError(_("Write why the session will not be held."), "no_reason")
    if trainings.is_marked(s, row):
        raise TrainerError(_(trainings.HELD), "session_marked")
    if not row.cut:
        row.cut = True
        session_events.note(s, row, SessionDeed.CUT, on, reason, session_events.when(row))


def restore(s: Session, session_id: UUID, reason: str, on: date) -> None:
    """It will be held after all."""
    row = s.get_one(TrainingSession, session_id)
    if row.cut:
        row.cut = False
        session_events.note(s, row, SessionDeed.RESTORED, on, reason, session_events.when(row))


def shifted(s: Session, training_id: UUID, shift: Shift, language: str) -> Shifted:
    """What moving the training would come to: looked at before it is done.

    Sessions that people are marked in were held: they stay. Those that were cut go along and stay cut.
    """
    rows = _rows(s, training_id)
    held = trainings.marked(s, training_id)
    moving = [row for row in rows if row.id not in held]
    if not moving:
        return Shifted((), len(rows))
    new = laid_out([row.day for row in moving], shift.first_day, shift.skip_sundays, _closed(s, training_id, shift))
    days = tuple((row.id, row.day, new[row.day]) for row in moving)
    wanted = [Slot(new[row.day], row.starts, row.ends) for row in moving if not row.cut]
    wish = clashes.wish_of_training(s, training_id, all_moved=True)
    return Shifted(days, len(rows) - len(moving), clashes.of_slots(s, wanted, wish, language))


def move_training(
    s: Session, training_id: UUID, shift: Shift, reason: str = "", on: date | None = None, keep_clashes: bool = False
) -> Shifted:
    """Move all sessions that are still to be held: the gaps between their days are kept. Raises TrainerError."""
    told = shifted(s, training_id, shift, "en")
    if not told.days:
        raise TrainerError(_("All sessions of this training were held: there is nothing to move."), "all_held")
    for session_id, before, after in told.days:
        row = s.get_one(TrainingSession, session_id)
        trainings.move_session(s, session_id, after, row.starts, row.ends, reason=reason, on=on)
        if keep_clashes and before != after:
            here = [clash for clash in told.clashes if clash.day == after]
            session_events.note_clashes(s, row, here, on, reason)
    return told


def by_days(s: Session, training_id: UUID, days: int) -> date:
    """The first day that can still be moved, so many days on or back; of a training that was held, its first."""
    held, rows = trainings.marked(s, training_id), _rows(s, training_id)
    moving = [row.day for row in rows if row.id not in held]
    return min(moving or [row.day for row in rows]) + timedelta(days=days)


def _rows(s: Session, training_id: UUID) -> list[TrainingSession]:
    wanted = select(TrainingSession).where(TrainingSession.training_id == training_id)
    return list(s.scalars(wanted.order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)))


def _closed(s: Session, training_id: UUID, shift: Shift) -> Collection[date]:
    if not shift.skip_days_off:
        return ()
    place = s.get_one(Training, training_id).place_id
    return calendar.closed_days(s, shift.first_day, shift.first_day + timedelta(days=730), place)
