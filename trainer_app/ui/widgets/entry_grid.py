"""A grid that is typed in: a value and Enter goes down, Tab goes right and out at the last column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.models.entry import EntryModel
from trainer_app.ui.models.table import Index
from trainer_app.ui.translated import Translated

Hint = QAbstractItemDelegate.EndEditHint
Keys = Qt.Key


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
        self.setCurrentIndex(self.entries.index(line, column))

    def go_to_next_empty(self) -> None:
        if self.entries.rowCount():
            self.go_to(*self.entries.next_empty())

    def columns_typed(self) -> list[int]:
        """The columns that are typed in, of those that are shown, from left to right."""
        return [column for column in sorted(self.entries.ENTERED) if not self.isColumnHidden(column)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Keys.Key_Return, Keys.Key_Enter) and not editing:
            self._down()
        elif event.key() in (Keys.Key_Delete, Keys.Key_Backspace) and not editing:
            self.entries.setData(self.currentIndex(), "")
        else:
            super().keyPressEvent(event)

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
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        for column, sample in self.SAMPLES.items():
            wide = max(theme.width(self, sample), header.sectionSizeHint(column))
            self.setColumnWidth(column, wide + theme.scaled(theme.SMALL))
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
