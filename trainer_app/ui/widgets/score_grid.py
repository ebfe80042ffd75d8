"""The grid that scores are typed in: a number and Enter goes down, Tab goes right and out at the last column."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.models.score_sheet import Col, ScoreModel, title_of
from trainer_app.ui.models.table import Index
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.score_delegate import ScoreDelegate

Hint = QAbstractItemDelegate.EndEditHint
Keys = Qt.Key
SAMPLES = {
    Col.NUMBER: "0000",
    Col.NAME: "MUKANDAYISENGA Immaculée Marie",
    Col.PRE: "000000",
    Col.POST: "000000",
    Col.GAIN: "000000",
}


class ScoreGrid(Translated, QTableView):
    """A score that is refused stays where it was typed, with the focus; `explained` carries the reason, or ""."""

    explained = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("scoreGrid")
        self.scores = ScoreModel(self)
        self.setModel(self.scores)
        self.setItemDelegate(ScoreDelegate(self))
        self._kept: tuple[UUID, int] | None = None
        self._behave()
        self.scores.modelAboutToBeReset.connect(self._keep)
        self.scores.modelReset.connect(self._bring_back)
        self.scores.dataChanged.connect(self._explain)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Scores"))
        self.scores.retranslate()
        self._size()

    def go_to(self, line: int, column: int) -> None:
        self.setCurrentIndex(self.scores.index(line, column))

    def go_to_next_empty(self) -> None:
        if self.scores.lines:
            self.go_to(*self.scores.next_empty())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Keys.Key_Return, Keys.Key_Enter) and not editing:
            self._down()
        elif event.key() in (Keys.Key_Delete, Keys.Key_Backspace) and not editing:
            self.scores.setData(self.currentIndex(), "")
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """What is typed is a score, not a search."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves between the two tests, and leaves the grid after the last one."""
        column = self.currentIndex().column()
        wanted = {(Col.PRE, True): Col.POST, (Col.POST, False): Col.PRE}.get((Col(max(column, 0)), forward))
        if wanted is None:
            return super().focusNextPrevChild(forward)
        self.go_to(self.currentIndex().row(), wanted)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, Hint.NoHint)
        if self.scores.reason(self.currentIndex()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.scores.reason(self.currentIndex()), urgent=True)
        elif hint == Hint.SubmitModelCache:
            self._down()
        elif hint in (Hint.EditNextItem, Hint.EditPreviousItem):
            self.focusNextPrevChild(hint == Hint.EditNextItem)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._explain()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _down(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.row() + 1 < self.scores.rowCount():
            self.go_to(index.row() + 1, index.column())

    @Slot()
    def _explain(self) -> None:
        index = self.currentIndex()
        self.explained.emit(self.scores.reason(index) if index.isValid() else "")

    def _behave(self) -> None:
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setStretchLastSection(True)

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        for column, sample in SAMPLES.items():
            title = title_of(column)
            wide = max(theme.width(self, sample), theme.width(self, title))
            self.setColumnWidth(column, wide + theme.scaled(theme.SMALL))

    @Slot()
    def _keep(self) -> None:
        index = self.currentIndex()
        self._kept = (self.scores.lines[index.row()].person_id, index.column()) if index.isValid() else None

    @Slot()
    def _bring_back(self) -> None:
        """The same person is current again after other lines came."""
        line = self.scores.line_of(self._kept[0]) if self._kept else None
        if self._kept and line is not None:
            self.go_to(line, self._kept[1])
