"""A step of a session plan: what it is called, how long it takes, how people work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from trainer_app.documents.material_words import method_word
from trainer_app.domain.material import Method
from trainer_app.i18n import N_, _, screen
from trainer_app.services.authoring import LONGEST_STEP
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Choice


@dataclass(frozen=True, slots=True)
class StepForm:
    title: str
    minutes: int = 15
    method: Method | None = None
    may_skip: bool = False


def ask(parent: QWidget, before: StepForm | None = None) -> StepForm | None:
    """A new step, or another length and method for one that there is; its words are changed in the list."""
    return StepDialog(parent, before).ask_user()


class StepDialog(FormDialog[StepForm]):
    """`dlgStep`."""

    TITLE = N_("Step")

    def __init__(self, parent: QWidget | None, before: StepForm | None = None) -> None:
        super().__init__(parent, "dlgStep", 560, 320)
        told = before or StepForm("")
        self.name = QLineEdit(told.title, self)
        self.name.setObjectName("edStepTitle")
        self.name.setReadOnly(before is not None)
        self.minutes = QSpinBox(self)
        self.minutes.setObjectName("spStepMinutes")
        self.minutes.setRange(1, LONGEST_STEP)
        self.minutes.setValue(told.minutes)
        self.method: Choice[Method | None] = Choice(self, "cbMethod", proper=True)
        self.method.offer(((None, ""), *((method, method_word(screen(), method)) for method in Method)))
        self.method.choose(told.method)
        self.may_skip = QCheckBox(self)
        self.may_skip.setObjectName("chkMaySkip")
        self.may_skip.setChecked(told.may_skip)
        self.form.add("title", N_("Title"), self.name)
        self.form.add("minutes", N_("Minutes"), self.minutes)
        self.form.add("method", N_("How people work"), self.method, beside=True)
        self.form.add("may_skip", N_("When time is short"), self.may_skip)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.may_skip.setText(_("It may be left out"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.minutes if self.name.isReadOnly() else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        return {} if self.name.text().strip() else {"title": _("A step needs a title.")}

    def result_of_form(self) -> StepForm:
        return StepForm(self.name.text().strip(), self.minutes.value(), self.method.value, self.may_skip.isChecked())
