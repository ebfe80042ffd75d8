"""Answers to the single questions of a test, typed from the answer sheets: the score follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Sitting
from trainer_app.domain.answers import AnsweredSheet, Question, points
from trainer_app.domain.scores import FORMS, Mark, Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, ngettext
from trainer_app.services import given_tests, test_items
from trainer_app.services.sitters import Sitters, answers_of, by_question

Answered = tuple[UUID, Phase, Sequence[str], str]
"""A person, the phase, the answers in the order of the questions, and the form, "" for the one planned."""


def questions(s: Session, training_id: UUID, phase: Phase, language: str = "") -> dict[str, tuple[Question, ...]]:
    """Form > its questions in their order; with their words where a language is named."""
    module = given_tests.test(s, training_id, phase).module_id
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
    return record_many(s, training_id, [(person_id, phase, answers, form)])[0]


def record_many(s: Session, training_id: UUID, wanted: Iterable[Answered]) -> list[float | None]:
    """The same of many people."""
    wanted = list(wanted)
    sitters = Sitters(s, training_id, {person for person, _phase, _answers, _form in wanted})
    asked: dict[tuple[Phase, str], tuple[Question, ...]] = {}
    found: list[float | None] = []
    for person_id, phase, answers, told in wanted:
        if not answers:
            sitters.clear(person_id, phase)
            found.append(None)
            continue
        given, form = sitters.given[phase], told or sitters.form(person_id, phase)
        if (phase, form) not in asked:
            asked[phase, form] = _asked(s, given.module_id, form)
        kept = _kept(asked[phase, form], answers, form)
        found.append(score := points(kept, asked[phase, form], given.maximum))
        sheet = {str(item): answer for item, answer in kept.items()}
        sitters.write(person_id, phase, form, Mark(score), sheet)
    return found


def set_form(s: Session, training_id: UUID, person_id: UUID, phase: Phase, form: str) -> None:
    """The form that somebody had, where it is not the one planned: typed answers are marked again by it."""
    if form not in FORMS:
        raise TrainerError(_("There is no form {form}.").format(form=form), "form")
    sitters = Sitters(s, training_id, [person_id])
    row = sitters.sat.get((person_id, phase))
    if row is None:
        raise TrainerError(_("Write the score first, then the form."), "not_entered")
    if row.answers and row.form != form:
        asked = _asked(s, sitters.given[phase].module_id, row.form)
        answers = answers_of(row)
        record_answers(s, training_id, person_id, phase, [answers.get(one.item_id, "") for one in asked], form)
    row.form = form


def sheets(s: Session, training_id: UUID) -> tuple[AnsweredSheet, ...]:
    """Every answer sheet of the training that was typed."""
    rows = s.execute(
        select(Sitting.person_id, Sitting.phase, Sitting.form, Sitting.answers).where(
            Sitting.training_id == training_id, Sitting.score.is_not(None)
        )
    )
    return tuple(
        AnsweredSheet(person, phase, form, by_question(answers)) for person, phase, form, answers in rows if answers
    )


def _kept(asked: Sequence[Question], answers: Sequence[str], form: str) -> dict[UUID, str]:
    if len(answers) != len(asked):
        words = ngettext("Form {form} has {count} question.", "Form {form} has {count} questions.", len(asked))
        raise TrainerError(words.format(form=form, count=len(asked)), "answers")
    return {question.item_id: answer for question, answer in zip(asked, answers, strict=True)}


def _asked(s: Session, module_id: UUID | None, form: str) -> tuple[Question, ...]:
    asked = test_items.keys(s, module_id, form)
    if not asked:
        raise TrainerError(_("Form {form} of this test has no questions.").format(form=form), "no_questions")
    return asked
