"""Commands for calendars: `export schedule`, `import schedule`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from trainer_app.commands.context import Context, Result, period, table
from trainer_app.documents import calendar_file
from trainer_app.domain.calendar_events import CalendarRead
from trainer_app.domain.imports.schedule_rows import read_schedule, schedule_columns
from trainer_app.domain.printed import Made
from trainer_app.domain.trainings import TrainingKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, label
from trainer_app.readers import calendar_file as calendar_reader
from trainer_app.readers import sheets
from trainer_app.services import ledger, people, schedule_in, schedule_out, trainings

SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"})
BACK, AHEAD = timedelta(days=365), timedelta(days=730)


def export_schedule(context: Context, options: Namespace) -> Result:
    first, last = period(options)
    t = context.catalog(options)
    with context.database.reading() as s:
        training = trainings.one(s, options.training) if options.training else None
        trainer = people.one(s, options.trainer) if options.trainer else None
        events = schedule_out.events(s, t.language, first, last, trainer_id=trainer, training_id=training)
    made = calendar_file.write(events, t, Path(options.out))
    with context.database.changing(label(N_("Make a document")), undoable=False) as s:
        ledger.note(s, Made("schedule", t.language, training), context.today)
    return Result({"rows": made.rows, "file": str(made.path)}, [str(made.path)])


def import_schedule(context: Context, options: Namespace) -> Result:
    """Events of the past year and the next two, unless a period is named."""
    path = Path(options.file)
    first, last = _days(options, context.today)
    is_calendar = path.suffix.lower() not in SHEETS
    read = calendar_reader.read(path, first, last) if is_calendar else _sheet(path, first, last, context.today)
    with context.database.reading() as s:
        check = schedule_in.check(s, read)
    written = schedule_in.ScheduleWritten()
    if not options.dry_run:
        with context.database.changing(label(N_("Import a calendar from {file}"), file=path.name)) as s:
            kind = TrainingKind(options.kind)
            written = schedule_in.write(s, check, context.today, kind=kind, update=options.update)
    return _result(check, written, options.update)


def _sheet(path: Path, first: date, last: date, today: date) -> CalendarRead:
    """The first sheet that is a list of sessions. Raises TrainerError."""
    for sheet in sheets.read(path).sheets:
        if columns := schedule_columns(sheet.rows):
            read = read_schedule(path.name, sheet.rows, columns, today)
            return replace(read, events=tuple(event for event in read.events if first <= event.day <= last))
    words = _("“{file}” is not a schedule: it needs columns for the date, the hours and the title of each session.")
    raise TrainerError(words.format(file=path.name), "no_schedule")


def _days(options: Namespace, today: date) -> tuple[date, date]:
    first, last = period(options)
    return first or today - BACK, last or today + AHEAD


def _result(check: schedule_in.ScheduleCheck, written: schedule_in.ScheduleWritten, update: bool) -> Result:
    refused = [
        {"row": one.row, "column": "", "code": str(one.code), "reason": schedule_in.reason(one)}
        for one in check.refused
    ]
    moved = [] if update else [_doubt(known) for known in check.changed]
    counts = {
        "rows": check.rows,
        "ready": check.new_sessions,
        "existing": len(check.existing) + len(check.cancelled),
        "doubtful": len(check.changed),
    }
    told: dict[str, Any] = {
        "sheet": None,
        "header_row": None,
        "columns": {},
        **counts,
        "rejected": refused,
        "doubts": moved,
        "written": written.sessions,
        "moved": written.moved,
    }
    lines = table([*counts.items(), ("rejected", len(refused)), ("written", written.sessions)])
    return Result(told, [*lines, *(f"{item['row']}: {item['reason']}" for item in [*refused, *moved])])


def _doubt(known: schedule_in.KnownSession) -> dict[str, Any]:
    words = _("“{title}” is at another time in the calendar: --update moves it.")
    if known.cut:
        words = _("“{title}” is called off in the calendar: --update cuts it.")
    code = "cut" if known.cut else "moved"
    return {"row": known.event.row, "code": code, "reason": words.format(title=known.event.title)}
