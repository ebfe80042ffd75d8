"""The week as paper would show it: seven columns, half hours, and blocks for sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.ui import theme
from trainer_app.ui.screens.schedule.session_block import SessionBlock
from trainer_app.ui.screens.schedule.week_layout import FIRST, LAST, SLOT, Cursor, minutes, placed, shown_hours

SLOT_HEIGHT = 17
HOURS_WIDTH = 52


class WeekGrid(QWidget):
    """Draws; the week view around it knows the keys. `pointed` carries a day and a minute of it."""

    pointed = Signal(object, int)
    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wkGrid")
        self.days: tuple[date, ...] = ()
        self.today: date | None = None
        self.hours = (FIRST, LAST)
        self.cursor_at: Cursor | None = None
        self.has_keys = False
        self.blocks: list[SessionBlock] = []

    def show_week(
        self, days: tuple[date, ...], today: date, lines: Sequence[SessionLine], faded: Sequence[SessionLine]
    ) -> None:
        """Other sessions: those in `faded` stay where they are, but step back."""
        self.days, self.today = days, today
        self.hours = shown_hours(lines)
        for block in self.blocks:
            block.hide()
            block.deleteLater()
        self.blocks = [self._block(line, line in faded) for line in lines]
        self.fit()

    def fit(self) -> None:
        """Half hours as high as the size of text asks for."""
        self.setMinimumHeight(self._slots * theme.scaled(SLOT_HEIGHT))
        self._arrange()

    def show_cursor(self, cursor: Cursor | None, has_keys: bool) -> None:
        self.cursor_at, self.has_keys = cursor, has_keys
        line = cursor.line if cursor else None
        for block in self.blocks:
            block.is_current = line is not None and block.line.id == line.id
            block.update()
        self.update()

    def area(self, cursor: Cursor) -> QRect:
        """Where the cursor is, to scroll there."""
        if cursor.line is not None:
            for block in self.blocks:
                if block.line.id == cursor.line.id:
                    return block.geometry()
        return self._slot(cursor.day, cursor.minute)

    def column(self, number: int) -> tuple[int, int]:
        """Left edge and width of a day."""
        left, room = self.hours_width, self.width() - self.hours_width
        start, end = left + room * number // 7, left + room * (number + 1) // 7
        return start, end - start

    @property
    def hours_width(self) -> int:
        return theme.scaled(HOURS_WIDTH)

    def retranslate(self) -> None:
        for block in self.blocks:
            block.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day, minute = self._under(event.position().toPoint())
        if day is not None:
            self.pointed.emit(day, minute)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_days(painter)
        self._paint_hours(painter)
        if self.cursor_at and self.cursor_at.line is None and self.has_keys and self.cursor_at.day in self.days:
            painter.setPen(QPen(QColor(theme.tokens().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._slot(self.cursor_at.day, self.cursor_at.minute).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_days(self, painter: QPainter) -> None:
        colours = theme.tokens()
        painter.fillRect(self.rect(), QColor(colours.surface))
        for number, day in enumerate(self.days):
            left, width = self.column(number)
            if day == self.today:
                painter.fillRect(left, 0, width, self.height(), QColor(colours.alternate))
            elif day.weekday() == 6:
                painter.fillRect(left, 0, width, self.height(), QColor(colours.window))
            painter.setPen(QColor(colours.hairline))
            painter.drawLine(left, 0, left, self.height())

    def _paint_hours(self, painter: QPainter) -> None:
        colours = theme.tokens()
        painter.setFont(theme.font(theme.CAPTION))
        for minute in range(self.hours[0], self.hours[1], 60):
            top = self._top(minute)
            painter.setPen(QColor(colours.hairline))
            painter.drawLine(self.hours_width - theme.TINY, top, self.width(), top)
            painter.setPen(QColor(colours.muted))
            room = QRect(0, top, self.hours_width - theme.SMALL, painter.fontMetrics().height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, f"{minute // 60:02}:00")

    def _block(self, line: SessionLine, faded: bool) -> SessionBlock:
        block = SessionBlock(self, line)
        block.is_faded = faded
        block.chosen.connect(self.chosen)
        block.opened.connect(self.opened)
        block.show()
        return block

    def _arrange(self) -> None:
        by_id = {block.line.id: block for block in self.blocks}
        for number, day in enumerate(self.days):
            left, width = self.column(number)
            for one in placed(block.line for block in self.blocks if block.line.day == day):
                start, end = (left + 2 + (width - 3) * lane // one.lanes for lane in (one.lane, one.lane + 1))
                top, bottom = self._top(minutes(one.line.starts)), self._top(minutes(one.line.ends))
                by_id[one.line.id].setGeometry(start, top + 1, end - start - 1, max(bottom - top - 1, SLOT_HEIGHT))

    @property
    def _slots(self) -> int:
        return (self.hours[1] - self.hours[0]) // SLOT

    def _top(self, minute: int) -> int:
        return (minute - self.hours[0]) * self.height() // max(self.hours[1] - self.hours[0], 1)

    def _slot(self, day: date, minute: int) -> QRect:
        left, width = self.column((day - self.days[0]).days)
        return QRect(left, self._top(minute), width, self._top(minute + SLOT) - self._top(minute))

    def _under(self, point: QPoint) -> tuple[date | None, int]:
        for number, day in enumerate(self.days):
            left, width = self.column(number)
            if left <= point.x() < left + width:
                span = self.hours[1] - self.hours[0]
                return day, self.hours[0] + point.y() * span // max(self.height(), 1) // SLOT * SLOT
        return None, 0
