"""What was done to a session after it was planned, with the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, _
from trainer_app.services import session_events
from trainer_app.services.session_events import Deed
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.listed import ListedDialog
from trainer_app.ui.models import sessions as words
from trainer_app.ui.models.plans import DEED_COLUMNS
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def show(parent: QWidget, work: Work, line: SessionLine) -> None:
    wait_for(SessionChanges(parent, work, line))


class SessionChanges(ListedDialog):
    """`dlgChanges`"""

    TITLE = N_("Changes of a session")

    def __init__(self, parent: QWidget | None, work: Work, line: SessionLine) -> None:
        super().__init__(parent, work, "dlgChanges", 860, 340)
        self._line = line
        self.table: ListView[Deed] = ListView(self, "tblChanges", DEED_COLUMNS, _key, self.TITLE)
        self.middle.addWidget(self.table)
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table if self.table.rows.rowCount() else self.close_button

    def reload(self) -> None:
        self.table.show_rows(self.work.read(session_events.history, self._line.id))

    def retranslate(self) -> None:
        super().retranslate()
        about = f"{words.title(self._line)}, {words.weekday(self._line.day)}, {words.hours(self._line)}"
        none = _("Nothing was changed since it was planned.")
        self.explanation.setText(about if self.table.rows.rowCount() else f"{about}\n{none}")


def _key(deed: Deed) -> object:
    return deed.id
