"""Ten thousand rows as offices send them: every row is in one place, and the same list again adds nobody."""

from __future__ import annotations

import time
from datetime import date

from tests import messy
from tests.builders import a_training
from trainer_app.db.database import Database
from trainer_app.domain.groups import Role
from trainer_app.domain.imports.causes import Deed, Fixes
from trainer_app.domain.imports.columns import propose
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.kinds import ListKind, kind_of
from trainer_app.domain.imports.notes import Note, Problem
from trainer_app.domain.imports.people_rows import read_people
from trainer_app.domain.imports.training_rows import attendance_rows
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.i18n import label
from trainer_app.services import attendance, imports, people
from trainer_app.services.import_causes import causes
from trainer_app.services.imports import ImportCheck

ROWS = 10_000
TODAY = date(2026, 3, 12)
CHECKED_WITHIN = WRITTEN_WITHIN = 60.0  # seconds, on a slow laptop with others at work


def check(db: Database, sheet: messy.Messy, fixes: Fixes | None = None) -> ImportCheck:
    proposal = propose(sheet.rows)
    with db.reading() as s:
        return imports.check(s, read_people(sheet.rows, proposal, TODAY, fixes or {}), None, fixes or {})


def test_ten_thousand_messy_rows_are_checked_and_written_and_the_counts_add_up(db: Database) -> None:
    known = ["UWIMANA Marie Chantal", "HABIMANA Jean Bosco", "MUKAMANA Béatrice"]
    with db.changing(label("Add")) as s:
        people.add_all(s, [PersonForm(name, phone=f"+25079100000{n}") for n, name in enumerate(known)])
    sheet = messy.people(ROWS, known=known)
    proposal = propose(sheet.rows)
    assert proposal.header_row == 3
    assert proposal.column(Field.SECTOR) is not None
    assert kind_of(sheet.rows, proposal) is ListKind.PEOPLE
    began = time.perf_counter()
    found = check(db, sheet)
    checked = time.perf_counter() - began
    assert found.rows == sheet.entries == ROWS
    assert all((found.ready, found.doubtful, found.rejected, found.ignored))
    began = time.perf_counter()
    with db.changing(label("Import")) as s:
        written = imports.write(s, found)
    wrote = time.perf_counter() - began
    print(f"{ROWS:,} rows: checked in {checked:.1f} s, written in {wrote:.1f} s")
    assert written.people == len(found.ready)
    assert (checked < CHECKED_WITHIN, wrote < WRITTEN_WITHIN) == (True, True)
    again = check(db, sheet)
    assert again.rows == ROWS
    assert not again.ready
    db.undo()
    with db.reading() as s:
        assert len(people.people(s)) == len(known)


def test_one_answer_for_each_cause_moves_its_rows_and_loses_none(db: Database) -> None:
    sheet = messy.people(600)
    before = check(db, sheet)
    told = {line.cause: len(line.rows) for line in causes(before)}
    fixes: Fixes = {
        cause: {
            Problem.SEX_UNKNOWN_WORD: Sex.UNKNOWN,
            Note.ROLE_UNKNOWN: Role.MEMBER,
            Note.PLACE_UNKNOWN: Deed.LEAVE,
        }.get(cause.code, Deed.EMPTY)
        for cause in told
    }
    after = check(db, sheet, fixes)
    assert after.rows == before.rows == sheet.entries
    left = {line.cause.code for line in causes(after) if isinstance(line.cause.code, Problem)}
    assert left == {Problem.NO_NAME, Problem.LEFT_OUT}
    assert not any(remark.note is Note.ROLE_UNKNOWN for row in after.ready for remark in row.remarks)


def test_a_register_in_mixed_codes_adds_up_and_odd_marks_are_two_or_three_causes(db: Database) -> None:
    training = a_training(db, people=40, days=3)
    with db.reading() as s:
        register = attendance.register(s, training.id, "en")
    sheet = messy.register([(line.number, line.name) for line in register.lines], [day.day for day in register.days])
    proposal = propose(sheet.rows)
    assert kind_of(sheet.rows, proposal) is ListKind.ATTENDANCE
    found = imports.compare_attendance(register, attendance_rows(sheet.rows, proposal, register, TODAY))
    assert found.rows == 40
    assert {line.cause.code for line in causes(found)} <= {Problem.STATUS_UNKNOWN_WORD}
    fixes = dict.fromkeys((line.cause for line in causes(found)), Deed.EMPTY)
    fixed = imports.compare_attendance(register, attendance_rows(sheet.rows, proposal, register, TODAY, fixes))
    assert (fixed.rows, fixed.rejected) == (40, ())
