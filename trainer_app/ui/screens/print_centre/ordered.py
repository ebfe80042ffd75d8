"""The paper that follows from an order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from trainer_app.documents.papers import Paper
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.ui.screens.print_centre import curriculum_order, list_order, report_order, test_order
from trainer_app.ui.screens.print_centre.kinds import OF_CURRICULUM, OF_TRAINING, Kind
from trainer_app.ui.screens.print_centre.order import Order
from trainer_app.ui.work import Work

MAKERS = {**curriculum_order.MAKERS, **list_order.MAKERS, **report_order.MAKERS, **test_order.MAKERS}


def paper(work: Work, order: Order, today: date) -> Paper | str:
    """The paper with everything it needs read; or a sentence that says what is wanting."""
    if order.subject is None and order.kind not in (Kind.PEOPLE, Kind.CALLS):
        return WANTING[order.kind]()
    try:
        return MAKERS[order.kind](work, order, today)
    except TrainerError as problem:
        return str(problem)


def _no_curriculum() -> str:
    return _("There is no module yet.")


def _no_training() -> str:
    return _("There is no training yet. Plan one in the schedule first.")


WANTING: dict[Kind, Callable[[], str]] = {
    **dict.fromkeys(OF_CURRICULUM, _no_curriculum),
    **dict.fromkeys(OF_TRAINING, _no_training),
}
