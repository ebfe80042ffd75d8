"""Commands that print what follow-up needs: `print call-sheet|replacement-minutes|criteria-sheet|ranked-list`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from trainer_app import settings
from trainer_app.commands.context import Context, Result
from trainer_app.documents import follow_up_papers
from trainer_app.documents.output import no_tick
from trainer_app.documents.papers import Paper
from trainer_app.domain.follow_up import TaskKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, label
from trainer_app.services import follow_up, ledger, letterheads, programme, replacing, selection, trainings


def print_call_sheet(context: Context, options: Namespace) -> Result:
    """Of everybody who is due for a call today, with whole phone numbers."""
    language = context.catalog(options).language
    lines = context.read(follow_up.due, context.today, language)
    to_call = [line for line in lines if line.person_id is not None and line.kind is not TaskKind.OWN]
    organiser = context.read(letterheads.organiser, settings.load(context.folder).organiser)
    is_sample, own = context.read(programme.has_sample), context.read(letterheads.of)
    paper = follow_up_papers.call_sheet(to_call, language, context.today, organiser, is_sample, letterhead=own)
    return saved(context, options, paper)


def print_minutes(context: Context, options: Namespace) -> Result:
    """Of the latest replacement in a training."""
    language = context.catalog(options).language
    training = context.read(trainings.one, options.training)
    found = context.read(replacing.replacements, language, training)
    if not found:
        raise TrainerError(_("Nobody was replaced in this training."), "no_replacement")
    told = context.read(replacing.minutes, found[0].id, language)
    return saved(context, options, follow_up_papers.minutes(told, language, context.today))


def print_selection(context: Context, options: Namespace) -> Result:
    """The criteria sheet or the ranked list of the latest selection for a training."""
    language = context.catalog(options).language
    training = context.read(trainings.one, options.training)
    found = context.read(selection.selections, training)
    if not found:
        raise TrainerError(_("There is no selection for this training."), "no_selection")
    own = context.read(selection.sheet, found[0].id, language)
    make = follow_up_papers.criteria_sheet if options.what == "criteria-sheet" else follow_up_papers.ranked_list
    return saved(context, options, make(own, language, context.today))


def saved(context: Context, options: Namespace, paper: Paper) -> Result:
    made = paper.save(Path(options.out), no_tick)
    with context.database.changing(label(N_("Make a document")), undoable=False) as s:
        ledger.note(s, paper.made, context.today)
    return Result({"rows": made.rows, "file": str(made.path), "pages": made.pages}, [str(made.path)])
