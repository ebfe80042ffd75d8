"""Commands about groups: how many of their members are trained, and a list of groups taken in."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from trainer_app.commands.context import Context, Result, period, table
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.imports.group_rows import propose, read_groups
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, label
from trainer_app.readers import sheets
from trainer_app.services import coverage, import_groups, trainings
from trainer_app.services.history import IMPORT_GROUPS


def report_coverage(context: Context, options: Namespace) -> Result:
    """Members trained of all members; of the groups of one training, or of all real ones."""
    first, last = period(options)
    found = context.read(
        coverage.coverage,
        context.language,
        min(last, context.today) if last else context.today,
        training_id=context.read(trainings.one, options.training) if options.training else None,
        first=first,
        last=last,
        sample=_is_sample(context, options),
    )
    told = coverage.as_dict(found)
    lines = [
        (line["code"], line["name"], f"{line['trained']}/{line['members']}", " ".join(line["committee_only"]))
        for line in told["groups"]
    ]
    return Result(told, table(lines))


def _is_sample(context: Context, options: Namespace) -> bool:
    """A training of the sample programme is told of when it is asked for by name; else only real groups count."""
    if not options.training:
        return False
    training = context.read(trainings.one, options.training)
    return context.read(trainings.head, training, context.language).is_sample


def import_list(context: Context, options: Namespace) -> Result:
    """Add the groups of a list that are ready; the others are told with the reason."""
    path = Path(options.file)
    book = sheets.read(path)
    wanted = [sheet for sheet in book.sheets if sheet.name == options.sheet] if options.sheet else list(book.sheets)
    if not wanted:
        words = _("The file has no sheet {name}. It has: {names}.")
        names = ", ".join(sheet.name for sheet in book.sheets)
        raise TrainerError(words.format(name=options.sheet, names=names), "no_sheet")
    rows = wanted[0].rows
    proposal = propose(rows)
    if not proposal.has_names:
        words = _("No column of this list holds names of groups: write Name above it.")
        raise TrainerError(words, "no_names")
    read = read_groups(rows, proposal, context.today, GroupKind(options.kind))
    check = context.read(import_groups.check, read)
    written = 0
    if not options.dry_run:
        with context.database.changing(label(IMPORT_GROUPS, count=len(check.ready), file=path.name)) as s:
            written = import_groups.write(s, check)
    rejected = [
        {"row": bad.row, "column": bad.column, "code": bad.code.value, "reason": import_groups.reason(bad)}
        for bad in check.rejected
    ]
    doubtful = [
        {"row": doubt.row.row, "code": doubt.code.value, "reason": import_groups.doubt_reason(doubt)}
        for doubt in check.doubtful
    ]
    told = {
        "sheet": wanted[0].name,
        "header_row": None if proposal.header_row is None else proposal.header_row + 1,
        "columns": {column.field.value: column.name for column in proposal.columns if column.field},
        "rows": check.rows,
        "ready": len(check.ready),
        "existing": len(check.existing),
        "doubtful": len(check.doubtful),
        "doubts": doubtful,
        "rejected": rejected,
        "written": written,
    }
    shown = [(name, told[name]) for name in ("rows", "ready", "existing", "doubtful", "written")]
    return Result(told, table([*shown, *((line["row"], line["reason"]) for line in (*doubtful, *rejected))]))
