"""`+3 more`: sessions for which there is no room; a click shows their day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import ngettext
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words


class MoreButton(QAbstractButton):
    """`wanted` carries the day."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("btnMore")
        self.lines: tuple[SessionLine, ...] = ()
        self.day = date.min
        self.is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._tell)

    def show_lines(self, day: date, lines: Sequence[SessionLine]) -> None:
        self.is_current = False
        if (day, tuple(lines)) != (self.day, self.lines):  # its words are many, and a page is arranged more than once
            self.day, self.lines = day, tuple(lines)
            self.retranslate()

    def retranslate(self) -> None:
        count = len(self.lines)
        self.setText(ngettext("+{count} more", "+{count} more", count).format(count=count))
        self.setAccessibleName("\n".join([self.text(), *(words.spoken(line) for line in self.lines)]))
        self.setToolTip(self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.focus), 3) if self.is_current else QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.TINY, theme.TINY)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        """How many there are; in a tall one also what they are, as far as there is room."""
        colours = theme.tokens()
        painter.setFont(theme.font(theme.CAPTION))
        high, width = painter.fontMetrics().height(), self.width() - 2 * theme.TINY
        fit = min(self.height() // high - 2, len(self.lines))
        painter.setPen(QColor(colours.muted))
        for number, line in enumerate(self.lines[: max(fit, 0)]):
            text = painter.fontMetrics().elidedText(
                f"{line.starts:%H:%M} {line.title}", Qt.TextElideMode.ElideRight, width
            )
            painter.drawText(theme.TINY, theme.TINY + number * high, width, high, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(theme.font(theme.CAPTION, semibold=True))
        painter.setPen(QColor(colours.primary))
        short = painter.fontMetrics().horizontalAdvance(self.text()) > width
        room = self.rect().adjusted(0, max(fit, 0) * high, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, f"+{len(self.lines)}" if short else self.text())

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self.day)
