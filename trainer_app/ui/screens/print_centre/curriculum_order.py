"""The papers of the curriculum that the print centre is asked for: what they need is read here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trainer_app.documents import curriculum_papers
from trainer_app.documents.curriculum_papers import Wanted
from trainer_app.documents.papers import Paper
from trainer_app.documents.props import Boxes
from trainer_app.domain.curriculum import Handout
from trainer_app.domain.material import TestForm
from trainer_app.domain.printed import WITH_HANDOUT
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import curriculum, material
from trainer_app.ui.screens.print_centre.kinds import OF_UNITS, Kind
from trainer_app.ui.screens.print_centre.order import Make, Order
from trainer_app.ui.work import Work


def _wanted(order: Order, today: date) -> Wanted:
    return Wanted(today, order.form, order.by_hand, order.copies, order.subject, order.holder)


def _handouts(work: Work, order: Order, today: date) -> Paper:
    pages, wanted = _pages(work, order, order.language, today), _wanted(order, today)
    others = [(_pages(work, order, language, today), copies) for language, copies in order.others]
    if others or order.by_hand:
        return curriculum_papers.handouts_in_one_job([(pages, order.copies), *others], wanted)
    return curriculum_papers.handouts(pages, wanted)


def _two_languages(work: Work, order: Order, today: date) -> Paper:
    if order.second == order.language:
        raise TrainerError(_("Choose two different languages."))
    left, right = (_pages(work, order, language, today) for language in (order.language, order.second))
    return curriculum_papers.in_two_languages(left, right, _wanted(order, today))


def _pages(work: Work, order: Order, language: str, today: date) -> Sequence[Handout]:
    """The page of a unit, or all of a module."""
    for module in work.read(curriculum.modules, language):
        if module.id == order.subject:
            return _some(work.read(curriculum.handouts, module.code, language, today))
        for unit in module.units:
            if unit.id == order.subject:
                if not unit.handout_code:
                    return _some(())
                return (work.read(curriculum.handout, unit.handout_code, language, today),)
    raise TrainerError(_("This handout is no longer there."))


def _some(pages: Sequence[Handout]) -> Sequence[Handout]:
    if not pages:
        raise TrainerError(_("There is no handout here."))
    return pages


def _of_units(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    document = OF_UNITS[order.kind]
    units = work.read(material.under, order.subject, order.language, today)
    if not units:
        raise TrainerError(_("This module has no units yet."))
    pages = work.read(material.pages_of, units, today) if document in WITH_HANDOUT else {}
    aim = work.read(curriculum.aim, order.subject, order.language) if order.kind == Kind.BOOK else ""
    boxes = Boxes.THREE if order.three_boxes else Boxes.ONE
    return curriculum_papers.of_units(document, units, _wanted(order, today), pages, boxes=boxes, aim=aim)


def _test(work: Work, order: Order, today: date) -> Paper:
    return curriculum_papers.test(_form(work, order, today), order.phase, order.reading, _wanted(order, today))


def _answers(work: Work, order: Order, today: date) -> Paper:
    return curriculum_papers.answers(_form(work, order, today), order.phase, _wanted(order, today))


def _key(work: Work, order: Order, today: date) -> Paper:
    return curriculum_papers.answer_key(_form(work, order, today), _wanted(order, today))


def _form(work: Work, order: Order, today: date) -> TestForm:
    assert order.subject is not None
    return work.read(material.test_of, order.subject, order.test, order.language, today)


MAKERS: dict[Kind, Make] = {
    Kind.HANDOUT: _handouts,
    Kind.MODULE: _handouts,
    Kind.TWO_LANGUAGES: _two_languages,
    **dict.fromkeys(OF_UNITS, _of_units),
    Kind.TEST: _test,
    Kind.ANSWERS: _answers,
    Kind.KEY: _key,
}
