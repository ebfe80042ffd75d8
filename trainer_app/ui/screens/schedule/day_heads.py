"""Names and dates of the days above their columns; a click shows the day alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from trainer_app.i18n import screen
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.schedule.shown import Shown

Column = Callable[[int], tuple[int, int]]  # number of a day > its left edge and width


class DayHeads(QWidget):
    pressed = Signal(object)  # a day

    def __init__(self, parent: QWidget, column: Column, dated: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("dayHeads")
        self._column = column
        self._dated = dated
        self._days: tuple[date, ...] = ()
        self._shown: Shown | None = None

    @property
    def high(self) -> int:
        lines = theme.CAPTION + theme.LARGE + (theme.BODY + theme.SMALL if self._dated else -theme.TINY)
        return theme.scaled(lines)

    def show_days(self, days: tuple[date, ...], shown: Shown) -> None:
        self._days, self._shown = days, shown
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._dated and (day := self._under(event.position().x())):
            self.pressed.emit(day)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._under(event.pos().x())
            QToolTip.showText(event.globalPos(), self._told(day) if day and self._dated else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.alternate))
        for number, day in enumerate(self._days):
            left, width = self._column(number)
            self._paint_day(painter, day, left + theme.TINY, width - theme.SMALL)
        painter.setPen(QColor(colours.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, left: int, width: int) -> None:
        colours, today = theme.tokens(), self._shown is not None and day == self._shown.today and self._dated
        half = self.height() // 2 if self._dated else self.height()
        name = screen().weekday(day)
        painter.setPen(QColor(colours.primary if today else colours.muted))
        painter.setFont(theme.font(theme.CAPTION))
        self._write(painter, f"{name[:1].upper()}{name[1:]}", left, 2 if self._dated else 0, width, half)
        if not self._dated:
            return
        painter.setPen(QColor(colours.primary if today else colours.text))
        painter.setFont(theme.font(theme.BODY, semibold=True))
        dated = f"{day:%d/%m}"
        painter.drawText(left, half - 2, width, half, Qt.AlignmentFlag.AlignVCenter, dated)
        if free := self._free(day):
            beside = painter.fontMetrics().horizontalAdvance(dated) + theme.SMALL
            painter.setFont(theme.font(theme.CAPTION))
            painter.setPen(QColor(colours.muted))
            self._write(painter, free, left + beside, half - 2, width - beside, half)

    def _write(self, painter: QPainter, text: str, left: int, top: int, width: int, height: int) -> None:
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, top, width, height, Qt.AlignmentFlag.AlignVCenter, elided)

    def _free(self, day: date) -> str:
        return self._shown.name_of(day) if self._shown else ""

    def _told(self, day: date) -> str:
        return "\n".join(part for part in (words.weekday(day), self._free(day)) if part)

    def _under(self, left: float) -> date | None:
        for number, day in enumerate(self._days):
            start, width = self._column(number)
            if start <= left < start + width:
                return day
        return None
