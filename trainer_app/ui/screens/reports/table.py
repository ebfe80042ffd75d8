"""The indicators in a table, and the parts of one of them. Enter on a number opens what is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from trainer_app.domain.indicators import By, IndicatorLine, IndicatorReport
from trainer_app.domain.people import Sex
from trainer_app.i18n import N_
from trainer_app.ui import theme
from trainer_app.ui.models import indicators as words
from trainer_app.ui.models.indicators import IndicatorRow, PartRow
from trainer_app.ui.widgets.list_view import ListView

MOST_LINES, SLACK = 3, 1.15  # of an indicator's name; words do not end where lines do
NAME = 190  # pixels for the name of an indicator: with less, what the chart or its words tell too is left out


class IndicatorTable(ListView[IndicatorRow]):
    """`tblInd`. `number_wanted` carries a row and the sex of the column, or None for all; `target_wanted` a row."""

    number_wanted = Signal(object, object)
    target_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "tblInd", words.columns(), _key, N_("Indicators"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setWordWrap(True)
        self.setSortingEnabled(False)  # their order is the donor's

    def show_report(self, report: IndicatorReport) -> None:
        self.show_rows(words.rows(report))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Without what there is no room for; an indicator with a long name has more lines."""
        hidden = _empty_columns(self.rows.rows)
        self.hide_columns(hidden)  # a hidden column has no width that could be added up
        for title in (words.OF, words.PER_CENT):
            if self._room_for_name() < theme.scaled(NAME):
                hidden.append(title)
                self.hide_columns(hidden)
        room = self.columnWidth(0) - theme.scaled(theme.LARGE)
        for number, row in enumerate(self.rows.rows):
            wide = self.fontMetrics().horizontalAdvance(words.name(row))
            lines = min(-(-wide * SLACK // max(room, 1)), MOST_LINES) if wide > room else 1
            high = theme.row_height() + int(lines - 1) * self.fontMetrics().lineSpacing()
            self.verticalHeader().resizeSection(number, high)

    def _room_for_name(self) -> int:
        return self.viewport().width() - sum(map(self.columnWidth, range(1, len(self.rows.columns))))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row, title = self.rows.row(index), self.rows.columns[index.column()].title
        if title == words.TARGET:
            self.target_wanted.emit(row)
        elif title not in words.SEX_OF:
            self.number_wanted.emit(row, None)
        elif row.tells_sex:
            self.number_wanted.emit(row, words.SEX_OF[title])


class PartTable(ListView[PartRow]):
    """`tblParts`: one indicator broken down. `number_wanted` carries a part."""

    number_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self._by: tuple[By, ...] = (By.SEX,)
        super().__init__(parent, "tblParts", words.part_columns(self._by), _traits, N_("Broken down"))
        self.opened.connect(self.number_wanted)

    def show_parts(self, report: IndicatorReport, line: IndicatorLine | None) -> None:
        """None: no indicator is chosen."""
        by = report.asked.by
        if by != self._by:
            self._by = by
            self.rows.show(())
            self.rows.beginResetModel()
            self.rows.columns = words.part_columns(by)
            self.rows.endResetModel()
            self._size()
        found = words.parts(report, line, by) if line is not None else ()
        self.show_rows(found)
        self.hide_columns(_empty_part_columns(found))


def _empty_columns(found: Sequence[IndicatorRow]) -> list[str]:
    """Of how many, where nothing is a share; sex not known, where it is known of everybody."""
    hidden = []
    if not any(row.is_share for row in found):
        hidden.append(words.OF)
    if not any(sex is Sex.UNKNOWN and told.numerator for row in found for sex, told in row.sexes if row.tells_sex):
        hidden.append(words.UNKNOWN)
    if not any(row.line.target is not None for row in found):
        hidden.append(words.PER_CENT)
    return hidden


def _empty_part_columns(found: Sequence[PartRow]) -> list[str]:
    hidden = [] if any(row.is_share for row in found) else [words.OF]
    return hidden if any(row.target is not None for row in found) else [*hidden, words.TARGET]


def _key(row: IndicatorRow) -> UUID:
    return row.line.wanted.id


def _traits(row: PartRow) -> object:
    return row.traits
