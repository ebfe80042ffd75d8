"""After a call: what came of it, and what was said."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from trainer_app.documents.call_words import call_words
from trainer_app.domain.follow_up import CallOutcome
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.form import Field
from trainer_app.ui.widgets.labels import label

KEYS = {str(number): outcome for number, outcome in enumerate(CallOutcome, start=1)}
MEANS = {
    CallOutcome.COMES_BACK: N_("It waits a week, and is due again when the person stays away."),
    CallOutcome.HAS_REASON: N_("It is done. New absences begin to count anew."),
    CallOutcome.STOPS: N_("It stays due: give the place to somebody who waits."),
    CallOutcome.NO_ANSWER: N_("It is due again tomorrow."),
    CallOutcome.WRONG_NUMBER: N_("It stays due: ask the group for another number."),
}


@dataclass(frozen=True, slots=True)
class CallAnswer:
    outcome: CallOutcome
    words: str


def ask(parent: QWidget, name: str) -> CallAnswer | None:
    return CallDialog(parent, name).ask_user()


class CallDialog(FormDialog[CallAnswer]):
    """`dlgCall`. 1 to 5 choose, Enter keeps."""

    TITLE = N_("What came of the call")

    def __init__(self, parent: QWidget | None, name: str) -> None:
        super().__init__(parent, "dlgCall", 520, 480)
        self._name = name
        self.who = label(self, "section", "lblCalled")
        self.choices = {outcome: QRadioButton(self) for outcome in CallOutcome}
        self.means = label(self, "caption", "lblMeans")
        self.words = QLineEdit(self)
        self.words.setObjectName("edCallWords")
        self.inside.insertWidget(0, self.who)
        for number, (outcome, choice) in enumerate(self.choices.items(), start=1):
            choice.setObjectName(f"rad_{outcome}")
            choice.toggled.connect(self._explain)
            self.inside.insertWidget(number, choice)
        self.inside.insertWidget(len(CallOutcome) + 1, self.means)
        self.inside.addWidget(Field(self.body, N_("What was said"), self.words, optional=True))
        self.inside.addStretch()
        self.choices[CallOutcome.COMES_BACK].setChecked(True)
        self.retranslate()

    @property
    def outcome(self) -> CallOutcome:
        return next(outcome for outcome, choice in self.choices.items() if choice.isChecked())

    def retranslate(self) -> None:
        super().retranslate()
        self.who.setText(self._name)
        words = call_words(screen())
        for number, (outcome, choice) in enumerate(self.choices.items(), start=1):
            choice.setText(f"{number}  {words[outcome]}")
        self._explain()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choices[self.outcome].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = KEYS.get(event.text())
        if chosen is None or self.words.hasFocus():
            super().keyPressEvent(event)
            return
        self.choices[chosen].setChecked(True)
        self.choices[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def result_of_form(self) -> CallAnswer:
        return CallAnswer(self.outcome, self.words.text().strip())

    def _explain(self) -> None:
        if any(choice.isChecked() for choice in self.choices.values()):
            self.means.setText(_(MEANS[self.outcome]))
