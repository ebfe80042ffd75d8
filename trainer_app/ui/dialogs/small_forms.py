"""Small questions of the curriculum: how large, which answer, for how many people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from trainer_app.i18n import N_, _
from trainer_app.services.outline import ItemOutline
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Segments

MOST_LINES = 40
MOST_PEOPLE = 500
SIZES = {"lines": N_("Lines to write on"), "rows": N_("Rows of the table")}


def ask_size(parent: QWidget, before: Mapping[str, Any]) -> dict[str, Any] | None:
    """Other `lines`, `rows` or `amounts` for a part that has them."""
    return SizeDialog(parent, before).ask_user()


def ask_answer(parent: QWidget, before: ItemOutline) -> ItemOutline | None:
    return AnswerDialog(parent, before).ask_user()


def ask_people(parent: QWidget, before: tuple[int, int]) -> tuple[int, int] | None:
    return PeopleDialog(parent, before).ask_user()


class SizeDialog(FormDialog[dict[str, Any]]):
    """`dlgSize`."""

    TITLE = N_("How large")

    def __init__(self, parent: QWidget | None, before: Mapping[str, Any]) -> None:
        super().__init__(parent, "dlgSize", 420, 220)
        self.counts = {name: _number(self, name, before[name], MOST_LINES) for name in SIZES if name in before}
        self.amounts = QLineEdit(", ".join(map(str, before.get("amounts", ()))), self)
        self.amounts.setObjectName("edAmounts")
        self.amounts.setVisible("amounts" in before)
        for name, box in self.counts.items():
            self.form.add(name, SIZES[name], box)
        if "amounts" in before:
            hint = N_("In francs, with commas between them: a page of notes for each")
            self.form.add("amounts", N_("Amounts"), self.amounts, hint=hint)
        self.retranslate()

    def problems(self) -> Mapping[str, str]:
        if "amounts" in self.form.fields and not self._amounts():
            return {"amounts": _("Write amounts like 100, 500, 1000.")}
        return {}

    def result_of_form(self) -> dict[str, Any]:
        counts: dict[str, Any] = {name: box.value() for name, box in self.counts.items()}
        return counts | ({"amounts": self._amounts()} if "amounts" in self.form.fields else {})

    def _amounts(self) -> list[int]:
        """Empty when one of them is no amount."""
        parts = ["".join(part.split()) for part in self.amounts.text().split(",") if part.strip()]
        return [int(part) for part in parts] if all(part.isdecimal() and int(part) > 0 for part in parts) else []


class AnswerDialog(FormDialog[ItemOutline]):
    """`dlgAnswer`."""

    TITLE = N_("The right answer")

    def __init__(self, parent: QWidget | None, before: ItemOutline) -> None:
        super().__init__(parent, "dlgAnswer", 420, 240)
        letters: Sequence[tuple[str, str]] = [(letter, letter) for letter in "ABC"]
        self.right: Segments[str] = Segments(self, "segRight", letters, proper=True)
        self.right.choose(before.answer)
        self.retired = QCheckBox(self)
        self.retired.setObjectName("chkRetired")
        self.retired.setChecked(before.retired)
        self.form.add("answer", N_("The right answer"), self.right)
        self.form.add("retired", N_("In later tests"), self.retired)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.retired.setText(_("This question is no longer asked"))

    def result_of_form(self) -> ItemOutline:
        return ItemOutline(self.right.value, self.retired.isChecked())


class PeopleDialog(FormDialog[tuple[int, int]]):
    """`dlgPeopleRange`."""

    TITLE = N_("For how many people")

    def __init__(self, parent: QWidget | None, before: tuple[int, int]) -> None:
        super().__init__(parent, "dlgPeopleRange", 420, 220)
        self.least = _number(self, "least", before[0], MOST_PEOPLE)
        self.most = _number(self, "most", before[1], MOST_PEOPLE)
        self.form.add("least", N_("At least"), self.least)
        self.form.add("most", N_("At most"), self.most, beside=True)
        self.retranslate()

    def problems(self) -> Mapping[str, str]:
        if self.least.value() > self.most.value():
            return {"most": _("The greatest number of people is smaller than the least.")}
        return {}

    def result_of_form(self) -> tuple[int, int]:
        return self.least.value(), self.most.value()


def _number(parent: QWidget, name: str, value: int, most: int) -> QSpinBox:
    box = QSpinBox(parent)
    box.setObjectName(f"sp_{name}")
    box.setRange(1, most)
    box.setValue(value)
    return box
