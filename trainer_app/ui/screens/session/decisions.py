"""What the session decided: a list of what is to be done, by whom, until when. Below the notes."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.resolutions import ResolutionLine
from trainer_app.i18n import N_, _, label
from trainer_app.services import resolutions
from trainer_app.ui import theme
from trainer_app.ui.models.resolutions import RESOLUTIONS
from trainer_app.ui.screens.session.tab import Desk
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.list_view import ListView

LEAST = 104  # of the list: its head and two rows


class Decisions(Translated, QWidget):
    """`pnlDecisions`. `finished` says what was done."""

    finished = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pnlDecisions")
        self.desk = desk
        self.session_id: UUID | None = None
        self.title = labels.label(self, "strong", wrap=False)
        self.table = DecisionTable(self)
        self.title.setBuddy(self.table)
        self.add_button = button(self, "btnAddDecision", "plus")
        self.change_button = button(self, "btnChangeDecision", "pencil")
        self.done_button = button(self, "btnDecisionDone", "check")
        self.remove_button = button(self, "btnRemoveDecision", "trash-2")
        self._build()
        self._connect()
        self.retranslate()

    def show_session(self, session_id: UUID) -> None:
        self.session_id = session_id
        self.table.show_rows(self.desk.work.read(resolutions.of_session, session_id))
        self._enable()

    def retranslate(self) -> None:
        self.title.setText(_("Decided, or to be done"))
        self.add_button.setText(_("Add"))
        self.add_button.setToolTip(_("Add a decision (Ins)"))
        self.change_button.setText(_("Change"))
        self.change_button.setToolTip(_("Change the decision (Enter)"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setToolTip(_("Remove the decision (Del)"))
        self._enable()

    @Slot()
    def add(self) -> None:
        from trainer_app.ui.dialogs import resolution

        if self.session_id is None:
            return
        if (form := resolution.ask(self, self.desk.today())) is not None:
            made = self.desk.work.change(label(N_("Add a decision")), resolutions.add, self.session_id, form)
            self.table.go_to(made)

    @Slot()
    def change(self) -> None:
        from trainer_app.ui.dialogs import resolution

        if (line := self.table.current_row()) is None:
            return
        form = resolution.ask(self, self.desk.today(), line.form)
        if form is not None and form != line.form:
            self.desk.work.change(label(N_("Change a decision")), resolutions.edit, line.id, form)

    @Slot()
    def turn_done(self) -> None:
        """Done today; or not done after all."""
        if (line := self.table.current_row()) is None:
            return
        day = None if line.is_done else self.desk.today()
        words = label(N_("Mark a decision as done")) if day else label(N_("Mark a decision as not done"))
        self.desk.work.change(words, resolutions.set_done, line.id, day)

    @Slot()
    def remove(self) -> None:
        if (line := self.table.current_row()) is None:
            return
        self.desk.work.change(label(N_("Remove a decision")), resolutions.remove, line.id)
        self.finished.emit(_("The decision was removed."), True)

    @Slot()
    def _enable(self) -> None:
        line = self.table.current_row()
        for made in (self.change_button, self.done_button, self.remove_button):
            made.setEnabled(line is not None)
        is_done = line is not None and line.is_done
        self.done_button.setText(_("Not done") if is_done else _("Done"))
        self.done_button.setToolTip(_("Not done after all (Space)") if is_done else _("Done today (Space)"))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.done_button.clicked.connect(self.turn_done)
        self.remove_button.clicked.connect(self.remove)
        self.table.opened.connect(self.change)
        self.table.add_wanted.connect(self.add)
        self.table.done_wanted.connect(self.turn_done)
        self.table.remove_wanted.connect(self.remove)
        self.table.chosen.connect(self._enable)
        self.table.rows.modelReset.connect(self._enable)
        self.table.rows.dataChanged.connect(self._enable)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.title)
        row.addStretch()
        for made in (self.add_button, self.change_button, self.done_button, self.remove_button):
            row.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)


class DecisionTable(ListView[ResolutionLine]):
    """`tblDecisions`: Ins adds, Space says done, Del removes; each has its button."""

    add_wanted = Signal()
    done_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "tblDecisions", RESOLUTIONS, _key, N_("Decided, or to be done"))
        self.setMinimumHeight(theme.scaled(LEAST))
        self._keys = {
            Qt.Key.Key_Insert: self.add_wanted,
            Qt.Key.Key_Space: self.done_wanted,
            Qt.Key.Key_Delete: self.remove_wanted,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        wanted = self._keys.get(Qt.Key(event.key())) if plain else None
        if wanted is not None:
            wanted.emit()
        else:
            super().keyPressEvent(event)


def _key(line: ResolutionLine) -> object:
    return line.id
