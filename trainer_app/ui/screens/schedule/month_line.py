"""One session in the month: a line with its hour, its title and its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.schedule.session_button import SessionButton


class MonthLine(SessionButton):
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self.line
        if line is None:
            return
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_faded:
            painter.setOpacity(0.4)
        edge = colours.warning if self.clashes else colours.border if line.cut else colours.primary
        painter.setPen(QPen(QColor(colours.focus), 2) if self.is_current else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.alternate if line.is_marked or line.cut else colours.selection))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.TINY, theme.TINY)
        painter.fillRect(QRectF(1, 2, 3, self.height() - 4), QColor(edge))
        font = theme.font(theme.CAPTION)
        font.setStrikeOut(line.cut)
        painter.setFont(font)
        painter.setPen(QColor(colours.warning if self.clashes else colours.text))
        room = self.rect().adjusted(theme.SMALL, 0, -2, 0)
        text = painter.fontMetrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _words(self) -> str:
        """`⚠ 08:30 Governance 2/3 · Base hall`"""
        line = self.line
        assert line is not None
        marks = ("⚠" if self.clashes else "", "✓" if line.is_marked else "")
        number = words.day_number(line) if line.of > 1 else ""
        parts = (*marks, f"{line.starts:%H:%M}", line.title, number, f"· {line.venue}" if line.venue else "")
        return " ".join(part for part in parts if part)
