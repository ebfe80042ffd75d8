"""A register on screen, and what a test wants to know of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import ATraining
from tests.ui import session_screens
from trainer_app.domain.attendance import Status
from trainer_app.services import attendance
from trainer_app.ui.screens.session.attendance import AttendanceTab
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.widgets.status_grid import StatusGrid
from trainer_app.ui.work import Work

P, A, L, E = Status
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Keys = Qt.Key


class Register:
    """A session on screen, and what a test wants to know of it."""

    def __init__(self, screen: SessionScreen, training: ATraining) -> None:
        self.screen = screen
        self.training = training
        self.told: list[tuple[str, bool]] = []
        screen.finished.connect(self._hear)

    def _hear(self, text: str, undo: bool) -> None:
        self.told.append((text, undo))

    @property
    def tab(self) -> AttendanceTab:
        page = self.screen.pages["attendance"]
        assert isinstance(page, AttendanceTab)
        return page

    @property
    def grid(self) -> StatusGrid:
        return self.tab.grid

    @property
    def at(self) -> tuple[int, int]:
        """Line and day that are current."""
        index = self.grid.currentIndex()
        return index.row(), index.column() - self.grid.register.register_days.start

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.grid, key, modifier)

    def type(self, text: str) -> None:
        """What any keyboard sends for a character: no key of our own, only its text."""
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(self.grid, event)

    def statuses(self, day: int = 0) -> list[Status | None]:
        """As kept in the file, from the first person to the last."""
        found = self.screen.work.read(attendance.register, self.training.id, "en")
        return [line.cells[day].status for line in found.lines]

    def shown(self, line: int, day: int = 0) -> str:
        grid = self.grid
        return grid.register.index(line, grid.register.register_days.start + day).data()

    def go(self, line: int, day: int = 0) -> None:
        self.grid.go_to(line, self.grid.register.register_days.start + day)

    @property
    def totals(self) -> str:
        return self.tab.totals.words.text()


def opened(qtbot: QtBot, work: Work, training: ATraining, day: int = 0, today: date | None = None) -> Register:
    return Register(session_screens.opened(qtbot, work, training, day=day, today=today), training)
