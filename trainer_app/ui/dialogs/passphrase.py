"""Setting, changing or taking away the passphrase of the data folder."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.labels import label

SHORTEST = 8  # characters; the keyring refuses less


class PassphraseDialog(FormDialog[str]):
    """The new passphrase, typed twice."""

    TITLE = N_("Set a passphrase")
    ACCEPT = N_("Protect my data")

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "dlgPassphrase", width=520, height=380)
        self.warning = label(self.body, "warning", "passphraseWarning")
        self.inside.insertWidget(0, self.warning)
        self.first = _line(self, "edPassphrase")
        self.second = _line(self, "edPassphraseAgain")
        self.form.add("first", N_("Passphrase"), self.first, hint=N_("At least 8 characters. A few words are best."))
        self.form.add("second", N_("The same again"), self.second)
        self.retranslate()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None) -> str | None:
        return cls(parent).ask_user()

    def problems(self) -> Mapping[str, str]:
        found = {}
        if len(self.first.text()) < SHORTEST:
            found["first"] = _("A passphrase needs at least {count} characters.").format(count=SHORTEST)
        if self.first.text() != self.second.text():
            found["second"] = _("The two are not the same.")
        return found

    def result_of_form(self) -> str:
        return self.first.text()

    def retranslate(self) -> None:
        super().retranslate()
        if hasattr(self, "warning"):
            self.warning.setText(
                _("Write it down and keep it apart from the laptop. Nobody can open your data without it.")
            )


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
