"""The form of one group, new or known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.i18n import N_, _
from trainer_app.services import groups
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.people import KINDS
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.place_picker import PlacePicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

WAYS = ((False, N_("With the project")), (True, N_("By itself")))


def ask(parent: QWidget, work: Work, group_id: UUID | None = None) -> GroupForm | None:
    return GroupDialog(parent, work, group_id).ask_user()


class GroupDialog(FormDialog[GroupForm]):
    """`dlgGroup`."""

    TITLE = N_("Group")

    def __init__(self, parent: QWidget | None, work: Work, group_id: UUID | None = None) -> None:
        super().__init__(parent, "dlgGroup", 600, 600)
        self._before = work.read(groups.card, group_id).form if group_id else None
        parents = work.read(groups.possible_parents, group_id)
        self.name = QLineEdit(self)
        self.name.setObjectName("edGroupName")
        self.kind: Choice[GroupKind] = Choice(self, "cbKind", tuple(KINDS.items()))
        self.place = PlacePicker(self, "edGroupPlace", work)
        self.parent_group: Choice[UUID | None] = Choice(self, "cbParent", proper=True)
        self.parent_group.offer(((None, ""), *((line.id, line.name) for line in parents)))
        self.value_chain = QLineEdit(self)
        self.value_chain.setObjectName("edValueChain")
        self.occupation = QLineEdit(self)
        self.occupation.setObjectName("edGroupOccupation")
        self.note = QLineEdit(self)
        self.note.setObjectName("edGroupNote")
        self.way: Segments[bool] = Segments(self, "segWay", WAYS)
        self.formed_on = DateField(self, "edFormedOn")
        self._add_questions()
        self._fill(self._before or GroupForm(""))
        self.retranslate()

    def _add_questions(self) -> None:
        add = self.form.add
        add("name", N_("Name"), self.name, hint=N_("Only the name must be filled in."))
        add("kind", N_("Kind"), self.kind)
        add("place", N_("Place"), self.place, beside=True)
        add("value_chain", N_("Value chain"), self.value_chain, hint=N_("What they live from together, like maize"))
        add("occupation", N_("Occupation"), self.occupation, hint=N_("When all members do the same"), beside=True)
        add("parent", N_("Inside the group"), self.parent_group, hint=N_("For example a federation"))
        add("formed_on", N_("Formed on"), self.formed_on, beside=True)
        add("way", N_("How it was formed"), self.way)
        add("note", N_("Note"), self.note)

    def _fill(self, form: GroupForm) -> None:
        self.name.setText(form.name)
        self.kind.choose(form.kind)
        self.place.set_value(form.place_id)
        self.parent_group.choose(form.parent_id)
        self.way.choose(form.formed_by_itself)
        self.formed_on.set_value(form.formed_on)
        self.value_chain.setText(form.value_chain)
        self.occupation.setText(form.occupation)
        self.note.setText(form.note)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self._before.name if self._before else _("New group"))

    def problems(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        if not self.name.text().strip():
            found["name"] = _("A group needs a name.")
        if self.place.is_wrong:
            found["place"] = _("Choose a place from the list, or leave it empty.")
        if self.formed_on.is_wrong:
            found["formed_on"] = _("A day is written like 05/03/2026.")
        return found

    def result_of_form(self) -> GroupForm:
        return GroupForm(
            name=" ".join(self.name.text().split()),
            kind=self.kind.value or GroupKind.SAVINGS,
            place_id=self.place.value,
            parent_id=self.parent_group.value,
            formed_by_itself=self.way.value,
            formed_on=self.formed_on.value,
            value_chain=" ".join(self.value_chain.text().split()),
            occupation=" ".join(self.occupation.text().split()),
            note=self.note.text().strip(),
        )
