"""Marks go to a spreadsheet and come from one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.builders import a_training
from tests.ui.register_screen import CONTROL, SHIFT, A, E, Keys, L, P, Register, opened
from trainer_app.db.database import Database
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes


@pytest.fixture
def register(qtbot: QtBot, db: Database, work: Work) -> Register:
    """Three people on the first of three days."""
    return opened(qtbot, work, a_training(db, people=3, days=3))


@pytest.fixture
def clipboard() -> Iterator[object]:
    found = QGuiApplication.clipboard()
    yield found
    found.clear()


def test_a_sheet_of_forty_people_and_three_days_is_pasted_as_one_gesture(
    qtbot: QtBot, db: Database, work: Work, clipboard: object
) -> None:
    training = a_training(db, people=40, days=3)
    register = opened(qtbot, work, training, today=training.first_day + timedelta(days=2))
    codes = (("P", "oui", "1"), ("A", "non", "0"), ("L", "r", "k"), ("E", "j", "u"))
    rows = [(str(number), *codes[number % 4]) for number in range(1, 41)]
    clipboard.setText("\n".join("\t".join(row) for row in rows))
    register.press(Keys.Key_V, CONTROL)
    wanted = [(P, A, L, E)[number % 4] for number in range(1, 41)]
    assert [register.statuses(day) for day in range(3)] == [wanted] * 3
    assert register.told[-1] == ("120 marks pasted.", True)
    work.undo()
    assert [register.statuses(day) for day in range(3)] == [[None] * 40] * 3


def test_what_is_not_understood_is_listed_before_anything_is_written(
    qtbot: QtBot, register: Register, clipboard: object
) -> None:
    clipboard.setText("1\tP\n2\tZZ\n99\tA")
    register.press(Keys.Key_V, CONTROL)
    dialog = register.screen.findChild(QDialog, "dlgPaste")
    assert [one.text for one in dialog.list.rows.rows] == ["ZZ", "99"]
    assert register.statuses() == [None] * 3
    dialog.paste_button.click()
    assert register.statuses() == [P, None, None]


def test_what_is_copied_is_pasted_as_it_was(qtbot: QtBot, db: Database, work: Work, clipboard: object) -> None:
    training = a_training(db, people=4, days=2)
    register = opened(qtbot, work, training, today=training.first_day + timedelta(days=1))
    register.type("pale")
    for _line in range(3):
        register.press(Keys.Key_Up, SHIFT)
    register.press(Keys.Key_C, CONTROL)
    assert clipboard.text() == "P\nA\nL\nE"
    register.go(0, 1)
    register.press(Keys.Key_V, CONTROL)
    assert register.statuses(1) == [P, A, L, E]
