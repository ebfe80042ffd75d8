"""What sessions decided: written down, corrected, done; for the minutes, the trainer's report and the next time."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Resolution, TrainingSession
from trainer_app.domain.resolutions import ResolutionForm, ResolutionLine
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _


def of_session(s: Session, session_id: UUID) -> tuple[ResolutionLine, ...]:
    """In the order in which they were written down."""
    wanted = select(Resolution).where(Resolution.session_id == session_id)
    return tuple(map(_line, s.scalars(wanted.order_by(Resolution.position, Resolution.id))))


def of_training(s: Session, training_id: UUID) -> tuple[ResolutionLine, ...]:
    """Of all its sessions, the first day first."""
    rows = s.scalars(
        select(Resolution)
        .join(TrainingSession, TrainingSession.id == Resolution.session_id)
        .where(TrainingSession.training_id == training_id)
        .order_by(TrainingSession.day, TrainingSession.starts, Resolution.position, Resolution.id)
    )
    return tuple(map(_line, rows))


def add(s: Session, session_id: UUID, form: ResolutionForm) -> UUID:
    """One more, at the end of the session's list."""
    last = s.scalar(select(func.max(Resolution.position)).where(Resolution.session_id == session_id))
    row = Resolution(session_id=session_id, position=(last or 0) + 1, **_columns(form))
    s.add(row)
    return row.id


def edit(s: Session, resolution_id: UUID, form: ResolutionForm) -> None:
    row = s.get_one(Resolution, resolution_id)
    for name, value in _columns(form).items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def set_done(s: Session, resolution_id: UUID, day: date | None) -> None:
    """The day on which it was done; None while it is not."""
    s.get_one(Resolution, resolution_id).done_on = day


def remove(s: Session, resolution_id: UUID) -> None:
    take_away(s.get_one(Resolution, resolution_id))


def _columns(form: ResolutionForm) -> dict[str, object]:
    words = form.words.strip()
    if not words:
        raise TrainerError(_("Write what was decided."), "no_words")
    return {"words": words, "owner": tidy(form.owner), "due": form.due}


def _line(row: Resolution) -> ResolutionLine:
    return ResolutionLine(row.id, row.session_id, ResolutionForm(row.words, row.owner, row.due), row.done_on)
