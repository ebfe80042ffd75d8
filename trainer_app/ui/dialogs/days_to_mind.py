"""Days to mind: holidays, Umuganda and market days, as they ship and as this office has them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_, _, label, screen
from trainer_app.services import calendar
from trainer_app.services.calendar import CalendarLine
from trainer_app.ui.dialogs import day_to_mind
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.listed import ListedDialog, choose_first
from trainer_app.ui.models.plans import DAY_COLUMNS, day_details
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def show(parent: QWidget, work: Work, today: date) -> None:
    """Open it until it is closed."""
    wait_for(DaysToMind(parent, work, today))


class DaysToMind(ListedDialog):
    """`dlgDays`. Enter changes a day, Space switches it on or off, Ctrl+N adds one, Del takes it out."""

    TITLE = N_("Days to mind")

    def __init__(self, parent: QWidget | None, work: Work, today: date) -> None:
        super().__init__(parent, work, "dlgDays")
        self._today = today
        self.table: ListView[CalendarLine] = ListView(self, "tblDays", DAY_COLUMNS, _key, N_("Days to mind"))
        self.add_button = button(self, "btnAddDay", "plus")
        self.change_button = button(self, "btnChangeDay", "pencil")
        self.switch_button = button(self, "btnSwitchDay", "check")
        self.remove_button = button(self, "btnRemoveDay", "trash-2")
        self.details = labels.label(self, "caption", "lblDayDetails")
        self.middle.addWidget(self.table)
        self.middle.addWidget(self.details)
        self.put_buttons((self.add_button, self.change_button, self.switch_button, self.remove_button))
        self._connect()
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table

    def reload(self) -> None:
        self.table.show_rows(self.work.read(calendar.lines, screen().language, self._today))
        choose_first(self.table)
        self._tell(self.table.current_row())

    def retranslate(self) -> None:
        super().retranslate()
        self.explanation.setText(
            _("A plan that falls on one of these days says so before it is saved. It is never forbidden.")
        )
        for made, words, keys in (
            (self.add_button, _("Add"), "Ctrl+N"),
            (self.change_button, _("Change"), "Enter"),
            (self.remove_button, _("Remove"), "Del"),
        ):
            made.setText(words)
            made.setToolTip(f"{words} ({keys})")
        self._tell(self.table.current_row())

    @Slot()
    def add(self) -> None:
        form = day_to_mind.ask(self, self.work, self._today)
        if form is not None:
            done = label(N_("Add the day {name}"), name=form.name)
            key = self.do(done, calendar.add, form, screen().language, self._today)
            self.table.go_to(key)

    @Slot()
    def change(self) -> None:
        line = self.table.current_row()
        form = day_to_mind.ask(self, self.work, self._today, line.form) if line else None
        if line is not None and form is not None:
            done = label(N_("Change the day {name}"), name=form.name)
            self.do(done, calendar.change, line.id, form, screen().language, self._today)

    @Slot()
    def switch(self) -> None:
        line = self.table.current_row()
        if line is not None:
            words = N_("Leave {name} aside") if line.form.active else N_("Mind {name} again")
            self.do(label(words, name=line.form.name), calendar.set_active, line.id, not line.form.active)

    @Slot()
    def remove(self) -> None:
        line = self.table.current_row()
        if line is not None:
            row = self.table.currentIndex().row()
            self.do(label(N_("Remove the day {name}"), name=line.form.name), calendar.remove, line.id)
            self.table.selectRow(min(row, self.table.rows.rowCount() - 1))

    @Slot(object)
    def _tell(self, line: CalendarLine | None) -> None:
        self.details.setText(day_details(line) if line else "")
        active = line is None or line.form.active
        words = _("Leave aside") if active else _("Mind again")
        self.switch_button.setText(words)
        self.switch_button.setToolTip(f"{words} ({_('Space')})")
        for made in (self.change_button, self.switch_button, self.remove_button):
            made.setEnabled(line is not None)

    def _connect(self) -> None:
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self.change)
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.switch_button.clicked.connect(self.switch)
        self.remove_button.clicked.connect(self.remove)
        self.key(self, "actAddDay", "Ctrl+N", self.add)
        self.key(self.table, "actRemoveDay", "Del", self.remove)
        self.key(self.table, "actSwitchDay", "Space", self.switch)


def _key(line: CalendarLine) -> object:
    return line.id
