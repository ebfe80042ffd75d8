"""Commands that print what sums up a training or a meeting, and letters: `print training-report|minutes|letter`."""

from __future__ import annotations

from argparse import Namespace

from trainer_app.commands.context import Context, Result
from trainer_app.commands.follow_up_papers import saved
from trainer_app.documents import letter_words, report_papers
from trainer_app.domain.letters import TO_EACH, Addressee, Letter, LetterFacts, LetterKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, _
from trainer_app.services import letters, minutes, training_report, trainings


def print_report(context: Context, options: Namespace) -> Result:
    language = context.catalog(options).language
    training = context.read(trainings.one, options.training)
    told = context.read(training_report.report, training, language)
    return saved(context, options, report_papers.training_report(told, language, context.today))


def print_minutes(context: Context, options: Namespace) -> Result:
    """Of one day; the first one where none is named."""
    language = context.catalog(options).language
    training = context.read(trainings.one, options.training)
    told = context.read(minutes.of_day, training, options.day or 1, language, context.today)
    return saved(context, options, report_papers.minutes(told, language, context.today))


def print_letter(context: Context, options: Namespace) -> Result:
    """In the proposed words; to one person of the register or to all, where it goes to people."""
    language, kind = context.catalog(options).language, LetterKind(options.kind)
    training = context.read(trainings.one, options.training)
    facts = context.read(letters.facts, training, language)
    words = letter_words.proposed(kind, facts, Catalog(language))
    told = Letter(kind, facts.head, words, context.today, facts.district, _addressees(kind, facts, options.number))
    return saved(context, options, report_papers.letter(told, language))


def _addressees(kind: LetterKind, facts: LetterFacts, number: str | None) -> tuple[Addressee, ...]:
    if kind not in TO_EACH:
        return ()
    found = tuple(who for who in facts.addressees if number in (None, who.number))
    if not found:
        words = _("Nobody takes part with number {number}.") if number else _("Nobody takes part in this training yet.")
        raise TrainerError(words.format(number=number), "nobody")
    return found
