"""What is wanted of somebody who left a group: their card, or to say that they did not leave."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label


class Wanted(StrEnum):
    CARD = "card"
    NEVER_LEFT = "never_left"


def ask(parent: QWidget, name: str, told: str) -> Wanted | None:
    return FormerMemberDialog(parent, name, told).ask_user()


class FormerMemberDialog(FormDialog[Wanted]):
    """`dlgFormerMember`."""

    ACCEPT = N_("Open the card")

    def __init__(self, parent: QWidget | None, name: str, told: str) -> None:
        super().__init__(parent, "dlgFormerMember", 440, 180)
        self._name = name
        words = label(self.body)
        words.setText(told)
        self.inside.insertWidget(0, words)
        self.never_left = button(self, "btnNeverLeft", "undo-2")
        self.never_left.clicked.connect(self._never_left)
        self.row.insertWidget(0, self.never_left)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self._name)
        self.never_left.setText(_("Did not leave"))

    def result_of_form(self) -> Wanted:
        return Wanted.CARD

    @Slot()
    def _never_left(self) -> None:
        self.finish(Wanted.NEVER_LEFT)
