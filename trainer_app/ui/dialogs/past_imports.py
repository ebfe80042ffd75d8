"""Imports of the last thirty days, to take one of them back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_, _, screen
from trainer_app.services import history
from trainer_app.services.history import PastGesture
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

COLUMNS: tuple[Column[PastGesture], ...] = (
    Column(N_("Day"), lambda past: f"{past.when:%d/%m/%Y %H:%M}", sample="00/00/0000 00:00 0"),
    Column(N_("Import"), lambda past: past.gesture.label.words(screen()), stretch=True),
)


def ask(parent: QWidget, work: Work) -> PastGesture | None:
    return PastImportsDialog(parent, work).ask_user()


class PastImportsDialog(FormDialog[PastGesture]):
    """`dlgPastImports`."""

    TITLE = N_("Earlier imports")
    ACCEPT = N_("Undo this import")

    def __init__(self, parent: QWidget | None, work: Work) -> None:
        super().__init__(parent, "dlgPastImports", 560, 360)
        found = work.read(history.imports, datetime.now().astimezone())
        self.table: ListView[PastGesture] = ListView(self, "tblPastImports", COLUMNS, _key, N_("Earlier imports"))
        self.table.show_rows(found)
        self.table.selectRow(0)
        self.table.opened.connect(self._open)
        self.nothing = label(self, "muted")
        self.nothing.setVisible(not found)
        self.table.setVisible(bool(found))
        self.accept_button.setVisible(bool(found))
        self.inside.addWidget(self.nothing)
        self.inside.addWidget(self.table, 1)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.nothing.setText(_("No list was imported in the last thirty days."))

    @Slot()
    def submit(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            self.finish(chosen)

    @Slot(object)
    def _open(self, past: PastGesture) -> None:
        self.finish(past)


def _key(past: PastGesture) -> object:
    return past.gesture.device_id, past.gesture.number
