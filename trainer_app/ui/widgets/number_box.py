"""A small whole number: typed, or changed with Up and Down."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from trainer_app.ui import theme


class NumberBox(QSpinBox):
    """The number begins where the text of every other field does: the style sheet's padding does not reach it."""

    def __init__(self, parent: QWidget, name: str, least: int, most: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(theme.SMALL, 0, 0, 0)
