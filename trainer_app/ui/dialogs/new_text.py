"""The first words of something new in the curriculum: a unit, an objective, a card."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog


def ask(parent: QWidget, title: str, language: str) -> str | None:
    """`title` says what is added; the words are in the language the module is written in."""
    return NewTextDialog(parent, title, language).ask_user()


class NewTextDialog(FormDialog[str]):
    """`dlgNewText`."""

    ACCEPT = N_("Add")

    def __init__(self, parent: QWidget | None, title: str, language: str) -> None:
        super().__init__(parent, "dlgNewText", 560, 220)
        self._title = title
        self._language = language
        self.words = QLineEdit(self)
        self.words.setObjectName("edNewWords")
        self.form.add("words", N_("Words"), self.words)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        name = LANGUAGES.get(self._language, self._language)
        self.setWindowTitle(_("{what}, in {language}").format(what=_(self._title), language=name))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        return {} if self.words.text().strip() else {"words": _("Write at least one word.")}

    def result_of_form(self) -> str:
        return self.words.text().strip()
