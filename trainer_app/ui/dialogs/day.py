"""One question: on which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.date_field import DateField


def ask(parent: QWidget, title: str, question: str, day: date, earliest: date | None = None) -> date | None:
    """`title` is a sentence that is shown as it is; `question` is marked with N_(). `day` is proposed."""
    return DayDialog(parent, title, question, day, earliest).ask_user()


class DayDialog(FormDialog[date]):
    """`dlgDay`."""

    def __init__(
        self, parent: QWidget | None, title: str, question: str, day: date, earliest: date | None = None
    ) -> None:
        super().__init__(parent, "dlgDay", 360, 200)
        self._title = title
        self._earliest = earliest
        self.day = DateField(self, "edDay", day)
        self.day.set_value(day)
        self.form.add("day", question, self.day)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self._title)

    def problems(self) -> Mapping[str, str]:
        if self.day.value is None:
            return {"day": _("A day is written like 05/03/2026.")}
        if self._earliest is not None and self.day.value < self._earliest:
            return {"day": _("It ends before it begins.")}
        return {}

    def result_of_form(self) -> date:
        day = self.day.value
        assert day is not None  # or it was refused above
        return day
