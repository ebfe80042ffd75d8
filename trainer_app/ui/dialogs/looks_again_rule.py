"""From when on a list is worth a second look."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer_app.domain.integrity import LooksAgain
from trainer_app.i18n import N_, Label
from trainer_app.services import rules
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.number_box import NumberBox

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

QUESTIONS = {
    "people": N_("Lists of at least so many people"),
    "unlike": N_("Two lists alike: so many not present"),
    "sessions": N_("Everybody present in so many sessions"),
    "late_marks": N_("Late entry: so many marks on one day"),
    "late_days": N_("Late entry: so many days after"),
    "signed_after": N_("Signed list: back after so many days"),
}
LEAST = {"unlike": 0}
MOST = 365


def change(parent: QWidget, work: Work) -> None:
    """Ask, and keep what was answered."""
    before = work.read(rules.rule, LooksAgain)
    after = ask(parent, before)
    if after is not None and after != before:
        work.change(Label(N_("Change when a list is looked at again")), rules.set_rule, after)


def ask(parent: QWidget, before: LooksAgain) -> LooksAgain | None:
    return LooksAgainDialog(parent, before).ask_user()


class LooksAgainDialog(FormDialog[LooksAgain]):
    """`dlgLooksAgain`."""

    TITLE = N_("When a list is looked at again")

    def __init__(self, parent: QWidget | None, before: LooksAgain) -> None:
        super().__init__(parent, "dlgLooksAgain", 640, 340)
        self.boxes = {name: NumberBox(self, f"sp_{name}", LEAST.get(name, 1), MOST) for name in QUESTIONS}
        for place, (name, box) in enumerate(self.boxes.items()):
            box.setValue(asdict(before)[name])
            self.form.add(name, QUESTIONS[name], box, beside=place % 2 == 1)
        self.retranslate()
        self.boxes["people"].setFocus()

    def result_of_form(self) -> LooksAgain:
        return LooksAgain(**{name: box.value() for name, box in self.boxes.items()})
