"""What waits for somebody: people to call, groups to visit, tasks; with what to say and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from trainer_app import settings
from trainer_app.documents import follow_up_papers
from trainer_app.domain.follow_up import FollowUp, TaskKind, TaskState, When
from trainer_app.i18n import N_, Catalog, Label, _, label, ngettext, screen
from trainer_app.services import follow_up, letterheads, programme, visits
from trainer_app.ui import theme
from trainer_app.ui.dialogs import call, places, replacing, rules, small_follow_up
from trainer_app.ui.making import Maker
from trainer_app.ui.models import follow_up as words
from trainer_app.ui.models.sessions import language_of_screen
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.follow_up.bar import ANYBODY, FollowUpBar
from trainer_app.ui.screens.follow_up.panel import FollowUpPanel
from trainer_app.ui.screens.follow_up.table import DueTable
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

EMPTY = {
    When.DUE: N_("Nothing due. Well done."),
    When.THIS_WEEK: N_("Nothing comes up this week."),
    When.LATER: N_("Nothing is planned for later."),
    When.DONE: N_("Nothing was done in the last three months."),
}


class FollowUpScreen(Screen):
    """`pgFollow`. `arrive` takes the key of a line that another page showed, or of a person."""

    TITLE = N_("Follow-up")
    HELP = "follow"
    KEYS = N_("D called or done · S put off · R replace · Enter open · Ctrl+N task · Ctrl+P call sheet · F9 card")
    WATCHES: ClassVar[frozenset[str]] = frozenset(
        {"task", "call", "visit", "mark", "enrolment", "training", "training_session", "sitting", "person", "group"}
    ) | {"rule", "waiting_place", "replacement"}

    def __init__(
        self,
        work: Work,
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
        language: Callable[[], str] = language_of_screen,
    ) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgFollow")
        self._today = today
        self._language = language
        self.lines: tuple[FollowUp, ...] = ()
        self.bar = FollowUpBar(self)
        self.table = DueTable(self)
        self.empty = EmptyState(self, "circle-check", EMPTY[When.DUE])
        self.pages = OrEmpty(self, self.table, self.empty)
        self.panel = FollowUpPanel(self)
        self.maker = Maker(work, self, today)
        split = self.split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.pages)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.bar)
        layout.addWidget(split, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.bar.changed.connect(self._narrow)
        self.bar.task_wanted.connect(self.add_task)
        self.bar.rules_wanted.connect(self.edit_rules)
        self.bar.print_wanted.connect(self.make_call_sheet)
        for part in (self.table, self.panel):
            part.done_wanted.connect(self.do)
            part.snooze_wanted.connect(self.snooze)
            part.replace_wanted.connect(self.replace)
        self.panel.open_wanted.connect(self.open)
        self.panel.places_wanted.connect(self.show_places)
        self.panel.phone_typed.connect(self.add_phone)
        self.panel.owner_chosen.connect(self.give_to)
        self.panel.closed.connect(self._back_to_list)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._show_line)
        self.maker.told.connect(self.told)

    def first_focus(self) -> QWidget:
        return self.table if self.table.rows.rowCount() else self.bar.tabs

    def context(self) -> str:
        count = sum(line.when(self._today()) is When.DUE for line in self.lines)
        return ngettext("{count} waits", "{count} wait", count).format(count=count) if count else ""

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self.add_task, "print": self.print_call_sheet, "panel": self.toggle_panel}

    def arrive(self, what: object) -> None:
        self.bar.rule.choose(None)
        self.bar.owner.choose(ANYBODY)
        self.bar.tabs.choose(When.DUE)
        self.refresh()
        self._narrow()
        line = next((one for one in self.lines if what in (one.id, one.person_id)), None)
        if line is not None:
            self.table.go_to(line.id)

    def reload(self) -> None:
        self.lines = self.work.read(follow_up.found, self._today(), self._language())
        owners = self.work.read(follow_up.owners)
        self.bar.offer_owners(owners)
        self.panel.offer_owners(owners)
        self._narrow()

    def retranslate(self) -> None:
        self.split.setAccessibleName(_("Follow-up"))
        if self.panel.line is not None:
            self._show_line(self.panel.line)

    @property
    def shown(self) -> tuple[FollowUp, ...]:
        """What the list holds now, in its order."""
        return self.table.rows.rows

    @property
    def chosen(self) -> FollowUp | None:
        return self.table.current_row() or self.panel.line

    # ---- what is shown -----------------------------------------------------------------------------------------

    @Slot()
    def _narrow(self) -> None:
        today, tab = self._today(), self.bar.tabs.value
        self.bar.count(self.lines, today)
        found = [line for line in self.lines if line.when(today) is tab and self.bar.fits(line)]
        if tab is When.DONE:
            found.sort(key=lambda line: line.done_on or date.min, reverse=True)
        number = self.table.currentIndex().row()
        had_keyboard = self.table.hasFocus()
        self.table.show_rows(found)
        self.empty.say(EMPTY[tab])
        self.pages.show_empty(not found)
        if found and self.table.current_row() is None:
            self.table.selectRow(max(0, min(number, len(found) - 1)))
        self._show_line(self.table.current_row())
        if had_keyboard and not found:
            self.bar.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retitled.emit()

    @Slot(object)
    def _show_line(self, line: FollowUp | None) -> None:
        if line is None:
            self.panel.forget()
            return
        told = settings.load(self.work.folder)
        organiser = self.work.read(letterheads.organiser, told.organiser)
        self.panel.show_line(line, Catalog(told.content), organiser)
        self.panel.show()

    @Slot()
    def toggle_panel(self) -> None:
        if self.panel.isVisible():
            self.panel.leave()
        elif self.table.current_row() is not None:
            self._show_line(self.table.current_row())

    @Slot()
    def _back_to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _open(self, line: FollowUp) -> None:
        if line.to_plan:
            self.do()
        elif line.person_id is not None:
            self.go.emit("person", line.person_id)
        elif line.group_id is not None:
            self.go.emit("group", line.group_id)

    @Slot()
    def open(self) -> None:
        if self.chosen is not None:
            self._open(self.chosen)

    # ---- gestures ----------------------------------------------------------------------------------------------

    @Slot()
    def do(self) -> None:
        """What D means for the line that is chosen: called, visited, planned, done, or not done after all."""
        line = self.chosen
        if line is None:
            return
        if line.state is TaskState.DONE:
            self._reopen(line)
        elif line.to_plan and line.training_id is not None:
            self._plan_visits(line, line.training_id)
        elif line.kind is TaskKind.VISIT:
            self._visited(line)
        elif line.kind in (TaskKind.ABSENCE, TaskKind.LOW_SCORE):
            self._called(line)
        else:
            self._change(label(N_("Done: {what}"), what=line.title), follow_up.finish, line, self._today())
            self.report(_("Done: {what}").format(what=line.title))

    @Slot()
    def snooze(self) -> None:
        line = self.chosen
        if line is None or line.state is TaskState.DONE:
            return
        until = small_follow_up.ask_until(self, self._today())
        if until is not None:
            self._change(label(N_("Put off {name}"), name=_name(line)), follow_up.snooze, line, until)
            self.report(_("Put off to {day}.").format(day=screen().date(until)))

    @Slot()
    def replace(self) -> None:
        line = self.chosen
        if line is None:
            return
        if not line.can_be_replaced or line.training_id is None or line.person_id is None:
            self.tell(_("Only somebody who stays away can be replaced from here."), Tone.INFO)
            return
        done = replacing.ask(self, self.work, line.training_id, line.person_id, self._today(), self._language())
        if done is not None:
            self.tell(done.words, Tone.SUCCESS, N_("Print the minutes"), partial(self._minutes, done.replacement_id))

    @Slot()
    def show_places(self) -> None:
        line = self.chosen
        if line is not None and line.training_id is not None:
            places.show(self, self.work, line.training_id, self._today(), self._language())

    @Slot()
    def add_task(self) -> None:
        answer = small_follow_up.ask_task(self, self.work, self._today())
        if answer is None:
            return
        what = label(N_("Add the task {what}"), what=answer.title)
        about = {"person_id": answer.person_id, "group_id": answer.group_id, "owner_id": answer.owner_id}
        self.work.change(what, follow_up.add, answer.title, answer.due, **about)
        self.report(_("Written down: {what}").format(what=answer.title))

    @Slot()
    def edit_rules(self) -> None:
        rules.show(self, self.work)

    @Slot(str)
    def add_phone(self, typed: str) -> None:
        line = self.panel.line
        if line is not None and line.person_id is not None:
            what = label(N_("Add the phone of {name}"), name=line.name)
            self.work.change(what, follow_up.add_phone, line.person_id, typed)
            self.report(_("{name} has a phone number now.").format(name=line.name))

    @Slot(object)
    def give_to(self, owner_id: UUID | None) -> None:
        line = self.panel.line
        if line is not None:
            what = label(N_("Say who looks after {name}"), name=_name(line))
            self.work.change(what, follow_up.give_to, line, owner_id)

    def _called(self, line: FollowUp) -> None:
        answer = call.ask(self, line.name)
        if answer is None:
            return
        what = label(N_("Call {name}"), name=line.name)
        self._change(what, follow_up.call, line, answer.outcome, answer.words, self._today())
        self.report(_("The call to {name} is written down.").format(name=line.name))

    def _visited(self, line: FollowUp) -> None:
        answer = small_follow_up.ask_visit(self, self.work, self._today())
        if answer is None:
            return
        made = (answer.day, answer.outcome, answer.note, self._today(), answer.visitor_id)
        self._change(label(N_("Visit {name}"), name=line.name), visits.done, line.id, *made)
        self.report(_("The visit to {name} is written down.").format(name=line.name))

    def _plan_visits(self, line: FollowUp, training_id: UUID) -> None:
        proposed = self.work.read(visits.proposed, training_id)
        answer = small_follow_up.ask_visits(self, self.work, proposed, self._today())
        if answer is None:
            return
        what = label(N_("Plan visits to {name}"), name=line.name)
        count = self.work.change(what, visits.plan, training_id, answer.days, answer.visitor_id)
        words = ngettext("{count} visit to {name} is planned.", "{count} visits to {name} are planned.", count)
        self.report(words.format(count=count, name=line.name))

    def _reopen(self, line: FollowUp) -> None:
        what = label(N_("Open {name} again"), name=_name(line))
        if line.kind is TaskKind.VISIT and not line.to_plan:
            self._change(what, visits.reopen, line.id)
        else:
            self._change(what, follow_up.reopen, line)
        self.report(_("It waits again."))

    def _change(self, what: Label, command: Callable[..., object], *values: object) -> None:
        self.work.change(what, command, *values)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- papers ------------------------------------------------------------------------------------------------

    @Slot()
    def print_call_sheet(self) -> None:
        self.make_call_sheet("")

    @Slot(str)
    def make_call_sheet(self, suffix: str) -> None:
        """Of the people in the list who can be called."""
        lines = [line for line in self.shown if line.person_id is not None and line.kind is not TaskKind.OWN]
        if not lines:
            self.tell(label(N_("Nobody in this list is to be called.")), Tone.INFO)
            return
        told = settings.load(self.work.folder)
        sample = self.work.read(programme.has_sample)
        organiser, own = self.work.read(letterheads.organiser, told.organiser), self.work.read(letterheads.of)
        today = self._today()
        paper = follow_up_papers.call_sheet(lines, told.printed, today, organiser, sample, letterhead=own)
        self.maker.save(paper, suffix) if suffix else self.maker.print_paper(paper)

    def _minutes(self, replacement_id: UUID) -> None:
        replacing.print_minutes(self.work, self.maker, replacement_id, self._today())


def _name(line: FollowUp) -> str:
    return line.name or words.what(line)
