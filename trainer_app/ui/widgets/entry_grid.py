"""A grid that is typed in: Enter goes down, Tab goes right and out at the last column, Esc undoes what was refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.models.entry import EntryModel
from trainer_app.ui.models.table import Index
from trainer_app.ui.translated import Translated

Hint = QAbstractItemDelegate.EndEditHint
Keys = Qt.Key
EDIT = Qt.ItemDataRole.EditRole


class EntryGrid(Translated, QTableView):
    """What is refused stays where it was typed, with the focus; `explained` carries the reason, or "".

    A further grid makes its model and its delegate, and says how wide its columns are.
    """

    SAMPLES: ClassVar[Mapping[int, str]] = {}
    SPOKEN = ""  # marked with N_()
    STRETCHES = -1
    """The column that takes the room that is left: the last one."""

    explained = Signal(str)
    stepped = Signal()  # another cell is current
    pasted = Signal(int, int)  # how many cells were taken, and how many refused

    def __init__(self, parent: QWidget, name: str, model: EntryModel) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.entries = model
        model.setParent(self)
        self.setModel(model)
        self._kept: tuple[object, int] | None = None
        self._behave()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._bring_back)
        model.dataChanged.connect(self._explain)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(_(self.SPOKEN))
        self.entries.retranslate()
        self._size()

    def go_to(self, line: int, column: int) -> None:
        index = self.entries.index(line, column)
        # not setCurrentIndex: with Ctrl held down, that moves and leaves the old selection
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to_next_empty(self) -> None:
        if self.entries.rowCount():
            self.go_to(*self.entries.next_empty())

    def wide(self, column: int) -> int:
        """Room for what stands in a column, and for its title."""
        wide = max(theme.width(self, self.SAMPLES[column]), self.horizontalHeader().sectionSizeHint(column))
        return wide + theme.scaled(theme.SMALL)

    def columns_typed(self) -> list[int]:
        """The columns that are typed in, of those that are shown, from left to right."""
        return [column for column in sorted(self.entries.ENTERED) if not self.isColumnHidden(column)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        """Do what the key means between two entries; False leaves it to the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Keys.Key_D:
            self.fill_down()
        elif event.key() in (Keys.Key_Return, Keys.Key_Enter):
            self._down()
        elif event.key() in (Keys.Key_Delete, Keys.Key_Backspace):
            self.clear_chosen()
        elif event.key() == Keys.Key_Escape:
            return self.entries.forgive(self.currentIndex())  # where nothing was refused, Esc leaves the page
        else:
            return False
        return True

    def copy(self) -> None:
        """What is selected as lines of tab-separated words, for a spreadsheet."""
        chosen = [index for index in self.selectedIndexes() if not self.isColumnHidden(index.column())]
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        cells = [[str(self.entries.index(row, column).data(EDIT)) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in cells))

    def paste(self) -> None:
        """A column, or a block, from a spreadsheet: what is no value stays marked as wrong."""
        here = self.currentIndex()
        lines = QGuiApplication.clipboard().text().rstrip("\n").splitlines()
        if lines and here.isValid():
            columns = [column for column in self.columns_typed() if column >= here.column()]
            self.pasted.emit(*self.entries.paste(here.row(), columns, [line.split("\t") for line in lines]))

    def fill_down(self) -> None:
        """The cell above once more."""
        here = self.currentIndex()
        if here.row() > 0 and here.column() in self.entries.ENTERED:
            above = self.entries.index(here.row() - 1, here.column())
            self.entries.setData(here, above.data(EDIT))
            self._down()

    def clear_chosen(self) -> None:
        """Empty every selected cell that is typed in."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        for row, column in chosen:
            self.entries.setData(self.entries.index(row, column), "")

    def keyboardSearch(self, search: str) -> None:
        """What is typed is a value, not a search."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves between the columns that are typed in, and leaves the grid after the last one."""
        columns, here = self.columns_typed(), self.currentIndex().column()
        beyond = [column for column in columns if (column > here if forward else column < here)]
        if here not in columns or not beyond:
            return super().focusNextPrevChild(forward)
        self.go_to(self.currentIndex().row(), beyond[0 if forward else -1])
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, Hint.NoHint)
        if self.entries.reason(self.currentIndex()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.entries.reason(self.currentIndex()), urgent=True)
        elif hint == Hint.SubmitModelCache:
            self._down()
        elif hint in (Hint.EditNextItem, Hint.EditPreviousItem):
            self.focusNextPrevChild(hint == Hint.EditNextItem)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._explain()
        self.stepped.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _down(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.row() + 1 < self.entries.rowCount():
            self.go_to(index.row() + 1, index.column())

    @Slot()
    def _explain(self) -> None:
        index = self.currentIndex()
        self.explained.emit(self.entries.reason(index) if index.isValid() else "")

    def _behave(self) -> None:
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        header = self.horizontalHeader()
        header.setStretchLastSection(self.STRETCHES < 0)
        for column in self.SAMPLES:
            self.setColumnWidth(column, self.wide(column))
        if self.STRETCHES >= 0:
            header.setSectionResizeMode(self.STRETCHES, QHeaderView.ResizeMode.Stretch)

    @Slot()
    def _keep(self) -> None:
        index = self.currentIndex()
        self._kept = (self.entries.key(index.row()), index.column()) if index.isValid() else None

    @Slot()
    def _bring_back(self) -> None:
        """The same line is current again after other lines came."""
        line = self.entries.row_of(self._kept[0]) if self._kept else None
        if self._kept and line is not None:
            self.go_to(line, self._kept[1])
