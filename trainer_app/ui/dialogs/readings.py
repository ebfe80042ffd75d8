"""What somebody found of an outcome, on which day, of how many, and how they know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.documents import indicator_words
from trainer_app.domain.indicators import Reading, Wanted
from trainer_app.i18n import N_, _, label, screen
from trainer_app.services import places, readings
from trainer_app.services.readings import ReadingForm
from trainer_app.ui.dialogs.form_dialog import FormDialog, wait_for
from trainer_app.ui.dialogs.listed import ListedDialog, choose_first
from trainer_app.ui.models import numbers
from trainer_app.ui.models.indicators import of_words, value_words
from trainer_app.ui.models.table import RIGHT, Column
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def show(parent: QWidget, work: Work, wanted: Wanted, today: date) -> None:
    wait_for(ReadingsDialog(parent, work, wanted, today))


class ReadingsDialog(ListedDialog):
    """`dlgReadings`. Enter changes a reading, Ctrl+N adds one, Del takes it out."""

    TITLE = N_("Readings")

    def __init__(self, parent: QWidget | None, work: Work, wanted: Wanted, today: date) -> None:
        super().__init__(parent, work, "dlgReadings", 820, 460)
        self._wanted, self._today = wanted, today
        self.table: ListView[Reading] = ListView(self, "tblReadings", COLUMNS, _key, self.TITLE)
        self.add_button = button(self, "btnAddReading", "plus")
        self.change_button = button(self, "btnChangeReading", "pencil")
        self.remove_button = button(self, "btnRemoveReading", "trash-2")
        self.middle.addWidget(self.table)
        self.put_buttons((self.add_button, self.change_button, self.remove_button))
        self.table.opened.connect(self.change)
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.remove_button.clicked.connect(self.remove)
        self.key(self, "actAddReading", "Ctrl+N", self.add)
        self.key(self.table, "actRemoveReading", "Del", self.remove)
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table if self.table.rows.rowCount() else self.add_button

    def reload(self) -> None:
        self.table.show_rows(self.work.read(readings.readings, self._wanted.id))
        choose_first(self.table)
        for made in (self.change_button, self.remove_button):
            made.setVisible(self.table.rows.rowCount() > 0)

    def retranslate(self) -> None:
        super().retranslate()
        self.explanation.setText(indicator_words.title(self._wanted, screen()))
        for made, words, keys in (
            (self.add_button, _("Add"), "Ctrl+N"),
            (self.change_button, _("Change"), "Enter"),
            (self.remove_button, _("Remove"), "Del"),
        ):
            made.setText(words)
            made.setToolTip(f"{words} ({keys})")

    @Slot()
    def add(self) -> None:
        form = ask(self, self.work, self._today)
        if form is not None:
            key = self.do(label(N_("Add a reading")), readings.add, self._wanted.id, form)
            self.table.go_to(key)

    @Slot()
    def change(self) -> None:
        row = self.table.current_row()
        form = ask(self, self.work, self._today, self.work.read(readings.form_of, row.id)) if row else None
        if row is not None and form is not None:
            self.do(label(N_("Change a reading")), readings.change, row.id, form)

    @Slot()
    def remove(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.do(label(N_("Remove a reading")), readings.remove, row.id)


def ask(parent: QWidget, work: Work, today: date, before: ReadingForm | None = None) -> ReadingForm | None:
    return ReadingDialog(parent, work, today, before).ask_user()


class ReadingDialog(FormDialog[ReadingForm]):
    """`dlgReading`."""

    TITLE = N_("Reading")

    def __init__(self, parent: QWidget | None, work: Work, today: date, before: ReadingForm | None = None) -> None:
        super().__init__(parent, "dlgReading", 560, 520)
        self._names = tuple((line.id, line.name) for line in work.read(places.districts))
        self.day = DateField(self, "dtReading", today)
        self.district: Choice[UUID | None] = Choice(self, "cbReadingDistrict", proper=True)
        self.boxes = {name: _line(self, f"edReading_{name}") for name in ("numerator", "denominator", "women", "men")}
        self.source, self.note = _line(self, "edReadingSource"), _line(self, "edReadingNote")
        add = self.form.add
        add("day", N_("Day"), self.day)
        add("district", N_("District"), self.district, beside=True)
        add("numerator", N_("So many"), self.boxes["numerator"])
        add("denominator", N_("Of how many"), self.boxes["denominator"], hint=N_("Empty: a plain number"), beside=True)
        add("women", N_("Women among them"), self.boxes["women"], optional=True)
        add("men", N_("Men among them"), self.boxes["men"], optional=True, beside=True)
        add("source", N_("Source"), self.source, hint=N_("Who found it, or by which survey"))
        add("note", N_("Note"), self.note, optional=True)
        self.inside.addStretch()
        self.retranslate()
        self._fill(before or ReadingForm(today, 0, None, ""), new=before is None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.boxes["numerator"].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.district.offer([(None, _("The whole programme")), *self._names])

    def problems(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        if self.day.value is None:
            found["day"] = _("A day is written like 05/03/2026.")
        for name, box in self.boxes.items():
            try:
                number = numbers.read(box.text())
            except ValueError:
                found[name] = _("Write a number, like 288 or 57,6.")
            else:
                if number is None and name == "numerator":
                    found[name] = _("Write a number, like 288 or 57,6.")
        if not found and (refusal := readings.problem(self.result_of_form())):
            found["source" if not self.source.text().strip() else "numerator"] = refusal
        return found

    def result_of_form(self) -> ReadingForm:
        assert self.day.value is not None
        told = {name: numbers.read(box.text()) for name, box in self.boxes.items()}
        return ReadingForm(
            self.day.value,
            told["numerator"] or 0,
            told["denominator"],
            self.source.text().strip(),
            self.district.value,
            told["women"],
            told["men"],
            self.note.text().strip(),
        )

    def _fill(self, form: ReadingForm, new: bool) -> None:
        self.day.set_value(form.on_day)
        self.district.choose(form.district_id)
        self.boxes["numerator"].setText("" if new else numbers.written(form.numerator))
        for name in ("denominator", "women", "men"):
            self.boxes[name].setText(numbers.written(getattr(form, name)))
        self.source.setText(form.source)
        self.note.setText(form.note)


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


def _day(row: Reading) -> str:
    return screen().date(row.on_day)


def _day_order(row: Reading) -> int:
    return row.on_day.toordinal()


def _found(row: Reading) -> str:
    return value_words(row.figure, row.figure.denominator is not None)


def _of(row: Reading) -> str:
    return of_words(row.figure)


def _district(row: Reading) -> str:
    return row.district or _("The whole programme")


def _source(row: Reading) -> str:
    return row.source


def _key(row: Reading) -> UUID:
    return row.id


COLUMNS: tuple[Column[Reading], ...] = (
    Column(N_("Day"), _day, sort=_day_order, sample="00/00/0000 0"),
    Column(N_("District"), _district, sample="The whole programme"),
    Column(N_("Found"), _found, align=RIGHT, sample="000 000"),
    Column(N_("Of"), _of, align=RIGHT, sample="0 000 / 0 000"),
    Column(N_("Source"), _source, tip=_source, stretch=True),
)
