"""Beside the scores: what they say, each figure with its meaning, and whom and what one should look after."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.test_figures import TestFigures
from trainer_app.i18n import _, screen
from trainer_app.ui.models import score_story
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.sections import Section
from trainer_app.ui.widgets.side_panel import SidePanel


class ScorePanel(SidePanel):
    """`task_wanted` says for whom: "help" or "post"."""

    task_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "pnlScores")
        self.figures: TestFigures | None = None
        self.few = labels.label(self.body, "warning", "lblFew")
        self.inside.addWidget(self.few)
        self.help = Section(self.body, "secToHelp")
        self.without = Section(self.body, "secWithoutPost")
        self.difficult = Section(self.body, "secDifficult", folds=True)
        self.objectives = Section(self.body, "secObjectives", folds=True)
        self.numbers = Section(self.body, "secFigures", folds=True, counted=False)
        for part in (self.help, self.without, self.difficult, self.objectives, self.numbers):
            self.inside.addWidget(part)
            part.done.connect(self._wanted)
        self.inside.addStretch()
        self.retranslate()

    def show_figures(self, figures: TestFigures) -> None:
        self.figures = figures
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(_("What the scores say"))
        self.subtitle.hide()
        if self.figures is None:
            return
        t, found = screen(), self.figures
        self.few.setText(score_story.few(found, t))
        self.few.setVisible(bool(self.few.text()))
        self.help.fill(_("People to help"), score_story.to_help(found, t))
        self.without.fill(_("Without a post-test"), score_story.without_post(found, t))
        self.difficult.fill(_("Difficult questions"), score_story.difficult(found, t))
        self.objectives.fill(_("Objectives"), score_story.objectives(found, t))
        self.numbers.fill(_("Figures"), score_story.numbers(found, t))

    @Slot(object)
    def _wanted(self, what: str) -> None:
        self.task_wanted.emit(what)
