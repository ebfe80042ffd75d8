"""Reading a list for the wizard: from a file or from what was copied, and its rows as people. No Qt here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from trainer_app.documents.output import Tick
from trainer_app.domain.attendance import Register
from trainer_app.domain.calendar_events import CalendarRead
from trainer_app.domain.imports.causes import Fixes
from trainer_app.domain.imports.people_rows import PeopleRead, read_people
from trainer_app.domain.imports.schedule_rows import read_schedule, schedule_columns
from trainer_app.domain.imports.training_rows import attendance_rows, score_rows
from trainer_app.domain.scores import ScoreSheet
from trainer_app.errors import TrainerError
from trainer_app.readers import pasted_list, sheets
from trainer_app.readers.workbook import Workbook
from trainer_app.services import imports
from trainer_app.services.import_marks import AttendanceCheck, ScoresCheck
from trainer_app.services.imports import ImportCheck, Knowledge
from trainer_app.ui.dialogs.import_wizard.draft import Draft


def schedule_of(file: str, book: Workbook) -> CalendarRead | None:
    """The first sheet that is a list of sessions, with their day, hours and subject; None when there is none."""
    for sheet in book.sheets:
        if columns := schedule_columns(sheet.rows):
            return read_schedule(file, sheet.rows, columns, date.today())
    return None


def workbook(path: Path, tick: Tick) -> Workbook | str:
    """The file, or the sentence that says why it cannot be read."""
    try:
        return sheets.read(path, tick)
    except TrainerError as refusal:
        return str(refusal)


def pasted(text: str, name: str) -> Workbook | str:
    try:
        return pasted_list.read(text, name)
    except TrainerError as refusal:
        return str(refusal)


def people_of(draft: Draft, fixes: Fixes, known: Knowledge, tick: Tick) -> tuple[PeopleRead, ImportCheck]:
    read = read_people(draft.rows, draft.proposal, date.today(), fixes)
    tick(0.6)
    return read, imports.compare(known, read, fixes)


def attendance_of(draft: Draft, fixes: Fixes, register: Register, tick: Tick) -> AttendanceCheck:
    read = attendance_rows(draft.rows, draft.proposal, register, date.today(), fixes, draft.sessions)
    return imports.compare_attendance(register, read)


def scores_of(draft: Draft, fixes: Fixes, sheet: ScoreSheet, tick: Tick) -> ScoresCheck:
    return imports.compare_scores(sheet, score_rows(draft.rows, draft.proposal, sheet, fixes=fixes))
