"""The week as paper would show it: a column for each day, half hours, and blocks for sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.ui import theme
from trainer_app.ui.screens.schedule.drag import Drag, Ghost
from trainer_app.ui.screens.schedule.more_button import MoreButton
from trainer_app.ui.screens.schedule.session_block import SessionBlock
from trainer_app.ui.screens.schedule.session_button import Part
from trainer_app.ui.screens.schedule.shown import Shown
from trainer_app.ui.screens.schedule.week_layout import (
    FIRST,
    LAST,
    SLOT,
    Cursor,
    More,
    Placed,
    minutes,
    placed,
    roomy,
    shown_hours,
)

SLOT_HEIGHT = 17
HOURS_WIDTH = 52
LANE = 60  # pixels below which a session beside others cannot be read


class WeekGrid(QWidget):
    """Draws; the week view around it knows the keys. `pointed` carries a day and a minute of it."""

    pointed = Signal(object, int)
    chosen = Signal(object)
    opened = Signal(object)
    day_wanted = Signal(object)
    dragged = Signal(QPoint)  # the mouse carries a session here
    moved = Signal(object, object, object, object)  # a session, and its new day, start and end

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wkGrid")
        self.days: tuple[date, ...] = ()
        self.shown = Shown(datetime.min)
        self.hours = (FIRST, LAST)
        self.cursor_at: Cursor | None = None
        self.has_keys = False
        self.blocks: list[SessionBlock] = []
        self.more: list[MoreButton] = []
        self.drag: Drag | None = None
        self.ghost = Ghost(self)
        self._spare: list[SessionBlock] = []

    def show_days(self, days: tuple[date, ...], shown: Shown) -> None:
        """Other days, other sessions. Blocks are used again: a key held down turns many weeks."""
        self.cancel_drag()
        self.days, self.shown = days, shown
        self.hours = shown_hours(shown.lines)
        while len(self.blocks) < len(shown.lines):
            self.blocks.append(self._spare.pop() if self._spare else self._block())
        while len(self.blocks) > len(shown.lines):
            self._spare.append(self.blocks.pop())
            self._spare[-1].hide()
        for block, line in zip(self.blocks, shown.lines, strict=True):
            block.show_session(line, shown)
        self.fit()

    def show_now(self, now: datetime) -> None:
        """The line that says what time it is."""
        self.shown = Shown(now, self.shown.lines, self.shown.faded, self.shown.clashes, self.shown.free)
        self.update()

    def fit(self) -> None:
        """Half hours as high as the size of text asks for."""
        self.setMinimumHeight(self._slots * theme.scaled(SLOT_HEIGHT))
        self._arrange()
        self.update()

    def show_cursor(self, cursor: Cursor | None, has_keys: bool) -> None:
        self.cursor_at, self.has_keys = cursor, has_keys
        key = cursor.line.id if cursor and cursor.line else None
        for block in self.blocks:
            _make_current(block, block.line is not None and block.line.id == key)
        for more in self.more:
            _make_current(more, any(line.id == key for line in more.lines))
        self.update()

    def area(self, cursor: Cursor) -> QRect:
        """Where the cursor is, to scroll there."""
        found: list[SessionBlock | MoreButton] = [*self.blocks, *self.more]
        current = next((button for button in found if button.is_current and not button.isHidden()), None)
        return current.geometry() if current else self._slot(cursor.day, cursor.minute)

    def column(self, number: int) -> tuple[int, int]:
        """Left edge and width of a day."""
        left, room, many = self.hours_width, self.width() - self.hours_width, max(len(self.days), 1)
        start, end = left + room * number // many, left + room * (number + 1) // many
        return start, end - start

    @property
    def hours_width(self) -> int:
        return theme.scaled(HOURS_WIDTH)

    def retranslate(self) -> None:
        for block in self.blocks:
            block.retranslate()
        for more in self.more:
            more.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ---- the mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day, minute = self._under(event.position().toPoint())
        if day is not None:
            self.pointed.emit(day, minute)

    @Slot(object, object, QPoint)
    def take(self, line: SessionLine, part: Part, point: QPoint) -> None:
        day, minute = self._under(point)
        if day is not None:
            self.chosen.emit(line)
            self.drag = Drag(line, part, line.day, minute)

    @Slot(QPoint)
    def carry(self, point: QPoint) -> None:
        if self.drag is None:
            return
        there = self.drag.target(*self._nearest(point))
        if there is not None:
            day, starts, ends = there
            left, width = self.column((day - self.days[0]).days)
            top, bottom = self._top(minutes(starts)), self._top(minutes(ends))
            self.ghost.show_at(QRect(left + 1, top, width - 1, bottom - top), there)
            self.dragged.emit(point)

    @Slot()
    def drop(self) -> None:
        drag, there = self.drag, self.ghost.there if self.ghost.isVisible() else None
        self.cancel_drag()
        if drag is not None and there not in (None, (drag.line.day, drag.line.starts, drag.line.ends)):
            self.moved.emit(drag.line, *there)

    def cancel_drag(self) -> None:
        self.drag = None
        self.ghost.hide()

    # ---- drawing -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_days(painter)
        self._paint_hours(painter)
        self._paint_now(painter)
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
            if day == self.shown.today:
                painter.fillRect(left, 0, width, self.height(), QColor(colours.alternate))
            elif day.weekday() == 6:
                painter.fillRect(left, 0, width, self.height(), QColor(colours.window))
            free = self.shown.free.get(day)
            if free is not None and not free.local:
                hatch = QBrush(QColor(colours.hairline), Qt.BrushStyle.BDiagPattern)
                bottom = self._top(minutes(free.until)) if free.until else self.height()
                painter.fillRect(left, 0, width, bottom, hatch)
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

    def _paint_now(self, painter: QPainter) -> None:
        """A line across today, with an arrow in the margin that no session covers."""
        minute = minutes(self.shown.now.time())
        if self.shown.today not in self.days or not self.hours[0] <= minute < self.hours[1]:
            return
        left, width = self.column(self.days.index(self.shown.today))
        top, side = self._top(minute), theme.SMALL
        colour = QColor(theme.tokens().error)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(left, top, left + width, top)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        edge = self.hours_width - theme.TINY
        back, half = edge - side, side // 2
        painter.drawPolygon([QPoint(back, top - half), QPoint(edge, top), QPoint(back, top + half)])

    def _block(self) -> SessionBlock:
        block = SessionBlock(self)
        block.chosen.connect(self.chosen)
        block.opened.connect(self.opened)
        block.taken.connect(self.take)
        block.carried.connect(self.carry)
        block.dropped.connect(self.drop)
        return block

    def _arrange(self) -> None:
        by_id = {block.line.id: block for block in self.blocks if block.line is not None}
        by_day: dict[date, list[SessionLine]] = {}
        for line in self.shown.lines:
            by_day.setdefault(line.day, []).append(line)
        seen: set[UUID] = set()
        counted: list[tuple[date, More, QRect]] = []
        for number, day in enumerate(self.days):
            there, more = roomy(placed(by_day.get(day, ())), max(self.column(number)[1] // theme.scaled(LANE), 2))
            for one in there:
                by_id[one.line.id].setGeometry(self._lane(number, one, one.line.starts, one.line.ends))
            seen |= {one.line.id for one in there}
            counted += [(day, rest, self._lane(number, rest, rest.starts, rest.ends)) for rest in more]
        for key, block in by_id.items():
            block.setVisible(key in seen)
        self._count(counted)
        self.show_cursor(self.cursor_at, self.has_keys)

    def _count(self, counted: Sequence[tuple[date, More, QRect]]) -> None:
        """A button for each place where sessions are only counted."""
        while len(self.more) < len(counted):
            self.more.append(MoreButton(self))
            self.more[-1].wanted.connect(self.day_wanted)
        for button, (day, rest, area) in zip(self.more, counted, strict=False):
            button.show_lines(day, rest.lines)
            button.setGeometry(area)
            button.show()
        for button in self.more[len(counted) :]:
            button.show_lines(date.min, ())
            button.hide()

    def _lane(self, number: int, of: Placed | More, starts: time, ends: time) -> QRect:
        left, width = self.column(number)
        start, end = (left + 2 + (width - 3) * one // of.lanes for one in (of.lane, of.lane + 1))
        top, bottom = self._top(minutes(starts)), self._top(minutes(ends))
        return QRect(start, top + 1, end - start - 1, max(bottom - top - 1, SLOT_HEIGHT))

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
                return day, self._minute(point.y())
        return None, 0

    def _nearest(self, point: QPoint) -> tuple[date, int]:
        """Of a point beside the days, the day on that side."""
        day, minute = self._under(point)
        return day or self.days[0 if point.x() < self.hours_width else -1], minute or self._minute(point.y())

    def _minute(self, top: int) -> int:
        span = self.hours[1] - self.hours[0]
        return self.hours[0] + top * span // max(self.height(), 1) // SLOT * SLOT


def _make_current(button: SessionBlock | MoreButton, current: bool) -> None:
    if button.is_current != current:
        button.is_current = current
        button.update()
