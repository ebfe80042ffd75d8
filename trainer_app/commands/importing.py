"""Commands that take lists in: `import people`, `import attendance`, `import scores`.

Each reads the file in a limited child process, says what it understood, and writes all of what is ready or nothing.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from trainer_app.commands.context import Context, Result, table
from trainer_app.domain.imports.answer_rows import has_answers
from trainer_app.domain.imports.cells import Row
from trainer_app.domain.imports.columns import Proposal, best_sheet, propose, propose_below
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.kinds import ListKind
from trainer_app.domain.imports.notes import Rejected
from trainer_app.domain.imports.people_rows import read_people
from trainer_app.domain.imports.training_rows import PersonValues
from trainer_app.domain.scores import Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, label
from trainer_app.readers import sheets
from trainer_app.services import groups, history, imports, mappings, trainings
from trainer_app.services.known_people import Doubtful

COLUMNS_TOLD = 12


class _Check(Protocol):
    """What the checks of people, attendance and scores have in common."""

    @property
    def rows(self) -> int: ...
    @property
    def ready(self) -> Sequence[object]: ...
    @property
    def existing(self) -> Sequence[object]: ...
    @property
    def doubtful(self) -> Sequence[object]: ...
    @property
    def rejected(self) -> Sequence[Rejected]: ...


@dataclass(frozen=True)
class _List:
    """One sheet of the file, and which column is what."""

    file: str
    sheet: str
    rows: Sequence[Row]
    proposal: Proposal

    @property
    def told(self) -> dict[str, Any]:
        header = self.proposal.header_row
        columns = {str(field): name for field, name in self.proposal.mapped().items()}
        return {"sheet": self.sheet, "header_row": None if header is None else header + 1, "columns": columns}


def import_people(context: Context, options: Namespace) -> Result:
    found = _recalled(context, _read(options), ListKind.PEOPLE, options)
    if not found.proposal.has_names:
        raise _without_names(found.proposal)
    with context.database.reading() as s:
        group = groups.one(s, options.group) if options.group else None
        training = trainings.one(s, options.training) if options.training else None
        check = imports.check(s, read_people(found.rows, found.proposal, context.today), group)
    written = 0
    if not options.dry_run:
        gesture = label(history.IMPORT, count=len(check.ready), file=found.file)
        with context.database.changing(gesture) as s:
            if options.map:
                mappings.remember(s, ListKind.PEOPLE, found.proposal, context.today)
            written = imports.write(s, check, group, training).people
    return _result(found, check, written, map(_doubtful_person, check.doubtful))


def _without_names(proposal: Proposal) -> TrainerError:
    """What the list has instead, and the way out."""
    names = [column.name for column in proposal.columns]
    shown = ", ".join(names[:COLUMNS_TOLD]) + (", …" if len(names) > COLUMNS_TOLD else "")
    words = _(
        "No column of this list holds names of people. Its columns are {columns}: say which one does with "
        '--map "COLUMN=name", or which row holds the titles with --header.'
    )
    return TrainerError(words.format(columns=shown), "no_names")


def import_attendance(context: Context, options: Namespace) -> Result:
    found = _recalled(context, _read(options), ListKind.ATTENDANCE, options)
    with context.database.reading() as s:
        training = trainings.one(s, options.training)
        check = imports.check_attendance(s, found.rows, found.proposal, training, context.today)
    written = 0
    if not options.dry_run:
        with context.database.changing(label(history.IMPORT_ATTENDANCE, file=found.file)) as s:
            if options.map:
                mappings.remember(s, ListKind.ATTENDANCE, found.proposal, context.today)
            written = imports.write_attendance(s, check, context.today)
    return _result(found, check, written, map(_doubtful_mark, check.doubtful))


def import_scores(context: Context, options: Namespace) -> Result:
    """Scores; or, where the list has a column for each question, what everybody answered in one phase."""
    found = _recalled(context, _read(options), ListKind.SCORES, options)
    if has_answers(found.proposal):
        return _import_answers(context, options, found)
    with context.database.reading() as s:
        training = trainings.one(s, options.training)
        phase = Phase(options.phase) if options.phase else None
        check = imports.check_scores(s, found.rows, found.proposal, training, phase)
    written = 0
    if not options.dry_run:
        with context.database.changing(label(history.IMPORT_SCORES, file=found.file)) as s:
            if options.map:
                mappings.remember(s, ListKind.SCORES, found.proposal, context.today)
            written = imports.write_scores(s, check, training)
    return _result(found, check, written, map(_doubtful_mark, check.doubtful))


def _import_answers(context: Context, options: Namespace, found: _List) -> Result:
    if not options.phase:
        raise TrainerError(_("This list holds answers: say of which test with --phase pre, post or later."), "phase")
    with context.database.reading() as s:
        training = trainings.one(s, options.training)
        check = imports.check_answers(s, found.rows, found.proposal, training, Phase(options.phase))
    written = 0
    if not options.dry_run:
        with context.database.changing(label(history.IMPORT_SCORES, file=found.file)) as s:
            written = imports.write_answers(s, check, training)
    return _result(found, check, written, map(_doubtful_mark, check.doubtful))


def _read(options: Namespace) -> _List:
    path = Path(options.file)
    book = sheets.read(path)
    if options.sheet:
        sheet = next((sheet for sheet in book.sheets if sheet.name == options.sheet), None)
        if sheet is None:
            names = ", ".join(sheet.name for sheet in book.sheets)
            raise TrainerError(
                _("The file has no sheet {name}. It has: {names}.").format(name=options.sheet, names=names), "no_sheet"
            )
    else:
        sheet = book.sheets[best_sheet([sheet.rows for sheet in book.sheets])]
    if options.header is not None and options.header > len(sheet.rows):
        raise TrainerError(
            _("The list has {count} rows: it has no row {row} for the titles.").format(
                count=len(sheet.rows), row=options.header
            ),
            "no_header",
        )
    proposal = propose(sheet.rows) if options.header is None else propose_below(sheet.rows, options.header - 1)
    return _List(path.name, sheet.name, sheet.rows, _mapped(proposal, options.map or ()))


def _recalled(context: Context, found: _List, kind: ListKind, options: Namespace) -> _List:
    """With the columns as lists with these headers were read before, unless `--map` says how to read them."""
    if options.map:
        return found
    with context.database.reading() as s:
        return replace(found, proposal=mappings.recall_for(s, kind, found.proposal))


def _mapped(proposal: Proposal, pairs: Iterable[str]) -> Proposal:
    """The proposal with `"Noms=name"` decided; nothing behind the = leaves the column out. Raises TrainerError."""
    for pair in pairs:
        column, _equals, name = pair.rpartition("=")
        index = proposal.find(column)
        if index is None:
            raise TrainerError(_("The list has no column {name}.").format(name=column), "unknown_column")
        proposal = proposal.with_field(index, _field(name.strip()))
    return proposal


def _field(name: str) -> Field | None:
    try:
        return Field(name) if name else None
    except ValueError as error:
        words = _("{name} is no field. The fields are: {known}.")
        raise TrainerError(words.format(name=name, known=", ".join(Field)), "unknown_field") from error


def _doubtful_person(doubt: Doubtful) -> dict[str, Any]:
    return {"row": doubt.row.row, "code": str(doubt.code), "reason": imports.doubt_reason(doubt)}


def _doubtful_mark(person: PersonValues[Any, Any]) -> dict[str, Any]:
    return {"row": person.row, "code": "differs", "reason": imports.differs(person.name)}


def _result(found: _List, check: _Check, written: int, doubts: Iterable[dict[str, Any]]) -> Result:
    refused = [
        {"row": item.row, "column": item.column, "code": str(item.code), "reason": imports.reason(item)}
        for item in check.rejected
    ]
    doubtful = list(doubts)
    counts = {
        "rows": check.rows,
        "ready": len(check.ready),
        "existing": len(check.existing),
        "doubtful": len(check.doubtful),
    }
    told = {**found.told, **counts, "rejected": refused, "doubts": doubtful, "written": written}
    lines = table([*counts.items(), ("rejected", len(refused)), ("written", written)])
    return Result(told, [*lines, *(f"{item['row']}: {item['reason']}" for item in [*refused, *doubtful])])
