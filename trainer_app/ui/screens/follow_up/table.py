"""The due list: a table in which single letters do what the buttons beside it do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.follow_up import FollowUp
from trainer_app.i18n import N_
from trainer_app.ui import theme
from trainer_app.ui.models.follow_up import DUE, LEAST_NEEDED, LESS_NEEDED, ONLY_NEEDED
from trainer_app.ui.widgets.list_view import ListView

WIDE, NARROW, TINY = 1100, 940, 720  # at normal size of text: below them the less needed columns are hidden


class DueTable(ListView[FollowUp]):
    """`tblDue`. `done_wanted` and the others come without the row: it is the chosen one."""

    done_wanted = Signal()
    snooze_wanted = Signal()
    replace_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "tblDue", DUE, _key, N_("What waits"))
        self._letters = {
            Qt.Key.Key_D: self.done_wanted,
            Qt.Key.Key_S: self.snooze_wanted,
            Qt.Key.Key_R: self.replace_wanted,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        letter = self._letters.get(Qt.Key(event.key())) if plain else None
        if letter is not None:
            letter.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        steps = ((TINY, ONLY_NEEDED), (NARROW, LEAST_NEEDED), (WIDE, LESS_NEEDED))
        self.hide_columns(next((hidden for below, hidden in steps if self.width() < theme.scaled(below)), ()))


def _key(line: FollowUp) -> object:
    return line.id
