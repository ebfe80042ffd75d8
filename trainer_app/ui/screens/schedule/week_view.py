"""A week on screen, worked by keys: arrows go, Enter opens, N plans, Ctrl+arrows move a session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trainer_app.domain.trainings import SessionLine, week_of
from trainer_app.i18n import _, screen
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.schedule import week_layout
from trainer_app.ui.screens.schedule.week_grid import WeekGrid
from trainer_app.ui.screens.schedule.week_layout import SLOT, Cursor
from trainer_app.ui.translated import Translated

MORNING = 8 * 60
DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
Modifier = Qt.KeyboardModifier


class WeekView(Translated, QScrollArea):
    """`wkView`. It changes nothing itself: each signal says what is wanted."""

    opened = Signal(object)  # a session
    chosen = Signal(object)  # a session, or None
    new_wanted = Signal(object, object)  # at this day and time
    moved = Signal(object, object, object, object)  # a session, and its new day, start and end
    removal_wanted = Signal(object)
    week_wanted = Signal(object)  # a day outside the week shown

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wkView")
        self.lines: tuple[SessionLine, ...] = ()
        self.cursor_at = Cursor(date.min, MORNING)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the heads of the days would jump
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grid = WeekGrid(self)
        self.setWidget(self.grid)
        self.grid.chosen.connect(self._choose)
        self.grid.opened.connect(self._open)
        self.grid.pointed.connect(self._point)
        self.heads = _Heads(self)
        self.retranslate()

    @property
    def current(self) -> SessionLine | None:
        return self.cursor_at.line

    def show_week(self, day: date, today: date, lines: Sequence[SessionLine], faded: Sequence[SessionLine]) -> None:
        """The week of `day`. The cursor stays on its session or hour when that is in the week."""
        days = week_of(day)
        self.lines = tuple(lines)
        self.grid.show_week(days, today, self.lines, faded)
        before = self.cursor_at
        line = next((one for one in lines if before.line and one.id == before.line.id), None)
        if line is not None:
            self.go_to(Cursor(line.day, week_layout.minutes(line.starts), line))
        elif before.day in days:
            self._go_to_hour(before.day, before.minute)
        else:
            self._go_to_hour(today if today in days else day, MORNING)
        self.heads.update()

    def go_to(self, cursor: Cursor) -> None:
        """Put the cursor somewhere in the week shown."""
        self.cursor_at = cursor
        self.grid.show_cursor(cursor, self.hasFocus())
        area = self.grid.area(cursor)
        self.ensureVisible(area.center().x(), area.top(), 0, theme.LARGE)
        self.chosen.emit(cursor.line)

    def go_to_session(self, key: object) -> bool:
        """Put the cursor on this session, if it is in the week shown."""
        line = next((one for one in self.lines if one.id == key), None)
        if line is not None:
            self.go_to(Cursor(line.day, week_layout.minutes(line.starts), line))
        return line is not None

    def go_to_day(self, day: date) -> None:
        """To the first session of a day, or its morning."""
        there = sorted((line for line in self.lines if line.day == day), key=lambda line: line.starts)
        if there:
            self.go_to(Cursor(day, week_layout.minutes(there[0].starts), there[0]))
        else:
            self._go_to_hour(day, MORNING)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Week"))
        self.grid.retranslate()
        self.heads.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._move_session(event) and not self._go(event) and not self._act(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.grid.show_cursor(self.cursor_at, True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.grid.show_cursor(self.cursor_at, False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "heads"):
            self.grid.fit()
            self._make_room()

    def _make_room(self) -> None:
        """For the names of the days, which stay while the hours scroll."""
        self.setViewportMargins(0, self.heads.high, 0, 0)
        self.heads.setGeometry(0, 0, self.viewport().width(), self.heads.high)

    def _go(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Modifier.KeypadModifier:
            return False
        if key in DAYS:
            there = week_layout.aside(self.lines, self.cursor_at, DAYS[key])
        elif key in STEPS:
            there = week_layout.along(self.lines, self.cursor_at, STEPS[key], self.grid.hours)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_day(self.grid.days[0 if key == Qt.Key.Key_Home else -1])
            self._say()
            return True
        else:
            return False
        if there.day in self.grid.days:
            self.go_to(there)
        else:
            self.cursor_at = Cursor(there.day, there.minute)
            self.week_wanted.emit(there.day)
        self._say()
        return True

    def _act(self, event: QKeyEvent) -> bool:
        line, key = self.current, event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(line) if line else self._new()
        elif key == Qt.Key.Key_Delete and line:
            self.removal_wanted.emit(line)
        elif event.text().lower() == "n":
            self._new()
        else:
            return False
        return True

    def _move_session(self, event: QKeyEvent) -> bool:
        """Ctrl+arrows move by a day or half an hour; with Shift, up and down end it earlier or later."""
        key, line = Qt.Key(event.key()), self.current
        if not event.modifiers() & Modifier.ControlModifier or key not in DAYS | STEPS:
            return False
        if line is None:
            return True
        minutes = STEPS.get(key, 0) * SLOT
        longer = bool(event.modifiers() & Modifier.ShiftModifier)
        if longer and key in DAYS:
            return True
        new = week_layout.shifted(line, DAYS.get(key, 0), 0 if longer else minutes, minutes if longer else 0)
        if new is not None:
            self.moved.emit(line, *new)
            self._say()
        return True

    def _say(self) -> None:
        """For the ear: which session, or which free half hour."""
        here = self.cursor_at
        if here.line is not None:
            announce(self, words.spoken(here.line))
        else:
            announce(self, f"{words.weekday(here.day)}, {week_layout.at(here.minute):%H:%M}")

    def _go_to_hour(self, day: date, minute: int) -> None:
        there = week_layout.here(self.lines, day, minute)
        self.go_to(Cursor(day, minute, there[0] if there else None))

    def _new(self) -> None:
        self.new_wanted.emit(self.cursor_at.day, week_layout.at(self.cursor_at.minute))

    @Slot(object)
    def _choose(self, line: SessionLine) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(Cursor(line.day, week_layout.minutes(line.starts), line))

    @Slot(object)
    def _open(self, line: SessionLine) -> None:
        self.opened.emit(line)

    @Slot(object, int)
    def _point(self, day: date, minute: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(Cursor(day, minute))


class _Heads(QWidget):
    """Names and dates of the seven days, above the hours."""

    def __init__(self, view: WeekView) -> None:
        super().__init__(view)
        self._view = view

    @property
    def high(self) -> int:
        return theme.scaled(theme.CAPTION + theme.BODY + theme.LARGE + theme.SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, grid = theme.tokens(), self._view.grid
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.alternate))
        for number, day in enumerate(grid.days):
            left, width = grid.column(number)
            self._paint_day(painter, day, left + theme.TINY, width - theme.TINY, day == grid.today)
        painter.setPen(QColor(colours.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, left: int, width: int, today: bool) -> None:
        colours = theme.tokens()
        half = self.height() // 2
        name = screen().weekday(day)
        painter.setPen(QColor(colours.primary if today else colours.muted))
        painter.setFont(theme.font(theme.CAPTION))
        name = painter.fontMetrics().elidedText(
            f"{name[:1].upper()}{name[1:]}", Qt.TextElideMode.ElideRight, width - theme.TINY
        )
        painter.drawText(left, 2, width, half, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(QColor(colours.primary if today else colours.text))
        painter.setFont(theme.font(theme.BODY, semibold=True))
        painter.drawText(left, half - 2, width, half, Qt.AlignmentFlag.AlignVCenter, f"{day:%d/%m}")
