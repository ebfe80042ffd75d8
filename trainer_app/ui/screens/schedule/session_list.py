"""Sessions as a list: the same as the week and the month, for those who read line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_
from trainer_app.ui.models import sessions as words
from trainer_app.ui.widgets.session_table import SessionTable

TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class SessionList(SessionTable):
    """`tblList`. It changes nothing itself: each signal says what is wanted. `typed` begins a search."""

    new_wanted = Signal()
    removal_wanted = Signal(object)
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "tblList", words.LIST_COLUMNS, N_("Sessions"))

    def show_lines(self, lines: Sequence[SessionLine], day: date) -> None:
        """The list stays on its line; at first it is on the first session from `day` on."""
        self.show_rows(lines)
        if not self.currentIndex().isValid():
            self.go_to_day(day)

    def go_to_day(self, day: date) -> None:
        """To the first session from a day on, else the last one."""
        coming = [line for line in self.rows.rows if line.day >= day]
        lines = coming or self.rows.rows[-1:]
        if lines:
            self.go_to(min(lines, key=lambda line: (line.day, line.starts)).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, text = self.current_row(), event.text()
        if event.key() == Qt.Key.Key_Delete and line is not None:
            self.removal_wanted.emit(line)
        elif text.lower() == "n":
            self.new_wanted.emit()
        elif text.isalnum() and not event.modifiers() & ~TYPING:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)
