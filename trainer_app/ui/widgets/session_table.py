"""A list of sessions that gives up columns one after the other where there is no room for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets.list_view import ListView

NARROW = (  # below this width a column gives its room to the others
    (1300, words.TRAINERS.title),
    (940, words.VENUE.title),
    (600, words.GROUP.title),
)
CHANGED = 160  # pixels that the column of what became of a session takes from the others
NARROWEST = 700  # pixels below which it gives way itself
FEW = 5  # columns of a table that has no such column


class SessionTable(ListView[SessionLine]):
    """The column that says what became of a session is there only when one was moved or cut."""

    def __init__(self, parent: QWidget, name: str, columns: Sequence[Column[SessionLine]], spoken: str) -> None:
        super().__init__(parent, name, columns, lambda line: line.id, spoken)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the day of a training stands at the end of its title

    def show_rows(self, rows: Sequence[SessionLine]) -> None:
        super().show_rows(rows)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        told = any(line.moved_from is not None or line.cut for line in self.rows.rows)
        told = told and self.width() >= theme.scaled(NARROWEST)
        width = self.width() - theme.scaled(CHANGED if told and len(self.rows.columns) > FEW else 0)
        hidden = [title for room, title in NARROW if width < theme.scaled(room)]
        self.hide_columns(hidden if told else [*hidden, words.MOVED.title])
