"""The first words of a unit's page: a title, three messages, one thing to do, and a picture."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.services.authoring import HandoutWords
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.picture import PictureChoice

QUESTIONS = {
    "title": N_("Title"),
    "message1": N_("First message"),
    "message2": N_("Second message"),
    "message3": N_("Third message"),
    "do_this": N_("Do this"),
    "caption": N_("What the picture shows"),
}


def ask(parent: QWidget, language: str) -> HandoutWords | None:
    """In the language that the module is written in."""
    return HandoutDialog(parent, language).ask_user()


class HandoutDialog(FormDialog[HandoutWords]):
    """`dlgHandout`."""

    ACCEPT = N_("Add")

    def __init__(self, parent: QWidget | None, language: str) -> None:
        super().__init__(parent, "dlgHandout", 620, 520)
        self._language = language
        self.lines = {name: _line(self, name) for name in QUESTIONS}
        self.picture = PictureChoice(self)
        for name, words in QUESTIONS.items():
            self.form.add(name, words, self.lines[name])
        self.form.add("picture", N_("Picture"), self.picture)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        name = LANGUAGES.get(self._language, self._language)
        self.setWindowTitle(_("{what}, in {language}").format(what=_("Handout"), language=name))
        self.picture.names.setAccessibleName(_("Picture"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lines["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        empty = [name for name, line in self.lines.items() if not line.text().strip()]
        found = dict.fromkeys(empty, _("Write at least one word."))
        return found if self.picture.value else {**found, "picture": _("Choose a picture.")}

    def result_of_form(self) -> HandoutWords:
        said = {name: line.text().strip() for name, line in self.lines.items()}
        messages = (said["message1"], said["message2"], said["message3"])
        return HandoutWords(said["title"], messages, said["do_this"], self.picture.value, said["caption"])


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(f"edHandout_{name}")
    return made
