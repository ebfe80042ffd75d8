"""Who changed a mark: when, from what to what, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_, _
from trainer_app.services import mark_history
from trainer_app.services.mark_history import MarkChange, Said
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.register import minutes_words, status_words
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def said(what: Said) -> str:
    """`present, stayed 45 minutes, sick child`"""
    stayed = minutes_words(what.minutes) if what.minutes is not None else ""
    return ", ".join(part for part in (status_words(what.status), stayed, what.note) if part)


def after_words(change: MarkChange) -> str:
    words = said(change.after)
    return _("Undone: {what}").format(what=words) if change.undoes else words


COLUMNS: tuple[Column[MarkChange], ...] = (
    Column(N_("Day"), lambda change: f"{change.when:%d/%m/%Y %H:%M}", sample="00/00/0000 00:00 0"),
    Column(N_("Who"), lambda change: change.who, sample="NIYONZIMA Claude"),
    Column(N_("Before"), lambda change: said(change.before), sample="excused, sick child"),
    Column(N_("After"), after_words, sample="excused, sick child"),
    Column(N_("Why"), lambda change: change.after.reason, tip=lambda change: change.after.reason, stretch=True),
)


def ask(parent: QWidget, work: Work, session_id: UUID, person_id: UUID, title: str) -> None:
    MarkHistoryDialog(parent, work, session_id, person_id, title).ask_user()


class MarkHistoryDialog(FormDialog[None]):
    """`dlgMarkHistory`. It only shows."""

    TITLE = N_("Who changed this mark")

    def __init__(self, parent: QWidget | None, work: Work, session_id: UUID, person_id: UUID, title: str) -> None:
        super().__init__(parent, "dlgMarkHistory", 820, 380)
        found = work.read(mark_history.changes, session_id, person_id)
        self.where = label(self, "strong")
        self.where.setText(title)
        self.nothing = label(self, "muted")
        self.nothing.setVisible(not found)
        self.table: ListView[MarkChange] = ListView(self, "tblMarkHistory", COLUMNS, id, self.TITLE)
        self.table.setVisible(bool(found))
        inside = self.without_form()
        inside.addWidget(self.where)
        inside.addWidget(self.nothing)
        inside.addWidget(self.table, 1)
        if not found:
            inside.addStretch(1)
        self.accept_button.hide()
        self.table.show_rows(found)
        self.table.selectRow(0)
        self.retranslate()
        (self.table if found else self.cancel_button).setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        self.nothing.setText(_("Nothing was marked here yet."))
