"""What the programme is measured by: its indicators in their order, with their targets and readings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from trainer_app.documents import indicator_words
from trainer_app.domain.indicators import Wanted
from trainer_app.i18n import N_, Label, _, label, screen
from trainer_app.services import indicator_definitions as definitions
from trainer_app.services import targets
from trainer_app.services.indicator_definitions import Defined
from trainer_app.ui.dialogs import indicator_form, readings
from trainer_app.ui.dialogs import targets as targets_dialog
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.listed import ListedDialog, choose_first
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class Around:
    """What the page around asks about: targets are set for its days, and the sample has indicators of its own."""

    first: date
    last: date
    today: date
    language: str
    is_sample: bool = False
    project_id: UUID | None = None


def show(parent: QWidget, work: Work, around: Around, chosen: UUID | None = None) -> None:
    """Open it until it is closed."""
    wait_for(IndicatorsDialog(parent, work, around, chosen))


class IndicatorsDialog(ListedDialog):
    """`dlgIndicators`. Enter changes one, Ctrl+N adds one, T sets its targets, R its readings, Alt+Up moves it up."""

    TITLE = N_("Indicators")

    def __init__(self, parent: QWidget | None, work: Work, around: Around, chosen: UUID | None = None) -> None:
        super().__init__(parent, work, "dlgIndicators", 980, 560)
        self._around = around
        self.table: ListView[Defined] = ListView(self, "tblIndicators", COLUMNS, _key, self.TITLE)
        self.table.setSortingEnabled(False)  # their order is what one moves them in
        self.retired = QCheckBox(self)
        self.retired.setObjectName("chkRetired")
        self.retired.toggled.connect(self.reload)
        self.add_button = button(self, "btnAddIndicator", "plus")
        self.change_button = button(self, "btnChangeIndicator", "pencil")
        self.targets_button = button(self, "btnTargets", "list-checks")
        self.readings_button = button(self, "btnReadings", "eye")
        self.up_button = button(self, "btnIndicatorUp")
        self.down_button = button(self, "btnIndicatorDown")
        self.retire_button = button(self, "btnRetireIndicator")
        for made in (self.add_button, self.change_button, self.targets_button, self.readings_button):
            self.head.addWidget(made)
        self.head.addStretch()
        self.middle.addWidget(self.table)
        self.middle.addWidget(self.retired)
        self.put_buttons((self.up_button, self.down_button, self.retire_button))
        self._connect()
        self.reload()
        self.table.go_to(chosen)
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table

    @Slot()
    def reload(self) -> None:
        shown = self.work.read(definitions.defined, sample=self._around.is_sample, retired=self.retired.isChecked())
        self.table.show_rows(shown)
        choose_first(self.table)
        self._tell()

    def retranslate(self) -> None:
        super().retranslate()
        self.explanation.setText(
            _("Reports show them in this order. A code of the donor is a label: two indicators may bear the same.")
        )
        self.retired.setText(_("Show those that are retired too"))
        for made, words, keys in (
            (self.add_button, _("Add"), "Ctrl+N"),
            (self.change_button, _("Change"), "Enter"),
            (self.targets_button, _("Targets"), "T"),
            (self.readings_button, _("Readings"), "R"),
            (self.up_button, _("Higher"), "Alt+↑"),
            (self.down_button, _("Lower"), "Alt+↓"),
        ):
            made.setText(words)
            made.setToolTip(f"{words} ({keys})")
        self._tell()

    @Slot()
    def add(self) -> None:
        wanted = indicator_form.ask(self, self.work, self._around.language)
        if wanted is not None:
            key = self.do(
                self._label(N_("Add the indicator {name}"), wanted), definitions.add, wanted, self._around.project_id
            )
            self.table.go_to(key)

    @Slot()
    def change(self) -> None:
        row = self.table.current_row()
        wanted = indicator_form.ask(self, self.work, self._around.language, row.wanted) if row else None
        if wanted is not None:
            self.do(self._label(N_("Change the indicator {name}"), wanted), definitions.change, wanted)

    @Slot()
    def set_targets(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        told = targets_dialog.ask(self, self.work, row.wanted, self._around.first, self._around.last)
        if told is not None and told.changed:
            self.do(
                self._label(N_("Set targets of {name}"), row.wanted),
                targets.set_all,
                row.wanted.id,
                told.first,
                told.last,
                told.changed,
            )

    @Slot()
    def show_readings(self) -> None:
        row = self.table.current_row()
        if row is not None and row.wanted.measure in definitions.TOLD:
            readings.show(self, self.work, row.wanted, self._around.today)
            self.reload()

    @Slot()
    def retire(self) -> None:
        row = self.table.current_row()
        if row is not None:
            words = N_("Call {name} back") if row.retired else N_("Retire {name}")
            self.do(self._label(words, row.wanted), definitions.retire, row.wanted.id, not row.retired)

    @Slot()
    def up(self) -> None:
        self._move(-1)

    @Slot()
    def down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        keys = [row.wanted.id for row in self.table.rows.rows]
        row = self.table.current_row()
        place = keys.index(row.wanted.id) if row else -1
        if row is None or not 0 <= place + step < len(keys):
            return
        keys.insert(place + step, keys.pop(place))
        self.do(label(N_("Change the order of the indicators")), definitions.reorder, keys)
        self.table.go_to(row.wanted.id)

    def _label(self, words: str, wanted: Wanted) -> Label:
        return label(words, name=indicator_words.title(wanted, screen()))

    @Slot()
    def _tell(self) -> None:
        """What can be done with the one that is chosen."""
        row = self.table.current_row()
        self.retire_button.setText(_("Call back") if row is not None and row.retired else _("Retire"))
        self.readings_button.setVisible(row is not None and row.wanted.measure in definitions.TOLD)

    def _connect(self) -> None:
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self.change)
        for made, do in (
            (self.add_button, self.add),
            (self.change_button, self.change),
            (self.targets_button, self.set_targets),
            (self.readings_button, self.show_readings),
            (self.up_button, self.up),
            (self.down_button, self.down),
            (self.retire_button, self.retire),
        ):
            made.clicked.connect(do)
        self.key(self, "actAddIndicator", "Ctrl+N", self.add)
        self.key(self.table, "actTargets", "T", self.set_targets)
        self.key(self.table, "actReadings", "R", self.show_readings)
        self.key(self.table, "actIndicatorUp", "Alt+Up", self.up)
        self.key(self.table, "actIndicatorDown", "Alt+Down", self.down)


def _title(row: Defined) -> str:
    return indicator_words.title(row.wanted, screen())


def _code(row: Defined) -> str:
    return row.wanted.donor_code


def _measure(row: Defined) -> str:
    return indicator_words.measure_name(row.wanted.measure, screen())


def _only(row: Defined) -> str:
    return indicator_words.only_words(row.wanted, screen())


def _state(row: Defined) -> str:
    return _("retired") if row.retired else ""


def _key(row: Defined) -> UUID:
    return row.wanted.id


COLUMNS: tuple[Column[Defined], ...] = (
    Column(N_("Code"), _code, sample="SO2.1.1 0"),
    Column(N_("Indicator"), _title, tip=_title, stretch=True),
    Column(N_("What is measured"), _measure, tip=_measure, sample="Members trained, of all"),
    Column(N_("Only"), _only, tip=_only, sample="Only trainings of th"),
    Column("", _state, sample="retired 00"),
)
