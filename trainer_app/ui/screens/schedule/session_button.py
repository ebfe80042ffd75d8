"""A session in the week or the month: a button for the ear, which the mouse can also carry elsewhere."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from trainer_app.domain.trainings import Clash, SessionLine
from trainer_app.ui.models import sessions as words
from trainer_app.ui.models.agenda import told
from trainer_app.ui.screens.schedule.shown import Shown


class Part(StrEnum):
    """What of a session the mouse has hold of."""

    WHOLE = "whole"
    START = "start"
    END = "end"


class SessionButton(QAbstractButton):
    """A click chooses it, a double click opens it. The view has the focus and says which one is current."""

    chosen = Signal(object)
    opened = Signal(object)
    taken = Signal(object, object, QPoint)  # the session, its part, and where on the parent
    carried = Signal(QPoint)
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line: SessionLine | None = None
        self.clashes: tuple[Clash, ...] = ()
        self.is_current = False
        self.is_faded = False
        self._pressed: QPoint | None = None
        self._is_carried = False
        self.setObjectName("blkSession")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.clicked.connect(self._tell)

    def show_session(self, line: SessionLine, shown: Shown) -> None:
        self.line = line
        self.clashes = tuple(shown.clashes.get(line.id, ()))
        self.is_faded = line.id in shown.faded
        self.is_current = False
        self.retranslate()

    def retranslate(self) -> None:
        if self.line is not None:
            self.setText(words.title(self.line))
            self.setAccessibleName(told(self.line, self.clashes))
            self.setToolTip(self.accessibleName())

    def part_at(self, point: QPoint) -> Part:
        """What the mouse would take hold of there."""
        return Part.WHOLE

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pressed is None:
            tall = self.part_at(point) != Part.WHOLE
            self.setCursor(Qt.CursorShape.SizeVerCursor if tall else Qt.CursorShape.PointingHandCursor)
        elif not self._is_carried and (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._is_carried = True
            self.taken.emit(self.line, self.part_at(self._pressed), self.mapToParent(self._pressed))
        if self._is_carried:
            self.carried.emit(self.mapToParent(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, self._pressed, self._is_carried = self._is_carried, None, False
        if carried:
            self.setDown(False)
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.line)
