"""Since when somebody has another role in a group: from a day on, or from the beginning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.date_field import DateField

WAYS = ((True, N_("From a day on")), (False, N_("It was always so")))


@dataclass(frozen=True, slots=True)
class RoleChange:
    """Without a day, the role before was a mistake."""

    day: date | None


def ask(parent: QWidget, name: str, role: str, today: date) -> RoleChange | None:
    return RoleChangeDialog(parent, name, role, today).ask_user()


class RoleChangeDialog(FormDialog[RoleChange]):
    """`dlgRoleChange`."""

    def __init__(self, parent: QWidget | None, name: str, role: str, today: date) -> None:
        super().__init__(parent, "dlgRoleChange", 440, 280)
        self._name, self._role, self._today = name, role, today
        self.way: Segments[bool] = Segments(self, "segRoleWay", WAYS)
        self.day = DateField(self, "edRoleFrom", today)
        self.day.set_value(today)
        self.form.add(
            "way", N_("Since when"), self.way, hint=N_("From a day on, the role before is kept in the history.")
        )
        self.form.add("day", N_("Day"), self.day)
        self.way.chosen.connect(self._show_day)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(f"{self._name}: {self._role}")

    def problems(self) -> Mapping[str, str]:
        if not self.way.value:
            return {}
        if self.day.is_wrong or self.day.value is None:
            return {"day": _("A day is written like 05/03/2026.")}
        return {"day": _("This day is still to come.")} if self.day.value > self._today else {}

    def result_of_form(self) -> RoleChange:
        return RoleChange(self.day.value if self.way.value else None)

    @Slot(object)
    def _show_day(self, from_a_day: bool) -> None:
        self.form.fields["day"].setVisible(from_a_day)
