"""A whole training on other days: its gaps are kept, and what it would clash with is said before it moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, _, ngettext
from trainer_app.services import plans
from trainer_app.services.plans import Shift, Shifted
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models import sessions as words
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class MovedTraining:
    shift: Shift
    reason: str
    clashes: bool
    """Whether something clashes, and it is moved all the same."""


def ask(parent: QWidget, work: Work, line: SessionLine, language: str) -> MovedTraining | None:
    return MoveTraining(parent, work, line, language).ask_user()


class MoveTraining(FormDialog[MovedTraining]):
    """`dlgMoveTraining`"""

    TITLE = N_("Move the whole training")
    ACCEPT = N_("Move")

    def __init__(self, parent: QWidget | None, work: Work, line: SessionLine, language: str) -> None:
        super().__init__(parent, "dlgMoveTraining", 520, 480)
        self._work, self._line, self._language = work, line, language
        first = work.read(plans.by_days, line.training_id, 0)
        self.what = label(self, "strong")
        self.day = DateField(self.form, "edNewFirstDay", first)
        self.day.set_value(first)
        self.reason = QLineEdit(self.form)
        self.reason.setObjectName("edMoveTrainingReason")
        self.sundays = QCheckBox(self)
        self.sundays.setObjectName("ckMoveSundays")
        self.sundays.setChecked(True)
        self.days_off = QCheckBox(self)
        self.days_off.setObjectName("ckMoveDaysOff")
        self.preview = label(self, "muted", "lblNewDays")
        self.clashes = label(self, "warning", "lblMoveTrainingClashes")
        hint = N_("The gaps between its days are kept.")
        self.form.add("day", N_("First day"), self.day, hint=hint)
        self.form.add("reason", N_("Reason"), self.reason, optional=True)
        self.inside.insertWidget(0, self.what)
        for widget in (self.sundays, self.days_off, self.preview, self.clashes):
            self.inside.addWidget(widget)
        self.inside.addStretch()
        self.day.changed.connect(self.look_ahead)
        self.sundays.toggled.connect(self.look_ahead)
        self.days_off.toggled.connect(self.look_ahead)
        self.retranslate()
        self.look_ahead()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.what.setText(" · ".join(part for part in (self._line.title, self._line.group) if part))
        self.sundays.setText(_("No sessions on Sundays"))
        self.days_off.setText(_("No sessions on holidays"))

    def problems(self) -> Mapping[str, str]:
        if self.day.value is None:
            return {"day": _("A day is written like 05/03/2026.")}
        if not self._shifted().days:
            return {"day": _("All sessions of this training were held: there is nothing to move.")}
        return {}

    def result_of_form(self) -> MovedTraining:
        return MovedTraining(self._shift(), " ".join(self.reason.text().split()), not self.clashes.isHidden())

    @Slot()
    def look_ahead(self) -> None:
        found = self._shifted() if self.day.value else Shifted((), 0)
        self.preview.setText(_preview(found))
        told = dict.fromkeys(words.clash(one) for one in found.clashes)
        self.clashes.setText("\n".join(f"⚠ {one}" for one in told))
        self.clashes.setVisible(bool(told))

    def _shifted(self) -> Shifted:
        return self._work.read(plans.shifted, self._line.training_id, self._shift(), self._language)

    def _shift(self) -> Shift:
        day = self.day.value
        assert day is not None
        return Shift(day, self.sundays.isChecked(), self.days_off.isChecked())


def _preview(found: Shifted) -> str:
    """`Monday 09/03/2026 → Monday 16/03/2026`, a line a day, and how many stay."""
    pairs = dict.fromkeys((before, after) for _key, before, after in found.days)
    lines = [f"{words.weekday(before)} → {words.weekday(after)}" for before, after in pairs]
    if found.staying:
        stay = ngettext("{count} session was held and stays.", "{count} sessions were held and stay.", found.staying)
        lines.append(stay.format(count=found.staying))
    return "\n".join(lines)
