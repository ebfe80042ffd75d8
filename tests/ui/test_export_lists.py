"""The lists of a period at one press: which trainings, in which shape, saved whole in the background, and noted."""

from __future__ import annotations

import gc
import weakref
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from tests.builders import a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.report_periods import Preset
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import attendance, ledger
from trainer_app.ui.dialogs.export_lists import SHAPES, ListsDialog, Shape
from trainer_app.ui.screens.reports.reports import ReportsScreen
from trainer_app.ui.screens.schedule.schedule import ScheduleScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

TODAY = date(2026, 4, 10)
WAIT = 30_000


@pytest.fixture
def filled(db: Database) -> Database:
    """Two trainings in March, one in April."""
    for day, module in ((date(2026, 3, 9), "M1"), (date(2026, 3, 23), "M2"), (date(2026, 4, 6), "M3")):
        training = a_training(db, people=3, days=2, first_day=day, module=module)
        with db.changing(label("Mark")) as s:
            attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, TODAY)
    return db


@pytest.fixture
def window(filled: Database, qtbot: QtBot, work: Work, tmp_path: Path) -> ListsDialog:
    made = ListsDialog(None, work, TODAY)
    qtbot.addWidget(made)
    made.ask_path = lambda parent, name: tmp_path / name
    made.ask_folder = lambda parent, title: tmp_path
    made.show()
    return made


def saved(qtbot: QtBot, window: ListsDialog, shape: Shape) -> None:
    window.shape.choose(shape)
    window.submit()
    qtbot.waitUntil(lambda: not window.progress.isVisibleTo(window), timeout=WAIT)


def test_the_month_that_ended_is_offered_with_all_its_trainings_ticked(window: ListsDialog) -> None:
    assert (window.first.value, window.last.value) == (date(2026, 3, 1), date(2026, 3, 31))
    assert window.list.count() == len(window.ticked) == 2
    assert "COOP Twisungane" in window.list.item(0).text()
    assert window.accept_button.text() == "Save 2 lists as…"


def test_other_days_offer_other_trainings(window: ListsDialog) -> None:
    window.last.set_value(date(2026, 4, 30))
    window.read()
    assert window.list.count() == 3
    window.first.set_value(date(2025, 1, 1))
    window.last.set_value(date(2025, 1, 31))
    window.read()
    assert not window.accept_button.isEnabled()
    assert window.said.text() == "No training has a session in these days. Choose other days."


def test_days_that_are_no_period_are_said(window: ListsDialog) -> None:
    window.last.set_value(date(2026, 2, 1))
    assert window.problems() == {"last": "The last day is before the first one."}


@pytest.mark.parametrize("shape", [shape for shape, _words in SHAPES if not shape.each], ids=lambda shape: shape.suffix)
def test_one_file_holds_every_list(qtbot: QtBot, window: ListsDialog, tmp_path: Path, shape: Shape) -> None:
    saved(qtbot, window, shape)
    (file,) = tmp_path.glob("Attendance lists*")
    assert file.name == f"Attendance lists 2026-03-01 2026-03-31{shape.suffix}"
    assert window.said.text() == f"1 file was saved in {tmp_path}"
    if shape.suffix != ".pdf":
        assert len(CalamineWorkbook.from_path(file).sheet_names) == 4


@pytest.mark.parametrize("shape", [shape for shape, _words in SHAPES if shape.each], ids=lambda shape: shape.suffix)
def test_a_folder_holds_a_file_for_each(qtbot: QtBot, window: ListsDialog, tmp_path: Path, shape: Shape) -> None:
    saved(qtbot, window, shape)
    folder = tmp_path / "Attendance lists 2026-03-01 2026-03-31"
    assert len(list(folder.glob(f"*{shape.suffix}"))) == len(list(folder.iterdir())) == 3


def test_only_what_is_ticked_leaves_and_each_list_is_noted(
    qtbot: QtBot, window: ListsDialog, work: Work, tmp_path: Path
) -> None:
    window.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert window.accept_button.text() == "Save 1 list as…"
    saved(qtbot, window, Shape(".xlsx"))
    (run,) = work.read(ledger.runs)
    assert (run.document, run.subject_id) == ("attendance_list", window.list.item(1).data(Qt.ItemDataRole.UserRole))


def test_nothing_ticked_saves_nothing(window: ListsDialog) -> None:
    window.none.click()
    assert window.ticked == []
    assert not window.accept_button.isEnabled()
    assert window.said.text() == "Tick at least one training."
    window.all.click()
    assert len(window.ticked) == 2


def test_space_ticks_by_the_keyboard(window: ListsDialog) -> None:
    window.list.setFocus()
    QTest.keyClick(window.list, Qt.Key.Key_Space)
    assert len(window.ticked) == 1


def test_who_stops_finds_no_file(qtbot: QtBot, window: ListsDialog, tmp_path: Path) -> None:
    window.shape.choose(Shape(".pdf", each=True))
    window.submit()
    window.stop()
    qtbot.waitUntil(lambda: not window.progress.isVisibleTo(window), timeout=WAIT)
    assert window.said.text() == "Stopped. Nothing was made."
    assert not list(tmp_path.glob("Attendance*")) + list(tmp_path.glob(".Attendance*"))


def test_who_thinks_better_of_it_saves_nothing(window: ListsDialog, tmp_path: Path) -> None:
    window.ask_path = lambda parent, name: None
    window.submit()
    assert not list(tmp_path.glob("Attendance*"))
    assert window.isVisible()


def test_phones_are_masked_unless_the_box_is_ticked(qtbot: QtBot, window: ListsDialog, work: Work) -> None:
    window.phones.setChecked(True)
    saved(qtbot, window, Shape(".xlsx"))
    with work._database.reading() as s:
        assert {row.unmasked for row in s.execute(ledger.select(ledger.PrintRun.unmasked))} == {"phone"}


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_it_fits_a_small_screen_in_each_language(window: ListsDialog, language: str) -> None:
    switch_language(language)
    window.resize(1093 - 40, 542 - 40)
    assert window.minimumSizeHint().width() <= 1093 - 40
    assert window.minimumSizeHint().height() <= 542 - 40


def test_it_is_freed_when_it_is_closed(filled: Database, qtbot: QtBot, work: Work) -> None:
    made = ListsDialog(None, work, TODAY)
    gone = weakref.ref(made)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del made
    gc.collect()
    assert gone() is None


def a_report(qtbot: QtBot, work: Work, folder: Path) -> ReportsScreen:
    made = ReportsScreen(work, today=lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.bar.choose_period(Preset.LAST_QUARTER)
    made.reload()
    made.maker.ask_path = lambda parent, name: folder / name
    return made


def test_tables_leave_from_the_page_of_reports(filled: Database, qtbot: QtBot, work: Work, tmp_path: Path) -> None:
    page = a_report(qtbot, work, tmp_path)
    page.deeds.tables.trigger()
    qtbot.waitUntil(lambda: not page.maker.is_busy, timeout=WAIT)
    file = tmp_path / "Tables 2026-01-01 2026-03-31.zip"
    with zipfile.ZipFile(file) as archive:
        assert {"people.csv", "marks.csv", "indicators.csv", "codebook.csv"} <= set(archive.namelist())
        assert b"name" not in archive.read("people.csv").splitlines()[0]
    assert [run.document for run in work.read(ledger.runs)] == ["data"]


def test_names_are_in_the_tables_when_they_were_asked_for(
    filled: Database, qtbot: QtBot, work: Work, tmp_path: Path
) -> None:
    page = a_report(qtbot, work, tmp_path)
    page.deeds.with_names.setChecked(True)
    page.deeds.tables.trigger()
    qtbot.waitUntil(lambda: not page.maker.is_busy, timeout=WAIT)
    with zipfile.ZipFile(tmp_path / "Tables 2026-01-01 2026-03-31.zip") as archive:
        assert b"UWIMANA Marie" in archive.read("people.csv")


def test_the_lists_are_offered_for_the_days_of_the_report(
    filled: Database, qtbot: QtBot, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[date | None, date | None]] = []
    monkeypatch.setattr(ListsDialog, "exec", lambda dialog: seen.append((dialog.first.value, dialog.last.value)))
    a_report(qtbot, work, tmp_path).deeds.lists.trigger()
    assert seen == [(date(2026, 1, 1), date(2026, 3, 31))]


def test_the_lists_are_offered_in_the_schedule(
    filled: Database, qtbot: QtBot, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(ListsDialog, "exec", lambda dialog: seen.append(dialog.list.count()))
    page = ScheduleScreen(work, clock=lambda: datetime(2026, 4, 10, 9))
    qtbot.addWidget(page)
    page.plan_menu.office["lists_out"].trigger()
    assert seen == [2]
