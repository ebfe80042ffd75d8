"""Why something is done to a plan: one line, kept with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets import labels


def ask(parent: QWidget, title: str, about: str, accept: str, needed: bool = True) -> str | None:
    """The reason; "" when none is needed and none was given. `title` and `accept` are marked with N_()."""
    return ReasonDialog(parent, title, about, accept, needed).ask_user()


class ReasonDialog(FormDialog[str]):
    """`dlgReason`."""

    def __init__(self, parent: QWidget | None, title: str, about: str, accept: str, needed: bool) -> None:
        super().__init__(parent, "dlgReason", 460, 260)
        self._title, self._accept, self._needed = title, accept, needed
        self.what = labels.label(self, "strong")
        self.what.setText(about)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("edWhy")
        self.form.add("reason", N_("Reason"), self.reason, optional=not needed)
        self.inside.insertWidget(0, self.what)
        self.inside.addStretch()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_(self._title))
        self.accept_button.setText(_(self._accept))

    def problems(self) -> Mapping[str, str]:
        if self._needed and not self.reason.text().strip():
            return {"reason": _("Write why: the reason stays with the plan.")}
        return {}

    def result_of_form(self) -> str:
        return " ".join(self.reason.text().split())
