"""Commands that print what sums up a training: `print training-report`."""

from __future__ import annotations

from argparse import Namespace

from trainer_app.commands.context import Context, Result
from trainer_app.commands.follow_up_papers import saved
from trainer_app.documents import report_papers
from trainer_app.services import training_report, trainings


def print_report(context: Context, options: Namespace) -> Result:
    language = context.catalog(options).language
    training = context.read(trainings.one, options.training)
    told = context.read(training_report.report, training, language)
    return saved(context, options, report_papers.training_report(told, language, context.today))
