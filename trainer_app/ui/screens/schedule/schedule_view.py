"""What the schedule is made of on screen: the bar above, week or list, the chosen session, the panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.trainings import SessionLine, week_of
from trainer_app.i18n import N_, _, screen
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.schedule.new_training import NewTrainingPanel
from trainer_app.ui.screens.schedule.session_bar import SessionBar
from trainer_app.ui.screens.schedule.session_list import SessionList
from trainer_app.ui.screens.schedule.week_view import WeekView
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, icon_button, say
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

WEEK, LIST = "week", "list"


class ScheduleView(Translated, QWidget):
    """Shows sessions it is given, in the week or as a list, narrowed by the words in the search box."""

    plan_wanted = Signal()

    def __init__(self, parent: QWidget, work: Work, language: Callable[[], str], today: Callable[[], date]) -> None:
        super().__init__(parent)
        self._today = today
        self._lines: tuple[SessionLine, ...] = ()
        self._day = today()
        self.before = icon_button(self, "btnWeekBefore", "chevron-left", kind="")
        self.today = button(self, "btnToday")
        self.after = icon_button(self, "btnWeekAfter", "chevron-right", kind="")
        self.title = ElidedLabel(self, "section", "lblWeek")
        self.modes: Segments[str] = Segments(self, "segMode", ((WEEK, N_("Week")), (LIST, N_("List"))))
        self.search = SearchBox(self, "edFilter", N_("Find a session"))
        self.new = button(self, "btnNewTraining", "plus", kind="primary")
        self.week = WeekView(self)
        self.list = SessionList(self)
        self.bar = SessionBar(self)
        self.panel = NewTrainingPanel(self, work, language, today)
        self._build()
        self._connect()

    @property
    def mode(self) -> str:
        return self.modes.value

    @property
    def main(self) -> WeekView | SessionList:
        """The week or the list: what is in front."""
        return self.week if self.mode == WEEK else self.list

    @property
    def current(self) -> SessionLine | None:
        return self.week.current if self.mode == WEEK else self.list.current_row()

    def first_focus(self) -> QWidget:
        if self.panel.isVisible():
            return self.panel.module
        return self.page.empty.buttons[0] if self.is_empty else self.main

    @property
    def is_empty(self) -> bool:
        return self.page.currentWidget() is self.page.empty

    def show_lines(self, lines: Sequence[SessionLine], day: date, empty: bool) -> None:
        """`empty` says that nothing was ever planned."""
        self._lines, self._day = tuple(lines), day
        self._narrow()
        self.page.show_empty(empty)
        for widget in (self.modes, self.bar):
            widget.setVisible(not empty)
        self._make_room()
        self.retranslate()

    def find_session(self) -> None:
        if not self.is_empty:
            self.search.show()
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_mode(self, mode: str) -> None:
        self.modes.choose(mode)
        self._stack.setCurrentWidget(self.main)

    def go_to(self, line: SessionLine) -> None:
        if self.mode == WEEK:
            self.week.go_to_session(line.id)
        else:
            self.list.go_to(line.id)

    def go_to_day(self, day: date) -> None:
        self.main.go_to_day(day)

    def retranslate(self) -> None:
        say(self.before, _("Week before (Page Up)"))
        say(self.after, _("Week after (Page Down)"))
        self.today.setText(_("Today"))
        self.new.setText(_("New training"))
        self.new.setToolTip(_("Plan a training (N)"))
        self.title.setText(_span(week_of(self._day)) if self.mode == WEEK else "")

    @Slot()
    def _narrow(self) -> None:
        asked = self.search.text()
        fitting = [line for line in self._lines if words.fits(line, asked)]
        if self.mode == WEEK:
            faded = [line for line in self._lines if line not in fitting]
            self.week.show_week(self._day, self._today(), self._lines, faded)
        else:
            self.list.show_lines(fitting, self._day)
        self._tell_bar()

    @Slot()
    def _tell_bar(self) -> None:
        self.bar.show_session(self.current, not self._lines)

    @Slot()
    def _make_room(self) -> None:
        """One primary button at a time: the panel's while that is open, else the empty page's, else the one above.

        Beside the panel the search gives its room to the week's name, unless something is looked for.
        """
        alone = self.panel.isHidden()
        self.new.setVisible(not self.is_empty and alone)
        self.page.empty.buttons[0].setVisible(alone)
        self.search.setVisible(not self.is_empty and (alone or bool(self.search.text()) or self.search.hasFocus()))

    @Slot()
    def _return(self) -> None:
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _plan(self) -> None:
        self.plan_wanted.emit()

    def _connect(self) -> None:
        self.search.asked.connect(self._narrow)
        self.search.leads_to(self.list)
        self.search.entered.connect(self._return)
        self.week.chosen.connect(self._tell_bar)
        self.list.chosen.connect(self._tell_bar)
        self.panel.closed.connect(self._return)
        self.panel.seen.connect(self._make_room)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.SMALL)
        for step in (self.before, self.today, self.after):
            top.addWidget(step)
        top.addSpacing(theme.SMALL)
        top.addWidget(self.title, 1)
        for widget in (self.modes, self.search, self.new):
            top.addWidget(widget)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.week)
        self._stack.addWidget(self.list)
        nothing = EmptyState(
            self, "calendar-days", N_("No training is planned yet."), (N_("Plan a training"), self._plan)
        )
        self.page = OrEmpty(self, self._stack, nothing)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(top)
        column.addWidget(self.page, 1)
        column.addWidget(self.bar)
        split = QSplitter(self)
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        layout.addWidget(split)


def _span(days: Sequence[date]) -> str:
    """`9 – 15 March 2026`, `30 March – 5 April 2026`"""
    first, last = days[0], days[-1]
    if first.year != last.year:
        return f"{screen().long_date(first)} – {screen().long_date(last)}"
    begins = str(first.day) if first.month == last.month else f"{first.day} {screen().month(first)}"
    return f"{begins} – {screen().long_date(last)}"
