"""The grid that answer sheets are typed into: what stands on the paper, and Enter goes to the next person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from trainer_app.i18n import N_
from trainer_app.ui.models.answer_sheet import AnswerCol, AnswerModel
from trainer_app.ui.widgets.entry_grid import EntryGrid
from trainer_app.ui.widgets.score_delegate import EntryDelegate, Index


class AnswerGrid(EntryGrid):
    """`typing` carries what is being typed at each key, so that right and wrong are seen at once."""

    SPOKEN = N_("Answers")
    SAMPLES: ClassVar[Mapping[int, str]] = {
        AnswerCol.NUMBER: "0000",
        AnswerCol.NAME: "MUKANDAYISENGA Immaculée Marie",
        AnswerCol.FORM: "Form",
        AnswerCol.POINTS: "000000",
    }

    typing = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        self.answers = AnswerModel()
        super().__init__(parent, "answerGrid", self.answers)
        self.setItemDelegate(AnswerDelegate(self))


class AnswerDelegate(EntryDelegate):
    def __init__(self, grid: AnswerGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        assert isinstance(editor, QLineEdit)
        editor.textChanged.connect(self._tell)
        return editor

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._grid.typing.emit(text)
