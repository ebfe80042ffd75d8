"""What the tests of the window need: a window on data, keys pressed, and time for what they started."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.db.database import Database
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.program import Program
from trainer_app.ui.work import Work

ROOMY, SMALL = (1366, 697), (1093, 542)


@contextmanager
def a_window(qtbot: QtBot, db: Database, size: tuple[int, int] = ROOMY, language: str = "en") -> Iterator[MainWindow]:
    """The whole program in a window of this size, as `app.open_window` puts it together."""
    preferences = Preferences(db.folder)
    preferences.change(language=language, theme="light")
    window = MainWindow(preferences)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work = Work(db, window)
    window.use(work)
    Program(window, work)
    settle()
    yield window
    work.stop()
    preferences.change(language="en", text_size=100, theme="light")
    settle()


def press(*keys: str | tuple[Qt.Key, Qt.KeyboardModifier] | Qt.Key) -> int:
    """Press keys where the keyboard is: a text is typed, a pair is a chord. How many key events that were."""
    count = 0
    for key in keys:
        if isinstance(key, str):
            for character in key:
                _type(character)
            count += len(key)
        else:
            code, modifier = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
            QTest.keyClick(focus(), code, modifier)
            count += 1
        settle()
    return count


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def settle() -> None:
    for _turn in range(5):
        QApplication.processEvents()


def _type(character: str) -> None:
    """`QTest.keyClicks` aborts on an é, so the event is made by hand."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        code = ord(character.upper()) if character.isascii() else 0
        QApplication.sendEvent(focus(), QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, character))
