"""Coverage on screen: groups against modules, alarms first, with what is counted written below.

Enter on a figure opens the people behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from trainer_app.domain.coverage import Coverage, Part
from trainer_app.domain.people import Sex
from trainer_app.i18n import N_, _, screen
from trainer_app.services import coverage
from trainer_app.ui import theme
from trainer_app.ui.dialogs import people_behind
from trainer_app.ui.models import coverage as words
from trainer_app.ui.models.coverage import CoverageRow
from trainer_app.ui.models.table import Column
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trainer_app.ui.work import Work

BEFORE_FIGURES = 2  # columns that name the row; the one after them counts members
NARROW = 900  # of the table at normal size of text: below it the place is hidden


class CoverageTable(ListView[CoverageRow]):
    """`tblCoverage`. `wanted` carries a row and the module of the figure, or None for any training."""

    wanted = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        self.modules: tuple[UUID, ...] = ()
        super().__init__(parent, "tblCoverage", words.columns(()), _key, N_("Coverage"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def show_coverage(self, found: Coverage, rows: Sequence[CoverageRow]) -> None:
        """A column for each module in which somebody was trained."""
        shown = words.with_anybody(found)
        self.modules = tuple(module.id for module in shown)
        columns: tuple[Column[CoverageRow], ...] = words.columns(shown)
        if [column.title for column in columns] != [column.title for column in self.rows.columns]:
            self.rows.show(())
            self.rows.beginResetModel()
            self.rows.columns = columns
            self.rows.endResetModel()
            self._size()
        self.rows.columns = columns
        self.show_rows(rows)

    def module_at(self, column: int) -> UUID | None:
        number = column - BEFORE_FIGURES - 2
        return self.modules[number] if number >= 0 else None

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if index.column() < BEFORE_FIGURES and not row.is_total:
            self.opened.emit(row)
        else:
            self.wanted.emit(row, self.module_at(index.column()))


class CoverageView(Translated, QWidget):
    """`person_wanted` and `group_wanted` carry keys. Which groups are shown is told by the page around it; the boxes
    `part` and `sex`, whose parent is `beside`, stand wherever the page wants them."""

    person_wanted = Signal(object)
    group_wanted = Signal(object)

    def __init__(self, parent: QWidget, beside: QWidget, work: Work, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.setObjectName("pnlCoverage")
        self._work, self._today = work, today
        self.found: Coverage | None = None
        self._shown: frozenset[UUID] = frozenset()
        self.part: Choice[Part | None] = Choice(beside, "cbPart", words.ALL_PARTS)
        self.sex: Choice[Sex | None] = Choice(beside, "cbCoverageSex", words.ALL_SEXES)
        self.alarms = label(self, "warning", "lblAlarms")
        self.table = CoverageTable(self)
        self.definition = label(self, "caption", "lblDefinition")
        self.rule = label(self, "caption", "lblAlarmRule")
        self._build()
        self.part.chosen.connect(self._write)
        self.sex.chosen.connect(self._write)
        self.table.wanted.connect(self._open_figure)
        self.table.opened.connect(self._open_group)
        self.retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.alarms)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.definition)
        layout.addWidget(self.rule)

    def show_groups(self, shown: frozenset[UUID]) -> None:
        """Show these groups, counted anew when something was written since."""
        self._shown = shown
        if self.found is None:
            sample = self._work.read(coverage.only_sample)
            self.found = self._work.read(coverage.coverage, screen().language, self._today(), sample=sample)
        self._write()

    def forget(self) -> None:
        """Something was written: the figures are to be counted anew when they are seen."""
        self.found = None

    def fit_columns(self, wide: int) -> None:
        self.table.hide_columns((N_("Where"),) if wide < theme.scaled(NARROW) else ())

    def retranslate(self) -> None:
        self.part.setAccessibleName(_("Role in the group"))
        self.sex.setAccessibleName(_("Sex"))
        if self.found is not None:
            self.forget()  # the titles of the modules are in the language of the screen
            self.show_groups(self._shown)

    @Slot()
    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        shown = [line for line in found.groups if line.id in self._shown]
        self.table.show_coverage(found, words.rows(found, shown, self.part.value, self.sex.value))
        alarmed = sum(bool(line.alarms) for line in shown)
        self.alarms.setText(words.alarmed(alarmed))
        self.alarms.setVisible(bool(alarmed))
        told = (words.definition(found), words.without_anybody(found))
        self.definition.setText(" ".join(text for text in told if text))
        self.rule.setText(words.alarm_rule(found))

    @Slot(object, object)
    def _open_figure(self, row: CoverageRow, module: UUID | None) -> None:
        found = self.found
        code = next((m.code for m in found.modules if m.id == module), "") if found and module else ""
        title = " · ".join(text for text in (row.name, code) if text)
        person = people_behind.ask(self, self._work, title, row.behind(module))
        if person is not None:
            self.person_wanted.emit(person)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _open_group(self, row: CoverageRow) -> None:
        self.group_wanted.emit(row.key)


def _key(row: CoverageRow) -> object:
    return row.key
