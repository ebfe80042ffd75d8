"""Targets of one indicator in a period: overall and of each district, side by side with their sum. Both are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.documents import indicator_words
from trainer_app.domain.indicators import Wanted
from trainer_app.i18n import N_, _, screen
from trainer_app.services import agenda, places, targets
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models import numbers
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.form import Field
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class TargetsSet:
    """The days, and district > number, of those that were changed. None takes a target away; no district: overall."""

    first: date
    last: date
    changed: Mapping[UUID | None, float | None]


def ask(parent: QWidget, work: Work, wanted: Wanted, first: date, last: date) -> TargetsSet | None:
    return TargetsDialog(parent, work, wanted, first, last).ask_user()


class TargetsDialog(FormDialog[TargetsSet]):
    """`dlgTargets`."""

    TITLE = N_("Targets")

    def __init__(self, parent: QWidget | None, work: Work, wanted: Wanted, first: date, last: date) -> None:
        super().__init__(parent, "dlgTargets", 640, 600)
        self._wanted = wanted
        self._lines = work.read(targets.targets, wanted.id)
        self._is_share = wanted.is_share
        self.about = label(self, "strong", "lblTargetsOf")
        self.first, self.last = DateField(self, "dtTargetFirst"), DateField(self, "dtTargetLast")
        self.sum = label(self, "muted", "lblTargetSum")
        self.boxes: dict[UUID | None, QLineEdit] = {}
        self._districts = _districts(work, self._lines)
        self.form.add("first", N_("First day"), self.first)
        self.form.add("last", N_("Last day"), self.last, beside=True)
        self._add(None, N_("Overall"))
        for number, (key, name) in enumerate(self._districts):
            self._add(key, name, beside=number % 2 == 1)
        self.inside.insertWidget(0, self.about)
        self.inside.addWidget(self.sum)
        self.inside.addStretch()
        self.first.set_value(first)
        self.last.set_value(last)
        for field in (self.first, self.last):
            field.changed.connect(self._fill)
        self.retranslate()
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.boxes[None].setFocus(Qt.FocusReason.OtherFocusReason)
        self.boxes[None].selectAll()

    def retranslate(self) -> None:
        super().retranslate()
        in_percent = _("in %")
        unit = f" ({in_percent})" if self._is_share else ""
        self.about.setText(f"{indicator_words.title(self._wanted, screen())}{unit}")
        self._add_up()

    def problems(self) -> Mapping[str, str]:
        found = {}
        first, last = self.first.value, self.last.value
        if first is None:
            found["first"] = _("A day is written like 05/03/2026.")
        if last is None or (first is not None and last < first):
            found["last"] = _("The last day is a day from the first one on.")
        for key, box in self.boxes.items():
            try:
                self._number(box)
            except ValueError:
                words = (
                    _("A share is a number from 0 to 100.") if self._is_share else _("A target is a number from 0 on.")
                )
                found[_name(key)] = words
        return found

    def result_of_form(self) -> TargetsSet:
        assert self.first.value is not None
        assert self.last.value is not None
        before = self._before()
        numbers_now = {key: self._number(box) for key, box in self.boxes.items()}
        changed = {key: number for key, number in numbers_now.items() if number != before.get(key)}
        return TargetsSet(self.first.value, self.last.value, changed)

    def _add(self, key: UUID | None, words: str, beside: bool = False) -> Field:
        box = QLineEdit(self)
        box.setObjectName(f"edTarget_{_name(key)}")
        box.textEdited.connect(self._add_up)
        self.boxes[key] = box
        return self.form.add(_name(key), words, box, beside=beside)

    def _before(self) -> dict[UUID | None, float]:
        """What is set for exactly these days."""
        first, last = self.first.value, self.last.value
        if first is None or last is None:
            return {}
        return {line.district_id: line.number for line in self._lines if line.is_of(first, last)}

    def _number(self, box: QLineEdit) -> float | None:
        number = numbers.read(box.text(), 100 if self._is_share else targets.MOST)
        return number / 100 if number is not None and self._is_share else number

    @Slot()
    def _fill(self) -> None:
        before = self._before()
        for key, box in self.boxes.items():
            box.setText(numbers.written(before.get(key), share=self._is_share))
        self._add_up()

    @Slot()
    def _add_up(self) -> None:
        """The sum of the districts beside the overall target, and by how much they differ."""
        self.sum.setVisible(not self._is_share)
        told: dict[UUID | None, float] = {}
        for key, box in self.boxes.items():
            try:
                told[key] = self._number(box) or 0.0
            except ValueError:
                told[key] = 0.0
        overall = told.pop(None, 0.0)
        districts, number = sum(told.values()), screen().number
        words = _("The districts together: {sum}.").format(sum=number(districts))
        if overall and districts and overall != districts:
            more = _("The overall target differs by {difference}; both are kept.")
            words = f"{words} {more.format(difference=number(abs(overall - districts)))}"
        self.sum.setText(words)


def _districts(work: Work, lines: tuple[targets.TargetLine, ...]) -> list[tuple[UUID, str]]:
    """Where there is work or a target; of a new programme all there are."""
    found = dict(work.read(agenda.offered).districts)
    found |= {line.district_id: line.district for line in lines if line.district_id is not None}
    if not found:
        found = {line.id: line.name for line in work.read(places.districts)}
    return sorted(found.items(), key=_by_name)


def _by_name(pair: tuple[UUID, str]) -> str:
    return pair[1].casefold()


def _name(key: UUID | None) -> str:
    return str(key) if key is not None else "overall"
