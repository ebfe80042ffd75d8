"""The reports, minutes and letters that the print centre is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from trainer_app.documents import letter_words, report_papers
from trainer_app.documents.papers import Paper
from trainer_app.domain.letters import TO_EACH, Letter, LetterWords
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, _
from trainer_app.services import letters, minutes, training_report
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.screens.print_centre.order import Make, Order
from trainer_app.ui.work import Work


def _report(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    told = work.read(training_report.report, order.subject, order.language)
    told = replace(told, head=order.inked(told.head))
    return report_papers.training_report(told, order.language, today, order.copies)


def _minutes(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    told = work.read(minutes.of_day, order.subject, order.day, order.language, today)
    told = replace(told, head=order.inked(told.head))
    return report_papers.minutes(told, order.language, today, order.copies)


def _letter(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    facts = work.read(letters.facts, order.subject, order.language)
    to = facts.of(order.person) if order.letter in TO_EACH else ()
    if order.letter in TO_EACH and not to:
        raise TrainerError(_("Nobody takes part in this training yet."))
    words = order.letter_words or proposed_letter(work, order)
    return report_papers.letter(
        Letter(order.letter, order.inked(facts.head), words, today, facts.district, to), order.language, order.copies
    )


def proposed_letter(work: Work, order: Order) -> LetterWords:
    assert order.subject is not None
    facts = work.read(letters.facts, order.subject, order.language)
    return letter_words.proposed(order.letter, facts, Catalog(order.language))


MAKERS: Mapping[Kind, Make] = {
    Kind.REPORT: _report,
    Kind.MINUTES: _minutes,
    Kind.LETTER: _letter,
}
