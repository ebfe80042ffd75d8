"""The card of one group, beside the list: what it is, who belongs to it, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer_app.domain.groups import GroupCard, MemberLine, Role
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.ui import theme
from trainer_app.ui.models.past import Deed
from trainer_app.ui.models.people import KINDS, MEMBERS, ROLES
from trainer_app.ui.screens.people.add_member import AddMember
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.sections import Line, Section
from trainer_app.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

WIDTH = 430
ROWS_SHOWN = 5
DEEDS_SHOWN = 8


class GroupPanel(SidePanel):
    """`pnlGroup`. What is wanted is told by signals: the list knows what to do."""

    edit_wanted = Signal()
    removal_wanted = Signal()
    training_wanted = Signal()
    import_wanted = Signal()
    parent_wanted = Signal(object)
    person_wanted = Signal(object)
    member_wanted = Signal(object)
    new_wanted = Signal(str)
    role_wanted = Signal(object, object)  # the MemberLine, the Role
    leaving_wanted = Signal(object)  # the MemberLine

    def __init__(self, parent: QWidget, work: Work) -> None:
        super().__init__(parent, "pnlGroup", WIDTH)
        self.card: GroupCard | None = None
        self.plan = button(self, "btnPlanTraining", "calendar-plus")
        self.edit = button(self, "btnEditGroup", "pencil")
        self.remove = button(self, "btnRemoveGroup", "trash-2", kind="quiet")
        self.details = Section(self.body, "secGroupDetails")
        self.count = label(self.body, "strong", "lblMembers")
        self.add = AddMember(self.body, "edAddMember", work)
        self.members: ListView[MemberLine] = ListView(self.body, "tblMembers", MEMBERS, _key, N_("Members"))
        self.role: Choice[Role] = Choice(self.body, "cbMemberRole", tuple(ROLES.items()))
        self.open = button(self.body, "btnOpenMember")
        self.leave_button = button(self.body, "btnRemoveMember")
        self.bring = button(self.body, "btnImportMembers", "upload", kind="quiet")
        self.past = Section(self.body, "secGroupPast")
        self._build()
        self._connect()
        self._member_chosen(None)
        self.retranslate()

    def _build(self) -> None:
        for made in (self.plan, self.edit, self.remove):
            self.toolbar.addWidget(made)
        below = FlowLayout()
        below.addWidget(self.role)
        below.addWidget(self.open)
        below.addWidget(self.leave_button)
        self.members.setMinimumHeight(theme.row_height() * (ROWS_SHOWN + 1))
        self.inside.addWidget(self.count)
        self.inside.addWidget(self.add)
        self.inside.addWidget(self.members, 1)
        self.inside.addLayout(below)
        self.inside.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        self.inside.addWidget(self.details)
        self.inside.addWidget(self.past)

    def _connect(self) -> None:
        self.plan.clicked.connect(self.training_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self.bring.clicked.connect(self.import_wanted)
        self.details.opened.connect(self.parent_wanted)
        self.add.member_wanted.connect(self.member_wanted)
        self.add.new_wanted.connect(self.new_wanted)
        self.members.opened.connect(self._open_member)
        self.members.chosen.connect(self._member_chosen)
        self.open.clicked.connect(self._open_chosen)
        self.role.chosen.connect(self._change_role)
        self.leave_button.clicked.connect(self._take_out)
        gone = QShortcut(QKeySequence("Del"), self.members, context=Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self._take_out)

    def show_card(self, card: GroupCard, trained: int, past: tuple[Deed, ...]) -> None:
        self.card = card
        self.title.setText(card.form.name)
        self.subtitle.setText(" · ".join(part for part in (card.code, _(KINDS[card.form.kind]), card.place) if part))
        self.setAccessibleName(_("Card of {name}").format(name=card.form.name))
        self.details.fill(_("Details"), _details(card))
        self.count.setText(_members(card, trained))
        self.members.show_rows(card.members)
        self._member_chosen(self.members.current_row())
        self.past.fill(_("History of changes"), [Line(d.what, d.when) for d in past[:DEEDS_SHOWN]])

    def forget(self) -> None:
        """No group is shown any more: it was removed."""
        self.card = None
        self.hide()

    def retranslate(self) -> None:
        super().retranslate()
        self.plan.setText(_("Plan a training"))
        self.edit.setText(_("Edit"))
        self.edit.setToolTip(_("Edit this group (F2)"))
        self.remove.setText(_("Remove"))
        self.remove.setToolTip(_("Take this group out of the lists (Del). Its members stay, and undo brings it back."))
        self.open.setText(_("Open"))
        self.leave_button.setText(_("Take out"))
        self.leave_button.setToolTip(_("Take this member out of the group (Del)"))
        self.role.setAccessibleName(_("Role in the group"))
        self.bring.setText(_("Import members"))

    @Slot(object)
    def _member_chosen(self, line: MemberLine | None) -> None:
        for widget in (self.role, self.open, self.leave_button):
            widget.setVisible(line is not None)
        self.role.choose(line.role if line else None)

    @Slot(object)
    def _open_member(self, line: MemberLine) -> None:
        self.person_wanted.emit(line.person_id)

    @Slot()
    def _open_chosen(self) -> None:
        if line := self.members.current_row():
            self.person_wanted.emit(line.person_id)

    @Slot(object)
    def _change_role(self, role: Role) -> None:
        if line := self.members.current_row():
            self.role_wanted.emit(line, role)

    @Slot()
    def _take_out(self) -> None:
        if line := self.members.current_row():
            self.leaving_wanted.emit(line)


def _key(line: MemberLine) -> object:
    return line.membership_id


def _details(card: GroupCard) -> list[Line]:
    form = card.form
    lines = [Line(card.parent, key=form.parent_id, title=_("Inside the group"))] if form.parent_id else []
    if form.formed_on:
        lines.append(Line(screen().date(form.formed_on), title=_("Formed on")))
    if form.formed_by_itself:
        lines.append(Line(_("By itself"), title=_("How it was formed")))
    return lines


def _members(card: GroupCard, trained: int) -> str:
    """`12 members (F 7) · 9 trained`"""
    people = {line.person_id: line.sex for line in card.members}
    women = sum(sex == "F" for sex in people.values())
    words = ngettext("{count} member (F {women})", "{count} members (F {women})", len(people))
    came = ngettext("{count} trained", "{count} trained", trained).format(count=trained)
    return f"{words.format(count=len(people), women=women)} · {came}"
