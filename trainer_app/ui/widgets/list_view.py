"""A list of things: a table of rows to read, sort and open; never a trap for the Tab key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.models.table import Column, PagedModel, TableModel
from trainer_app.ui.translated import Translated

Row = TypeVar("Row")


class ListView(Translated, QTableView, Generic[Row]):
    """Enter or a double click opens a row; a click on a header sorts; the chosen row survives a reload.

    `opened` and `chosen` carry the row itself, or None for `chosen`. `spoken` is its name for the ear.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        name: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object],
        spoken: str = "",
        paged: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._spoken = spoken
        self._kept: tuple[object, int] | None = None
        self.rows: TableModel[Row] = (PagedModel if paged else TableModel)(columns, key, self)
        self.setModel(self.rows)
        self._behave(paged)
        self.rows.modelAboutToBeReset.connect(self._keep)
        self.rows.modelReset.connect(self._bring_back)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        self.retranslate()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.rows.show(rows)

    def current_row(self) -> Row | None:
        """The row that Enter would open, or None."""
        index = self.currentIndex()
        return self.rows.row(index) if index.isValid() else None

    def chosen_rows(self) -> tuple[Row, ...]:
        """All rows that are selected, from top to bottom."""
        found = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.rows[number] for number in found)

    def go_to(self, key: object) -> bool:
        """Choose the row with this key; False when it is not in the list."""
        index = self.rows.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def choose_several(self) -> None:
        """Let Shift and Ctrl select more than one row."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def hide_columns(self, titles: Sequence[str]) -> None:
        """By title as given in the columns: for narrow windows. All others are shown."""
        for number, column in enumerate(self.rows.columns):
            self.setColumnHidden(number, column.title in titles)

    def retranslate(self) -> None:
        self.setAccessibleName(_(self._spoken))
        self.rows.retranslate()
        self._size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        nowhere = not self.currentIndex().isValid()
        super().focusInEvent(event)  # makes the first cell current, without choosing its row
        if nowhere and self.rows.rowCount():
            self.selectRow(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _behave(self, paged: bool) -> None:
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(not paged)

    def _size(self) -> None:
        """Rows and columns at the user's size of text."""
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        header = self.horizontalHeader()
        for number, column in enumerate(self.rows.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            elif column.sample:
                self.setColumnWidth(number, max(theme.width(self, column.sample), self._title_width(number)))

    def _title_width(self, number: int) -> int:
        """Room for the column's title, which is longer than what stands below it in some languages."""
        return self.horizontalHeader().sectionSizeHint(number)

    @Slot()
    def _keep(self) -> None:
        index = self.currentIndex()
        self._kept = (self.rows.key_at(index), self.verticalScrollBar().value()) if index.isValid() else None

    @Slot()
    def _bring_back(self) -> None:
        """The same row is current again after other rows came; nothing is when it has gone."""
        if self._kept is None:
            return
        key, scrolled = self._kept
        index = self.rows.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.verticalScrollBar().setValue(scrolled)
        else:
            self.chosen.emit(None)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, index: QModelIndex, before: QModelIndex) -> None:
        self.chosen.emit(self.rows.row(index) if index.isValid() else None)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index))
