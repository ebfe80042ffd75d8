"""What the schedule is made of on screen: the bar above, the view in front, the chosen session, the panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.agenda import Agenda
from trainer_app.domain.trainings import SessionLine, week_of
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.schedule import spans
from trainer_app.ui.screens.schedule.filter_row import FilterRow
from trainer_app.ui.screens.schedule.folding_row import FoldingRow
from trainer_app.ui.screens.schedule.month_view import MonthView
from trainer_app.ui.screens.schedule.new_training import NewTrainingPanel
from trainer_app.ui.screens.schedule.session_bar import SessionBar
from trainer_app.ui.screens.schedule.session_list import SessionList
from trainer_app.ui.screens.schedule.shown import FreeDay, Shown
from trainer_app.ui.screens.schedule.spans import Span
from trainer_app.ui.screens.schedule.week_view import WeekView
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, icon_button, menu_action, menu_button, say
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

DAY, WEEK, MONTH, LIST = "day", "week", "month", "list"
MODES = ((DAY, N_("Day")), (WEEK, N_("Week")), (MONTH, N_("Month")), (LIST, N_("List")))


CRAMPED = 400  # a page less high has no room for filters that ask for nothing
PAPERS = {  # suffix of the file > what it is called; "" is for the printer
    "": N_("Print…"),
    ".pdf": N_("Save as PDF…"),
    ".xlsx": N_("Save for Excel…"),
    ".ods": N_("Save for LibreOffice…"),
    ".csv": N_("Save as text…"),
}
TURNED = {
    Span.DAY: (N_("Day before (Page Up)"), N_("Day after (Page Down)")),
    Span.WEEK: (N_("Week before (Page Up)"), N_("Week after (Page Down)")),
    Span.MONTH: (N_("Month before (Page Up)"), N_("Month after (Page Down)")),
    Span.QUARTER: (N_("Quarter before"), N_("Quarter after")),
    Span.YEAR: (N_("Year before"), N_("Year after")),
}


class ScheduleView(Translated, QWidget):
    """Shows sessions it is given, in a day, a week, a month or a list, narrowed by the words in the search box."""

    plan_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        work: Work,
        language: Callable[[], str],
        clock: Callable[[], datetime],
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._agenda = Agenda()
        self._free: Mapping[date, FreeDay] = {}
        self._day = today()
        self.before = icon_button(self, "btnWeekBefore", "chevron-left", kind="")
        self.today = button(self, "btnToday")
        self.after = icon_button(self, "btnWeekAfter", "chevron-right", kind="")
        self.title = ElidedLabel(self, "section", "lblWeek")
        self.modes: Segments[str] = Segments(self, "segMode", MODES)
        self.modes.choose(WEEK)
        self.mode = WEEK  # what is in front: the button that is down runs ahead of it
        self.filters = FilterRow(self, self.modes)
        self.search = self.filters.search
        self.new = button(self, "btnNewTraining", "plus", kind="primary")
        self.plans = menu_button(self, "btnPlanMenu", "calendar-days")
        self.paper = menu_button(self, "btnSchedulePaper", "printer")
        self.paper_lines = {suffix: menu_action(self.paper, f"actSchedule{suffix}", suffix) for suffix in PAPERS}
        self.week = WeekView(self, clock)
        self.month = MonthView(self)
        self.list = SessionList(self)
        self.bar = SessionBar(self)
        self.panel = NewTrainingPanel(self, work, language, today)
        self._build()
        self._connect()

    @property
    def span(self) -> Span:
        """How long a time is in front."""
        return self.filters.span if self.mode == LIST else Span(self.mode)

    @property
    def main(self) -> WeekView | MonthView | SessionList:
        """What is in front: a day is a week of one column."""
        if self.mode == LIST:
            return self.list
        return self.month if self.mode == MONTH else self.week

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are in front: a month shows whole weeks."""
        if self.mode == MONTH:
            weeks = spans.weeks(self._day)
            return weeks[0][0], weeks[-1][-1]
        return spans.ends(self.span, self._day)

    @property
    def current(self) -> SessionLine | None:
        return self.list.current_row() if self.mode == LIST else self._calendar.current

    @property
    def fitting(self) -> tuple[SessionLine, ...]:
        """The sessions of the period that are asked for and found: what is printed."""
        first, last = spans.ends(self.span, self._day)
        return tuple(line for line in self._found() if first <= line.day <= last)

    @property
    def day_at_keys(self) -> date:
        """The day on which N plans: where the keyboard is, or the first of the list that is still to come."""
        if self.mode == LIST:
            return max(self._day, self._clock().date())
        return self.month.day if self.mode == MONTH else self.week.cursor_at.day

    @property
    def _calendar(self) -> WeekView | MonthView:
        return self.month if self.mode == MONTH else self.week

    def first_focus(self) -> QWidget:
        if self.panel.isVisible():
            return self.panel.module
        return self.page.empty.buttons[0] if self.is_empty else self.main

    @property
    def is_empty(self) -> bool:
        return self.page.currentWidget() is self.page.empty

    def turn_to(self, day: date) -> None:
        """The days around this one will be shown next."""
        self._day = day

    def show_agenda(self, agenda: Agenda, free: Mapping[date, FreeDay], empty: bool) -> None:
        """`empty` says that nothing was ever planned."""
        self._agenda, self._free = agenda, free
        self._narrow()
        self.page.show_empty(empty)
        self.bar.setVisible(not empty)
        self._make_room()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def find_session(self) -> None:
        if not self.is_empty:
            self.filters.seek()

    def show_mode(self, mode: str) -> None:
        self.modes.choose(mode)
        self.mode = mode
        self.filters.show_list(mode == LIST)
        self._stack.setCurrentWidget(self.main)

    def go_to(self, line: SessionLine) -> None:
        if self.mode == LIST:
            self.list.go_to(line.id)
        else:
            self._calendar.go_to_session(line.id)

    def go_to_day(self, day: date) -> None:
        self.main.go_to_day(day)

    def retranslate(self) -> None:
        before, after = TURNED[self.span]
        say(self.before, _(before))
        say(self.after, _(after))
        self.today.setText(_("Today"))
        self.paper.setText(_("Print"))
        self.paper.setToolTip(_("Print or save what is shown (Ctrl+P)"))
        for suffix, told in PAPERS.items():
            self.paper_lines[suffix].setText(_(told))
        self.new.setText(_("New training"))
        self.new.setToolTip(_("Plan a training (N)"))
        self.title.setText(spans.name(self.span, self._day))

    @Slot()
    def _narrow(self) -> None:
        lines, fitting = self._agenda.lines, self._found()
        faded = {line.id for line in lines} - {line.id for line in fitting}
        shown = Shown(self._clock(), lines, faded, self._agenda.clashes, self._free)
        if self.mode == LIST:
            self.list.show_lines(fitting, self._day)
        elif self.mode == MONTH:
            self.month.show_month(self._day, shown)
        else:
            days = week_of(self._day) if self.mode == WEEK else (self._day,)
            self.week.show_days(self._day, days, shown)
        self._tell_bar()

    def _found(self) -> tuple[SessionLine, ...]:
        asked, lines = self.search.text(), self._agenda.lines
        return tuple(line for line in lines if words.fits(line, asked)) if asked.strip() else lines

    @Slot()
    def _tell_bar(self) -> None:
        line = self.current
        self.bar.show_session(line, self._agenda.clashes.get(line.id, ()) if line else (), not self._agenda.lines)

    @Slot(str)
    def _search_for(self, text: str) -> None:
        """What is typed in the list is looked for."""
        self.find_session()
        self.search.setText(text)

    @Slot()
    def _make_room(self) -> None:
        """One primary button at a time: the panel's while that is open, else the empty page's, else the one above.

        Beside the panel, and with large text on a small screen, the filters give their room to the week: Ctrl+F
        brings them back, and they stay while something is looked for.
        """
        alone = self.panel.isHidden()
        self.new.setVisible(not self.is_empty and alone)
        self.paper.setVisible(not self.is_empty)
        self.page.empty.buttons[0].setVisible(alone)
        self.filters.setVisible(not self.is_empty)
        self.filters.make_room(bool(alone and self.height() >= theme.scaled(CRAMPED)))

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
        self.list.typed.connect(self._search_for)
        for part in (self.week, self.month, self.list):
            part.chosen.connect(self._tell_bar)
        self.panel.closed.connect(self._return)
        self.panel.seen.connect(self._make_room)

    def _build(self) -> None:
        turning, choosing = QHBoxLayout(), QHBoxLayout()
        for step in (self.before, self.today, self.after):
            turning.addWidget(step)
        turning.addSpacing(theme.SMALL)
        turning.addWidget(self.title, 1)
        choosing.addWidget(self.paper)
        choosing.addWidget(self.new)
        choosing.addWidget(self.plans)
        for row in (turning, choosing):
            row.setSpacing(theme.SMALL)
        self._stack = QStackedWidget(self)
        for part in (self.week, self.month, self.list):
            self._stack.addWidget(part)
        nothing = EmptyState(
            self, "calendar-days", N_("No training is planned yet."), (N_("Plan a training"), self._plan)
        )
        self.page = OrEmpty(self, self._stack, nothing)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(FoldingRow(left, turning, choosing))
        column.addWidget(self.filters)
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
