"""How many people to draw for a spot check, and from which days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_, _
from trainer_app.services import trainings
from trainer_app.services.spot_checks import MOST
from trainer_app.services.today import quarter_of
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.number_box import NumberBox

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

USUAL = 20
LARGEST_SEED = 999_999


@dataclass(frozen=True, slots=True)
class Draw:
    count: int
    seed: int
    first: date
    last: date
    training_id: UUID | None = None


def ask(parent: QWidget, work: Work, today: date, language: str) -> Draw | None:
    return SpotCheckDialog(parent, work, today, language).ask_user()


class SpotCheckDialog(FormDialog[Draw]):
    """`dlgSpotCheck`. The seed proposed is the day: whoever wants to draw again writes the same one."""

    TITLE = N_("Draw people to call")
    ACCEPT = N_("Draw")

    def __init__(self, parent: QWidget | None, work: Work, today: date, language: str) -> None:
        super().__init__(parent, "dlgSpotCheck", 520, 420)
        self.count = NumberBox(self, "sp_count", 1, MOST)
        self.count.setValue(USUAL)
        self.seed = NumberBox(self, "sp_seed", 0, LARGEST_SEED)
        self.seed.setValue(int(f"{today:%y%m%d}"))
        self.first, self.last = DateField(self, "dtFirst", today), DateField(self, "dtLast", today)
        self.first.set_value(quarter_of(today)[0])
        self.last.set_value(today)
        found = work.read(trainings.trainings, language)
        named = [(line.id, f"{line.title} ({line.code})") for line in found]
        self.training: Choice[UUID | None] = Choice(
            self, "cbCheckTraining", [(None, _("All trainings of these days")), *named], proper=True
        )
        self.form.add("count", N_("How many people"), self.count)
        hint = N_("The same seed draws the same people again")
        self.form.add("seed", N_("Seed"), self.seed, hint=hint, beside=True)
        self.form.add("first", N_("From"), self.first)
        self.form.add("last", N_("To"), self.last, beside=True)
        self.form.add("training", N_("Training"), self.training)
        self.retranslate()
        self.count.setFocus()
        self.count.selectAll()

    def problems(self) -> Mapping[str, str]:
        found = {}
        for name, field in (("first", self.first), ("last", self.last)):
            if field.value is None:
                found[name] = _("Write a day like 05/03/2026.")
        if not found and self.first.value and self.last.value and self.last.value < self.first.value:
            found["last"] = _("The last day is before the first.")
        return found

    def result_of_form(self) -> Draw:
        assert self.first.value is not None
        assert self.last.value is not None
        return Draw(self.count.value(), self.seed.value(), self.first.value, self.last.value, self.training.value)
