"""The papers around a test and around what people say and show, ready to be looked at, printed and saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from trainer_app.documents import answer_slips, checklist_form, feedback_form, oral_form
from trainer_app.documents.choices import phase_word
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper, of_training
from trainer_app.domain.answer_sheets import AnswerSheets
from trainer_app.domain.attendance import RegisterDay, TrainingHead
from trainer_app.domain.checklists import Checklist
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import TestForm
from trainer_app.domain.printed import NOBODY, Holder
from trainer_app.domain.scores import Phase, Way
from trainer_app.i18n import Catalog

__test__ = False  # pytest would take the module for one of tests

Draw = Callable[[], bytes]


def answer_sheets(sheets: AnswerSheets, language: str, today: date, code_only: bool = False, copies: int = 1) -> Paper:
    """One for each person of the register, with the form that they get."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return answer_slips.write(sheets, t, path, tick, code_only, today)

    return of_training(
        sheets.head,
        document="answer_sheets",
        title=f"{answer_slips.title(t)} {sheets.head.code} {phase_word(t, sheets.phase)}",
        language=language,
        draw=partial(answer_slips.as_bytes, sheets, t, code_only, today),
        save=save,
        copies=copies,
    )


def oral(
    form: TestForm,
    phase: Phase,
    way: Way,
    today: date,
    subject: UUID | None = None,
    holder: Holder = NOBODY,
    copies: int = 1,
) -> Paper:
    """For who counts the cards, hands or beans of a room."""
    t = Catalog(form.language)

    def save(path: Path, tick: Tick) -> Written:
        return oral_form.write(form, t, path, tick, phase, way, today)

    states: dict[str, TextState] = {form.language: form.state}
    return Paper(
        document="oral_form",
        title=f"{oral_form.title(form, t).replace(':', '')} {phase_word(t, phase)} {t.language.upper()}",
        language=form.language,
        draw=partial(oral_form.as_bytes, form, t, phase, way, today),
        save=save,
        subject=subject,
        holder=holder,
        states=states,
        copies=copies,
    )


def feedback(
    head: TrainingHead, day: RegisterDay, language: str, today: date, reading: bool = True, copies: int = 1
) -> Paper:
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return feedback_form.write(head, day, t, path, tick, reading, today)

    draw = partial(feedback_form.as_bytes, head, day, t, reading, today)
    return _of_day("feedback_form", t.gettext("Feedback form"), head, day, t, draw, save, copies)


def feedback_tally(head: TrainingHead, day: RegisterDay, language: str, today: date, copies: int = 1) -> Paper:
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return feedback_form.write_tally(head, day, t, path, tick, today)

    draw = partial(feedback_form.tally_as_bytes, head, day, t, today)
    return _of_day("feedback_tally", feedback_form.tally_title(t), head, day, t, draw, save, copies)


def checklist(head: TrainingHead, kind: Checklist, language: str, today: date, copies: int = 1) -> Paper:
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return checklist_form.write(head, kind, t, path, tick, today)

    return of_training(
        head,
        document="checklist",
        title=f"{checklist_form.title(kind, t)} {head.code}",
        language=language,
        draw=partial(checklist_form.as_bytes, head, kind, t, today),
        save=save,
        copies=copies,
    )


def _of_day(
    document: str,
    title: str,
    head: TrainingHead,
    day: RegisterDay,
    t: Catalog,
    draw: Draw,
    save: Callable[[Path, Tick], Written],
    copies: int,
) -> Paper:
    return of_training(
        head,
        document=document,
        title=f"{title} {head.code} {day.day}",
        language=t.language,
        draw=draw,
        save=save,
        copies=copies,
    )
