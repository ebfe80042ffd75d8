"""Who holds which post in an organisation, since when, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.organisations import Duty, PostForm
from trainer_app.i18n import N_, _
from trainer_app.services import organisations
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.membership import wrong_days
from trainer_app.ui.models.organisations import DUTIES
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def ask(
    parent: QWidget, work: Work, name: str, person_id: UUID, organisation_id: UUID | None = None
) -> PostForm | None:
    """A new post of this person; which organisation is asked when it is not known."""
    return PostDialog(parent, work, name, person_id, organisation_id).ask_user()


def correct(parent: QWidget, work: Work, name: str, before: PostForm) -> PostForm | None:
    """A post that is written down already."""
    return PostDialog(parent, work, name, before.person_id, before.organisation_id, before).ask_user()


class PostDialog(FormDialog[PostForm]):
    """`dlgPost`."""

    TITLE = N_("Post in an organisation")

    def __init__(
        self,
        parent: QWidget | None,
        work: Work,
        name: str,
        person_id: UUID,
        organisation_id: UUID | None,
        before: PostForm | None = None,
    ) -> None:
        super().__init__(parent, "dlgPost", 520, 360)
        self._name = name
        self._person_id = person_id
        offered = tuple((line.id, line.name) for line in work.read(organisations.organisations))
        self.organisation: Choice[UUID] = Choice(self, "cbOrganisation", offered, proper=True)
        self.duty: Choice[Duty] = Choice(self, "cbDuty", tuple(DUTIES.items()))
        self.title = QLineEdit(self)
        self.title.setObjectName("edPostTitle")
        self.since, self.until = DateField(self, "edPostSince"), DateField(self, "edPostUntil")
        add = self.form.add
        add("organisation", N_("Organisation"), self.organisation)
        add("duty", N_("Duty"), self.duty)
        add("title", N_("Words on their card"), self.title, optional=True, beside=True)
        add("since", N_("Since"), self.since, optional=True)
        add("until", N_("Left on"), self.until, optional=True, beside=True)
        if organisation_id is not None:
            self.organisation.choose(organisation_id)
            self.organisation.setEnabled(False)
        self._fill(before)
        self.retranslate()

    def _fill(self, before: PostForm | None) -> None:
        if before is not None:
            self.duty.choose(before.duty)
            self.title.setText(before.title)
            self.since.set_value(before.since)
            self.until.set_value(before.until)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("Post of {name}").format(name=self._name))

    def problems(self) -> Mapping[str, str]:
        found = wrong_days(self.since, self.until)
        if self.organisation.value is None:
            found["organisation"] = _("There is no organisation yet. Add one in the tab of the organisations.")
        return found

    def result_of_form(self) -> PostForm:
        organisation_id = self.organisation.value
        assert organisation_id is not None  # or it was refused above
        form = PostForm(self._person_id, organisation_id, self.duty.value or Duty.OTHER)
        title = " ".join(self.title.text().split())
        return replace(form, title=title, since=self.since.value, until=self.until.value)
