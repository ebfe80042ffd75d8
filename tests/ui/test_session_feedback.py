"""What people said with smileys: three numbers a question, typed by keys, kept and told again."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ATraining, a_training
from tests.ui.session_screens import answered, opened
from trainer_app.db.database import Database
from trainer_app.domain.feedback import Face, Faces, Question
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import feedback
from trainer_app.ui.dialogs.feedback import FeedbackDialog
from trainer_app.ui.screens.session.notes import NotesTab
from trainer_app.ui.screens.session.said_and_seen import SaidAndSeen
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes
Keys = Qt.Key


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3, days=2)


@pytest.fixture
def screen(qtbot: QtBot, work: Work, training: ATraining) -> SessionScreen:
    return opened(qtbot, work, training, "notes")


@pytest.fixture
def part(screen: SessionScreen) -> SaidAndSeen:
    page = screen.page
    assert isinstance(page, NotesTab)
    return page.beside


def type_into_boxes(window: QDialog, *numbers: str) -> None:
    """Each number into the box where the keyboard is; Tab goes on."""
    for text in numbers:
        box = QApplication.focusWidget()
        assert isinstance(box, QSpinBox)
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Keys.Key_Tab)


def press_enter(widget: QWidget) -> None:
    QTest.keyClick(widget, Keys.Key_Return)


def test_numbers_are_typed_from_box_to_box_and_enter_keeps_them(
    part: SaidAndSeen, work: Work, training: ATraining
) -> None:
    def count(window: QDialog) -> None:
        assert isinstance(window, FeedbackDialog)
        type_into_boxes(window, "12", "3", "1")
        assert window.rows[Question.UNDERSTOOD].total.text() == "16"
        QTest.keyClicks(QApplication.focusWidget(), "too fast for the old ones")
        press_enter(QApplication.focusWidget())

    part.feedback.setFocus()
    answered(lambda: press_enter(part.feedback), count)
    kept = work.read(feedback.of_session, training.sessions[0])
    assert kept == {Question.UNDERSTOOD: Faces(12, 3, 1, "too fast for the old ones")}
    assert part.said.text() == "☺ 75\u00a0% of 16"
    assert QApplication.focusWidget() is part.feedback
    assert work.undo_label() == label("Write down what people said")
    work.undo()
    assert part.said.text() == ""


def test_a_window_that_is_left_keeps_nothing_and_one_that_says_the_same_writes_nothing(
    part: SaidAndSeen, work: Work, training: ATraining
) -> None:
    before = work.undo_label()
    answered(part.feedback.click, lambda window: type_into_boxes(window, "5"))
    answered(part.feedback.click, lambda window: press_enter(QApplication.focusWidget()))
    assert work.read(feedback.of_session, training.sessions[0]) == {}
    assert work.undo_label() == before


def test_the_window_tells_what_all_sessions_said(part: SaidAndSeen, work: Work, training: ATraining) -> None:
    for day, faces in enumerate((Faces(3, 1, 0), Faces(1, 1, 0))):
        work.change(label("Count"), feedback.record, training.sessions[day], Question.PACE, faces)

    def look(window: QDialog) -> None:
        assert isinstance(window, FeedbackDialog)
        row = window.rows[Question.PACE]
        assert [row.boxes[face].value() for face in Face] == [3, 1, 0]
        assert row.whole.text() == "☺ 67\u00a0% of 6"
        assert window.rows[Question.PLACE].whole.text() == "–"

    answered(part.feedback.click, look)


def test_each_box_is_named_for_the_ear(qtbot: QtBot) -> None:
    window = FeedbackDialog(None, {}, {})
    qtbot.addWidget(window)
    window.show()
    for box in window.findChildren(QSpinBox):
        assert QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name)
    assert window.rows[Question.PACE].boxes[Face.BAD].accessibleName() == "The pace was right for me. No"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_small_window_in_each_language_and_is_freed_when_closed(qtbot: QtBot, language: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = FeedbackDialog(parent, {}, {})
    window.show()
    switch_language(language)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 1093
    assert window.body.minimumSizeHint().width() <= 1093 - 60
    assert window.minimumSizeHint().height() <= 542
    switch_language("en")
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None
