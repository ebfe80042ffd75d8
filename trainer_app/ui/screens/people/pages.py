"""The middle of a list page: the list, or what to do while it has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """One of several widgets; `resized` comes when there is more or less room for it."""

    resized = Signal()

    def __init__(self, parent: QWidget, *pages: QWidget) -> None:
        super().__init__(parent)
        for page in pages:
            self.addWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
