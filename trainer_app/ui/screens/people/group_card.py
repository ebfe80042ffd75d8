"""The card of one group, beside the list: what it is, who belongs to it, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer_app.domain.elections import Committee, Mandate
from trainer_app.domain.group_life import GroupOverview
from trainer_app.domain.groups import GroupCard, MemberLine, Role, RoleLine
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.ui import theme
from trainer_app.ui.models import groups as words
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
    removal_of_member = Signal(object)  # the MemberLine: taken in by mistake
    leaving_wanted = Signal(object)  # the MemberLine: on a day that is to be asked
    election_wanted = Signal(object)  # the key of an election to correct, or None for a new one
    return_wanted = Signal(object)  # the RoleLine of somebody who did not leave after all

    def __init__(self, parent: QWidget, work: Work, today: Callable[[], date]) -> None:
        super().__init__(parent, "pnlGroup", WIDTH)
        self.card: GroupCard | None = None
        self._today = today
        self.plan = button(self, "btnPlanTraining", "calendar-plus")
        self.elect = button(self, "btnElection", "list-checks")
        self.edit = button(self, "btnEditGroup", "pencil")
        self.remove = button(self, "btnRemoveGroup", "trash-2", kind="quiet")
        self.details = Section(self.body, "secGroupDetails")
        self.committees = Section(self.body, "secCommittees")
        self.inside_groups = Section(self.body, "secInside")
        self.former = Section(self.body, "secFormer")
        self.roles = Section(self.body, "secRoles")
        self.look = label(self.body, "warning", "lblLookAt")
        self.count = label(self.body, "strong", "lblMembers")
        self.add = AddMember(self.body, "edAddMember", work)
        self.members: ListView[MemberLine] = ListView(self.body, "tblMembers", MEMBERS, _key, N_("Members"))
        self.role: Choice[Role] = Choice(self.body, "cbMemberRole", tuple(ROLES.items()))
        self.open = button(self.body, "btnOpenMember")
        self.leave_button = button(self.body, "btnMemberLeft")
        self.mistake = button(self.body, "btnRemoveMember", kind="quiet")
        self.bring = button(self.body, "btnImportMembers", "upload", kind="quiet")
        self.past = Section(self.body, "secGroupPast")
        self._build()
        self._connect()
        self._member_chosen(None)
        self.retranslate()

    def _build(self) -> None:
        for made in (self.plan, self.elect, self.edit, self.remove):
            self.toolbar.addWidget(made)
        below = FlowLayout()
        below.addWidget(self.role)
        below.addWidget(self.open)
        below.addWidget(self.leave_button)
        below.addWidget(self.mistake)
        self.members.setMinimumHeight(theme.row_height() * (ROWS_SHOWN + 1))
        self.inside.addWidget(self.look)
        self.inside.addWidget(self.count)
        self.inside.addWidget(self.add)
        self.inside.addWidget(self.members, 1)
        self.inside.addLayout(below)
        self.inside.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        for section in (self.committees, self.inside_groups, self.details, self.former, self.roles, self.past):
            self.inside.addWidget(section)

    def _connect(self) -> None:
        self.plan.clicked.connect(self.training_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self.bring.clicked.connect(self.import_wanted)
        self.elect.clicked.connect(self._elect)
        self.details.opened.connect(self.parent_wanted)
        self.inside_groups.opened.connect(self.parent_wanted)
        self.committees.opened.connect(self.election_wanted)
        self.former.opened.connect(self.return_wanted)
        self.add.member_wanted.connect(self.member_wanted)
        self.add.new_wanted.connect(self.new_wanted)
        self.members.opened.connect(self._open_member)
        self.members.chosen.connect(self._member_chosen)
        self.open.clicked.connect(self._open_chosen)
        self.role.chosen.connect(self._change_role)
        self.leave_button.clicked.connect(self._left)
        self.mistake.clicked.connect(self._take_out)
        gone = QShortcut(QKeySequence("Del"), self.members, context=Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self._take_out)

    def show_card(
        self, card: GroupCard, line: GroupOverview, committees: Sequence[Committee], past: tuple[Deed, ...]
    ) -> None:
        self.card = card
        self.title.setText(card.form.name)
        self.subtitle.setText(" · ".join(part for part in (card.code, words.about(line)) if part))
        self.setAccessibleName(_("Card of {name}").format(name=card.form.name))
        late = words.to_look_at(line, self._today())
        self.look.setText(f"⚠ {late}")
        self.look.setVisible(bool(late))
        self.details.fill(_("Details"), _details(card))
        self.count.setText(_members(card, line))
        self.members.show_rows(card.members)
        self._member_chosen(self.members.current_row())
        self.committees.fill(_("Committees"), [_committee(found, self._today()) for found in committees])
        self.inside_groups.fill(_inside_title(card), _inside(card))
        self.former.fill(_("Former members"), [_former(role) for role in card.former])
        self.roles.fill(_("Roles over time"), [Line(role.name, words.held(role)) for role in card.roles])
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
        self.elect.setText(_("Election"))
        self.elect.setToolTip(_("Write down who was elected: the committee before ends on that day"))
        self.leave_button.setText(_("Left the group"))
        self.leave_button.setToolTip(_("This member left on a day: the time before is kept"))
        self.mistake.setText(_("Take out"))
        self.mistake.setToolTip(_("This person never belonged to the group: written down by mistake (Del)"))
        self.role.setAccessibleName(_("Role in the group"))
        self.bring.setText(_("Import members"))

    @Slot(object)
    def _member_chosen(self, line: MemberLine | None) -> None:
        for widget in (self.role, self.open, self.leave_button, self.mistake):
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
    def _left(self) -> None:
        if line := self.members.current_row():
            self.leaving_wanted.emit(line)

    @Slot()
    def _take_out(self) -> None:
        if line := self.members.current_row():
            self.removal_of_member.emit(line)

    @Slot()
    def _elect(self) -> None:
        self.election_wanted.emit(None)


def _key(line: MemberLine) -> object:
    return line.membership_id


def _details(card: GroupCard) -> list[Line]:
    form = card.form
    lines = [Line(card.parent, key=form.parent_id, title=_("Inside the group"))] if form.parent_id else []
    if form.formed_on:
        lines.append(Line(screen().date(form.formed_on), title=_("Formed on")))
    if form.formed_by_itself:
        lines.append(Line(_("By itself"), title=_("How it was formed")))
    told = ((form.value_chain, _("Value chain")), (form.occupation, _("Occupation")), (form.note, _("Note")))
    return lines + [Line(text, title=title) for text, title in told if text]


def _members(card: GroupCard, line: GroupOverview) -> str:
    """`12 members (F 7) · 9 trained`, with the people of the groups inside it."""
    share = line.covered
    many = ngettext("{count} member (F {women})", "{count} members (F {women})", share.members)
    came = ngettext("{count} trained", "{count} trained", share.trained).format(count=share.trained)
    told = f"{many.format(count=share.members, women=line.women)} · {came}"
    if not card.inside:
        return told
    own = ngettext("{count} of its own", "{count} of its own", len(card.members)).format(count=len(card.members))
    return f"{told} · {own}"


def _committee(found: Committee, today: date) -> Line:
    """The day of the election and its mandate, above those who were chosen."""
    seats = "\n".join(f"{_(ROLES[seat.role])}: {seat.name}" for seat in found.seats)
    if found.form is None:
        return Line(_("No election is written down"), seats)
    form = found.form
    votes = [
        (pgettext("how many women voted", "F {count}"), form.women),
        (pgettext("how many men voted", "M {count}"), form.men),
    ]
    told = " ".join(word.format(count=count) for word, count in votes if count is not None)
    voted = _("voted: {numbers}").format(numbers=told) if told else ""
    seen = _("witness: {name}").format(name=form.witness) if form.witness else ""
    until = words.mandate(Mandate(form.held_on, form.mandate_until), today) if _is_latest(found) else ""
    details = "\n".join(part for part in (until, seats, voted, seen, form.note) if part)
    return Line(_("Elected on {date}").format(date=screen().date(form.held_on)), details, found.election_id)


def _is_latest(found: Committee) -> bool:
    """Whether somebody still has a seat of this election."""
    return any(seat.until is None for seat in found.seats)


def _inside_title(card: GroupCard) -> str:
    """`Groups inside it`, and how many of them were formed by themselves."""
    itself = [group for group in card.inside if group.formed_by_itself]
    title = _("Groups inside it")
    if not itself:
        return title
    many = ngettext(
        "{count} of them formed by itself ({members} members)",
        "{count} of them formed by themselves ({members} members)",
        len(itself),
    )
    told = many.format(count=len(itself), members=sum(group.members for group in itself))
    return f"{title} · {told}"


def _inside(card: GroupCard) -> list[Line]:
    return [
        Line(
            group.name,
            " · ".join(
                part
                for part in (
                    _(KINDS[group.kind]),
                    ngettext("{count} member", "{count} members", group.members).format(count=group.members),
                    pgettext("a group", "formed by itself") if group.formed_by_itself else "",
                )
                if part
            ),
            group.id,
        )
        for group in card.inside
    ]


def _former(role: RoleLine) -> Line:
    """A link: whoever follows it says that the person did not leave."""
    return Line(role.name, words.held(role), role)
