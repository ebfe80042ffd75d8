"""What windows with one list have in common: a head, a sentence, the list, and buttons below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trainer_app.ui import theme
from trainer_app.ui.dialogs.deed_dialog import DeedDialog
from trainer_app.ui.widgets import labels

if TYPE_CHECKING:
    from trainer_app.ui.widgets.list_view import ListView
    from trainer_app.ui.work import Work


class ListedDialog(DeedDialog):
    """Fill `head`, `middle` and, with `put_buttons`, the foot."""

    def __init__(self, parent: QWidget | None, work: Work, name: str, width: int = 940, height: int = 520) -> None:
        super().__init__(parent, name, work, width, height)
        self.explanation = labels.label(self, "muted", f"{name}Words")
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.SMALL)
        self.middle = QVBoxLayout()
        self.inside.addLayout(self.head)
        self.inside.addWidget(self.explanation)
        self.inside.addLayout(self.middle, 1)
        self.finish_foot()

    def key(self, owner: QWidget, name: str, keys: str, do: Callable[[], object]) -> None:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        owner.addAction(action)

    def put_buttons(self, made: Sequence[QPushButton]) -> None:
        """Before the button that closes."""
        for one in made:
            self.foot.insertWidget(self.foot.count() - 2, one)


def choose_first(table: ListView[Any]) -> None:
    """A list that has rows has a row that is chosen."""
    if table.rows.rowCount() and table.current_row() is None:
        table.selectRow(0)
