"""The reports, minutes and letters that the print centre is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from trainer_app.documents import report_papers
from trainer_app.documents.papers import Paper
from trainer_app.services import training_report
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.screens.print_centre.order import Make, Order
from trainer_app.ui.work import Work


def _report(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    told = work.read(training_report.report, order.subject, order.language)
    return report_papers.training_report(told, order.language, today, order.copies)


MAKERS: Mapping[Kind, Make] = {
    Kind.REPORT: _report,
}
