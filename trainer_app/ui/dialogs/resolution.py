"""One thing that was decided: what, who does it, until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_app.domain.resolutions import ResolutionForm
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.date_field import DateField


def ask(parent: QWidget, today: date, before: ResolutionForm | None = None) -> ResolutionForm | None:
    return ResolutionDialog(parent, today, before).ask_user()


class ResolutionDialog(FormDialog[ResolutionForm]):
    """`dlgResolution`."""

    def __init__(self, parent: QWidget | None, today: date, before: ResolutionForm | None = None) -> None:
        super().__init__(parent, "dlgResolution", 520, 360)
        self._is_new = before is None
        form = before or ResolutionForm("")
        self.words = QPlainTextEdit(form.words, self)
        self.words.setObjectName("edResolution")
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(theme.scaled(64))
        self.words.setMaximumHeight(theme.scaled(96))
        self.owner = QLineEdit(form.owner, self)
        self.owner.setObjectName("edOwner")
        self.due = DateField(self, "edDue", today)
        self.due.set_value(form.due)
        self.form.add("words", N_("What is to be done"), self.words)
        self.form.add("owner", N_("Who does it"), self.owner, optional=True)
        self.form.add("due", N_("Until when"), self.due, optional=True, beside=True)
        self.inside.addStretch()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("Add a decision") if self._is_new else _("Change a decision"))

    def problems(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        if not self.words.toPlainText().strip():
            found["words"] = _("Write what was decided.")
        if self.due.is_wrong:
            found["due"] = _("Write the day like 09/03/2026.")
        return found

    def result_of_form(self) -> ResolutionForm:
        return ResolutionForm(self.words.toPlainText().strip(), self.owner.text(), self.due.value)
