"""All sessions as a list: the same as the week, for those who read line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.widgets.list_view import ListView

NARROW = (  # below this width a column gives its room to the others
    (1300, words.TRAINERS.title),
    (1120, words.VENUE.title),
    (760, words.GROUP.title),
)


class SessionList(ListView[SessionLine]):
    """`tblList`. It changes nothing itself: each signal says what is wanted."""

    new_wanted = Signal()
    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "tblList", words.LIST_COLUMNS, lambda line: line.id, N_("Sessions"))

    def show_lines(self, lines: Sequence[SessionLine], day: date) -> None:
        """The list stays on its line; at first it is on the first session from `day` on."""
        self.show_rows(lines)
        self._hide()
        if not self.currentIndex().isValid():
            self.go_to_day(day)

    def go_to_day(self, day: date) -> None:
        """To the first session from a day on, else the last one."""
        coming = [line for line in self.rows.rows if line.day >= day]
        lines = coming or self.rows.rows[-1:]
        if lines:
            self.go_to(min(lines, key=lambda line: (line.day, line.starts)).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_row()
        if event.key() == Qt.Key.Key_Delete and line is not None:
            self.removal_wanted.emit(line)
        elif event.text().lower() == "n":
            self.new_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide()

    def _hide(self) -> None:
        hidden = [title for room, title in NARROW if self.width() < theme.scaled(room)]
        if all(line.moved_from is None for line in self.rows.rows):
            hidden.append(words.MOVED.title)
        self.hide_columns(hidden)
