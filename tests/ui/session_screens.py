"""A session's workspace on screen, for the tests of its tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ATraining
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.work import Work

EXEC = QDialog.exec
"""Before a test takes it away: no window may wait for ever, and those of `answered` do not."""


def opened(
    qtbot: QtBot, work: Work, training: ATraining, tab: str = "attendance", day: int = 0, today: date | None = None
) -> SessionScreen:
    """The session of `day` (from 0), on that day unless another one is told, with the keyboard where it begins."""
    moment = today or training.first_day + timedelta(days=day)
    screen = SessionScreen(work, training.sessions[day], _always(moment))
    qtbot.addWidget(screen)
    screen.resize(1134, 620)
    screen.choose_tab(tab)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.first_focus().setFocus()
    return screen


def _always(day: date) -> Callable[[], date]:
    return lambda: day


def _wait_for_keyboard(window: QWidget | None = None) -> None:
    """Until it is in this window, or in any: windows become active a moment after they are asked to."""
    for _moment in range(100):
        there = QApplication.focusWidget()
        if there is not None and window in (None, there.window()):
            return
        QTest.qWait(10)


def answered(press: Callable[[], object], answer: Callable[[QDialog], object]) -> None:
    """Press what opens a window, and answer that window with the keys of a hand once it is there."""
    told: list[BaseException] = []

    def answer_it() -> None:
        window = QApplication.activeModalWidget()
        try:
            assert isinstance(window, QDialog)
            window.activateWindow()
            _wait_for_keyboard(window)
            answer(window)
        except BaseException as failure:  # or the test would wait for a window that nobody closes
            told.append(failure)
        if window is not None and window.isVisible():
            window.close()

    with pytest.MonkeyPatch.context() as as_outside_of_tests:
        as_outside_of_tests.setattr(QDialog, "exec", EXEC)
        QTimer.singleShot(0, answer_it)
        press()
        _wait_for_keyboard()
    if told:
        raise told[0]
