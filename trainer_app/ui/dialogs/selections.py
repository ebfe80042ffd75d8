"""The selections of the programme, or those for one training: begin one, open it, take it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.selection import SelectionLine
from trainer_app.i18n import N_, _, label, screen
from trainer_app.services import selection
from trainer_app.ui.dialogs import selection_sheet
from trainer_app.ui.dialogs.deed_dialog import DeedDialog
from trainer_app.ui.dialogs.form_dialog import FormDialog, wait_for
from trainer_app.ui.models.table import CENTRE, RIGHT, Column
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.number_box import NumberBox

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

COLUMNS: tuple[Column[SelectionLine], ...] = (
    Column(N_("Title"), lambda line: line.title, tip=lambda line: line.title, stretch=True),
    Column(
        N_("Day"),
        lambda line: screen().date(line.held_on),
        sort=lambda line: line.held_on,
        align=CENTRE,
        sample="00/00/0000 0",
    ),
    Column(N_("Places"), lambda line: str(line.places), align=RIGHT, sample="Places 0"),
    Column(N_("Candidates"), lambda line: str(line.candidates), align=RIGHT, sample="Candidates 0"),
)


@dataclass(frozen=True, slots=True)
class NewSelection:
    title: str
    held_on: date
    places: int


def show(parent: QWidget, work: Work, today: date, language: str, training_id: UUID | None = None) -> None:
    wait_for(SelectionsDialog(parent, work, today, language, training_id))


def ask(parent: QWidget, today: date) -> NewSelection | None:
    return NewSelectionDialog(parent, today).ask_user()


class NewSelectionDialog(FormDialog[NewSelection]):
    """`dlgNewSelection`."""

    TITLE = N_("New selection")
    ACCEPT = N_("Add")

    def __init__(self, parent: QWidget | None, today: date) -> None:
        super().__init__(parent, "dlgNewSelection", 460, 360)
        self.title = QLineEdit(self)
        self.title.setObjectName("edSelectionTitle")
        self.day = DateField(self, "dtSelection", today)
        self.day.set_value(today)
        self.places = NumberBox(self, "spnSelectionPlaces", 1, 9_999)
        hint = N_("For example: 12 places at the vocational training centre")
        self.form.add("title", N_("What people are chosen for"), self.title, hint=hint)
        self.form.add("day", N_("Day"), self.day)
        self.form.add("places", N_("Places"), self.places, beside=True)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        found = {} if self.title.text().strip() else {"title": _("A selection needs a title.")}
        if self.day.value is None:
            found["day"] = _("Write a day like 05/03/2026.")
        return found

    def result_of_form(self) -> NewSelection:
        assert self.day.value is not None  # or it was refused above
        return NewSelection(self.title.text().strip(), self.day.value, self.places.value())


class SelectionsDialog(DeedDialog):
    """`dlgSelections`."""

    TITLE = N_("Selections")

    def __init__(
        self, parent: QWidget | None, work: Work, today: date, language: str, training_id: UUID | None = None
    ) -> None:
        super().__init__(parent, "dlgSelections", work, 720, 420)
        self.today, self.language, self.training_id = today, language, training_id
        self.nothing = labels.label(self, "muted", "lblNoSelection")
        self.table: ListView[SelectionLine] = ListView(self, "tblSelections", COLUMNS, _key, N_("Selections"))
        self.add_button = button(self, "btnAddSelection", "plus")
        self.open_button = button(self, "btnOpenSelection", "arrow-right")
        self.remove_button = button(self, "btnRemoveSelection", "trash-2")
        self.add_button.clicked.connect(self.add)
        self.open_button.clicked.connect(self.open)
        self.remove_button.clicked.connect(self.remove)
        self.table.opened.connect(self.open)
        self._action("new", "Ctrl+N", self.add)
        self._action("remove", "Del", self.remove, self.table)
        self.inside.addWidget(self.nothing)
        self.inside.addWidget(self.table, 1)
        self.inside.addStretch()
        for made in (self.add_button, self.open_button, self.remove_button):
            self.foot.addWidget(made)
        self.finish_foot()
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table if self.table.rows.rowCount() else self.add_button

    def reload(self) -> None:
        found = self.work.read(selection.selections, self.training_id)
        self.table.show_rows(found)
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)
        for made in (self.open_button, self.remove_button):
            made.setVisible(bool(found))
        if found and self.table.current_row() is None:
            self.table.selectRow(0)

    def retranslate(self) -> None:
        super().retranslate()
        self.nothing.setText(_("No selection yet. Write the criteria before the candidates come."))
        self.add_button.setText(_("New selection"))
        self.open_button.setText(_("Open"))
        self.remove_button.setText(_("Remove"))

    @Slot()
    def add(self) -> None:
        answer = ask(self, self.today)
        if answer is None:
            return
        what = label(N_("Add the selection {title}"), title=answer.title)
        key = self.do(what, selection.add, answer.title, answer.held_on, answer.places, self.training_id)
        if key is not None:
            self.table.go_to(key)
            self.open()

    @Slot()
    def open(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            selection_sheet.show(self, self.work, chosen.id, self.today, self.language)
            self.reload()

    @Slot()
    def remove(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            self.do(label(N_("Remove the selection {title}"), title=chosen.title), selection.remove, chosen.id)


def _key(line: SelectionLine) -> object:
    return line.id
