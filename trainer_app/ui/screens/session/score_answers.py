"""Answer sheets, one test at a time: the letters of a person are typed in one go and marked at once."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.answers import Question
from trainer_app.domain.scores import Phase, ScoreSheet
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.models.answer_sheet import marked, right_of
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.answer_grid import AnswerGrid
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty

NO_QUESTIONS = N_("This training has no questions to mark: it needs a module with a test.")
NOBODY = N_("No participants.")


class AnswersPage(Translated, QWidget):
    """`form_told` asks that somebody whose answers are kept had the other form."""

    form_told = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid = AnswerGrid(self)
        self.empty = EmptyState(self, "users", NOBODY)
        self.table = OrEmpty(self, self.grid, self.empty)
        self.hint = labels.label(self, "caption")
        self.checked = labels.label(self, name="lblChecked")
        self.other_form = button(self, "btnOtherForm", kind="quiet")
        self.other_form.clicked.connect(self.turn_form)
        self._action = QAction(self)
        self._action.setObjectName("act_other_form")
        self._action.setShortcut("F4")
        self._action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._action.triggered.connect(self.turn_form)
        self.addAction(self._action)
        self.grid.typing.connect(self._check)
        self.grid.stepped.connect(self._check_line)
        self.grid.answers.dataChanged.connect(self._check_line)
        self._arrange()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.grid

    def show_test(self, sheet: ScoreSheet, phase: Phase, questions: Mapping[str, tuple[Question, ...]]) -> None:
        self.empty.say(NOBODY if questions else NO_QUESTIONS)
        self.table.show_empty(not sheet.lines or not questions)
        self.grid.answers.show_test(sheet, phase, questions)
        if not self.grid.currentIndex().isValid() and sheet.lines:
            self.grid.go_to_next_empty()
        self._check_line()

    def retranslate(self) -> None:
        self.hint.setText(
            _("Type what stands on the sheet, for example ABCCA?B-AC: ? for “I do not know”, - for no answer.")
        )
        self._action.setText(_("Other form"))
        self._check_line()

    @Slot()
    def turn_form(self) -> None:
        """The person where one is had the other form: typed answers are marked again by it."""
        model, row = self.grid.answers, self.grid.currentIndex().row()
        form = model.other_form(row) if row >= 0 else ""
        if not form:
            return
        if model.lines[row].mark(model.phase) is None:
            model.tell_form(row, form)
        else:
            self.form_told.emit(model.key(row), form)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _check_line(self) -> None:
        """What is kept of the person where one is, and which form they had."""
        if self.grid.state() == QAbstractItemView.State.EditingState:
            return
        row, model = self.grid.currentIndex().row(), self.grid.answers
        there = 0 <= row < len(model.lines)
        form = model.other_form(row) if there else ""
        self.other_form.setVisible(bool(form))
        self.other_form.setText(_("Had form {form} (F4)").format(form=form))
        self._check(model.lines[row].answered(model.phase) if there else "")

    @Slot(str)
    def _check(self, text: str) -> None:
        """Right and wrong of what stands there, at each key."""
        row, model = self.grid.currentIndex().row(), self.grid.answers
        if not 0 <= row < len(model.lines):
            self.checked.clear()
            return
        questions = model.questions_of(row)
        right, typed = right_of(text, questions)
        counts = _("{typed} of {count} typed, {right} right").format(typed=typed, count=len(questions), right=right)
        self.checked.setText(f"{counts}\n{marked(text, questions)}" if typed else "")

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.SMALL)
        foot.addWidget(self.checked, 1)
        foot.addWidget(self.other_form, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.hint)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def person(self) -> UUID | None:
        row = self.grid.currentIndex().row()
        return self.grid.answers.key(row) if row >= 0 else None
