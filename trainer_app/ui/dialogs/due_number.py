"""How many are due: a number, or nothing where nothing is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import N_, _
from trainer_app.services.quotas import MOST
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class DueNumber:
    """None takes the target away."""

    number: int | None


def ask(parent: QWidget, about: str, before: int | None, needed: bool = False) -> DueNumber | None:
    return DueNumberDialog(parent, about, before, needed).ask_user()


class DueNumberDialog(FormDialog[DueNumber]):
    """`dlgDueNumber`."""

    TITLE = N_("How many are due")

    def __init__(self, parent: QWidget | None, about: str, before: int | None, needed: bool = False) -> None:
        super().__init__(parent, "dlgDueNumber", 420, 240)
        self._needed = needed
        self.what = label(self, "strong")
        self.what.setText(about)
        self.number = QLineEdit("" if before is None else str(before), self)
        self.number.setObjectName("edDueNumber")
        hint = "" if needed else N_("Empty: nothing is set")
        self.form.add("number", N_("Due"), self.number, hint=hint)
        self.inside.insertWidget(0, self.what)
        self.inside.addStretch()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def problems(self) -> Mapping[str, str]:
        words = "".join(self.number.text().split())
        if not words and not self._needed:
            return {}
        if words.isascii() and words.isdecimal() and int(words) <= MOST:
            return {}
        return {"number": _("A number from 0 to {most} can be due.").format(most=MOST)}

    def result_of_form(self) -> DueNumber:
        words = "".join(self.number.text().split())
        return DueNumber(int(words) if words else None)
