"""The schedule: sessions by day, week, month or as a list; planning, moving and removing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.trainings import NewTraining, SessionLine
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import agenda, clashes, sessions, training_form, trainings
from trainer_app.ui.making import Maker
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.schedule import edit_training, free_days, move_session, programme, spans
from trainer_app.ui.screens.schedule.plan_menu import PlanMenu
from trainer_app.ui.screens.schedule.schedule_view import DAY, LIST, MODES, MONTH, WEEK, ScheduleView
from trainer_app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from trainer_app.ui.preferences import Preferences
    from trainer_app.ui.work import Work

KEPT = "schedule"  # in the settings: the view that was in front, and what was asked for
OFFERED = frozenset({"training", "training_trainer", "person", "group"})  # tables by which one can ask


class ScheduleScreen(Screen):
    """`pgSchedule`. `arrive` takes "new", ("new_training", group), ("training", training), a session or a day."""

    TITLE = N_("Schedule")
    HELP = "schedule"
    KEYS = N_(
        "Arrows go · Enter open · N new · Ctrl+arrows move · R move to · Del remove · T today · "
        "D day · W week · M month · L list"
    )
    WATCHES: ClassVar[frozenset[str]] = frozenset(
        {
            "training",
            "training_session",
            "training_trainer",
            "session_event",
            "calendar_day",
            "enrolment",
            "mark",
            "group",
            "person",
        }
    )

    def __init__(
        self,
        work: Work,
        parent: QWidget | None = None,
        clock: Callable[[], datetime] = datetime.now,
        language: Callable[[], str] = words.language_of_screen,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgSchedule")
        self._clock = clock
        self._language = language
        self._preferences = preferences
        self._is_offered = False
        self._shown_in = ""
        self.day = self.today()
        self.view = ScheduleView(self, work, language, clock, self.today)
        self.maker = Maker(work, self, self.today)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.plan_menu = PlanMenu(self)
        self._connect()
        self._add_keys()
        self._bring_back()
        self.retranslate()

    def today(self) -> date:
        return self._clock().date()

    def first_focus(self) -> QWidget:
        return self.view.first_focus()

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new": self.plan_here,
            "find": self.view.find_session,
            "print": self.print_shown,
            "export": self.save_shown,
            "panel": self.toggle_panel,
        }

    def arrive(self, what: object) -> None:
        kind, key = what if isinstance(what, tuple) else (what, None)
        if kind in ("new", "new_training"):
            self.plan(max(self.day, self.today()), group_id=key)
        elif kind == "training":
            self._show_training(key)
        elif kind == "calendar":
            self.plan_menu.files.take(key)
        elif isinstance(kind, date):
            self.show_day(kind)
        elif isinstance(kind, UUID):
            self._show_session(kind)

    def reload(self) -> None:
        """Only the days in front are read; by what one can ask only when that may have changed."""
        language, view = self._language(), self.view
        self._shown_in = language
        if not self._is_offered:
            self._is_offered = True
            view.filters.offer(self.work.read(agenda.offered))
        view.turn_to(self.day)
        first, last = view.days
        found = self.work.read(agenda.agenda, language, self.today(), first, last, view.filters.wanted)
        free = free_days.of(self.work, first, last, language)
        view.show_agenda(found, free, not found.lines and self.work.read(agenda.is_empty))

    @Slot(frozenset)
    def _written(self, tables: frozenset[str]) -> None:
        self._is_offered = self._is_offered and not tables & OFFERED
        super()._written(tables)

    def retranslate(self) -> None:
        self.view.retranslate()
        if self._language() != self._shown_in:
            self._stale = True
            if self.isVisible():
                self.refresh()

    # ---- going -------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_day(self, day: date) -> None:
        """The week or month of a day, or the list from it on."""
        self.day = day
        self.reload()
        self.view.go_to_day(day)

    @Slot()
    def turn_back(self) -> None:
        self.show_day(spans.stepped(self.view.span, self.day, -1))

    @Slot()
    def turn_on(self) -> None:
        self.show_day(spans.stepped(self.view.span, self.day, 1))

    @Slot()
    def show_today(self) -> None:
        self.show_day(self.today())

    @Slot(object)
    def turn_to(self, day: date) -> None:
        """The keys have left the week or the month: show the one they came to."""
        self.day = day
        self.reload()

    @Slot(object)
    def show_as(self, mode: str) -> None:
        chosen = self.view.current
        self.day = chosen.day if chosen else self.view.day_at_keys
        self.view.show_mode(mode)
        self.reload()
        self.view.go_to(chosen) if chosen else self.view.go_to_day(self.day)
        self.view.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep()

    @Slot()
    def show_day_alone(self) -> None:
        self.show_as(DAY)

    @Slot()
    def show_week(self) -> None:
        self.show_as(WEEK)

    @Slot()
    def show_month(self) -> None:
        self.show_as(MONTH)

    @Slot()
    def show_list(self) -> None:
        self.show_as(LIST)

    @Slot(object)
    def open_day(self, day: date) -> None:
        """A day of the week that is to be seen alone."""
        self._open_as(DAY, day)

    @Slot(object)
    def open_week(self, day: date) -> None:
        """A day of the month that is to be seen in its week."""
        self._open_as(WEEK, day)

    def _open_as(self, mode: str, day: date) -> None:
        chosen = self.view.current
        self.view.show_mode(mode)
        self.show_day(day)
        if chosen is not None and chosen.day == day:
            self.view.go_to(chosen)
        self.view.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep()

    @Slot()
    def narrow(self) -> None:
        """Other sessions are asked for."""
        self.reload()
        self._keep()

    @Slot(object)
    def open(self, line: SessionLine) -> None:
        self.go.emit("session", line.id)

    def _show_session(self, session_id: UUID) -> None:
        line = self.work.read(sessions.one, session_id, self._language())
        self.show_day(line.day)
        self.view.go_to(line)

    def _show_training(self, training_id: UUID) -> None:
        """Its next session, or its last."""
        lines = self.work.read(sessions.sessions, self._language(), training_id=training_id)
        coming = [line for line in lines if line.day >= self.today()]
        if lines:
            self._show_session((coming or lines[-1:])[0].id)

    # ---- planning ----------------------------------------------------------------------------------------------

    @Slot()
    def plan_here(self) -> None:
        """On the day where the keyboard is."""
        self.plan(self.view.day_at_keys)

    @Slot(object)
    def plan_on(self, day: date) -> None:
        self.plan(day)

    @Slot(object, object)
    def plan(self, day: date, starts: time | None = None, group_id: UUID | None = None) -> None:
        self.view.panel.begin(day, starts, group_id)
        self.view.panel.module.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def toggle_panel(self) -> None:
        if self.view.panel.isVisible():
            self.view.panel.leave()
        else:
            self.plan_here()

    @Slot(object, int)
    def save(self, order: NewTraining, people: int) -> None:
        title = order.title or self.view.panel.module.currentText()
        key = self.work.change(label(N_("Plan {title}"), title=title), trainings.add, order)
        self.view.panel.leave()
        self.report(_planned(self._show_training_from(key), people))

    def _show_training_from(self, training_id: UUID) -> int:
        """Its first session; how many it has."""
        lines = self.work.read(sessions.sessions, self._language(), training_id=training_id)
        self.show_day(lines[0].day)
        self.view.go_to(lines[0])
        self.view.main.setFocus(Qt.FocusReason.OtherFocusReason)
        return len(lines)

    # ---- changing ----------------------------------------------------------------------------------------------

    @Slot(object)
    def ask_where_to(self, line: SessionLine) -> None:
        there = move_session.ask(self, self.work, line, self._language())
        if there is not None:
            self._move(line, there.day, there.starts, there.ends, there.venue, there.reason, keep=there.clashes)

    @Slot(object, object, object, object)
    def move_here(self, line: SessionLine, day: date, starts: time, ends: time) -> None:
        self._move(line, day, starts, ends, None)

    def _move(
        self,
        line: SessionLine,
        day: date,
        starts: time,
        ends: time,
        venue: str | None,
        reason: str = "",
        keep: bool = False,
    ) -> None:
        self.day = day
        done = label(N_("Move {title}"), title=line.title)
        self.work.change(
            done,
            trainings.move_session,
            line.id,
            day,
            starts,
            ends,
            venue,
            reason=reason,
            on=self.today(),
            keep_clashes=keep,
        )
        self.view.go_to(line)
        self.report(_("Moved to {day}, {hours}.").format(day=words.weekday(day), hours=words.span(starts, ends)))
        found = self.work.read(clashes.of_move, line.id, day, starts, ends, self._language())
        if found:
            self.tell(words.clash(found[0]), Tone.WARNING)

    @Slot(object)
    def edit(self, line: SessionLine) -> None:
        form = edit_training.ask(self, self.work, line.training_id, line.title)
        if form is not None:
            done = label(N_("Edit {name}"), name=line.title)
            self.work.change(done, training_form.edit, line.training_id, form)
            self.report(_("The training is corrected."))

    @Slot(object)
    def remove(self, line: SessionLine) -> None:
        """The last session of a training takes the training with it."""
        if len(self.work.read(sessions.siblings, line.id, self._language())) == 1:
            self.remove_training(line)
            return
        done = label(N_("Remove a session of {title}"), title=line.title)
        self.work.change(done, trainings.remove_session, line.id)
        self.report(_("The session of {day} is removed.").format(day=screen().date(line.day)))

    @Slot(object)
    def remove_training(self, line: SessionLine) -> None:
        self.work.change(label(N_("Remove {name}"), name=line.title), trainings.remove, line.training_id)
        count = ngettext(
            "{title} and its session are removed.", "{title} and its {count} sessions are removed.", line.of
        )
        self.report(count.format(title=line.title, count=line.of))

    # ---- papers ------------------------------------------------------------------------------------------------

    @Slot()
    def print_shown(self) -> None:
        self.make_paper("")

    @Slot()
    def save_shown(self) -> None:
        self.make_paper(".xlsx")

    @Slot(QAction)
    def _choose_paper(self, action: QAction) -> None:
        self.make_paper(action.data())

    def make_paper(self, suffix: str) -> None:
        """Of the sessions that are shown: for the printer, or as a file."""
        lines = self.view.fitting
        if not lines:
            self.tell(label(N_("No session is shown: there is nothing to print.")), Tone.INFO)
            return
        first, last = spans.ends(self.view.span, self.day)
        paper = programme.paper(self.work, first, last, {line.id for line in lines}, self.today())
        self.maker.save(paper, suffix) if suffix else self.maker.print_paper(paper)

    # ---- what is kept for the next start -----------------------------------------------------------------------

    def _keep(self) -> None:
        if self._preferences is not None:
            self._preferences.keep(KEPT, {"view": self.view.mode, **self.view.filters.kept()})

    def _bring_back(self) -> None:
        kept = self._preferences.now.state.get(KEPT) if self._preferences else None
        if isinstance(kept, dict):
            self.view.filters.bring_back(kept)
            if kept.get("view") in dict(MODES):
                self.view.show_mode(kept["view"])

    # ---- parts -------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view = self.view
        view.before.clicked.connect(self.turn_back)
        view.today.clicked.connect(self.show_today)
        view.after.clicked.connect(self.turn_on)
        view.modes.chosen.connect(self.show_as)
        view.filters.changed.connect(self.narrow)
        view.paper.menu().triggered.connect(self._choose_paper)
        self.maker.told.connect(self.told)
        view.new.clicked.connect(self.plan_here)
        view.plan_wanted.connect(self.plan_here)
        view.week.week_wanted.connect(self.turn_to)
        view.week.day_wanted.connect(self.open_day)
        view.week.left.connect(self.show_week)
        view.month.month_wanted.connect(self.turn_to)
        view.month.day_wanted.connect(self.open_week)
        view.week.new_wanted.connect(self.plan)
        view.month.new_wanted.connect(self.plan_on)
        view.list.new_wanted.connect(self.plan_here)
        view.panel.planned.connect(self.save)
        for calendar in (view.week, view.month):
            calendar.moved.connect(self.move_here)
        for part in (view.week, view.month, view.list, view.bar):
            part.opened.connect(self.open)
            part.removal_wanted.connect(self.remove)
        view.bar.move_wanted.connect(self.ask_where_to)
        view.bar.edit_wanted.connect(self.edit)
        view.bar.training_removal_wanted.connect(self.remove_training)

    def _add_keys(self) -> None:
        """Letters that act only while the week, the month or the list has the keyboard."""
        deeds = {
            "D": self.show_day_alone,
            "W": self.show_week,
            "M": self.show_month,
            "L": self.show_list,
            "T": self.show_today,
            "R": self._move_current,
            "F2": self._edit_current,
            "PgUp": self.turn_back,
            "PgDown": self.turn_on,
        }
        for key, deed in deeds.items():
            for part in (self.view.week, self.view.month, self.view.list):
                if part is not self.view.list or not key.startswith("Pg"):
                    shortcut = QShortcut(QKeySequence(key), part, context=Qt.ShortcutContext.WidgetShortcut)
                    shortcut.activated.connect(deed)  # given to QShortcut, it would make the key the whole window's
        nothing = self.view.page.empty
        plan = QShortcut(QKeySequence("N"), nothing, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        plan.activated.connect(self.plan_here)

    @Slot()
    def _move_current(self) -> None:
        if self.view.current is not None:
            self.ask_where_to(self.view.current)

    @Slot()
    def _edit_current(self) -> None:
        if self.view.current is not None:
            self.edit(self.view.current)


def _planned(days: int, people: int) -> str:
    """`5 sessions planned, 40 people enrolled.`"""
    if not people:
        return ngettext("{count} session planned.", "{count} sessions planned.", days).format(count=days)
    sentence = ngettext(
        "{count} session planned, {people} enrolled.", "{count} sessions planned, {people} enrolled.", days
    )
    many = ngettext("{count} person", "{count} people", people).format(count=people)
    return sentence.format(count=days, people=many)
