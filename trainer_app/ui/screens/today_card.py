"""The session now or next, with what a trainer does with it one press away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label

LARGE_BUTTON = 48


class NextCard(Translated, QFrame):
    """`cardNext`. Each signal carries nothing: the page knows which session is shown."""

    attendance_wanted = Signal()
    plan_wanted = Signal()
    print_wanted = Signal()
    schedule_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cardNext")
        self.setProperty("kind", "card")
        self.line: SessionLine | None = None
        self._today = date.min
        self.when = label(self, "muted", "lblNextWhen")
        self.title = label(self, "title", "lblNextTitle")
        self.where = label(self, name="lblNextWhere")
        self.state = label(self, "muted", "lblNextState")
        self.attendance = button(self, "btnTakeAttendance", "list-checks", "primary")
        self.schedule = button(self, "btnSchedule", "calendar-plus", "primary")
        self.plan = button(self, "btnPlan", "book-open")
        self.print = button(self, "btnPrint", "printer")
        self.attendance.clicked.connect(self.attendance_wanted)
        self.schedule.clicked.connect(self.schedule_wanted)
        self.plan.clicked.connect(self.plan_wanted)
        self.print.clicked.connect(self.print_wanted)
        self._build()
        self.retranslate()

    @property
    def first(self) -> QPushButton:
        """The button that Enter presses when the page comes up."""
        return self.attendance if self.line else self.schedule

    def show_session(self, line: SessionLine | None, today: date) -> None:
        self.line, self._today = line, today
        self.retranslate()

    def retranslate(self) -> None:
        self.schedule.setText(_("Schedule a session"))
        self.plan.setText(_("Plan"))
        self.print.setText(_("Print"))
        for made in (self.attendance, self.plan, self.print, self.where, self.state, self.when):
            made.setVisible(self.line is not None)
        self.schedule.setVisible(self.line is None)
        if self.line is None:
            self.title.setText(_("No session is planned from today on."))
        else:
            self._show(self.line)

    def _show(self, line: SessionLine) -> None:
        self.when.setText(f"{words.near_day(line.day, self._today)}, {words.hours(line)}")
        self.title.setText(words.title(line))
        self.where.setText(" · ".join(part for part in (line.venue, words.who(line), line.trainers) if part))
        self.state.setText(words.progress(line))
        self.state.setProperty("kind", "success" if line.is_marked else "muted")
        self.state.style().polish(self.state)
        coming = line.day > self._today
        self.attendance.setText(_("Open the session") if coming else _("Take attendance"))
        self.attendance.setToolTip(_("Marks can be written from the day itself on.") if coming else "")

    def _build(self) -> None:
        self.attendance.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        buttons = QHBoxLayout()
        buttons.addStrut(theme.scaled(LARGE_BUTTON))
        buttons.setSpacing(theme.SMALL)
        for made in (self.attendance, self.schedule, self.plan, self.print):
            buttons.addWidget(made)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        layout.setSpacing(theme.TINY)
        for text in (self.when, self.title, self.where, self.state):
            layout.addWidget(text)
        layout.addSpacing(theme.SMALL)
        layout.addLayout(buttons)
