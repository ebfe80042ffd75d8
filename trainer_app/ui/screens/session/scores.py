"""The pre- and post-test of a training: typed from the papers, with means and gain above."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.scores import Mark, Phase, ScoreProblem, parse_score, totals
from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, Label, _, ngettext, screen
from trainer_app.services import scores
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.models.score_sheet import points
from trainer_app.ui.screens.session.tab import Desk, SessionTab
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.score_grid import ScoreGrid

LABELS = {Phase.PRE: N_("Pre-test of {name}"), Phase.POST: N_("Post-test of {name}")}
MOST = 1000.0  # points in a test; more is a slip of the finger


class ScoresTab(SessionTab):
    WATCHES = frozenset({"sitting", "enrolment", "person", "training"})

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.maximum_label = labels.label(self, wrap=False)
        self.maximum = QLineEdit(self)
        self.maximum.setObjectName("edMaximum")
        self.maximum_label.setBuddy(self.maximum)
        self.maximum_error = labels.label(self, "error", "lblMaximumError")
        self.import_list = button(self, "btnImportScores", "file-spreadsheet", kind="quiet")
        self.import_list.clicked.connect(self.import_wanted)
        self.means = labels.label(self, "strong", "lblMeans")
        self.grid = ScoreGrid(self)
        self.reason = labels.label(self, "error", "lblScoreError")
        self.table = OrEmpty(self, self.grid, EmptyState(self, "users", N_("No participants.")))
        self._training: UUID | None = None
        self._build()
        self.maximum.editingFinished.connect(self._set_maximum)
        self.maximum.textEdited.connect(self._forgive)
        self.grid.scores.scored.connect(self._record)
        self.grid.explained.connect(self._explain)
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.grid if self.grid.scores.lines else self.maximum

    def reload(self, session: SessionLine) -> None:
        sheet = self.desk.work.read(scores.sheet, session.training_id, self.desk.language())
        self.grid.scores.show_sheet(sheet)
        if not self.maximum_error.text():
            self.maximum.setText(points(sheet.maximum))
        self.table.show_empty(not sheet.lines)
        self._sum_up()
        if self._training != session.training_id:
            self._training = session.training_id
            self.grid.go_to_next_empty()

    def retranslate(self) -> None:
        self.maximum_label.setText(_("Highest score"))
        self.import_list.setText(_("Import a list…"))
        self.maximum.setAccessibleName(_("Highest score of the test"))
        self.maximum.setFixedWidth(theme.width(self.maximum, "0000000"))
        self._sum_up()

    def _sum_up(self) -> None:
        """ "mean pre 4.1  post 7.6  gain +3.5" """
        found = totals(self.grid.scores.lines)
        said = {name: _mean(value) for name, value in (("pre", found.mean_pre), ("post", found.mean_post))}
        words = _("Mean: pre-test {pre}, post-test {post}, gain {gain}").format(
            **said, gain=_mean(found.mean_gain, sign=True)
        )
        missing = ngettext("{count} without a post-test", "{count} without a post-test", found.missing_post)
        self.means.setText(f"{words}   ·   {missing.format(count=found.missing_post)}" if found.missing_post else words)

    @Slot(object, object, object)
    def _record(self, person_id: UUID, phase: Phase, mark: Mark | None) -> None:
        if self.session is None:
            return
        line = self.grid.scores.line_of(person_id)
        name = self.grid.scores.lines[line].name if line is not None else ""
        label = Label(LABELS[phase], {"name": name})
        self.desk.work.change(label, scores.record, self.session.training_id, person_id, phase, mark)

    @Slot(str)
    def _explain(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    @Slot()
    def _set_maximum(self) -> None:
        if self.session is None:
            return
        try:
            found = parse_score(self.maximum.text(), MOST)
        except ScoreProblem:
            found = None
        if found is None or not found.value:
            self._refuse(_("Write a number from 1 to {most}.").format(most=screen().number(MOST)))
        elif found.value != self.grid.scores.maximum:
            label = Label(N_("Highest score of the test"))
            self.desk.work.change(label, scores.set_maximum, self.session.training_id, found.value)
        else:
            self._forgive()

    @Slot()
    def _forgive(self) -> None:
        self.maximum_error.clear()
        self.maximum_error.hide()

    def _refuse(self, reason: str) -> None:
        self.maximum_error.setText(reason)
        self.maximum_error.show()
        announce(self.maximum, reason, urgent=True)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.SMALL)
        bar.addWidget(self.maximum_label)
        bar.addWidget(self.maximum)
        bar.addWidget(self.means, 1)
        bar.addWidget(self.import_list)
        self.means.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.maximum_error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SMALL, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(bar)
        layout.addWidget(self.maximum_error)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.reason)
        self.reason.hide()


def _mean(value: float | None, sign: bool = False) -> str:
    if value is None:
        return "–"
    return ("+" if sign and value > 0 else "") + screen().number(value, 1)
