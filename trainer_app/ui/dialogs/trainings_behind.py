"""The trainings that a number counts: each can be opened."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import TrainingLine
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

COLUMNS: tuple[Column[TrainingLine], ...] = (
    Column(
        N_("First day"),
        lambda line: screen().date(line.first_day),
        sort=lambda line: line.first_day,
        sample="00/00/0000 0",
    ),
    Column(N_("Training"), lambda line: line.title, tip=lambda line: line.title, stretch=True),
    Column(N_("Group"), lambda line: line.group, sample="Twisungane Base 0"),
    Column(N_("Sessions"), lambda line: f"{line.marked_sessions}/{line.sessions}", sample="Sessions 0"),
)


def ask(parent: QWidget, lines: Sequence[TrainingLine], place: str, held: bool) -> UUID | None:
    return TrainingsBehind(parent, lines, place, held).ask_user()


class TrainingsBehind(FormDialog[UUID]):
    """`dlgBehind`."""

    TITLE = N_("Trainings behind the number")
    ACCEPT = N_("Show it")

    def __init__(self, parent: QWidget | None, lines: Sequence[TrainingLine], place: str, held: bool) -> None:
        super().__init__(parent, "dlgBehind", 720, 380)
        self._place, self._held, self._none = place, held, not lines
        self.what = label(self, "strong")
        self.table: ListView[TrainingLine] = ListView(self, "tblBehind", COLUMNS, _key, self.TITLE)
        self.table.show_rows(lines)
        self.table.selectRow(0)
        self.table.opened.connect(self._open)
        self.table.setVisible(bool(lines))
        self.accept_button.setVisible(bool(lines))
        inside = self.without_form()
        inside.addWidget(self.what)
        inside.addWidget(self.table, 1)
        if not lines:
            inside.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        words = _("Nothing was held here yet.") if self._held else _("Nothing is planned here yet.")
        self.what.setText(words if self._none else self._place or _("No district is known"))

    @Slot()
    def submit(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            self.finish(chosen.id)

    @Slot(object)
    def _open(self, line: TrainingLine) -> None:
        self.finish(line.id)


def _key(line: TrainingLine) -> object:
    return line.id
