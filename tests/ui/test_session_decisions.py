"""What a session decided is written, done and taken away below its notes, without leaving the keyboard."""

from __future__ import annotations

import gc
import io
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_training
from tests.ui.session_screens import opened
from trainer_app.db.database import Database
from trainer_app.documents.papers import Paper
from trainer_app.domain.resolutions import ResolutionForm, ResolutionLine
from trainer_app.i18n import label
from trainer_app.services import resolutions
from trainer_app.ui.dialogs.resolution import ResolutionDialog
from trainer_app.ui.screens.session.decisions import Decisions
from trainer_app.ui.screens.session.notes import NotesTab
from trainer_app.ui.screens.session.papers import PapersTab
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes
Keys = Qt.Key


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=2, days=2)


@pytest.fixture
def screen(qtbot: QtBot, work: Work, training: ATraining) -> SessionScreen:
    return opened(qtbot, work, training, tab="notes")


@pytest.fixture
def panel(screen: SessionScreen) -> Decisions:
    assert isinstance(screen.page, NotesTab)
    return screen.page.decisions


@contextmanager
def answering(monkeypatch: pytest.MonkeyPatch, act: Callable[[ResolutionDialog], None]) -> Iterator[None]:
    def run(dialog: QDialog) -> int:
        assert isinstance(dialog, ResolutionDialog)
        dialog.show()
        act(dialog)
        return dialog.result()

    with monkeypatch.context() as patched:
        patched.setattr(QDialog, "exec", run)
        yield


def kept(work: Work, training: ATraining) -> tuple[ResolutionLine, ...]:
    return work.read(resolutions.of_session, training.sessions[0])


def decided(work: Work, training: ATraining, words: str = "Call the sector") -> None:
    work.change(label("Add a decision"), resolutions.add, training.sessions[0], ResolutionForm(words, "UWASE"))


def test_a_decision_is_typed_done_and_removed_by_keys_alone(
    panel: Decisions, work: Work, training: ATraining, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: ResolutionDialog) -> None:
        QTest.keyClicks(dialog.words, "Bring the book")
        QTest.keyClicks(dialog.owner, "O'Neil <b>")
        QTest.keyClicks(dialog.due.line, "16/3/2026")
        QTest.keyClick(dialog.due.line, Keys.Key_Return)

    panel.table.setFocus()
    with answering(monkeypatch, fill):
        QTest.keyClick(panel.table, Keys.Key_Insert)
    (line,) = kept(work, training)
    assert (line.form.words, line.form.owner, f"{line.form.due:%d/%m/%Y}") == (
        "Bring the book",
        "O'Neil <b>",
        "16/03/2026",
    )
    assert panel.table.current_row() == line
    QTest.keyClick(panel.table, Keys.Key_Space)
    assert kept(work, training)[0].done_on == FIRST_DAY
    assert panel.done_button.text() == "Not done"
    QTest.keyClick(panel.table, Keys.Key_Space)
    assert not kept(work, training)[0].is_done
    QTest.keyClick(panel.table, Keys.Key_Delete)
    assert kept(work, training) == ()
    work.undo()
    assert len(kept(work, training)) == 1
    assert panel.table.rows.rowCount() == 1


def test_enter_changes_a_decision_and_a_wrong_day_is_refused(
    panel: Decisions, work: Work, training: ATraining, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(work, training)
    seen: list[str] = []

    def correct(dialog: ResolutionDialog) -> None:
        dialog.due.line.setText("31/2/2026")
        dialog.submit()
        seen.append(dialog.form.fields["due"].error.text())
        dialog.due.line.setText("")
        dialog.words.setPlainText("Call the district")
        dialog.submit()

    panel.table.setFocus()
    with answering(monkeypatch, correct):
        QTest.keyClick(panel.table, Keys.Key_Return)
    assert seen == ["Write the day like 09/03/2026."]
    assert [line.form.words for line in kept(work, training)] == ["Call the district"]


def test_without_a_decision_only_adding_is_offered(panel: Decisions, work: Work, training: ATraining) -> None:
    offered = [made.isEnabled() for made in (panel.add_button, panel.change_button, panel.remove_button)]
    assert offered == [True, False, False]
    decided(work, training)
    panel.table.setFocus()
    assert panel.remove_button.isEnabled()


def test_another_session_shows_its_own_decisions(
    screen: SessionScreen, panel: Decisions, work: Work, training: ATraining
) -> None:
    decided(work, training)
    assert panel.table.rows.rowCount() == 1
    screen.arrive(training.sessions[1])
    assert panel.table.rows.rowCount() == 0


def test_the_list_is_a_sound_model_and_no_trap_for_tab(panel: Decisions, work: Work, training: ATraining) -> None:
    tester = QAbstractItemModelTester(panel.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    decided(work, training)
    decided(work, training, "=1+1 <b> " + "A" * 80)
    assert panel.table.rows.rowCount() == 2
    panel.table.setFocus()
    QTest.keyClick(panel.table, Keys.Key_Tab)
    assert not panel.table.hasFocus()
    del tester


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_in_a_small_window_the_boxes_and_two_decisions_are_seen_whole(
    qtbot: QtBot, screen: SessionScreen, panel: Decisions, work: Work, training: ATraining, language: str
) -> None:
    for number in range(2):
        decided(work, training, f"Decision {number}")
    switch_language(language)
    try:
        screen.resize(1037, 462)  # what the window of 1093 x 542 leaves for a page
        buttons = (panel.add_button, panel.change_button, panel.done_button, panel.remove_button)
        qtbot.waitUntil(lambda: all(made.width() >= made.sizeHint().width() for made in buttons))
        table = panel.table
        last = table.visualRect(table.rows.index(1, 0))
        assert table.viewport().rect().contains(last)
        for part in buttons:
            assert part.mapTo(screen, part.rect().bottomRight()).x() <= screen.width()
        page = screen.page
        assert isinstance(page, NotesTab)
        assert all(note.box.height() >= 3 * note.box.fontMetrics().height() for note in page.notes.values())
        assert page.mapTo(screen, page.rect().bottomRight()).y() <= screen.height()
    finally:
        switch_language("en")


@pytest.mark.parametrize("key", ["minutes", "report"])
def test_the_session_prints_what_it_decided(screen: SessionScreen, work: Work, training: ATraining, key: str) -> None:
    decided(work, training, "Call the sector <b>")
    screen.choose_tab("print")
    page = screen.page
    assert isinstance(page, PapersTab)
    assert page.rows[key].isVisible()
    made = page.paper(key)
    assert isinstance(made, Paper)
    words = " ".join(part.extract_text() for part in pypdf.PdfReader(io.BytesIO(made.draw())).pages)
    assert "Call the sector <b>" in " ".join(words.split())


def test_the_window_of_a_decision_is_freed(qtbot: QtBot, panel: Decisions) -> None:
    dialog = ResolutionDialog(panel, FIRST_DAY)
    gone = weakref.ref(dialog)
    dialog.show()
    dialog.reject()
    dialog.deleteLater()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
