"""A name for a plan that is made from a training."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog


def ask(parent: QWidget, proposal: str, taken: frozenset[str]) -> str | None:
    """`taken` are the names there are, folded."""
    return KeepPlan(parent, proposal, taken).ask_user()


class KeepPlan(FormDialog[str]):
    """`dlgKeepPlan`"""

    TITLE = N_("Keep as a plan")

    def __init__(self, parent: QWidget | None, proposal: str, taken: frozenset[str]) -> None:
        super().__init__(parent, "dlgKeepPlan", 460, 240)
        self._taken = taken
        self.name = QLineEdit(proposal, self)
        self.name.setObjectName("edPlanName")
        hint = N_("Days, hours and topics are kept; people and dates are not.")
        self.form.add("name", N_("Name"), self.name, hint=hint)
        self.inside.addStretch()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def problems(self) -> Mapping[str, str]:
        name = self.result_of_form()
        if not name:
            return {"name": _("Write how the plan is called.")}
        if name.casefold() in self._taken:
            return {"name": _("There is a plan with this name already: choose another.")}
        return {}

    def result_of_form(self) -> str:
        return " ".join(self.name.text().split())
