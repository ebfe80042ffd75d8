"""Labels by what they are for, so that the same thing looks the same on every screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(parent: QWidget, kind: str = "", name: str = "", wrap: bool = True) -> QLabel:
    """`kind` is title, section, figure, caption, muted, strong, error, warning, success, or "" for body."""
    made = QLabel(parent)
    made.setProperty("kind", kind)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what a user typed is never markup
    return made


def rule(parent: QWidget) -> QFrame:
    """A thin line between two parts of a page."""
    made = QFrame(parent)
    made.setProperty("kind", "rule")
    return made


def card(parent: QWidget, name: str = "") -> QFrame:
    """A frame that holds what belongs together."""
    made = QFrame(parent)
    made.setProperty("kind", "card")
    made.setObjectName(name)
    return made


class ElidedLabel(QLabel):
    """One line that has a "…" where it does not fit, and says all of it in its tooltip."""

    def __init__(
        self,
        parent: QWidget,
        kind: str = "",
        name: str = "",
        gives_way: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._gives_way = gives_way
        self.setProperty("kind", kind)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self.fontMetrics().elidedText(self.text(), self._gives_way, self.width())
        self.style().drawItemText(
            painter, self.rect(), Qt.AlignmentFlag.AlignVCenter, self.palette(), self.isEnabled(), line
        )
