"""What people said of a session with smileys: kept a question at a time, added up for a training."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Feedback, TrainingSession
from trainer_app.domain.feedback import Faces, Question, Said, added
from trainer_app.domain.ids import derived_id
from trainer_app.errors import TrainerError
from trainer_app.i18n import _


def of_session(s: Session, session_id: UUID) -> dict[Question, Faces]:
    """In the order in which they are asked; a question that nobody answered is not in it."""
    return _said(s, select(Feedback).where(Feedback.session_id == session_id)).get(session_id, {})


def of_training(s: Session, training_id: UUID) -> dict[Question, Faces]:
    """All sessions of a training together, those that were cut left out."""
    held = select(TrainingSession.id).where(TrainingSession.training_id == training_id, TrainingSession.cut.is_(False))
    return added(_said(s, select(Feedback).where(Feedback.session_id.in_(held))).values())


def record(s: Session, session_id: UUID, question: Question, faces: Faces) -> None:
    """Keep a count, in place of the one before. No smiley and no words: as if nobody had asked."""
    if min(faces.good, faces.middle, faces.bad) < 0:
        raise TrainerError(_("A count of smileys is 0 or more."), "negative_faces")
    key, note = derived_id("feedback", session_id, question), faces.note.strip()
    if faces.all or note:
        values = {"good": faces.good, "middle": faces.middle, "bad": faces.bad, "note": note}
        put(s, Feedback, key, session_id=session_id, question=question.value, **values)
    elif (row := s.get(Feedback, key)) is not None:
        take_away(row)


def record_all(s: Session, session_id: UUID, said: Said) -> None:
    """Every question of a session: one that is not in `said` was not asked."""
    for question in Question:
        record(s, session_id, question, said.get(question, Faces()))


def _said(s: Session, wanted: Select[Feedback]) -> dict[UUID, dict[Question, Faces]]:
    """Session > what was said. A question of a newer program that we do not know is passed over."""
    known = set(Question)
    found: dict[UUID, dict[Question, Faces]] = {}
    for row in s.scalars(wanted):
        if row.question in known:
            faces = Faces(row.good, row.middle, row.bad, row.note)
            found.setdefault(row.session_id, {})[Question(row.question)] = faces
    return {key: {one: told[one] for one in Question if one in told} for key, told in found.items()}
