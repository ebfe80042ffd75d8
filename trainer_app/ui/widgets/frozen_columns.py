"""The first columns of a wide table, kept in sight while the rest scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


class FrozenColumns(QTableView):
    """A second view of `table`, laid over its left edge. It takes no focus: the keyboard stays in the table."""

    def __init__(self, table: QTableView, count: int) -> None:
        super().__init__(table)
        self.setObjectName(f"{table.objectName()}Frozen")
        self._table = table
        self.count = count
        self._behave()
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        table.viewport().stackUnder(self)
        table.model().modelReset.connect(self.arrange)
        table.horizontalHeader().sectionResized.connect(self.arrange)
        table.verticalHeader().sectionResized.connect(self.arrange)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.selectionModel().currentRowChanged.connect(self._repaint)
        self.show()

    def occupied(self) -> int:
        """How much of the table's width is covered."""
        return sum(self._table.columnWidth(column) for column in range(self.count))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._table.wheelEvent(event)

    @Slot()
    def arrange(self) -> None:
        """Take the table's sizes over. Call it when the table was resized."""
        table = self._table
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column >= self.count)
        for column in range(self.count):
            self.setColumnWidth(column, table.columnWidth(column))
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        left, head = table.viewport().x(), table.horizontalHeader()
        self.setGeometry(left, head.y(), self.occupied(), table.viewport().height() + head.height())

    def _behave(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(self._table.selectionMode())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(self._table.alternatingRowColors())
        self.setAutoScroll(False)
        self.setVerticalScrollMode(self._table.verticalScrollMode())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QTableView, QTableView:focus { border: none; border-radius: 0px; padding: 0px; }")
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)

    @Slot(QModelIndex, QModelIndex)
    def _repaint(self, current: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
