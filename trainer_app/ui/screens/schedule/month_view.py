"""A month on screen, worked by keys: arrows go by day and week, Space by session, Ctrl+arrows move a session."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trainer_app.domain.trainings import SessionLine, week_of
from trainer_app.i18n import _, ngettext
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.models import sessions as words
from trainer_app.ui.models.agenda import told
from trainer_app.ui.screens.schedule import spans
from trainer_app.ui.screens.schedule.day_heads import DayHeads
from trainer_app.ui.screens.schedule.month_grid import MonthGrid
from trainer_app.ui.screens.schedule.shown import Shown
from trainer_app.ui.translated import Translated

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
Modifier = Qt.KeyboardModifier


class MonthView(Translated, QScrollArea):
    """`moView`. It changes nothing itself: each signal says what is wanted."""

    opened = Signal(object)  # a session
    chosen = Signal(object)  # a session, or None
    new_wanted = Signal(object)  # on this day
    moved = Signal(object, object, object, object)  # a session, and its new day, start and end
    removal_wanted = Signal(object)
    month_wanted = Signal(object)  # a day outside the weeks shown
    day_wanted = Signal(object)  # a day, to be seen in its week

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("moView")
        self.shown = Shown(datetime.min)
        self.day = date.min
        self.line: SessionLine | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grid = MonthGrid(self)
        self.setWidget(self.grid)
        self.grid.chosen.connect(self._choose)
        self.grid.opened.connect(self._open)
        self.grid.pointed.connect(self._point)
        self.grid.dragged.connect(self._follow)
        self.grid.moved.connect(self.moved)
        self.grid.day_wanted.connect(self.day_wanted)
        self.heads = DayHeads(self, self.grid.column, dated=False)
        self.retranslate()

    @property
    def current(self) -> SessionLine | None:
        return self.line

    def show_month(self, day: date, shown: Shown) -> None:
        """The month of `day`. The cursor stays on its session or day when that is in the weeks shown."""
        self.shown = shown
        weeks = spans.weeks(day)
        self.grid.show_month(day, weeks, shown)
        self.heads.show_days(weeks[0], shown)
        line = next((one for one in shown.lines if self.line and one.id == self.line.id), None)
        if line is not None:
            self.go_to(line.day, line)
        else:
            self.go_to_day(day)

    def go_to(self, day: date, line: SessionLine | None) -> None:
        self.day, self.line = day, line
        self.grid.show_cursor(day, line, self.hasFocus())
        area = self.grid.area(day)
        self.ensureVisible(area.center().x(), area.bottom(), 0, 0)
        self.ensureVisible(area.center().x(), area.top(), 0, 0)
        self.chosen.emit(line)

    def go_to_session(self, key: object) -> bool:
        """Put the cursor on this session, if it is in the weeks shown."""
        line = next((one for one in self.shown.lines if one.id == key), None)
        if line is not None:
            self.go_to(line.day, line)
        return line is not None

    def go_to_day(self, day: date) -> None:
        """To a day and its first session."""
        there = self.grid.of_day(day)
        self.go_to(day, there[0] if there else None)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Month"))
        self.grid.retranslate()
        self.heads.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._move_session(event) and not self._go(event) and not self._act(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.grid.show_cursor(self.day, self.line, True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.grid.show_cursor(self.day, self.line, False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "heads"):
            self.grid.fit()
            self._make_room()

    def _make_room(self) -> None:
        """For the names of the days, which stay while the weeks scroll."""
        self.setViewportMargins(0, self.heads.high, 0, 0)
        self.heads.setGeometry(0, 0, self.viewport().width(), self.heads.high)

    def _go(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Modifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Space:
            self._next_session()
        elif key in STEPS:
            self._go_by(timedelta(days=STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_day(week_of(self.day)[0 if key == Qt.Key.Key_Home else -1])
        else:
            return False
        self._say()
        return True

    def _go_by(self, step: timedelta) -> None:
        day = self.day + step
        if (day.year, day.month) == (self.day.year, self.day.month):
            self.go_to_day(day)
        else:
            self.day, self.line = day, None
            self.month_wanted.emit(day)

    def _next_session(self) -> None:
        """Of the day where the keys are; after the last comes the first."""
        there = list(self.grid.of_day(self.day))
        if there:
            here = next((n for n, line in enumerate(there) if self.line and line.id == self.line.id), -1)
            self.go_to(self.day, there[(here + 1) % len(there)])

    def _act(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_wanted.emit(self.day)
        elif key == Qt.Key.Key_Delete and self.line is not None:
            self.removal_wanted.emit(self.line)
        elif event.text().lower() == "n":
            self.new_wanted.emit(self.day)
        elif key == Qt.Key.Key_Escape and self.grid.drag is not None:
            self.grid.cancel_drag()
        else:
            return False
        return True

    def _move_session(self, event: QKeyEvent) -> bool:
        """Ctrl+arrows move by a day or a week; the hours stay."""
        key = Qt.Key(event.key())
        if not event.modifiers() & Modifier.ControlModifier or key not in STEPS:
            return False
        if self.line is not None and not event.modifiers() & Modifier.ShiftModifier:
            day = self.line.day + timedelta(days=STEPS[key])
            self.moved.emit(self.line, day, self.line.starts, self.line.ends)
            self._say()
        return True

    def _say(self) -> None:
        """For the ear: the day, how many sessions it has, and which is chosen."""
        count = len(self.grid.of_day(self.day))
        many = ngettext("{count} session", "{count} sessions", count).format(count=count)
        chosen = told(self.line, self.shown.clashes.get(self.line.id, ())) if self.line else ""
        parts = (words.weekday(self.day), self.shown.name_of(self.day), many, chosen)
        announce(self, ", ".join(part for part in parts if part))

    @Slot(object)
    def _choose(self, line: SessionLine) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(line.day, line)

    @Slot(object)
    def _open(self, line: SessionLine) -> None:
        self.opened.emit(line)

    @Slot(object)
    def _point(self, day: date) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to_day(day)

    @Slot(QPoint)
    def _follow(self, point: QPoint) -> None:
        """Scroll on when the mouse carries a session to the edge."""
        self.ensureVisible(point.x(), point.y(), 0, theme.LARGE)
