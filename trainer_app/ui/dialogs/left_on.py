"""On which day somebody left a group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.date_field import DateField


def ask(parent: QWidget, name: str, today: date) -> date | None:
    return LeftOnDialog(parent, name, today).ask_user()


class LeftOnDialog(FormDialog[date]):
    """`dlgLeftOn`."""

    TITLE = N_("Left the group")

    def __init__(self, parent: QWidget | None, name: str, today: date) -> None:
        super().__init__(parent, "dlgLeftOn", 420, 220)
        self._name, self._today = name, today
        self.day = DateField(self, "edLeftOn", today)
        self.day.set_value(today)
        self.form.add(
            "day",
            N_("On which day"),
            self.day,
            hint=N_("That the person belonged to the group, and its roles, is kept."),
        )
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("{name} left the group").format(name=self._name))

    def problems(self) -> Mapping[str, str]:
        if self.day.is_wrong or self.day.value is None:
            return {"day": _("A day is written like 05/03/2026.")}
        return {"day": _("This day is still to come.")} if self.day.value > self._today else {}

    def result_of_form(self) -> date:
        return self.day.value or self._today
