"""The list of groups: add one, edit, remove; its members and their roles; a training planned for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.groups import MemberLine, Role
from trainer_app.domain.people import PersonForm
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import groups, people
from trainer_app.ui import theme
from trainer_app.ui.dialogs import group, person
from trainer_app.ui.models.people import ROLES
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.people.group_view import GroupView
from trainer_app.ui.widgets.buttons import button, make_primary
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.labels import label as text_label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class Groups(Screen):
    """`pgGroups`. `person_wanted` carries a member's key, `import_wanted` the group whose members are imported."""

    TITLE = N_("Groups & cooperatives")
    HELP = "groups"
    KEYS = N_("Enter open · F2 edit · Ctrl+N new group · Del remove · Ctrl+F search · F9 card · Ctrl+Tab people")
    WATCHES: ClassVar[frozenset[str]] = frozenset({"group", "membership", "person", "mark"})

    person_wanted = Signal(object)
    import_wanted = Signal(object)

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgGroups")
        self.count = text_label(self, "muted", "lblGroupCount", wrap=False)
        self.add_button = button(self, "btnAddGroup", "plus", kind="primary")
        no_one = EmptyState(self, "users", N_("No group yet."), (N_("Add a group"), self.add_group))
        self.view = GroupView(self, work, no_one)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.SMALL)
        top.addWidget(self.view.search, 2)
        top.addWidget(self.view.kind)
        top.addStretch(1)
        top.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(top)
        layout.addWidget(self.count)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        card = self.view.card
        self.view.search.asked.connect(self._narrow)
        self.view.kind.chosen.connect(self._narrow)
        self.add_button.clicked.connect(self.add_group)
        card.edit_wanted.connect(self.edit_group)
        card.removal_wanted.connect(self.remove_group)
        card.training_wanted.connect(self.plan_training)
        card.import_wanted.connect(self._import_members)
        card.person_wanted.connect(self.person_wanted)
        card.member_wanted.connect(self.add_member)
        card.new_wanted.connect(self.add_new_member)
        card.role_wanted.connect(self.change_role)
        card.leaving_wanted.connect(self.take_out)
        edit = QShortcut(QKeySequence("F2"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self.edit_group)
        remove = QShortcut(QKeySequence("Del"), self.view.table, context=Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove_group)

    def first_focus(self) -> QWidget:
        return self.view.search

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self.add_group, "find": self.view.search.setFocus, "panel": self.view.toggle_card}

    def reload(self) -> None:
        self._narrow()

    def retranslate(self) -> None:
        self.add_button.setText(_("Group"))
        self.add_button.setToolTip(_("Add a group (Ctrl+N)"))
        self._write_count()
        self.view.reload_card()

    @Slot()
    def _narrow(self) -> None:
        self.view.reload()
        make_primary(self.add_button, "plus", not self.view.is_empty)
        self.count.setVisible(not self.view.is_empty)
        self._write_count()

    def _write_count(self) -> None:
        lines, t = self.view.table.rows.rows, screen()
        members = sum(line.members for line in lines)
        shown = ngettext("{count} group", "{count} groups", len(lines)).format(count=t.number(len(lines)))
        belong = ngettext("{count} member", "{count} members", members).format(count=t.number(members))
        self.count.setText(f"{shown} · {belong}")

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
        self.work.change(
            label(N_("Change the role of {name}"), name=line.name), groups.set_role, line.membership_id, role
        )
        self.report(_("{name} is now: {role}.").format(name=line.name, role=_(ROLES[role])))

    @Slot(object)
    def take_out(self, line: MemberLine) -> None:
        card = self.view.card.card
        if card is None:
            return
        name, group_name = line.name, card.form.name
        done = label(N_("Take {name} out of {group}"), name=name, group=group_name)
        self.work.change(done, groups.remove_member, line.membership_id)
        self.report(_("{name} is not in {group} any more.").format(name=name, group=group_name))
