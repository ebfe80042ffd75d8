"""A new test question with its three answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Choice, Segments

LETTERS = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class ItemForm:
    unit_code: str
    form: str
    stem: str
    options: tuple[str, ...]
    answer: str


def ask(parent: QWidget, unit_codes: Sequence[str]) -> ItemForm | None:
    return ItemDialog(parent, unit_codes).ask_user()


class ItemDialog(FormDialog[ItemForm]):
    """`dlgTestItem`."""

    TITLE = N_("New question")
    ACCEPT = N_("Add")

    def __init__(self, parent: QWidget | None, unit_codes: Sequence[str]) -> None:
        super().__init__(parent, "dlgTestItem", 620, 480)
        self.stem = _line(self, "edStem")
        self.options = [_line(self, f"edOption{letter}") for letter in LETTERS]
        self.right: Segments[str] = Segments(self, "segAnswer", [(letter, letter) for letter in LETTERS], proper=True)
        self.unit: Choice[str] = Choice(self, "cbItemUnit", [(code, code) for code in unit_codes], proper=True)
        self.unit.setCurrentIndex(-1)  # a unit that nobody chose would be a wrong one
        self.which: Segments[str] = Segments(self, "segItemForm", [("A", "A"), ("B", "B")], proper=True)
        self.form.add("stem", N_("Question"), self.stem)
        for letter, line, words in zip(
            LETTERS, self.options, (N_("Answer A"), N_("Answer B"), N_("Answer C")), strict=True
        ):
            self.form.add(f"option{letter}", words, line)
        self.form.add("answer", N_("The right answer"), self.right)
        self.form.add("which", N_("Form of the test"), self.which, beside=True)
        self.form.add("unit", N_("Unit"), self.unit)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.stem.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        found = {} if self.stem.text().strip() else {"stem": _("A question needs words.")}
        for letter, line in zip(LETTERS, self.options, strict=True):
            if not line.text().strip():
                found[f"option{letter}"] = _("Answer {letter} is missing.").format(letter=letter)
        if self.unit.value is None:
            found["unit"] = _("Choose the unit that the question is about.")
        return found

    def result_of_form(self) -> ItemForm:
        options = tuple(line.text().strip() for line in self.options)
        unit = self.unit.value or ""
        return ItemForm(unit, self.which.value, self.stem.text().strip(), options, self.right.value)


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made
