"""The tests of a training: marks typed from the papers, answer sheets, or what the whole room answered.

Marks are what one sees first. All else waits to be asked for: answers, a tally, the later test, the figures (F9).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.answers import Tally
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Mark, Phase, ScoreProblem, ScoreSheet, Way, parse_score, totals
from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, Label, _, ngettext, screen
from trainer_app.services import score_figures, score_tasks, scores, tallies, test_answers
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.dialogs import tasks_for, test_settings
from trainer_app.ui.dialogs.test_settings import MOST
from trainer_app.ui.models.score_sheet import points
from trainer_app.ui.screens.session.score_answers import AnswersPage
from trainer_app.ui.screens.session.score_bar import Mode, ScoreBar
from trainer_app.ui.screens.session.score_panel import ScorePanel
from trainer_app.ui.screens.session.score_tally import TallyPage
from trainer_app.ui.screens.session.tab import Desk, SessionTab
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.score_grid import ScoreGrid

PAUSE = 400  # milliseconds without a change before the figures follow
LABELS = {
    Phase.PRE: N_("Pre-test of {name}"),
    Phase.POST: N_("Post-test of {name}"),
    Phase.LATER: N_("Later test of {name}"),
}
ANSWERED = {
    Phase.PRE: N_("Answers of {name} before the training"),
    Phase.POST: N_("Answers of {name} after the training"),
    Phase.LATER: N_("Answers of {name} in the later test"),
}
KEYS = {
    Mode.MARKS: "",
    Mode.ANSWERS: N_("Enter next person · F4 other form · - did not sit · a absent · Del clears · F9 figures"),
    Mode.TALLY: N_("Enter next question · Tab right · Del clears · F9 figures · Ctrl+Tab next tab"),
}


class ScoresTab(SessionTab):
    WATCHES = frozenset(
        {"sitting", "enrolment", "person", "training", "training_test", "test_tally", "test_item", "text", "rule"}
    )

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.bar = ScoreBar(self)
        self.maximum = self.bar.maximum
        self.maximum_error = labels.label(self, "error", "lblMaximumError")
        self.means = labels.label(self, "strong", "lblMeans")
        self.grid = ScoreGrid(self)
        self.table = OrEmpty(self, self.grid, EmptyState(self, "users", N_("No participants.")))
        self.answers = AnswersPage(self)
        self.tally = TallyPage(self)
        self.pages = QStackedWidget(self)
        self.reason = labels.label(self, "error", "lblScoreError")
        self.panel = ScorePanel(self)
        self.sheet: ScoreSheet | None = None
        self._training: UUID | None = None
        self._pause = QTimer(self)  # the figures wait until the hand rests: nobody types more slowly for them
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._show_figures)
        self._build()
        self._connect()
        self.bar.show_mode(Mode.MARKS)
        self.retranslate()

    @property
    def mode(self) -> Mode:
        return self.bar.mode.value

    @property
    def phase(self) -> Phase:
        """The test that answers and tallies are of."""
        return self.bar.phase.value

    def keys(self) -> str:
        return KEYS[self.mode]

    def first_focus(self) -> QWidget:
        if self.mode is Mode.MARKS:
            return self.grid if self.grid.scores.lines else self.maximum
        page = self.answers if self.mode is Mode.ANSWERS else self.tally
        return self.bar.mode if page.table.currentWidget() is page.table.empty else page.first_focus()

    def reload(self, session: SessionLine) -> None:
        self.sheet = self.desk.work.read(scores.sheet, session.training_id, self.desk.language())
        another = self._training != session.training_id
        self._training = session.training_id
        if another:
            self.bar.mores["later"].setChecked(False)
        self._show_marks(self.sheet)
        if another:
            self.grid.go_to_next_empty()
            self.bar.phase.choose(_next_phase(self.sheet))
        self._show_page()
        if self.panel.isVisibleTo(self):
            self._pause.start()

    def retranslate(self) -> None:
        self._sum_up()

    @Slot()
    def toggle_panel(self) -> None:
        """F9: the figures, beside what one types."""
        if self.panel.isVisibleTo(self):
            self.panel.leave()
        else:
            self._show_figures()
            self.panel.show()
            self.bar.figures.setChecked(True)

    # ---- what is shown -----------------------------------------------------------------------------------------

    def _show_marks(self, sheet: ScoreSheet) -> None:
        self.grid.show_sheet(sheet, self.bar.mores["later"].isChecked())
        if not self.maximum_error.text():
            self.maximum.setText(points(sheet.maximum))
        self.table.show_empty(not sheet.lines)
        self._sum_up()

    def _show_page(self) -> None:
        """The answers or the tally, when that is what one enters."""
        mode, training, language = self.mode, self._training, self.desk.language()
        self.pages.setCurrentWidget({Mode.MARKS: self.table, Mode.ANSWERS: self.answers, Mode.TALLY: self.tally}[mode])
        if training is None or self.sheet is None:
            return
        if mode is Mode.ANSWERS:
            questions = self.desk.work.read(test_answers.questions, training, self.phase)
            self.answers.show_test(self.sheet, self.phase, questions)
        elif mode is Mode.TALLY:
            self.tally.show_sheet(self.desk.work.read(tallies.tally, training, self.phase, language))

    @Slot()
    def _show_figures(self) -> None:
        if self._training is not None and self.session is not None:
            self.panel.show_figures(self.desk.work.read(score_figures.figures, self._training, self.desk.language()))

    def _sum_up(self) -> None:
        """ "mean pre 4.1  post 7.6  gain +3.5" """
        found = totals(self.grid.scores.lines)
        said = {name: _mean(value) for name, value in (("pre", found.mean_pre), ("post", found.mean_post))}
        words = _("Mean: pre-test {pre}, post-test {post}, gain {gain}").format(
            **said, gain=_mean(found.mean_gain, sign=True)
        )
        missing = ngettext("{count} without a post-test", "{count} without a post-test", found.missing_post)
        self.means.setText(f"{words}   ·   {missing.format(count=found.missing_post)}" if found.missing_post else words)

    # ---- what is done ------------------------------------------------------------------------------------------

    @Slot()
    def _turn(self) -> None:
        """Another way to enter, or another test."""
        self.bar.show_mode(self.mode)
        self.means.setVisible(self.mode is Mode.MARKS)
        self._explain("")
        self._show_page()
        self.turned.emit()

    @Slot()
    def _turn_later(self) -> None:
        if self.sheet is not None:
            self._show_marks(self.sheet)

    @Slot(object, object, object)
    def _record(self, person_id: UUID, phase: Phase, mark: Mark | None) -> None:
        self._change(LABELS[phase], person_id, scores.record, person_id, phase, mark)

    @Slot(object)
    def _record_many(self, wanted: tuple[scores.Score, ...]) -> None:
        self._change_many(N_("Paste scores ({count})"), wanted, scores.record_many, wanted)

    @Slot(object)
    def _record_many_answers(self, wanted: tuple[tuple[UUID, tuple[str, ...], str], ...]) -> None:
        sheets = [(person, self.phase, answers, form) for person, answers, form in wanted]
        self._change_many(N_("Paste answers ({count})"), wanted, test_answers.record_many, sheets)

    @Slot(int, int)
    def _tell_pasted(self, taken: int, refused: int) -> None:
        words = ngettext("{count} cell pasted.", "{count} cells pasted.", taken).format(count=taken)
        if refused:
            wrong = ngettext(
                "{count} is not kept: it has a red border.", "{count} are not kept: they have a red border.", refused
            )
            words = f"{words} {wrong.format(count=refused)}"
        self.finished.emit(words, taken > 0)

    @Slot(object, object, str)
    def _record_answers(self, person_id: UUID, answers: tuple[str, ...], form: str) -> None:
        self._change(ANSWERED[self.phase], person_id, test_answers.record_answers, person_id, self.phase, answers, form)

    @Slot(object, str)
    def _record_form(self, person_id: UUID, form: str) -> None:
        self._change(N_("Form of {name}"), person_id, test_answers.set_form, person_id, self.phase, form)

    @Slot(object, object, object)
    def _record_tally(self, item_id: UUID, sex: Sex, tally: Tally | None) -> None:
        if self._training is not None:
            label = Label(N_("Count the answers of the room"))
            values = (self._training, self.phase, item_id, sex, tally, self.tally.way.value)
            self.desk.work.change(label, tallies.record_tally, *values)

    @Slot(object)
    def _set_way(self, way: Way) -> None:
        if self.sheet is not None and self._training is not None:
            plan = replace(self.sheet.test(self.phase).plan, way=way)
            self.desk.work.change(Label(N_("How a test is given")), scores.set_test, self._training, self.phase, plan)

    @Slot(QAction)
    def _set_test(self, action: QAction) -> None:
        if self.sheet is None or self._training is None:
            return
        phase = Phase(action.data())
        plan = test_settings.ask(self, self.sheet.test(phase), self.sheet.maximum, self.desk.today())
        if plan is not None and plan != self.sheet.test(phase).plan:
            self.desk.work.change(Label(N_("How a test is given")), scores.set_test, self._training, phase, plan)

    @Slot(str)
    def _add_tasks(self, what: str) -> None:
        found = self.panel.figures
        if found is None:
            return
        title = {"help": _("Help after the training “{title}”"), "post": _("Sit the post-test of “{title}”")}[what]
        people = found.to_help if what == "help" else found.without_post
        names = [one.name for one in people]
        wanted = tasks_for.ask(self, title.format(title=found.title), names, self.desk.today())
        if wanted is None:
            return
        keys = [one.person_id for one in people]
        label = Label(N_("Add to follow-up"))
        count = self.desk.work.change(label, score_tasks.add, wanted.title, wanted.due, keys)
        done = ngettext("{count} task is in follow-up now.", "{count} tasks are in follow-up now.", count)
        self.finished.emit(done.format(count=count) if count else _("Each of them has this task already."), count > 0)

    def _change(self, what: str, person_id: UUID, command: Any, *values: object) -> None:  # noqa: ANN401
        if self._training is not None:
            line = self.grid.scores.line_of(person_id)
            name = self.grid.scores.lines[line].name if line is not None else ""
            self.desk.work.change(Label(what, {"name": name}), command, self._training, *values)

    def _change_many(self, what: str, wanted: tuple[object, ...], command: Any, values: object) -> None:  # noqa: ANN401
        if self._training is not None:
            self.desk.work.change(Label(what, {"count": len(wanted)}), command, self._training, values)

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

    @Slot()
    def _panel_closed(self) -> None:
        self.bar.figures.setChecked(False)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_papers(self) -> None:
        if self.session is not None:
            self.go.emit("session", (self.session.id, "print"))

    # ---- how it is made ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.maximum.editingFinished.connect(self._set_maximum)
        self.maximum.textEdited.connect(self._forgive)
        self.bar.mode.chosen.connect(self._turn)
        self.bar.phase.chosen.connect(self._turn)
        self.bar.test.menu().triggered.connect(self._set_test)
        self.bar.figures.clicked.connect(self.toggle_panel)
        self.bar.mores["later"].triggered.connect(self._turn_later)
        self.bar.mores["import"].triggered.connect(self.import_wanted)
        self.bar.mores["papers"].triggered.connect(self._to_papers)
        self.grid.scores.scored.connect(self._record)
        self.grid.scores.many_scored.connect(self._record_many)
        self.answers.grid.answers.scored.connect(self._record)
        self.answers.grid.answers.many_answered.connect(self._record_many_answers)
        self.answers.grid.answers.answered.connect(self._record_answers)
        self.answers.form_told.connect(self._record_form)
        self.tally.grid.tallies.tallied.connect(self._record_tally)
        self.tally.way.chosen.connect(self._set_way)
        self.panel.closed.connect(self._panel_closed)
        self.panel.task_wanted.connect(self._add_tasks)
        for grid in (self.grid, self.answers.grid, self.tally.grid):
            grid.explained.connect(self._explain)
            grid.pasted.connect(self._tell_pasted)

    def _build(self) -> None:
        for page in (self.table, self.answers, self.tally):
            self.pages.addWidget(page)
        self.maximum_error.hide()
        self.reason.hide()
        left = QVBoxLayout()
        left.setSpacing(theme.SMALL)
        left.addWidget(self.bar)
        left.addWidget(self.maximum_error)
        left.addWidget(self.means)
        left.addWidget(self.pages, 1)
        left.addWidget(self.reason)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.SMALL, 0, 0)
        layout.setSpacing(theme.MEDIUM)
        layout.addLayout(left, 1)
        layout.addWidget(self.panel)


def _next_phase(sheet: ScoreSheet) -> Phase:
    """The first test that somebody still has to be written down for; the post-test when all are there."""
    waiting = (phase for phase in (Phase.PRE, Phase.POST) if any(line.mark(phase) is None for line in sheet.lines))
    return next(waiting, Phase.POST)


def _mean(value: float | None, sign: bool = False) -> str:
    if value is None:
        return "–"
    return ("+" if sign and value > 0 else "") + screen().number(value, 1)
