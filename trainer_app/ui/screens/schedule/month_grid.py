"""The month as a wall calendar shows it: weeks as rows, and in each day a line for each session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.ui import theme
from trainer_app.ui.screens.schedule.drag import Drag, Ghost
from trainer_app.ui.screens.schedule.month_line import MonthLine
from trainer_app.ui.screens.schedule.more_button import MoreButton
from trainer_app.ui.screens.schedule.session_button import Part
from trainer_app.ui.screens.schedule.shown import Shown

LINE = 19  # pixels of a session
LINES = 3  # that a day has room for at least


class MonthGrid(QWidget):
    """Draws; the month view around it knows the keys. `pointed` carries a day."""

    pointed = Signal(object)
    chosen = Signal(object)
    opened = Signal(object)
    day_wanted = Signal(object)
    dragged = Signal(QPoint)
    moved = Signal(object, object, object, object)  # a session, and its new day, start and end

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("moGrid")
        self.weeks: tuple[tuple[date, ...], ...] = ()
        self.month = 0
        self.shown = Shown(datetime.min)
        self.day: date | None = None
        self.line: SessionLine | None = None
        self.has_keys = False
        self.lines: list[MonthLine] = []
        self.more: list[MoreButton] = []
        self.drag: Drag | None = None
        self.ghost = Ghost(self)
        self._by_day: dict[date, list[SessionLine]] = {}

    def show_month(self, day: date, weeks: tuple[tuple[date, ...], ...], shown: Shown) -> None:
        self.cancel_drag()
        self.month, self.weeks, self.shown = day.month, weeks, shown
        self._by_day = {}
        for line in shown.lines:
            self._by_day.setdefault(line.day, []).append(line)
        self.fit()

    def of_day(self, day: date) -> Sequence[SessionLine]:
        return self._by_day.get(day, ())

    def fit(self) -> None:
        """Days as high as the size of text asks for."""
        lines = theme.scaled(LINE) * LINES
        self.setMinimumHeight(max(len(self.weeks), 1) * (self._head + lines + theme.TINY))
        self._arrange()
        self.update()

    def show_cursor(self, day: date, line: SessionLine | None, has_keys: bool) -> None:
        before, self.day, self.line, self.has_keys = self.line, day, line, has_keys
        key, had = line.id if line else None, before.id if before else None
        if key != had:
            self._arrange()  # a day with more lines than room shows those around the chosen one
        self.update()

    def area(self, day: date) -> QRect:
        number = (day - self.weeks[0][0]).days
        return self._cell(number // 7, number % 7)

    def column(self, number: int) -> tuple[int, int]:
        """Left edge and width of a day of the week."""
        start, end = self.width() * number // 7, self.width() * (number + 1) // 7
        return start, end - start

    def retranslate(self) -> None:
        for line in self.lines:
            line.retranslate()
        for more in self.more:
            more.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ---- the mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self._under(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.day_wanted.emit(self._under(event.position().toPoint()))

    @Slot(object, object, QPoint)
    def take(self, line: SessionLine, part: Part, point: QPoint) -> None:
        self.chosen.emit(line)
        self.drag = Drag(line, part, line.day)

    @Slot(QPoint)
    def carry(self, point: QPoint) -> None:
        if self.drag is not None:
            there = self.drag.target(self._under(point), 0)
            assert there is not None
            self.ghost.show_at(self.area(there[0]).adjusted(1, 1, -1, -1), there)
            self.dragged.emit(point)

    @Slot()
    def drop(self) -> None:
        drag, there = self.drag, self.ghost.there if self.ghost.isVisible() else None
        self.cancel_drag()
        if drag is not None and there is not None and there[0] != drag.line.day:
            self.moved.emit(drag.line, *there)

    def cancel_drag(self) -> None:
        self.drag = None
        self.ghost.hide()

    # ---- drawing -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.tokens().surface))
        for row, week in enumerate(self.weeks):
            for column, day in enumerate(week):
                area = self._cell(row, column)
                if area.intersects(event.rect()):
                    self._paint_day(painter, day, area)
        if self.day is not None and self.weeks and self.weeks[0][0] <= self.day <= self.weeks[-1][-1]:
            ring = QColor(theme.tokens().focus if self.has_keys else theme.tokens().border)
            painter.setPen(QPen(ring, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.area(self.day).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, area: QRect) -> None:
        colours = theme.tokens()
        today, outside = day == self.shown.today, day.month != self.month
        if today or outside or day.weekday() == 6:
            painter.fillRect(area, QColor(colours.alternate if today else colours.window))
        if (free := self.shown.free.get(day)) is not None and not free.local:
            half = area.height() // (2 if free.until else 1)
            hatch = QBrush(QColor(colours.hairline), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(area.left(), area.top(), area.width(), half, hatch)
        painter.setPen(QColor(colours.hairline))
        painter.drawRect(area)
        head = QRect(area.left() + theme.TINY, area.top(), area.width() - theme.SMALL, self._head)
        painter.setFont(theme.font(theme.CAPTION, semibold=not outside))
        painter.setPen(QColor(colours.primary if today else colours.muted if outside else colours.text))
        dated = f"{day:%d/%m}" if outside or day.day == 1 else str(day.day)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, dated)
        beside = painter.fontMetrics().horizontalAdvance(dated) + theme.SMALL
        if free is not None and head.width() > beside:
            painter.setFont(theme.font(theme.CAPTION))
            painter.setPen(QColor(colours.muted))
            text = painter.fontMetrics().elidedText(free.name, Qt.TextElideMode.ElideRight, head.width() - beside)
            painter.drawText(head.adjusted(beside, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _arrange(self) -> None:
        """Lines are used again: a key held down turns many months."""
        made = counted = 0
        for row, week in enumerate(self.weeks):
            for column, day in enumerate(week):
                area = self._cell(row, column)
                there, rest = self._seen(self.of_day(day), max((area.height() - self._head) // theme.scaled(LINE), 1))
                for number, line in enumerate(there):
                    self._place_line(made, line, self._slot(area, number))
                    made += 1
                if rest:
                    self._place_more(counted, day, rest, self._slot(area, len(there)))
                    counted += 1
        for spare in (*self.lines[made:], *self.more[counted:]):
            spare.hide()

    def _seen(self, lines: Sequence[SessionLine], room: int) -> tuple[Sequence[SessionLine], Sequence[SessionLine]]:
        """Those that have room, the chosen one among them, and those that are only counted."""
        if len(lines) <= room:
            return lines, ()
        key = self.line.id if self.line else None
        chosen = next((number for number, line in enumerate(lines) if line.id == key), 0)
        first = min(max(chosen - room + 2, 0), len(lines) - room + 1)
        return lines[first : first + room - 1], (*lines[:first], *lines[first + room - 1 :])

    def _place_line(self, number: int, line: SessionLine, area: QRect) -> None:
        if number == len(self.lines):
            self.lines.append(self._line())
        button = self.lines[number]
        if button.line is not line or button.clashes != tuple(self.shown.clashes.get(line.id, ())):
            button.show_session(line, self.shown)
        button.is_faded = line.id in self.shown.faded
        button.is_current = self.line is not None and self.line.id == line.id
        button.setGeometry(area)
        button.show()
        button.update()

    def _place_more(self, number: int, day: date, lines: Sequence[SessionLine], area: QRect) -> None:
        if number == len(self.more):
            self.more.append(MoreButton(self))
            self.more[-1].wanted.connect(self.day_wanted)
        self.more[number].show_lines(day, lines)
        self.more[number].setGeometry(area)
        self.more[number].show()

    def _line(self) -> MonthLine:
        line = MonthLine(self)
        line.chosen.connect(self.chosen)
        line.opened.connect(self.opened)
        line.taken.connect(self.take)
        line.carried.connect(self.carry)
        line.dropped.connect(self.drop)
        return line

    @property
    def _head(self) -> int:
        return theme.scaled(LINE)

    def _cell(self, row: int, column: int) -> QRect:
        left, width = self.column(column)
        top = self.height() * row // len(self.weeks)
        return QRect(left, top, width, self.height() * (row + 1) // len(self.weeks) - top)

    def _slot(self, area: QRect, number: int) -> QRect:
        high = theme.scaled(LINE)
        return QRect(area.left() + 3, area.top() + self._head + number * high, area.width() - 5, high - 1)

    def _under(self, point: QPoint) -> date:
        """The day under the mouse; of a point outside, the nearest."""
        row = min(max(point.y() * len(self.weeks) // max(self.height(), 1), 0), len(self.weeks) - 1)
        return self.weeks[row][min(max(point.x() * 7 // max(self.width(), 1), 0), 6)]
