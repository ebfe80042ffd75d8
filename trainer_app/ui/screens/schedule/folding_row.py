"""Two parts of a row, one below the other where there is no room: large text on a small screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from trainer_app.ui import theme

Direction = QBoxLayout.Direction


class FoldingRow(QWidget):
    """The first part takes what room the second leaves."""

    def __init__(self, parent: QWidget, first: QLayout, second: QLayout) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        self._row = QBoxLayout(Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.SMALL)
        self._row.addLayout(first, 1)
        self._row.addLayout(second)

    @property
    def is_folded(self) -> bool:
        return self._row.direction() == Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part: it folds before it would hold the window open."""
        wider = max(self._first.minimumSize().width(), self._second.minimumSize().width())
        return QSize(wider, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return done

    def _fold(self) -> None:
        needed = _wished(self._first) + self._row.spacing() + _wished(self._second)
        direction = Direction.LeftToRight if needed <= self.width() else Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)


def _wished(part: QLayout) -> int:
    """The width at which nothing in it is cut off, also no label that would give way."""
    items = (part.itemAt(number) for number in range(part.count()))
    shown = [item.widget() for item in items if item is not None and not item.isEmpty()]
    widths = [widget.sizeHint().width() for widget in shown if widget is not None]
    return sum(widths) + part.spacing() * len(widths)
