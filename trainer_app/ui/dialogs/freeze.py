"""Keeping a report as it is handed in: what it is called, and what one wants to remember of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.labels import label

NOTE = 72  # pixels


@dataclass(frozen=True, slots=True)
class Keeping:
    title: str
    note: str


def ask(parent: QWidget, title: str) -> Keeping | None:
    return FreezeDialog(parent, title).ask_user()


class FreezeDialog(FormDialog[Keeping]):
    """`dlgFreeze`."""

    TITLE = N_("Keep the figures of this report")
    ACCEPT = N_("Keep")

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, "dlgFreeze", 560, 380)
        self.means = label(self, "muted")
        self.title = QLineEdit(title, self)
        self.title.setObjectName("edFreezeTitle")
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("edFreezeNote")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.scaled(NOTE))
        self.form.add("title", N_("Title of the report"), self.title)
        self.form.add("note", N_("Note"), self.note, optional=True)
        self.inside.insertWidget(0, self.means)
        self.inside.addStretch()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def retranslate(self) -> None:
        super().retranslate()
        self.means.setText(
            _(
                "These figures stay as they are, with everybody who was counted. What is corrected later does not "
                "change them: it shows as a difference."
            )
        )

    def problems(self) -> Mapping[str, str]:
        return {} if self.title.text().strip() else {"title": _("A report that is kept needs a title.")}

    def result_of_form(self) -> Keeping:
        return Keeping(self.title.text().strip(), self.note.toPlainText().strip())
