"""Answers to the single questions of a test, typed from the answer sheets: the score follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Sitting
from trainer_app.domain.answers import AnsweredSheet, Question, points
from trainer_app.domain.scores import FORMS, Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, ngettext
from trainer_app.services import enrolments, scores, test_items


def questions(s: Session, training_id: UUID, phase: Phase, language: str = "") -> dict[str, tuple[Question, ...]]:
    """Form > its questions in their order; with their words where a language is named."""
    module = scores.test(s, training_id, phase).module_id
    asked = test_items.questions(s, module, "", language) if language else test_items.keys(s, module)
    forms = dict.fromkeys(question.form for question in asked)
    return {form: tuple(question for question in asked if question.form == form) for form in forms}


def record_answers(
    s: Session, training_id: UUID, person_id: UUID, phase: Phase, answers: Sequence[str], form: str = ""
) -> float | None:
    """Keep what a person answered, in the order of the questions, and the score that follows; it is returned.

    `answers` is what `parse_answers` read. None at all clears the sheet and its score. `form` is told where the person
    had another one than planned.
    """
    if not answers:
        scores.record(s, training_id, person_id, phase, None)
        return None
    given = scores.test(s, training_id, phase)
    before = scores.sitting(s, training_id, person_id, phase)
    form = form or (before.form if before is not None else scores.form_of(s, given, training_id, person_id))
    asked = _asked(s, given.module_id, form)
    if len(answers) != len(asked):
        words = ngettext("Form {form} has {count} question.", "Form {form} has {count} questions.", len(asked))
        raise TrainerError(words.format(form=form, count=len(asked)), "answers")
    enrolments.require_enrolled(s, training_id, person_id)
    kept = {question.item_id: answer for question, answer in zip(asked, answers, strict=True)}
    score = points(kept, asked, given.maximum)
    sheet = {str(item): answer for item, answer in kept.items()}
    values = {"form": form, "way": given.plan.way, "score": score, "absent": False, "answers": sheet}
    scores.write(s, training_id, person_id, phase, **values)
    return score


def set_form(s: Session, training_id: UUID, person_id: UUID, phase: Phase, form: str) -> None:
    """The form that somebody had, where it is not the one planned: typed answers are marked again by it."""
    if form not in FORMS:
        raise TrainerError(_("There is no form {form}.").format(form=form), "form")
    row = scores.sitting(s, training_id, person_id, phase)
    if row is None:
        raise TrainerError(_("Write the score first, then the form."), "not_entered")
    if row.answers and row.form != form:
        given = scores.answers_of(row)
        asked = _asked(s, scores.test(s, training_id, phase).module_id, row.form)
        record_answers(s, training_id, person_id, phase, [given.get(one.item_id, "") for one in asked], form)
    row.form = form


def sheets(s: Session, training_id: UUID) -> tuple[AnsweredSheet, ...]:
    """Every answer sheet of the training that was typed."""
    rows = s.scalars(select(Sitting).where(Sitting.training_id == training_id))
    return tuple(
        AnsweredSheet(row.person_id, row.phase, row.form, scores.answers_of(row)) for row in rows if row.answers
    )


def _asked(s: Session, module_id: UUID | None, form: str) -> tuple[Question, ...]:
    asked = test_items.keys(s, module_id, form)
    if not asked:
        raise TrainerError(_("Form {form} of this test has no questions.").format(form=form), "no_questions")
    return asked
