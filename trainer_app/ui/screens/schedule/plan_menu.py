"""What one does with plans besides the next training: use one again, copy a year, mind days, see what is due.

It stands beside "New training", as a picture alone: the row has no room for another word. What concerns the chosen
session stands in the bar below the calendar.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, _, label, ngettext
from trainer_app.services import plans, templates
from trainer_app.ui.dialogs import (
    copy_period,
    days_to_mind,
    due,
    export_lists,
    invitations,
    keep_plan,
    move_training,
    places,
    reason,
    session_changes,
    use_plan,
)
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.schedule.calendar_files import CalendarFiles
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import menu_action

if TYPE_CHECKING:
    from trainer_app.ui.screens.schedule.schedule import ScheduleScreen

USE, COPY, DAYS, DUE, LISTS = "use", "copy", "days", "due", "lists_out"
OUT, IN = "calendar_out", "calendar_in"
CUT, WHOLE, CHANGES, INVITE, PLACES, KEEP = "cut", "whole", "changes", "invite", "places", "keep"
OFFICE = {
    USE: N_("Use a plan again…"),
    COPY: N_("Copy a period…"),
    DAYS: N_("Days to mind…"),
    DUE: N_("What is still due…"),
    LISTS: N_("Export attendance lists…"),
    OUT: N_("Export a calendar…"),
    IN: N_("Import a calendar…"),
}
SESSION = {
    CUT: N_("Cut this session…"),
    WHOLE: N_("Move the whole training…"),
    CHANGES: N_("Changes of this session…"),
    INVITE: N_("Invitations…"),
    PLACES: N_("Places and waiting list…"),
    KEEP: N_("Keep as a plan…"),
}


class PlanMenu(Translated, QWidget):
    """What stands in the menu beside "New training" and in the session's [More]. It is never seen itself."""

    def __init__(self, owner: ScheduleScreen) -> None:
        super().__init__(owner)
        self.hide()  # only what it holds is seen
        self._screen = owner
        self._work = owner.work
        self.files = CalendarFiles(owner, words.language_of_screen)
        view = owner.view
        self.plan = view.plans
        self.more = view.bar.more_button
        self.office = {key: menu_action(self.plan, f"act_{key}", key) for key in OFFICE}
        self.session = {key: menu_action(self.more, f"act_{key}", key) for key in SESSION}
        self.plan.menu().triggered.connect(self._do)
        self.more.menu().triggered.connect(self._do)
        self.more.menu().aboutToShow.connect(self._word_session)
        self.retranslate()

    def retranslate(self) -> None:
        words = _("Plans to use again, days to mind, what is due")
        self.plan.setToolTip(words)
        self.plan.setAccessibleName(words)
        for shown, told in ((self.office, OFFICE), (self.session, SESSION)):
            for key, action in shown.items():
                action.setText(_(told[key]))

    @Slot()
    def _word_session(self) -> None:
        line = self._line
        if line is not None:
            self.session[CUT].setText(_("Take this session back…") if line.cut else _(SESSION[CUT]))

    @Slot(QAction)
    def _do(self, action: QAction) -> None:
        self._deeds[action.data()]()

    @property
    def _line(self) -> SessionLine | None:
        return self._screen.view.current

    @property
    def _deeds(self) -> dict[str, Callable[[], object]]:
        return {
            USE: self.use_plan,
            COPY: self.copy_period,
            DAYS: self.mind_days,
            DUE: self.show_due,
            LISTS: self.export_lists,
            OUT: self.export_calendar,
            IN: self.files.take_in,
            CUT: self.cut,
            WHOLE: self.move_training,
            CHANGES: self.show_changes,
            INVITE: self.invite,
            PLACES: self.show_places,
            KEEP: self.keep_plan,
        }

    # ---- of the office --------------------------------------------------------------------------------------------

    @Slot()
    def use_plan(self) -> None:
        plan = use_plan.ask(self._screen, self._work)
        if plan is not None:
            panel = self._screen.view.panel
            panel.begin(max(self._screen.day, self._screen.today()), plan=plan)
            panel.module.setFocus()

    @Slot()
    def copy_period(self) -> None:
        today = self._screen.today()
        copy = copy_period.ask(self._screen, self._work, today, self._language)
        if copy is None:
            return
        made = self._work.change(label(N_("Copy a period")), templates.copy_period, copy, today)
        self._screen.arrive(("training", made[0]))
        many = ngettext("{count} training is planned.", "{count} trainings are planned.", len(made))
        self._screen.report(many.format(count=len(made)))

    @Slot()
    def mind_days(self) -> None:
        days_to_mind.show(self._screen, self._work, self._screen.today())

    @Slot()
    def show_due(self) -> None:
        training = due.ask(self._screen, self._work, self._screen.today(), self._language)
        if training is not None:
            self._screen.arrive(("training", training))

    @Slot()
    def export_lists(self) -> None:
        export_lists.ask(self._screen, self._work, self._screen.today())

    @Slot()
    def export_calendar(self) -> None:
        """Of the whole office; the chosen session's training is offered too."""
        self.files.export(self._line.training_id if self._line else None)

    # ---- of the chosen session ------------------------------------------------------------------------------------

    @Slot()
    def cut(self) -> None:
        """Cut it with a reason; one that was cut is taken back."""
        line = self._line
        if line is None:
            return
        if line.cut:
            self._restore(line)
            return
        why = reason.ask(self._screen, N_("Cut a session"), _about(line), N_("Cut it"))
        if why is not None:
            done = label(N_("Cut a session of {title}"), title=line.title)
            self._work.change(done, plans.cut, line.id, why, self._screen.today())
            self._screen.report(_("The session of {day} will not be held.").format(day=words.weekday(line.day)))

    def _restore(self, line: SessionLine) -> None:
        why = reason.ask(self._screen, N_("Take a session back"), _about(line), N_("Take it back"), needed=False)
        if why is not None:
            done = label(N_("Take back a session of {title}"), title=line.title)
            self._work.change(done, plans.restore, line.id, why, self._screen.today())
            self._screen.report(_("The session of {day} will be held.").format(day=words.weekday(line.day)))

    @Slot()
    def move_training(self) -> None:
        line = self._line
        asked = move_training.ask(self._screen, self._work, line, self._language) if line else None
        if line is None or asked is None:
            return
        done = label(N_("Move {title}"), title=line.title)
        today = self._screen.today()
        told = self._work.change(
            done,
            plans.move_training,
            line.training_id,
            asked.shift,
            asked.reason,
            today,
            keep_clashes=asked.clashes,
        )
        self._screen.arrive(line.id)
        many = ngettext("{count} session is moved.", "{count} sessions are moved.", len(told.days))
        self._screen.report(many.format(count=len(told.days)))

    @Slot()
    def show_changes(self) -> None:
        if self._line is not None:
            session_changes.show(self._screen, self._work, self._line)

    @Slot()
    def invite(self) -> None:
        line = self._line
        if line is None:
            return
        today = self._screen.today()
        if invitations.ask(self._screen, self._work, line.training_id, today, self._language):
            self._screen.go.emit("print", {"document": "invitation_list", "training": line.training_id})

    @Slot()
    def show_places(self) -> None:
        if self._line is not None:
            places.show(self._screen, self._work, self._line.training_id, self._screen.today(), self._language)

    @Slot()
    def keep_plan(self) -> None:
        line = self._line
        if line is None:
            return
        taken = frozenset(plan.name.casefold() for plan in self._work.read(templates.all_plans))
        name = keep_plan.ask(self._screen, line.title, taken)
        if name is not None:
            self._work.change(label(N_("Keep the plan {name}"), name=name), templates.make, line.training_id, name)
            self._screen.report(_("The plan {name} is kept.").format(name=name))

    @property
    def _language(self) -> str:
        return words.language_of_screen()


def _about(line: SessionLine) -> str:
    return f"{words.title(line)}\n{words.weekday(line.day)}, {words.hours(line)}"
