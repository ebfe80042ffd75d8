"""The grid for what a room answered: a line a question, `18/24` for women and for men."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_
from trainer_app.ui.models.tally_sheet import TallyCol, TallyModel
from trainer_app.ui.widgets.entry_grid import EntryGrid
from trainer_app.ui.widgets.score_delegate import EntryDelegate


class TallyGrid(EntryGrid):
    SPOKEN = N_("Answers of the room")
    STRETCHES = TallyCol.QUESTION
    SAMPLES: ClassVar[Mapping[int, str]] = {
        TallyCol.NUMBER: "0000",
        TallyCol.WOMEN: "000/000",
        TallyCol.MEN: "000/000",
        TallyCol.TOGETHER: "000/000",
        TallyCol.SHARE: "100 %",
    }

    def __init__(self, parent: QWidget) -> None:
        self.tallies = TallyModel()
        super().__init__(parent, "tallyGrid", self.tallies)
        self.setItemDelegate(EntryDelegate(self))
