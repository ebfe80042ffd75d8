"""The schedule as the window would show it, and the keys and the mouse that work on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY
from trainer_app.domain.trainings import SessionLine
from trainer_app.services import sessions
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.screens.schedule.schedule import ScheduleScreen
from trainer_app.ui.work import Work

Page = Callable[..., ScheduleScreen]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def page(qtbot: QtBot, work: Work) -> Page:
    """Build the schedule as it is on a day, with the keyboard where the window would put it."""
    kept: list[ScheduleScreen] = []  # a page that no name holds on to would be taken away

    def build(day: date = FIRST_DAY, preferences: Preferences | None = None) -> ScheduleScreen:
        made = ScheduleScreen(work, clock=lambda: datetime.combine(day, time(8)), preferences=preferences)
        qtbot.addWidget(made)
        kept.append(made)
        made.resize(1134, 625)
        made.show()
        made.activateWindow()
        made.first_focus().setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is made.first_focus())
        return made

    return build


def lines(work: Work) -> tuple[SessionLine, ...]:
    return work.read(sessions.sessions, "en")


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
    """A key, wherever the keyboard is now."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        here = QApplication.focusWidget()
        assert here is not None
        QApplication.sendEvent(here, QKeyEvent(kind, key, modifiers, text))


def pull(button: QWidget, start: QPoint, by: QPoint, drop: bool = True) -> None:
    """Take hold of a widget at `start`, carry it by so much in four steps, and let go."""
    _mouse(button, QEvent.Type.MouseButtonPress, start)
    for step in range(1, 5):
        _mouse(button, QEvent.Type.MouseMove, start + by * step / 4)
    if drop:
        let_go(button, start + by)


def let_go(button: QWidget, point: QPoint) -> None:
    _mouse(button, QEvent.Type.MouseButtonRelease, point)


def _mouse(widget: QWidget, kind: QEvent.Type, point: QPoint) -> None:
    held = NO_BUTTON if kind == QEvent.Type.MouseButtonRelease else LEFT
    pressed = NO_BUTTON if kind == QEvent.Type.MouseMove else LEFT
    place = widget.mapToGlobal(point)
    event = QMouseEvent(kind, QPointF(point), QPointF(place), pressed, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
