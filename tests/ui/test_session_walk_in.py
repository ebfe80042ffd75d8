"""Somebody who is not on the list is added without leaving the grid."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.builders import a_person, a_training
from tests.ui.register_screen import Keys, P, Register, opened
from trainer_app.db.database import Database
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes


@pytest.fixture
def register(qtbot: QtBot, db: Database, work: Work) -> Register:
    """Three people on the first of three days."""
    return opened(qtbot, work, a_training(db, people=3, days=3))


def walk_in(qtbot: QtBot, register: Register) -> QDialog:
    register.press(Keys.Key_Insert)
    dialog = register.screen.findChild(QDialog, "dlgWalkIn")
    qtbot.waitUntil(dialog.name.hasFocus)
    return dialog


def test_somebody_new_is_added_present_with_four_keys(qtbot: QtBot, register: Register) -> None:
    walk_in(qtbot, register)
    QTest.keyClicks(QApplication.focusWidget(), "KAYIRANGA Paul")
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_M)
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "0788123456")
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Return)
    line = register.grid.register.lines[-1]
    assert (line.name, line.sex, line.phone, line.number) == ("KAYIRANGA Paul", "M", "+250788123456", "4")
    assert register.statuses() == [None, None, None, P]
    assert register.at == (3, 0)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is register.grid)


def test_somebody_known_is_proposed_and_not_written_twice(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3)
    known = a_person(db, "NTAGANDA Félix", phone="+250700999111")
    register = opened(qtbot, work, training)
    dialog = walk_in(qtbot, register)
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "felix")
    qtbot.waitUntil(lambda: line.is_proposing)
    QTest.keyClick(line, Keys.Key_Down)
    QTest.keyClick(line, Keys.Key_Return)
    assert not dialog.isVisible()
    assert register.grid.register.lines[-1].person_id == known
    assert register.statuses()[-1] is P


def test_the_same_phone_proposes_who_has_it(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3)
    known = a_person(db, "NTAGANDA Félix", phone="+250788999111")
    register = opened(qtbot, work, training)
    dialog = walk_in(qtbot, register)
    QTest.keyClicks(QApplication.focusWidget(), "Somebody Else")
    dialog.phone.setFocus()
    QTest.keyClicks(dialog.phone, "0788999111")
    qtbot.waitUntil(dialog.alike.isVisible)
    assert "NTAGANDA Félix" in dialog.alike.texts[0]
    dialog.alike.lines[0].link.linkActivated.emit("open")
    assert register.grid.register.lines[-1].person_id == known


def test_a_phone_that_is_none_keeps_the_window_open(qtbot: QtBot, register: Register) -> None:
    dialog = walk_in(qtbot, register)
    QTest.keyClicks(QApplication.focusWidget(), "KAYIRANGA Paul")
    dialog.phone.setText("123")
    QTest.keyClick(dialog.phone, Keys.Key_Return)
    assert dialog.isVisible()
    assert "10 digits" in dialog.form.fields["phone"].error.text()
    assert len(register.statuses()) == 3


def test_a_cancelled_walk_in_changes_nothing_and_the_window_is_freed(qtbot: QtBot, register: Register) -> None:
    dialog = walk_in(qtbot, register)
    QTest.keyClick(dialog, Keys.Key_Escape)
    qtbot.waitUntil(lambda: register.screen.findChild(QDialog, "dlgWalkIn") is None)
    assert len(register.statuses()) == 3
