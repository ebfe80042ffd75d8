"""The grid that scores are typed in, and beside them a bar from the test before to the test after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from trainer_app.domain.scores import Phase, ScoreSheet, Standing
from trainer_app.i18n import N_
from trainer_app.ui import theme
from trainer_app.ui.models.score_sheet import Col, ScoreModel
from trainer_app.ui.widgets.entry_grid import EntryGrid
from trainer_app.ui.widgets.score_delegate import ScoreDelegate

LEAST_BAR = 140  # pixels in which the two ends of a bar can be told apart
SHORT_NAME = "MUKANDAYISENGA Im."


class ScoreGrid(EntryGrid):
    """The later test is there once somebody sat it, or when one asks for it; forms where the questions have two."""

    SPOKEN = N_("Scores")
    SAMPLES: ClassVar[Mapping[int, str]] = {
        Col.NUMBER: "0000",
        Col.NAME: "MUKANDAYISENGA Immaculée Marie",
        Col.FORM: "A → B → A",
        Col.PRE: "000000",
        Col.POST: "000000",
        Col.LATER: "000000",
        Col.GAIN: "000000",
    }

    def __init__(self, parent: QWidget) -> None:
        self.scores = ScoreModel()
        self._has_forms = False
        super().__init__(parent, "scoreGrid", self.scores)
        self.setItemDelegate(ScoreDelegate(self))

    def show_sheet(self, sheet: ScoreSheet, later_wanted: bool = False) -> None:
        later = later_wanted or has_later(sheet)
        self.scores.phases = tuple(Phase) if later else (Phase.PRE, Phase.POST)
        self.setColumnHidden(Col.LATER, not later)
        self._has_forms = any(len(test.forms) > 1 for test in sheet.tests)
        self.scores.show_sheet(sheet)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        super().retranslate()
        self._fit()

    def _fit(self) -> None:
        """Where room is scarce, as beside the figures, names are shorter; then the numbers have it alone."""
        forms = self._has_forms
        shown = [column for column in self.SAMPLES if column != Col.FORM or forms]
        shown = [column for column in shown if column != Col.LATER or Phase.LATER in self.scores.phases]
        needed = sum(self.wide(column) for column in shown) + theme.scaled(LEAST_BAR)
        short = theme.width(self, SHORT_NAME) + theme.scaled(theme.SMALL)
        saved = self.wide(Col.NAME) - short
        is_narrow = self.width() < needed - saved
        self.setColumnHidden(Col.FORM, is_narrow or not forms)
        self.setColumnHidden(Col.BAR, is_narrow)
        modes = QHeaderView.ResizeMode
        header = self.horizontalHeader()
        header.setStretchLastSection(not is_narrow)
        header.setSectionResizeMode(Col.NAME, modes.Stretch if is_narrow else modes.Interactive)
        for column in (Col.NAME, Col.GAIN):
            self.setColumnWidth(column, self.wide(column))
        if not is_narrow and self.width() < needed:
            self.setColumnWidth(Col.NAME, short)


def has_later(sheet: ScoreSheet) -> bool:
    return any(line.standing(Phase.LATER) is not Standing.NOT_ENTERED for line in sheet.lines)
