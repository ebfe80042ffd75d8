"""The words of a letter, to be changed before it is printed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_app.domain.letters import LetterWords
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.buttons import button


def ask(parent: QWidget, before: LetterWords, proposed: LetterWords) -> LetterWords | None:
    """`before` are the words as they are now, `proposed` those that one may go back to."""
    return LetterDialog(parent, before, proposed).ask_user()


class LetterDialog(FormDialog[LetterWords]):
    """`dlgLetter`."""

    TITLE = N_("The words of the letter")
    ACCEPT = N_("Use these words")

    def __init__(self, parent: QWidget | None, before: LetterWords, proposed: LetterWords) -> None:
        super().__init__(parent, "dlgLetter", 720, 620)
        self._proposed = proposed
        self.recipient = _box(self, "edRecipient", 62)
        self.subject = _line(self, "edSubject")
        self.text = _box(self, "edLetterText", 180)
        self.signatory = _line(self, "edSignatory")
        self.function = _line(self, "edFunction")
        self.copies = _box(self, "edCopies", 44)
        self.again = button(self, "btnProposed", "undo-2")
        self.again.clicked.connect(self.propose)
        fields = N_("{name}, {number} and {group} become those of each person")
        self.form.add("recipient", N_("Addressed to"), self.recipient, hint=fields)
        self.form.add("subject", N_("Subject"), self.subject)
        self.form.add("body", N_("Text"), self.text, hint=N_("An empty line begins a new paragraph"))
        self.form.add("signatory", N_("Who signs"), self.signatory, optional=True)
        self.form.add("function", N_("Function"), self.function, optional=True, beside=True)
        self.form.add("copies", N_("Copy for information"), self.copies, optional=True)
        self.row.insertWidget(0, self.again)
        self._fill(before)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.again.setText(_("Proposed words"))
        self.again.setToolTip(_("Take back what was changed here"))

    def problems(self) -> Mapping[str, str]:
        return {} if self.text.toPlainText().strip() else {"body": _("A letter needs words.")}

    def result_of_form(self) -> LetterWords:
        return LetterWords(
            self.recipient.toPlainText().strip(),
            self.subject.text().strip(),
            self.text.toPlainText().strip(),
            self.signatory.text().strip(),
            self.function.text().strip(),
            self.copies.toPlainText().strip(),
        )

    @Slot()
    def propose(self) -> None:
        self._fill(self._proposed)

    def _fill(self, words: LetterWords) -> None:
        self.recipient.setPlainText(words.recipient)
        self.subject.setText(words.subject)
        self.text.setPlainText(words.body)
        self.signatory.setText(words.signatory)
        self.function.setText(words.function)
        self.copies.setPlainText(words.copies)


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


def _box(parent: QWidget, name: str, high: int) -> QPlainTextEdit:
    made = QPlainTextEdit(parent)
    made.setObjectName(name)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(theme.scaled(high))
    made.setMaximumHeight(theme.scaled(high + 20))
    return made
