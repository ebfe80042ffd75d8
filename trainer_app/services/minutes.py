"""What the minutes of one session say: read from the register, the notes and the decisions."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from trainer_app.db.records import TrainingSession
from trainer_app.domain.attendance import Register, attended
from trainer_app.domain.minutes import MeetingMinutes, Present, agenda
from trainer_app.domain.resolutions import ResolutionLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import attendance, head_counts, material, resolutions, sessions


def of_day(s: Session, training_id: UUID, number: int, language: str, today: date) -> MeetingMinutes:
    """Of the session with this number among the days of the training. Raises TrainerError when there is none."""
    register = attendance.register(s, training_id, language)
    day = next((one for one in register.days if one.number == number), None)
    if day is None:
        words = _("The training has no day {number}, or it was cut.")
        raise TrainerError(words.format(number=number), "no_day")
    row = s.get_one(TrainingSession, day.session_id)
    return MeetingMinutes(
        register.head,
        number,
        day.day,
        day.starts,
        day.ends,
        row.venue or register.head.venue,
        agenda(row.topic, _titles(s, training_id, language, today)),
        _people(register, day.session_id),
        head_counts.heads(s, day.session_id),
        sessions.notes(s, day.session_id),
        resolutions.of_session(s, day.session_id),
        _open_before(s, training_id, row),
    )


def _titles(s: Session, training_id: UUID, language: str, today: date) -> tuple[str, ...]:
    return tuple(unit.title for unit in material.units_of(s, training_id, language, today))


def _people(register: Register, session_id: UUID) -> tuple[Present, ...]:
    """Everybody who was expected, in the order of the list."""
    column, day = register.column(session_id), register.days[register.column(session_id)]
    return tuple(
        Present(line.number, line.name, line.sex, line.organisation, cell.status, attended(cell, register.rule))
        for line in register.lines
        for cell in (line.cells[column],)
        if not line.leads and (cell.status is not None or not line.has_left(day))
    )


def _open_before(s: Session, training_id: UUID, row: TrainingSession) -> tuple[ResolutionLine, ...]:
    days = {line.id: line.day for line in sessions.sessions(s, "en", last=row.day, training_id=training_id)}
    return tuple(
        line
        for line in resolutions.of_training(s, training_id)
        if line.session_id != row.id and line.session_id in days and not line.is_done
    )
