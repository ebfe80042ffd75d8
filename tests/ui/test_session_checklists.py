"""Somebody is watched at work: ten lines answered by keys, a list of what was seen, corrections and undo."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_training
from tests.ui.session_screens import answered, opened
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.checklists import LINES, Checklist, ObservationForm, ObservationLine, Seen
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import observations
from trainer_app.ui.dialogs.observation import ObservationDialog
from trainer_app.ui.dialogs.observations import ObservationsDialog
from trainer_app.ui.screens.session.notes import NotesTab
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.checklist_table import ChecklistTable
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes
Keys = Qt.Key
Y, P, N, O = Seen  # noqa: E741 – as the keys are called


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3)


def kept(work: Work, training: ATraining) -> tuple[ObservationLine, ...]:
    return work.read(observations.of_training, training.id)


def write(table: ChecklistTable, text: str) -> None:
    """What any keyboard sends for a character: no key of our own, only its text."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(table, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


@pytest.fixture
def form(qtbot: QtBot, work: Work, training: ATraining) -> ObservationDialog:
    people = work.read(observations.who_can_be_watched, training.id)
    window = ObservationDialog(None, work, people, FIRST_DAY)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_the_keyboard_begins_at_the_person_and_a_letter_answers_and_goes_down(form: ObservationDialog) -> None:
    assert QApplication.focusWidget() is form.person
    form.lines.setFocus()
    write(form.lines, "YpN")
    assert form.lines.value == (Y, P, N, *[O] * 7)
    assert form.lines.currentIndex().row() == 3
    assert form.counted.text() == "1 yes of 3 seen"
    QTest.keyClick(form.lines, Keys.Key_Up)
    QTest.keyClick(form.lines, Keys.Key_Delete)
    assert form.lines.value == (Y, P, *[O] * 8)


def test_numbers_and_space_answer_too_and_the_last_line_stays(form: ObservationDialog) -> None:
    form.lines.setFocus()
    write(form.lines, "1230")
    assert form.lines.value[:4] == (Y, P, N, O)
    form.lines.selectRow(9)
    QTest.keyClick(form.lines, Keys.Key_Space)
    QTest.keyClick(form.lines, Keys.Key_Space)
    assert form.lines.value[9] is P
    write(form.lines, "y")
    assert (form.lines.value[9], form.lines.currentIndex().row()) == (Y, 9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_letters_of_the_language_answer(form: ObservationDialog, language: str) -> None:
    switch_language(language)
    try:
        QApplication.processEvents()
        words = [i18n.pgettext("seen at practical work", word) for word in ("Yes", "Partly", "No")]
        form.lines.setFocus()
        write(form.lines, "".join(word[:1].lower() for word in words))
        assert form.lines.value[:3] == (Y, P, N)
        assert all(f"{word[:1]} {word}" in form.keys.text() for word in words)
    finally:
        switch_language("en")


def test_tab_leaves_the_lines(form: ObservationDialog) -> None:
    form.lines.setFocus()
    QTest.keyClick(form.lines, Keys.Key_Tab)
    assert QApplication.focusWidget() is not form.lines


def test_what_is_missing_is_said_above_the_form(form: ObservationDialog) -> None:
    form.submit()
    assert form.answer is None
    assert form.form.fields["person"].error.text() == "Choose who was watched."
    assert form.form.fields["lines"].error.text() == "Nothing was seen yet: answer one line at least."


def test_another_checklist_asks_other_lines_and_keeps_no_answer(form: ObservationDialog) -> None:
    form.lines.setFocus()
    write(form.lines, "yy")
    before = form.lines.rows.rows[0].words
    form.checklist.setFocus()
    QTest.keyClick(form.checklist, Keys.Key_Down)
    form.checklist.activated.emit(1)
    assert form.lines.rows.rows[0].words != before
    assert form.lines.value == (O,) * LINES


def test_a_cell_says_its_line_and_its_answer(form: ObservationDialog) -> None:
    form.lines.setFocus()
    write(form.lines, "y")
    spoken = form.lines.rows.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1. Greets everybody and says what the session is for: Yes"


def test_the_model_keeps_qt_s_rules(form: ObservationDialog) -> None:
    tester = QAbstractItemModelTester(form.lines.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, form.lines)
    form.lines.setFocus()
    write(form.lines, "ypn")
    form.lines.show_checklist(Checklist.SAVINGS_MEETING)
    assert tester.model() is form.lines.rows


# ---- from the notes of a session to the list and back -------------------------------------------------------------


def watch_first(window: QDialog) -> None:
    """Choose the first person, answer four lines and save, by keys."""
    assert isinstance(window, ObservationDialog)
    QTest.keyClick(window.person, Keys.Key_Down)
    window.lines.setFocus()
    write(window.lines, "yyyn")
    window.note.setFocus()
    QTest.keyClicks(window.note, "spoke clearly")
    QTest.keyClick(window.note, Keys.Key_Return)


def test_a_whole_observation_by_keys_from_the_notes(qtbot: QtBot, work: Work, training: ATraining) -> None:
    screen = opened(qtbot, work, training, "notes")
    page = screen.page
    assert isinstance(page, NotesTab)

    def in_the_list(window: QDialog) -> None:
        assert isinstance(window, ObservationsDialog)
        first = QApplication.focusWidget()
        assert first is window.list.empty.buttons[0]
        answered(lambda: QTest.keyClick(first, Keys.Key_Return), watch_first)
        assert window.table.rows.index(0, 3).data() == "3 yes of 4 seen"
        assert QApplication.focusWidget() is window.table
        QTest.keyClick(window, Keys.Key_Escape)

    page.beside.watch.setFocus()
    answered(page.beside.watch.click, in_the_list)
    line = kept(work, training)[0]
    assert (line.form.lines[:4], line.form.note, line.form.day) == ((Y, Y, Y, N), "spoke clearly", FIRST_DAY)
    assert page.beside.seen.text() == "1 time somebody was watched"
    assert QApplication.focusWidget() is page.beside.watch


@pytest.fixture
def window(qtbot: QtBot, work: Work, training: ATraining) -> ObservationsDialog:
    """The list with one observation."""
    form = ObservationForm(training.people[0], Checklist.TEACH_BACK, FIRST_DAY, (Y,) * LINES)
    work.change(label("Watch"), observations.add, training.id, form, FIRST_DAY)
    made = ObservationsDialog(None, work, training.id, FIRST_DAY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_enter_corrects_and_escape_leaves_it_as_it_was(
    window: ObservationsDialog, work: Work, training: ATraining
) -> None:
    def correct(form: QDialog) -> None:
        assert isinstance(form, ObservationDialog)
        assert QApplication.focusWidget() is form.lines
        write(form.lines, "n")
        form.submit()

    assert QApplication.focusWidget() is window.table
    answered(lambda: QTest.keyClick(window.table, Keys.Key_Return), lambda form: form.reject())
    assert kept(work, training)[0].form.lines == (Y,) * LINES
    answered(lambda: QTest.keyClick(window.table, Keys.Key_Return), correct)
    assert kept(work, training)[0].form.lines == (N, *(Y,) * 9)


def test_del_takes_out_and_ctrl_z_brings_back(window: ObservationsDialog, work: Work, training: ATraining) -> None:
    QTest.keyClick(window.table, Keys.Key_Delete)
    assert kept(work, training) == ()
    assert QApplication.focusWidget() is window.list.empty.buttons[0]
    QTest.keyClick(window, Keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(kept(work, training)) == 1
    assert window.total.text() == "On average 100\u00a0% yes"


def a_form(parent: QWidget, work: Work, training: ATraining) -> QDialog:
    return ObservationDialog(parent, work, work.read(observations.who_can_be_watched, training.id), FIRST_DAY)


def a_list(parent: QWidget, work: Work, training: ATraining) -> QDialog:
    return ObservationsDialog(parent, work, training.id, FIRST_DAY)


@pytest.mark.parametrize("make", [a_form, a_list])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_window_fits_a_small_screen_in_each_language_and_is_freed_when_closed(
    make: Callable[[QWidget, Work, ATraining], QDialog],
    qtbot: QtBot,
    work: Work,
    training: ATraining,
    language: str,
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = make(parent, work, training)
    window.show()
    switch_language(language)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 1093
    assert window.minimumSizeHint().height() <= 542
    switch_language("en")
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None
