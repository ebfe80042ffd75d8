"""Who sits a test of a training, and which form each of them gets."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import TrainingTrainer
from trainer_app.domain.answer_sheets import AnswerSheets, SheetOwner
from trainer_app.domain.scores import Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import material, scores, trainings


def of_training(s: Session, training_id: UUID, phase: Phase, language: str, day: date) -> AnswerSheets:
    """Everybody on the register who has not left and does not lead. Raises TrainerError where there is no test."""
    given = scores.test(s, training_id, phase)
    if given.module_id is None:
        raise TrainerError(_("This training has no module, so there are no questions."), "no_questions")
    leading = set(s.scalars(select(TrainingTrainer.person_id).where(TrainingTrainer.training_id == training_id)))
    lines = [
        line for line in scores.sheet(s, training_id, language).lines if not line.left and line.person_id not in leading
    ]
    owners = tuple(SheetOwner(line.number, line.name, line.form(phase)) for line in lines)
    forms = sorted({owner.form for owner in owners}) or [given.form_for(1)]
    return AnswerSheets(
        trainings.head(s, training_id, language),
        phase,
        {form: material.test_of(s, given.module_id, form, language, day) for form in forms},
        owners,
    )
