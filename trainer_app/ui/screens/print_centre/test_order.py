"""Answer sheets, counting forms, feedback forms and checklists that the print centre is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from trainer_app.documents import test_papers
from trainer_app.documents.papers import Paper
from trainer_app.domain.attendance import RegisterDay, TrainingHead
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import answer_sheets, attendance, material, trainings
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.screens.print_centre.order import Make, Order
from trainer_app.ui.work import Work


def _answer_sheets(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    sheets = work.read(answer_sheets.of_training, order.subject, order.phase, order.language, today)
    return test_papers.answer_sheets(sheets, order.language, today, order.code_only, order.copies)


def _oral(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    form = work.read(material.test_of, order.subject, order.test, order.language, today)
    return test_papers.oral(form, order.phase, order.way, today, order.subject, order.holder, order.copies)


def _feedback(work: Work, order: Order, today: date) -> Paper:
    head, day = _day(work, order)
    return test_papers.feedback(head, day, order.language, today, order.reading, order.copies)


def _feedback_tally(work: Work, order: Order, today: date) -> Paper:
    head, day = _day(work, order)
    return test_papers.feedback_tally(head, day, order.language, today, order.copies)


def _checklist(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    head = work.read(trainings.head, order.subject, order.language)
    return test_papers.checklist(order.inked(head), order.checklist, order.language, today, order.copies)


def _day(work: Work, order: Order) -> tuple[TrainingHead, RegisterDay]:
    assert order.subject is not None
    register = work.read(attendance.register, order.subject, order.language)
    day = next((one for one in register.days if one.number == order.day), None)
    if day is None:
        raise TrainerError(_("This training has no such day."))
    return order.inked(register.head), day


MAKERS: Mapping[Kind, Make] = {
    Kind.ANSWER_SHEETS: _answer_sheets,
    Kind.ORAL: _oral,
    Kind.FEEDBACK: _feedback,
    Kind.FEEDBACK_TALLY: _feedback_tally,
    Kind.CHECKLIST: _checklist,
}
