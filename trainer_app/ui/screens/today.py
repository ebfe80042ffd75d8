"""The first page of the day: the session now or next, what waits to be marked, what comes, how it stands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from trainer_app.domain.report_periods import Preset
from trainer_app.domain.trainings import SessionLine
from trainer_app.domain.trainings import Today as Day
from trainer_app.i18n import N_, _, screen
from trainer_app.services import programme, today
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.today_card import NextCard
from trainer_app.ui.screens.today_figures import Figures
from trainer_app.ui.screens.today_waiting import Waiting, fit
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.notice import Tone
from trainer_app.ui.widgets.session_table import SessionTable

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

OLD_BACKUP = 7  # days
LITTLE_SPACE = 200_000_000  # bytes
STACKED = 900  # a page less wide has one column
ANY_WIDTH = 16_777_215  # Qt's word for no limit
SIDE = 300  # width of what stands on the right


class Today(Screen):
    """`pgToday`. `clock` tells the laptop's own time."""

    TITLE = N_("Today")
    HELP = "today"
    KEYS = N_("Enter: take attendance   ↓: what comes   Ctrl+N: schedule a session")
    WATCHES = frozenset(
        {"training", "training_session", "enrolment", "mark", "person", "group", "project", "task", "rule"}
    )

    def __init__(
        self,
        work: Work,
        parent: QWidget | None = None,
        clock: Callable[[], datetime] = datetime.now,
        language: Callable[[], str] = words.language_of_screen,
    ) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgToday")
        self._clock = clock
        self._language = language
        self._shown_in = ""
        self._day = date.min
        self._warned = False
        self.card = NextCard(self)
        self.card.attendance_wanted.connect(self._take_attendance)
        self.card.plan_wanted.connect(self._plan)
        self.card.print_wanted.connect(self._print)
        self.card.schedule_wanted.connect(self._schedule)
        down = QShortcut(Qt.Key.Key_Down, self.card)
        down.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        down.activated.connect(self._down)
        self.here_title = label(self, "section")
        self.here = SessionTable(self, "tblToday", words.TODAY_COLUMNS, N_("Other sessions today"))
        self.later_title = label(self, "section")
        self.later = SessionTable(self, "tblLater", words.LATER_COLUMNS, N_("Sessions that come"))
        self.waiting = Waiting(self)
        self.waiting.opened.connect(self._open_session)
        self.waiting.call_wanted.connect(self._call)
        self.figures = Figures(self)
        self.figures.backup_wanted.connect(self._back_up)
        self.figures.report_wanted.connect(self._report)
        for view in (self.here, self.later):
            view.opened.connect(self._open)
        self.page = OrEmpty(self, self._content(), self._empty())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN)
        layout.addWidget(self.page)
        self.retranslate()

    def context(self) -> str:
        return words.weekday(self._day) if self._day != date.min else ""

    def first_focus(self) -> QWidget:
        return self.page.empty.buttons[0] if self.page.currentWidget() is self.page.empty else self.card.first

    def does(self) -> dict[str, Callable[[], object]]:
        return {"new": self._schedule, "print": self._print}

    def reload(self) -> None:
        now, self._shown_in = self._clock(), self._language()
        shown = self.work.read(today.today, now, self._shown_in)
        backed_up = self.work.read(programme.last_backup, self.work.folder)
        self._day = shown.day
        self.card.show_session(shown.next, shown.day)
        self._list(shown)
        self.figures.show_figures(shown, backed_up, now)
        self.page.show_empty(not (shown.today or shown.later or shown.to_do or shown.sessions_planned))
        self._warn(shown, backed_up, now)

    def retranslate(self) -> None:
        self.here_title.setText(_("Also today"))
        self.later_title.setText(_("Coming up"))
        if self._language() != self._shown_in:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """In one column or two, after the room there is for the size of text."""
        stacked = self.width() < theme.scaled(STACKED)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._right.setMaximumWidth(ANY_WIDTH if stacked else theme.scaled(SIDE))
        self._right.setMinimumWidth(theme.scaled(SIDE))

    def _list(self, shown: Day) -> None:
        others = tuple(line for line in shown.today if line != shown.next)
        self.here.show_rows(others)
        fit(self.here, min(len(others), 2), len(others))
        for widget in (self.here, self.here_title):
            widget.setVisible(bool(others))
        self.later.show_rows(shown.later)
        fit(self.later, min(len(shown.later), 3), len(shown.later))
        for widget in (self.later, self.later_title):
            widget.setVisible(bool(shown.later))
        self.waiting.show_waiting(shown.to_do)

    def _warn(self, shown: Day, backed_up: datetime | None, now: datetime) -> None:
        """Once in a run: of a disk that is nearly full, of work that was not backed up for long."""
        if self._warned:
            return
        if shutil.disk_usage(self.work.folder).free < LITTLE_SPACE:
            self._warned = True
            self.tell(_("The disk is nearly full. Free some space, or your work cannot be saved."), Tone.WARNING)
        elif backed_up is not None and (now.date() - backed_up.astimezone().date()).days > OLD_BACKUP:
            self._warned = True
            sentence = _("The last backup is of {day}.").format(day=screen().date(backed_up.astimezone().date()))
            self.tell(sentence, Tone.WARNING, N_("Back up now"), self._back_up)

    def _content(self) -> QScrollArea:
        side = QVBoxLayout()
        side.setSpacing(theme.SMALL)
        side.addWidget(self.waiting, 1)
        side.addWidget(self.figures)
        main = QVBoxLayout()
        main.setSpacing(theme.SMALL)
        main.addWidget(self.card)
        main.addSpacing(theme.SMALL)
        for widget in (self.here_title, self.here, self.later_title):
            main.addWidget(widget)
        main.addWidget(self.later, 1)
        main.addStretch()
        inside = QWidget()
        both = self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.LARGE)
        both.addLayout(main, 1)
        self._right = QWidget(inside)
        self._right.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._right)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _empty(self) -> EmptyState:
        return EmptyState(
            self,
            "calendar-days",
            N_("No training is planned yet."),
            (N_("Schedule a session"), self._schedule),
            [(N_("Import my list"), self._import), (N_("Load sample data"), self._load_sample)],
        )

    @Slot()
    def _take_attendance(self) -> None:
        if self.card.line is not None:
            self._open(self.card.line)

    @Slot(object)
    def _open(self, line: SessionLine) -> None:
        self.go.emit("session", line.id)

    @Slot(object)
    def _open_session(self, session_id: UUID) -> None:
        self.go.emit("session", session_id)

    @Slot(object)
    def _call(self, task_id: UUID) -> None:
        self.go.emit("follow", task_id)

    @Slot()
    def _down(self) -> None:
        """From the buttons of the card into the first list below them."""
        view = next((one for one in (self.here, self.later) if one.rows.rowCount()), None)
        if view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _plan(self) -> None:
        if self.card.line is not None:
            self.go.emit("session", (self.card.line.id, "plan"))

    @Slot()
    def _print(self) -> None:
        if self.card.line is not None:
            line = self.card.line
            wish = {"document": "sign_in_sheet", "training": line.training_id, "session": line.id}
            self.go.emit("print", wish)  # what is printed before a session; the other papers are one choice away

    @Slot()
    def _schedule(self) -> None:
        self.go.emit("schedule", "new")

    @Slot()
    def _import(self) -> None:
        self.go.emit("people", "import")

    @Slot()
    def _load_sample(self) -> None:
        self.go.emit("sample", None)

    @Slot()
    def _report(self) -> None:
        self.go.emit("reports", Preset.THIS_QUARTER)

    @Slot()
    def _back_up(self) -> None:
        made = self.work.back_up()
        self.report(_("Backed up to {folder}.").format(folder=made.parent), undo=False)
        self.reload()
