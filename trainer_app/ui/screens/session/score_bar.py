"""Above the scores: how one enters them, for which test, and how many points that gives."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app.domain.scores import Phase
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.models.score_sheet import PHASE_TITLES
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.flow import FlowLayout


class Mode(StrEnum):
    MARKS = "marks"
    ANSWERS = "answers"
    TALLY = "tally"


MODES = ((Mode.MARKS, N_("Marks")), (Mode.ANSWERS, N_("Answers")), (Mode.TALLY, N_("The whole room")))
MORE = {"later": N_("Show the later test"), "import": N_("Import a list…"), "papers": N_("Print or export…")}


class ScoreBar(Translated, QWidget):
    """Which test is asked only where one enters one test at a time; the points of all tests only among the marks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mode: Segments[Mode] = Segments(self, "segScoreMode", MODES)
        self.phase: Segments[Phase] = Segments(self, "segScorePhase", [(one, PHASE_TITLES[one]) for one in Phase])
        self.points = QWidget(self)
        self.maximum_label = labels.label(self.points, wrap=False)
        self.maximum = QLineEdit(self.points)
        self.maximum.setObjectName("edMaximum")
        self.maximum_label.setBuddy(self.maximum)
        self.test = menu_button(self, "btnTestSettings", "settings")
        self.tests = {phase: menu_action(self.test, f"act_test_{phase}", phase) for phase in Phase}
        self.figures = button(self, "btnFigures", "table")
        self.figures.setCheckable(True)
        self.more = menu_button(self, "btnMoreScores")
        self.mores: dict[str, QAction] = {name: menu_action(self.more, f"act_scores_{name}") for name in MORE}
        self.mores["later"].setCheckable(True)
        self._arrange()
        self.retranslate()

    def show_mode(self, mode: Mode) -> None:
        self.mode.choose(mode)
        self.phase.setVisible(mode is not Mode.MARKS)
        self.points.setVisible(mode is Mode.MARKS)

    def retranslate(self) -> None:
        self.mode.setAccessibleName(_("How the scores are entered"))
        self.phase.setAccessibleName(_("Which test"))
        self.maximum_label.setText(_("Highest score"))
        self.maximum.setAccessibleName(_("Highest score of the test"))
        self.maximum.setFixedWidth(theme.width(self.maximum, "0000000"))
        self.test.setText(_("Test"))
        self.test.setToolTip(_("Form, way, day, highest score and pass mark of a test"))
        for phase, action in self.tests.items():
            action.setText(_("{test}…").format(test=_(PHASE_TITLES[phase])))
        self.figures.setText(_("Figures"))
        self.figures.setToolTip(_("What the scores say, difficult questions, people to help (F9)"))
        self.more.setText(_("More"))
        for name, action in self.mores.items():
            action.setText(_(MORE[name]))

    def _arrange(self) -> None:
        inside = QHBoxLayout(self.points)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.SMALL)
        inside.addWidget(self.maximum_label)
        inside.addWidget(self.maximum)
        row = FlowLayout(self)
        for part in (self.mode, self.phase, self.points, self.test, self.more, self.figures):
            row.addWidget(part)
        self.phase.hide()
