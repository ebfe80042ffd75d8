"""Calendars out of the schedule and into it, looked at before anything is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_training
from tests.readers.odd_calendars import calendar, event
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.calendar_events import read_all
from trainer_app.domain.trainings import TrainingKind
from trainer_app.readers import calendar_file
from trainer_app.services import schedule_in
from trainer_app.ui.dialogs.calendar_import import CalendarImportDialog
from trainer_app.ui.dialogs.calendar_out import CalendarOutDialog
from trainer_app.ui.models import calendar_import as words
from trainer_app.ui.work import Work

WEEKLY = event(
    "DTSTART:20260309T063000Z", "DTEND:20260309T100000Z", "RRULE:FREQ=WEEKLY;COUNT=4", title="Savings", uid="w"
)
BAD = event("DTEND:20260309T100000Z", title="Nobody knows when", uid="b")


@pytest.fixture
def check(db: Database, tmp_path: Path) -> schedule_in.ScheduleCheck:
    file = tmp_path / "office.ics"
    file.write_bytes(calendar(WEEKLY, BAD))
    read = calendar_file.read(file, date(2026, 1, 1), date(2026, 12, 31))
    with db.reading() as s:
        return schedule_in.check(s, read)


@pytest.fixture(params=["en", "fr", "rw"])
def language(request: pytest.FixtureRequest) -> str:
    i18n.use(request.param)
    return str(request.param)


def test_every_event_stands_in_the_list_and_what_is_left_out_stands_first(
    qtbot: QtBot, check: schedule_in.ScheduleCheck, language: str
) -> None:
    dialog = CalendarImportDialog(None, check, "office.ics")
    qtbot.addWidget(dialog)
    rows = words.lines(check)
    assert [row.what for row in rows] == ["refused", *["new"] * 4]
    assert rows[0].why
    assert dialog.accept_button.isEnabled()
    assert dialog.minimumSizeHint().width() <= 1024


def test_the_kind_of_new_events_is_chosen_once_for_all(qtbot: QtBot, check: schedule_in.ScheduleCheck) -> None:
    dialog = CalendarImportDialog(None, check, "office.ics")
    qtbot.addWidget(dialog)
    dialog.kind.choose(TrainingKind.VISIT)
    dialog.submit()
    assert dialog.answer is not None
    assert (dialog.answer.kind, dialog.answer.update) == (TrainingKind.VISIT, False)


def test_a_calendar_with_nothing_to_do_cannot_be_imported_and_says_so(qtbot: QtBot, db: Database) -> None:
    with db.reading() as s:
        nothing = schedule_in.check(s, read_all("empty.ics", ()))
    dialog = CalendarImportDialog(None, nothing, "empty.ics")
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    assert "no event" in dialog.counts.text()


def test_the_calendar_of_the_office_leaves_unless_a_training_or_a_trainer_is_chosen(qtbot: QtBot, db: Database) -> None:
    training = a_training(db)
    dialog = CalendarOutDialog(None, Work(db), "en")
    qtbot.addWidget(dialog)
    dialog.submit()
    assert dialog.answer is not None
    assert (dialog.answer.trainer_id, dialog.answer.training_id, dialog.answer.first) == (None, None, None)
    dialog = CalendarOutDialog(None, Work(db), "en", training.id)
    qtbot.addWidget(dialog)
    dialog.whose.choose(("training", training.id))
    dialog.submit()
    assert dialog.answer is not None
    assert dialog.answer.training_id == training.id
