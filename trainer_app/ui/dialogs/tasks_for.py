"""One task for several people: what is to be done, until when, and for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import N_, _, ngettext
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TaskFor:
    title: str
    due: date


def ask(parent: QWidget, title: str, names: Sequence[str], today: date) -> TaskFor | None:
    """`title` is proposed in the language of the screen; what is kept is what the user leaves standing."""
    return TasksForDialog(parent, title, names, today).ask_user()


class TasksForDialog(FormDialog[TaskFor]):
    """`dlgTasksFor`."""

    TITLE = N_("Add to follow-up")
    ACCEPT = N_("Add")

    def __init__(self, parent: QWidget | None, title: str, names: Sequence[str], today: date) -> None:
        super().__init__(parent, "dlgTasksFor", 520, 360)
        self._names = tuple(names)
        self.whom = label(self, "muted", "lblTasksFor")
        self.title = QLineEdit(title, self)
        self.title.setObjectName("edTasksTitle")
        self.due = DateField(self, "dtTasksDue", today)
        self.due.set_value(today + SOON)
        self.form.add("title", N_("What is to be done"), self.title)
        self.form.add("due", N_("Due on"), self.due)
        self.inside.insertWidget(0, self.whom)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def retranslate(self) -> None:
        super().retranslate()
        words = ngettext("For {count} person: {names}", "For {count} people: {names}", len(self._names))
        self.whom.setText(words.format(count=len(self._names), names=", ".join(self._names)))

    def problems(self) -> Mapping[str, str]:
        found = {} if self.title.text().strip() else {"title": _("Write what is to be done.")}
        if self.due.value is None:
            found["due"] = _("Write a day like 05/03/2026.")
        return found

    def result_of_form(self) -> TaskFor:
        assert self.due.value is not None  # or it was refused above
        return TaskFor(self.title.text().strip(), self.due.value)
