"""Commands that print what goes with a test, with feedback, and with practical work."""

from __future__ import annotations

from argparse import Namespace

from trainer_app.commands.context import Context, Result
from trainer_app.commands.follow_up_papers import saved
from trainer_app.documents import test_papers
from trainer_app.domain.checklists import Checklist
from trainer_app.domain.scores import Phase, Way
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import answer_sheets, attendance, curriculum, material, trainings


def print_answer_sheets(context: Context, options: Namespace) -> Result:
    """For each person of a training."""
    language = context.catalog(options).language
    training = context.read(trainings.one, options.training)
    sheets = context.read(answer_sheets.of_training, training, Phase(options.phase), language, context.today)
    return saved(context, options, test_papers.answer_sheets(sheets, language, context.today, options.code_only))


def print_oral(context: Context, options: Namespace) -> Result:
    language = context.catalog(options).language
    form = context.read(material.test, options.module, options.form, language, context.today)
    with context.database.reading() as s:
        module = curriculum.by_code(s, options.module).id
    paper = test_papers.oral(form, Phase(options.phase), Way(options.way), context.today, module)
    return saved(context, options, paper)


def print_feedback(context: Context, options: Namespace) -> Result:
    """The form with the faces, or with `--tally` the sheet on which they are counted."""
    language = context.catalog(options).language
    training = context.read(trainings.one, options.training)
    register = context.read(attendance.register, training, language)
    number = options.day or next((one.number for one in register.days if one.day >= context.today), 1)
    day = next((one for one in register.days if one.number == number), None)
    if day is None:
        raise TrainerError(_("This training has no such day."), "no_day")
    if options.tally:
        return saved(context, options, test_papers.feedback_tally(register.head, day, language, context.today))
    paper = test_papers.feedback(register.head, day, language, context.today, not options.no_reading)
    return saved(context, options, paper)


def print_checklist(context: Context, options: Namespace) -> Result:
    language = context.catalog(options).language
    training = context.read(trainings.one, options.training)
    head = context.read(trainings.head, training, language)
    paper = test_papers.checklist(head, Checklist(options.checklist), language, context.today)
    return saved(context, options, paper)
