"""Which group somebody is put in, and in which role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from trainer_app.domain.groups import Role
from trainer_app.i18n import N_, _
from trainer_app.services import groups
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.people import ROLES
from trainer_app.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class GroupChoice:
    group_id: UUID
    name: str
    role: Role


def ask(parent: QWidget, work: Work) -> GroupChoice | None:
    return GroupChoiceDialog(parent, work).ask_user()


class GroupChoiceDialog(FormDialog[GroupChoice]):
    """`dlgGroupChoice`."""

    TITLE = N_("Add to a group")
    ACCEPT = N_("Add")

    def __init__(self, parent: QWidget | None, work: Work) -> None:
        super().__init__(parent, "dlgGroupChoice", 420, 260)
        self._names = {line.id: line.name for line in work.read(groups.groups)}
        self.group: Choice[UUID] = Choice(self, "cbChosenGroup", tuple(self._names.items()), proper=True)
        self.role: Choice[Role] = Choice(self, "cbChosenRole", tuple(ROLES.items()))
        self.form.add("group", N_("Group"), self.group)
        self.form.add("role", N_("Role in the group"), self.role)
        self.retranslate()

    def problems(self) -> Mapping[str, str]:
        return {} if self.group.value else {"group": _("There is no group yet. Add one in the tab of the groups.")}

    def result_of_form(self) -> GroupChoice:
        group_id = self.group.value
        assert group_id is not None  # or it was refused above
        return GroupChoice(group_id, self._names[group_id], self.role.value or Role.MEMBER)
