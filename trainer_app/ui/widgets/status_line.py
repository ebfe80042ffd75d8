"""The line below every page: its keys, and for ten seconds what was just done."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer_app.ui import theme
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.toast import Toast


class StatusLine(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.keys = ElidedLabel(self, "caption", "pageKeys")
        self.toast = Toast(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, 2, theme.MEDIUM, 2)
        layout.setSpacing(theme.MEDIUM)
        layout.addWidget(self.keys, 1)
        layout.addWidget(self.toast)
        self.setMinimumHeight(theme.scaled(28))
