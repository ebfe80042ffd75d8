"""Role and days of one membership; a day on which the person left ends it, and keeps it in the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from trainer_app.domain.groups import MembershipForm, Role
from trainer_app.i18n import N_, _
from trainer_app.services import memberships
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.people import ROLES
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def ask(parent: QWidget, work: Work, membership_id: UUID) -> MembershipForm | None:
    return MembershipDialog(parent, work, membership_id).ask_user()


class MembershipDialog(FormDialog[MembershipForm]):
    """`dlgMembership`."""

    TITLE = N_("Member of a group")

    def __init__(self, parent: QWidget | None, work: Work, membership_id: UUID) -> None:
        super().__init__(parent, "dlgMembership", 460, 280)
        self._before = work.read(memberships.form, membership_id)
        self.role: Choice[Role] = Choice(self, "cbMembershipRole", tuple(ROLES.items()))
        self.since, self.until = DateField(self, "edMemberSince"), DateField(self, "edMemberUntil")
        self.form.add("role", N_("Role in the group"), self.role)
        self.form.add("since", N_("Since"), self.since, optional=True)
        self.form.add("until", N_("Left the group on"), self.until, optional=True, beside=True)
        self.role.choose(self._before.role)
        self.since.set_value(self._before.since)
        self.until.set_value(self._before.until)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        words = _("{name} in {group}").format(name=self._before.person, group=self._before.group)
        self.setWindowTitle(words)

    def problems(self) -> Mapping[str, str]:
        return wrong_days(self.since, self.until)

    def result_of_form(self) -> MembershipForm:
        role = self.role.value or Role.MEMBER
        return replace(self._before, role=role, since=self.since.value, until=self.until.value)


def wrong_days(since: DateField, until: DateField) -> dict[str, str]:
    """What cannot be read, and an end before the beginning; for every form with both days."""
    found = {
        name: _("A day is written like 05/03/2026.")
        for name, field in (("since", since), ("until", until))
        if field.is_wrong
    }
    if since.value and until.value and until.value < since.value:
        found["until"] = _("It ends before it begins.")
    return found
