"""A week or a day on screen, worked by keys: arrows go, Enter opens, N plans, Ctrl+arrows move a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.models import sessions as words
from trainer_app.ui.models.agenda import told
from trainer_app.ui.screens.schedule import week_layout
from trainer_app.ui.screens.schedule.day_heads import DayHeads
from trainer_app.ui.screens.schedule.shown import Shown
from trainer_app.ui.screens.schedule.week_grid import WeekGrid
from trainer_app.ui.screens.schedule.week_layout import SLOT, Cursor
from trainer_app.ui.translated import Translated

MORNING = 8 * 60
MINUTE = 60_000  # milliseconds
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
    week_wanted = Signal(object)  # a day outside the days shown
    day_wanted = Signal(object)  # a day, to be seen alone
    left = Signal()  # Esc, when there is nothing to let go of

    def __init__(self, parent: QWidget, clock: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setObjectName("wkView")
        self.shown = Shown(clock())
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
        self.grid.dragged.connect(self._follow)
        self.grid.moved.connect(self.moved)
        self.grid.day_wanted.connect(self.day_wanted)
        self.heads = DayHeads(self, self.grid.column)
        self.heads.pressed.connect(self.day_wanted)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self._tick)
        self._minute.start()
        self.retranslate()

    @property
    def lines(self) -> tuple[SessionLine, ...]:
        return self.shown.lines

    @property
    def current(self) -> SessionLine | None:
        return self.cursor_at.line

    def show_days(self, day: date, days: tuple[date, ...], shown: Shown) -> None:
        """The days around `day`. The cursor stays on its session or hour when that is among them."""
        self.shown = shown
        self.grid.show_days(days, shown)
        self.heads.show_days(days, shown)
        before = self.cursor_at
        line = next((one for one in shown.lines if before.line and one.id == before.line.id), None)
        if line is not None:
            self.go_to(Cursor(line.day, week_layout.minutes(line.starts), line))
        elif before.day in days:
            self._go_to_hour(before.day, before.minute)
        else:
            self._go_to_hour(shown.today if shown.today in days else day, MORNING)

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
        self.setAccessibleName(_("Week") if len(self.grid.days) != 1 else _("Day"))
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
        elif key == Qt.Key.Key_Escape:
            return self._let_go()
        else:
            return False
        return True

    def _let_go(self) -> bool:
        """Esc: what the mouse carries goes back; else a day that is seen alone gives way to its week."""
        if self.grid.drag is not None:
            self.grid.cancel_drag()
            return True
        if len(self.grid.days) == 1:
            self.left.emit()
            return True
        return False

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
            announce(self, told(here.line, self.shown.clashes.get(here.line.id, ())))
        else:
            free = self.shown.name_of(here.day)
            parts = (words.weekday(here.day), free, f"{week_layout.at(here.minute):%H:%M}")
            announce(self, ", ".join(part for part in parts if part))

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

    @Slot(QPoint)
    def _follow(self, point: QPoint) -> None:
        """Scroll on when the mouse carries a session to the edge."""
        self.ensureVisible(point.x(), point.y(), 0, theme.LARGE)

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self.grid.show_now(self._clock())
