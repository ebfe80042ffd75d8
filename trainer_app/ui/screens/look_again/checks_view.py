"""Spot checks: those that were drawn, and the calls of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from trainer_app.documents.call_back_list import outcome_words
from trainer_app.domain.integrity import CheckOutcome
from trainer_app.domain.spot_checks import Check, CheckLine
from trainer_app.i18n import N_, _, screen
from trainer_app.ui import theme
from trainer_app.ui.models.spot_checks import CHECKS, LINES, result
from trainer_app.ui.paper_words import FORMATS
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.ask_line import AskLine
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

KEYS = dict(zip("1234", CheckOutcome, strict=True)) | dict(zip("&é\"'", CheckOutcome, strict=True))


def key_of_check(check: Check) -> UUID:
    return check.head.id


def key_of_line(line: CheckLine) -> UUID:
    return line.id


class CallList(ListView[CheckLine]):
    """`tblCalls`. 1 to 4 write what the person said and go down; Del takes it back; F2 writes their words."""

    told = Signal(object, object)
    words_wanted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_row()
        if line is not None and event.text().lower() in KEYS:
            self.told.emit(line, KEYS[event.text().lower()])
            self.go_down()
        elif line is not None and event.key() == Qt.Key.Key_Delete:
            self.told.emit(line, None)
        elif line is not None and event.key() == Qt.Key.Key_F2:
            self.words_wanted.emit(line)
        else:
            super().keyPressEvent(event)

    def go_down(self) -> None:
        row = self.currentIndex().row() + 1
        if row < self.rows.rowCount():
            self.selectRow(row)


class ChecksView(Translated, QWidget):
    draw_wanted = Signal()
    print_wanted = Signal(object)
    save_wanted = Signal(object, str)
    removal_wanted = Signal(object)
    told = Signal(object, object, str)  # the line, the outcome, the words

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.checks: ListView[Check] = ListView(self, "tblChecks", CHECKS, key_of_check, N_("Spot checks"))
        self.lines = CallList(self, "tblCalls", LINES, key_of_line, N_("People to call"))
        self.result = label(self, "strong", "lblCheckResult")
        self.words = AskLine(self, "callWords")
        self._of: CheckLine | None = None
        self.draw = button(self, "btnDraw", "plus", kind="primary")
        self.print = button(self, "btnPrintCheck", "printer")
        self.save = menu_button(self, "btnSaveCheck", "download")
        self.formats = [menu_action(self.save, f"actSaveCheck{suffix}", suffix) for suffix in FORMATS]
        self.remove = button(self, "btnRemoveCheck", "trash-2")
        self.outcomes = {outcome: self._outcome_button(outcome) for outcome in CheckOutcome}
        empty = EmptyState(
            self, "phone", N_("No spot check was drawn yet."), (N_("Draw people to call"), self.draw_wanted.emit)
        )
        self.page = OrEmpty(self, self._content(), empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self._connect()
        self.retranslate()

    @property
    def current(self) -> Check | None:
        return self.checks.current_row()

    def first_focus(self) -> QWidget:
        if self.page.currentWidget() is self.page.empty:
            return self.page.empty.buttons[0]
        return self.lines

    def show_checks(self, checks: Sequence[Check]) -> None:
        self.checks.show_rows(checks)
        self.page.show_empty(not checks)
        if checks and not self.checks.currentIndex().isValid():
            self.checks.selectRow(0)
        self._show_lines()

    def go_to(self, check_id: object) -> None:
        self.checks.go_to(check_id)

    def retranslate(self) -> None:
        self.draw.setText(_("Draw people to call"))
        self.print.setText(_("Print"))
        self.save.setText(_("Save"))
        self.remove.setText(_("Remove"))
        for action in self.formats:
            action.setText(_(FORMATS[action.data()]))
        words = outcome_words(screen())
        for number, (outcome, made) in enumerate(self.outcomes.items(), start=1):
            made.setText(f"{number} {words[outcome]}")
        self._show_lines()

    @Slot()
    def _show_lines(self) -> None:
        check = self.current
        self.lines.show_rows(check.lines if check else ())
        self.result.setText(result(check) if check else "")
        if check and not self.lines.currentIndex().isValid():
            self.lines.selectRow(0)

    @Slot(object, object)
    def _tell(self, line: CheckLine, outcome: CheckOutcome | None) -> None:
        self.told.emit(line, outcome, line.words)

    @Slot(object)
    def _ask_words(self, line: CheckLine) -> None:
        self._of = line
        self.words.ask(_("What did {name} say?").format(name=line.name), line.words)

    @Slot(str)
    def _keep_words(self, words: str) -> None:
        line, self._of = self._of, None
        self.words.hide()
        if line is not None:
            self.told.emit(line, line.outcome, words)
        self._to_lines()

    @Slot()
    def _to_lines(self) -> None:
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _press(self) -> None:
        line = self.lines.current_row()
        if line is not None:
            self._tell(line, CheckOutcome(self.sender().property("outcome")))
            self.lines.go_down()

    @Slot()
    def _print(self) -> None:
        self.print_wanted.emit(self.current)

    @Slot(object)
    def _save(self, action: object) -> None:
        self.save_wanted.emit(self.current, action.data())  # type: ignore[attr-defined]

    @Slot()
    def _remove(self) -> None:
        self.removal_wanted.emit(self.current)

    def _outcome_button(self, outcome: CheckOutcome) -> QPushButton:
        made = button(self, f"btnCall_{outcome}", kind="quiet")
        made.setProperty("outcome", str(outcome))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the list, where a digit does the same
        made.clicked.connect(self._press)
        return made

    def _connect(self) -> None:
        self.checks.chosen.connect(self._show_lines)
        self.lines.told.connect(self._tell)
        self.lines.words_wanted.connect(self._ask_words)
        self.words.answered.connect(self._keep_words)
        self.words.left.connect(self._to_lines)
        self.draw.clicked.connect(self.draw_wanted)
        self.print.clicked.connect(self._print)
        self.save.menu().triggered.connect(self._save)
        self.remove.clicked.connect(self._remove)

    def _content(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setSpacing(theme.SMALL)
        for made in (self.draw, self.print, self.save, self.remove):
            bar.addWidget(made)
        bar.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(theme.TINY)
        below.addWidget(self.result, 1)
        for made in self.outcomes.values():
            below.addWidget(made)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.words)
        column.addWidget(self.lines, 1)
        column.addLayout(below)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.checks)
        split.addWidget(right)
        split.setStretchFactor(1, 3)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(bar)
        layout.addWidget(split, 1)
        return inside
