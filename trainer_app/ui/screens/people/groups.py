"""The groups: add one or a whole list, edit, remove; members, roles and elections; coverage; a training planned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.group_life import GroupOverview
from trainer_app.domain.groups import MemberLine, Role, RoleLine
from trainer_app.domain.people import PersonForm
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import elections, groups, history, import_groups, people
from trainer_app.ui import theme
from trainer_app.ui.dialogs import election, former_member, group, left_on, person, role_change
from trainer_app.ui.dialogs import import_groups as import_groups_dialog
from trainer_app.ui.dialogs.former_member import Wanted
from trainer_app.ui.models.people import ROLES
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.people.group_view import BOARD, COVERAGE, LIST, GroupView
from trainer_app.ui.widgets.buttons import button, make_primary, menu_action, menu_button
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label as text_label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

IMPORTS = {"file": N_("From a spreadsheet"), "paste": N_("From what was copied")}


class Groups(Screen):
    """`pgGroups`. `person_wanted` carries a member's key, `import_wanted` the group whose members are imported."""

    TITLE = N_("Groups & cooperatives")
    HELP = "groups"
    KEYS = N_("Enter open · F2 edit · Ctrl+N new group · Del remove · B board · L list · C coverage · F9 card")
    WATCHES: ClassVar[frozenset[str]] = frozenset(
        {"group", "membership", "person", "mark", "election", "training", "training_session", "enrolment", "rule"}
    )

    person_wanted = Signal(object)
    import_wanted = Signal(object)

    def __init__(self, work: Work, parent: QWidget | None = None, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgGroups")
        self._clock = clock
        self.count = text_label(self, "muted", "lblGroupCount", wrap=False)
        self.add_button = button(self, "btnAddGroup", "plus", kind="primary")
        self.import_button = menu_button(self, "btnImportGroups", "upload")
        self.imports = [menu_action(self.import_button, f"actGroups_{way}", way) for way in IMPORTS]
        no_one = EmptyState(
            self,
            "users",
            N_("No group yet."),
            (N_("Add a group"), self.add_group),
            [(N_("Add groups from a list"), self._import_file), (N_("Paste a list"), self._import_copied)],
        )
        self.view = GroupView(self, work, no_one, self.today)
        self._build()
        self._connect()
        self.retranslate()

    def today(self) -> date:
        return self._clock().date()

    def _build(self) -> None:
        top, below = QHBoxLayout(), QWidget(self)
        flow = FlowLayout(below)
        top.setSpacing(theme.SMALL)
        top.addWidget(self.view.search, 2)
        top.addStretch(1)
        for part in (self.view.modes, self.import_button, self.add_button):
            top.addWidget(part)
        coverage = self.view.coverage
        for widget in (self.view.kind, self.view.district, self.view.chain, coverage.part, coverage.sex, self.count):
            flow.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(top)
        layout.addWidget(below)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        card = self.view.card
        self.view.search.asked.connect(self._narrow)
        for box in (self.view.kind, self.view.district, self.view.chain):
            box.chosen.connect(self._narrow)
        self.view.modes.chosen.connect(self.show_as)
        self.view.person_wanted.connect(self.person_wanted)
        self.view.widened.connect(self._tell_found)
        self.import_button.menu().triggered.connect(self._import)
        self.add_button.clicked.connect(self.add_group)
        card.edit_wanted.connect(self.edit_group)
        card.removal_wanted.connect(self.remove_group)
        card.training_wanted.connect(self.plan_training)
        card.import_wanted.connect(self._import_members)
        card.person_wanted.connect(self.person_wanted)
        card.member_wanted.connect(self.add_member)
        card.new_wanted.connect(self.add_new_member)
        card.role_wanted.connect(self.change_role)
        card.leaving_wanted.connect(self.let_leave)
        card.removal_of_member.connect(self.take_out)
        card.election_wanted.connect(self.hold_election)
        card.return_wanted.connect(self.ask_about_former)
        edit = QShortcut(QKeySequence("F2"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self.edit_group)
        self._add_keys()

    def _add_keys(self) -> None:
        """Letters act only while the board, the list or the coverage has the keyboard."""
        views: tuple[QWidget, ...] = (self.view.table, self.view.coverage.table, *self.view.board.columns.values())
        deeds = {"B": self.show_board, "L": self.show_list, "C": self.show_coverage, "Del": self.remove_group}
        for view in views:
            for key, deed in deeds.items():
                if key != "Del" or view is not self.view.coverage.table:
                    shortcut = QShortcut(QKeySequence(key), view, context=Qt.ShortcutContext.WidgetShortcut)
                    shortcut.activated.connect(deed)

    def first_focus(self) -> QWidget:
        return self.view.search

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self.add_group, "find": self.view.search.setFocus, "panel": self.view.toggle_card}

    def reload(self) -> None:
        self.view.reload()
        self._tell_found()

    def retranslate(self) -> None:
        self.add_button.setText(_("Group"))
        self.add_button.setToolTip(_("Add a group (Ctrl+N)"))
        self.import_button.setText(_("Add a list"))
        self.import_button.setToolTip(_("Add many groups at once, from a spreadsheet or from what was copied"))
        for action in self.imports:
            action.setText(_(IMPORTS[action.data()]))
        self._write_count()
        self.view.reload_card()

    @Slot(object)
    def show_as(self, mode: str) -> None:
        self.view.show_as(mode)
        self._make_room()

    @Slot()
    def show_board(self) -> None:
        self.show_as(BOARD)

    @Slot()
    def show_list(self) -> None:
        self.show_as(LIST)

    @Slot()
    def show_coverage(self) -> None:
        self.show_as(COVERAGE)

    @Slot()
    def _narrow(self) -> None:
        self.view.narrow()
        self._tell_found()

    @Slot()
    def _tell_found(self) -> None:
        empty = self.view.is_empty
        make_primary(self.add_button, "plus", not empty)
        for widget in (self.view.modes, self.view.kind, self.import_button):
            widget.setVisible(not empty)
        self._make_room()
        self._write_count()

    def _make_room(self) -> None:
        """In the coverage, its first row counts the groups, and the room above it is for its own boxes."""
        covers, empty = self.view.mode == COVERAGE, self.view.is_empty
        for box in (self.view.coverage.part, self.view.coverage.sex):
            box.setVisible(covers and not empty)
        self.count.setVisible(not covers and not empty)

    def _write_count(self) -> None:
        """`347 groups · 9 752 members · 24 formed by themselves (429 members)`: each person once."""
        lines = self.view.lines
        itself = [line for line in lines if line.formed_by_itself]
        told = [_groups(len(lines)), _members(lines)]
        if itself:
            many = ngettext("{count} formed by itself", "{count} formed by themselves", len(itself))
            told.append(f"{many.format(count=screen().number(len(itself)))} ({_members(itself)})")
        self.count.setText(" · ".join(told))

    # ---- the group ---------------------------------------------------------------------------------------------

    @Slot()
    def add_group(self) -> None:
        form = group.ask(self, self.work)
        if form is None:
            return
        key = self.work.change(label(N_("Add {name}"), name=form.name), groups.add, form)
        self.view.open_one(key)
        self.view.card.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.report(_("{name} is in the list now.").format(name=form.name))

    @Slot()
    def edit_group(self) -> None:
        chosen = self.view.chosen
        form = group.ask(self, self.work, chosen.id) if chosen else None
        if chosen is not None and form is not None:
            self.work.change(label(N_("Edit {name}"), name=chosen.name), groups.edit, chosen.id, form)

    @Slot()
    def remove_group(self) -> None:
        chosen = self.view.chosen
        if chosen is None:
            return
        number = self.view.table.currentIndex().row()
        self.work.change(label(N_("Remove {name}"), name=chosen.name), groups.remove, chosen.id)
        self.report(_("{name} is out of the lists.").format(name=chosen.name))
        self.view.choose_row(number)

    @Slot()
    def plan_training(self) -> None:
        if self.view.card.card is not None:
            self.go.emit("new_training", self.view.card.card.id)

    @Slot()
    def _import_members(self) -> None:
        if self.view.card.card is not None:
            self.import_wanted.emit(self.view.card.card.id)

    # ---- many groups at once -----------------------------------------------------------------------------------

    @Slot(QAction)
    def _import(self, action: QAction) -> None:
        self.import_list(paste=action.data() == "paste")

    @Slot()
    def _import_file(self) -> None:
        self.import_list(paste=False)

    @Slot()
    def _import_copied(self) -> None:
        self.import_list(paste=True)

    def import_list(self, paste: bool) -> None:
        order = import_groups_dialog.ask(self, self.work, self.today(), paste)
        if order is None:
            return
        done = label(history.IMPORT_GROUPS, count=order.count, file=order.file)
        added = self.work.change(done, import_groups.write, order.check, order.as_new)
        self.report(ngettext("{count} group added.", "{count} groups added.", added).format(count=added))

    # ---- its committee -----------------------------------------------------------------------------------------

    @Slot(object)
    def hold_election(self, election_id: UUID | None) -> None:
        """Write an election down, correct it, or take it back."""
        card = self.view.card.card
        answer = election.ask(self, self.work, card.id, self.today(), election_id) if card else None
        if card is None or answer is None:
            return
        name = card.form.name
        if answer.removed and election_id is not None:
            self.work.change(label(N_("Take back an election of {group}"), group=name), elections.remove, election_id)
            self.report(_("The election is taken back: the committee before it goes on."))
        elif answer.form is not None and election_id is not None:
            done = label(N_("Correct an election of {group}"), group=name)
            self.work.change(done, elections.edit, election_id, answer.form, self.today())
            self.report(_("The election is corrected."))
        elif answer.form is not None:
            done = label(N_("Election of {group}"), group=name)
            self.work.change(done, elections.hold, card.id, answer.form, self.today())
            self.report(
                _("{group} has a committee from {date} on.").format(group=name, date=screen().date(answer.form.held_on))
            )

    # ---- its members -------------------------------------------------------------------------------------------

    @Slot(object)
    def add_member(self, person_id: UUID) -> None:
        card = self.view.card.card
        if card is None:
            return
        name = self.work.read(people.form, person_id).name
        self._write_member(name, groups.add_member, card.id, person_id)
        self.report(_("{name} is in {group} now.").format(name=name, group=card.form.name))

    @Slot(str)
    def add_new_member(self, name: str) -> None:
        card = self.view.card.card
        answer = person.ask(self, self.work, group_id=card.id, form=PersonForm(name)) if card else None
        if answer is None or card is None:
            return
        if answer.existing is not None:
            self.add_member(answer.existing)
            return
        group_id = answer.group_id or card.id
        self._write_member(answer.form.name, groups.add_new_member, group_id, answer.form, answer.role)
        self.report(_("{name} is in {group} now.").format(name=answer.form.name, group=card.form.name))

    def _write_member(self, name: str, command: Callable[..., object], *values: object) -> None:
        card = self.view.card.card
        group_name = card.form.name if card else ""
        self.work.change(label(N_("Add {name} to {group}"), name=name, group=group_name), command, *values)
        self.view.card.add.setFocus(Qt.FocusReason.OtherFocusReason)  # the next name can be typed at once

    @Slot(object, object)
    def change_role(self, line: MemberLine, role: Role) -> None:
        """Another role, from a day on or from the beginning; the box shows the one before while nobody answers."""
        answer = role_change.ask(self, line.name, _(ROLES[role]), self.today()) if role is not line.role else None
        if answer is None:
            self.view.reload_card()
            return
        done = label(N_("Change the role of {name}"), name=line.name)
        if answer.day is None:
            self.work.change(done, groups.set_role, line.membership_id, role)
        else:
            self.work.change(done, groups.change_role, line.membership_id, role, answer.day)
        self.report(_("{name} is now: {role}.").format(name=line.name, role=_(ROLES[role])))

    @Slot(object)
    def let_leave(self, line: MemberLine) -> None:
        """Somebody left the group on a day: what was before is kept."""
        card = self.view.card.card
        day = left_on.ask(self, line.name, self.today()) if card else None
        if card is None or day is None:
            return
        done = label(N_("{name} left {group}"), name=line.name, group=card.form.name)
        self.work.change(done, groups.leave, line.membership_id, day)
        words = _("{name} is a former member of {group} now.")
        self.report(words.format(name=line.name, group=card.form.name))

    @Slot(object)
    def ask_about_former(self, line: RoleLine) -> None:
        """What is wanted of a former member: the card, or that the day of leaving was a mistake."""
        card = self.view.card.card
        if card is None or line.until is None:
            return
        words = _("{name} left {group} on {date}.")
        told = words.format(name=line.name, group=card.form.name, date=screen().date(line.until))
        wanted = former_member.ask(self, line.name, told)
        if wanted is Wanted.CARD:
            self.person_wanted.emit(line.person_id)
        elif wanted is Wanted.NEVER_LEFT:
            done = label(N_("{name} did not leave {group}"), name=line.name, group=card.form.name)
            self.work.change(done, groups.come_back, line.membership_id)
            self.report(_("{name} belongs to {group} as before.").format(name=line.name, group=card.form.name))

    @Slot(object)
    def take_out(self, line: MemberLine) -> None:
        card = self.view.card.card
        if card is None:
            return
        name, group_name = line.name, card.form.name
        done = label(N_("Take {name} out of {group}"), name=name, group=group_name)
        self.work.change(done, groups.remove_member, line.membership_id)
        self.report(_("{name} is not in {group} any more.").format(name=name, group=group_name))


def _groups(count: int) -> str:
    return ngettext("{count} group", "{count} groups", count).format(count=screen().number(count))


def _members(lines: Sequence[GroupOverview]) -> str:
    people = len(frozenset[UUID]().union(*(line.people for line in lines)))
    return ngettext("{count} member", "{count} members", people).format(count=screen().number(people))
