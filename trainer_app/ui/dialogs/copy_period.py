"""Last year's plan once more: the trainings of a period on other days, looked at before they are planned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from trainer_app.domain.plans import Copied
from trainer_app.i18n import N_, _, ngettext
from trainer_app.services import templates
from trainer_app.services.templates import Copy
from trainer_app.ui.dialogs.form_dialog import FormDialog, give_way
from trainer_app.ui.models.plans import COPY_COLUMNS, clash_words
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

LEAST = 150


def ask(parent: QWidget, work: Work, today: date, language: str) -> Copy | None:
    return CopyPeriod(parent, work, today, language).ask_user()


class CopyPeriod(FormDialog[Copy]):
    """`dlgCopyPeriod`. Del leaves a training out; all that is left is planned by one gesture."""

    TITLE = N_("Copy a period")
    ACCEPT = N_("Plan them")

    def __init__(self, parent: QWidget | None, work: Work, today: date, language: str) -> None:
        super().__init__(parent, "dlgCopyPeriod", 980, 500)
        self._work, self._language = work, language
        self._but: set[UUID] = set()
        self.first = DateField(self.form, "edCopyFirst", today)
        self.last = DateField(self.form, "edCopyLast", today)
        self.to = DateField(self.form, "edCopyTo", today)
        self.days_off = QCheckBox(self)
        self.days_off.setObjectName("ckCopyDaysOff")
        self.found: ListView[Copied] = ListView(self, "tblCopied", COPY_COLUMNS, _key, N_("What would be planned"))
        self.count = label(self, "strong", "lblCopied")
        self.clashes = label(self, "warning", "lblCopyClashes")
        for field, day in zip((self.first, self.last, self.to), _usual(today), strict=True):
            field.set_value(day)
        self._build()
        self._connect()
        self.retranslate()
        self.look_ahead()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.days_off.setText(_("No sessions on holidays"))

    def problems(self) -> Mapping[str, str]:
        wrong = _("A day is written like 05/03/2026.")
        found = {name: wrong for name in ("first", "last", "to") if self._field(name).value is None}
        if not found and self._copy().first > self._copy().last:
            found["last"] = _("The last day is before the first.")
        if not found and not self.found.rows.rowCount():
            found["first"] = _("No training began in this period: choose other days.")
        return found

    def result_of_form(self) -> Copy:
        return self._copy()

    @Slot()
    def look_ahead(self) -> None:
        ready = all(self._field(name).value for name in ("first", "last", "to"))
        found = self._work.read(templates.copied, self._copy(), self._language) if ready else ()
        self.found.show_rows(found)
        many = ngettext("{count} training would be planned.", "{count} trainings would be planned.", len(found))
        none = _("No training began in this period: choose other days.")
        self.count.setText(many.format(count=len(found)) if found else none)
        self._tell(self.found.current_row())

    @Slot()
    def leave_out(self) -> None:
        chosen = self.found.current_row()
        if chosen is not None:
            row = self.found.currentIndex().row()
            self._but.add(chosen.training_id)
            self.look_ahead()
            self.found.selectRow(min(row, self.found.rows.rowCount() - 1))

    @Slot(object)
    def _tell(self, chosen: Copied | None) -> None:
        words = clash_words(chosen) if chosen else ""
        self.clashes.setText(f"⚠ {words}" if words else "")
        self.clashes.setVisible(bool(words))

    @Slot()
    def _other_period(self) -> None:
        self._but.clear()
        self.look_ahead()

    def _copy(self) -> Copy:
        first, last, to = (self._field(name).value or date.min for name in ("first", "last", "to"))
        return Copy(first, last, to, self.days_off.isChecked(), frozenset(self._but))

    def _field(self, name: str) -> DateField:
        return {"first": self.first, "last": self.last, "to": self.to}[name]

    def _connect(self) -> None:
        for field in (self.first, self.last, self.to):
            field.changed.connect(self._other_period)
        self.days_off.toggled.connect(self.look_ahead)
        self.found.chosen.connect(self._tell)
        action = QAction(self.found)
        action.setObjectName("actLeaveOut")
        action.setShortcut("Del")
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.leave_out)
        self.found.addAction(action)

    def _build(self) -> None:
        self.form.add("first", N_("First day of the period"), self.first)
        self.form.add("last", N_("Last day"), self.last, beside=True)
        hint = N_("Every training keeps its weekday. Del leaves one out.")
        self.form.add("to", N_("Begins again on"), self.to, hint=hint)
        self.inside.addWidget(self.days_off)
        self.inside.addWidget(self.found, 1)
        give_way(self.found, LEAST)
        self.inside.addWidget(self.count)
        self.inside.addWidget(self.clashes)


def _usual(today: date) -> tuple[date, date, date]:
    """This year, once more in the next."""
    return date(today.year, 1, 1), date(today.year, 12, 31), date(today.year + 1, 1, 1)


def _key(found: Copied) -> object:
    return found.training_id
