"""The form of one organisation, new or known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_app.domain.organisations import OrganisationForm, OrganisationKind
from trainer_app.domain.people import PhoneProblem, phone, shown_phone
from trainer_app.i18n import N_, _
from trainer_app.services import organisations
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.organisations import KINDS
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.place_picker import PlacePicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def ask(parent: QWidget, work: Work, organisation_id: UUID | None = None) -> OrganisationForm | None:
    return OrganisationDialog(parent, work, organisation_id).ask_user()


class OrganisationDialog(FormDialog[OrganisationForm]):
    """`dlgOrganisation`."""

    TITLE = N_("Organisation")

    def __init__(self, parent: QWidget | None, work: Work, organisation_id: UUID | None = None) -> None:
        super().__init__(parent, "dlgOrganisation", 560, 440)
        self._before = work.read(organisations.form, organisation_id) if organisation_id else None
        self.name = QLineEdit(self)
        self.name.setObjectName("edOrganisationName")
        self.kind: Choice[OrganisationKind] = Choice(self, "cbOrganisationKind", tuple(KINDS.items()))
        self.place = PlacePicker(self, "edOrganisationPlace", work)
        self.phone = QLineEdit(self)
        self.phone.setObjectName("edOrganisationPhone")
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("edOrganisationNote")
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(theme.scaled(64))
        add = self.form.add
        add("name", N_("Name"), self.name, hint=N_("Only the name must be filled in."))
        add("kind", N_("Kind"), self.kind)
        add("place", N_("Place"), self.place, beside=True)
        add("phone", N_("Phone"), self.phone, hint=N_("For example 0788 123 456"))
        add("note", N_("Note"), self.note, beside=True)
        self._fill(self._before or OrganisationForm(""))
        self.retranslate()

    def _fill(self, form: OrganisationForm) -> None:
        self.name.setText(form.name)
        self.kind.choose(form.kind)
        self.place.set_value(form.place_id)
        self.phone.setText(shown_phone(form.phone))
        self.note.setPlainText(form.note)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self._before.name if self._before else _("New organisation"))

    def problems(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        if not self.name.text().strip():
            found["name"] = _("An organisation needs a name.")
        if self.place.is_wrong:
            found["place"] = _("Choose a place from the list, or leave it empty.")
        try:
            phone(self.phone.text())
        except PhoneProblem:
            found["phone"] = _("A mobile number has 10 digits, e.g. 0788 123 456.")
        return found

    def result_of_form(self) -> OrganisationForm:
        return OrganisationForm(
            name=" ".join(self.name.text().split()),
            kind=self.kind.value or OrganisationKind.OTHER,
            place_id=self.place.value,
            phone=phone(self.phone.text()),
            note=self.note.toPlainText().strip(),
        )
