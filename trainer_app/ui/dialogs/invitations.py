"""Inviting people to a training: who was told, who comes, and the list on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.invitations import InvitationList, Invited, answers
from trainer_app.domain.people import masked_phone
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import invitations
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.listed import ListedDialog, choose_first
from trainer_app.ui.models.plans import answer_words
from trainer_app.ui.models.table import CENTRE, Column
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

COLUMNS: tuple[Column[Invited], ...] = (
    Column("N°", lambda line: line.number, align=CENTRE, sample="0000"),
    Column(N_("Name"), lambda line: line.name, stretch=True),
    Column(N_("Phone"), lambda line: masked_phone(line.phone), sample="+250 700 000 000 0"),
    Column(N_("Group"), lambda line: line.group, sample="Twisungane Base 0"),
    Column(
        N_("Told on"),
        lambda line: screen().date(line.told_on) if line.told_on else "",
        sort=lambda line: line.told_on or date.max,
        sample="00/00/0000 00",
    ),
    Column(N_("Answer"), lambda line: answer_words(line.comes), sample="ntabwo azaza 000"),
)


def ask(parent: QWidget, work: Work, training_id: UUID, today: date, language: str) -> bool:
    """Open it until it is closed; whether the list on paper is wanted."""
    window = InvitationsDialog(parent, work, training_id, today, language)
    wait_for(window)
    return window.wants_paper


class InvitationsDialog(ListedDialog):
    """`dlgInvitations`. Space: told. Y: comes. N: does not come. Several rows can be chosen."""

    TITLE = N_("Invitations")

    def __init__(self, parent: QWidget | None, work: Work, training_id: UUID, today: date, language: str) -> None:
        super().__init__(parent, work, "dlgInvitations", 900, 500)
        self._training, self._today, self._language = training_id, today, language
        self._list: InvitationList | None = None
        self.wants_paper = False
        self.table: ListView[Invited] = ListView(self, "tblInvited", COLUMNS, _key, self.TITLE)
        self.table.choose_several()
        self.told_button = button(self, "btnTold", "check")
        self.all_button = button(self, "btnAllTold", "list-checks")
        self.comes_button = button(self, "btnComes", "circle-check")
        self.stays_button = button(self, "btnStays", "x")
        self.print_button = button(self, "btnInvitationPaper", "printer")
        self.middle.addWidget(self.table)
        self.put_buttons((self.told_button, self.all_button, self.comes_button, self.stays_button, self.print_button))
        self._connect()
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table if self.table.rows.rowCount() else self.close_button

    def reload(self) -> None:
        self._list = self.work.read(invitations.invited, self._training, self._language)
        self.table.show_rows(self._list.lines)
        choose_first(self.table)
        self._tell_count()

    def retranslate(self) -> None:
        super().retranslate()
        for made, words, keys in (
            (self.told_button, _("Told today"), _("Space")),
            (self.all_button, _("All told today"), ""),
            (self.comes_button, _("Comes"), "Y"),
            (self.stays_button, _("Does not come"), "N"),
            (self.print_button, _("List on paper"), "Ctrl+P"),
        ):
            made.setText(words)
            made.setToolTip(f"{words} ({keys})" if keys else words)
        self._tell_count()

    @Slot()
    def mark_told(self) -> None:
        """Those who are chosen; again takes it back."""
        chosen = self.table.chosen_rows()
        if not chosen:
            return
        keys = [line.person_id for line in chosen]
        if all(line.told_on for line in chosen):
            self.do(label(N_("Not told after all")), invitations.take_back, self._training, keys)
        else:
            self.do(label(N_("Tell people of the training")), invitations.tell, self._training, keys, self._today)

    @Slot()
    def tell_all(self) -> None:
        keys = [line.person_id for line in self.table.rows.rows]
        self.do(label(N_("Tell people of the training")), invitations.tell, self._training, keys, self._today)

    @Slot()
    def comes(self) -> None:
        self._answer(True)

    @Slot()
    def stays(self) -> None:
        self._answer(False)

    @Slot()
    def ask_paper(self) -> None:
        self.wants_paper = True
        self.accept()

    def _answer(self, comes: bool) -> None:
        """One line at a time, and on to the next, as one goes down a list of calls."""
        line = self.table.current_row()
        if line is None:
            return
        done = label(N_("Answer of {name}"), name=line.name)
        self.do(done, invitations.answer, self._training, line.person_id, comes, self._today)
        row = self.table.currentIndex().row()
        self.table.selectRow(min(row + 1, self.table.rows.rowCount() - 1))

    def _tell_count(self) -> None:
        if self._list is None:
            return
        lines, head = self._list.lines, self._list.head
        told = ngettext("{count} person told of {total}", "{count} people told of {total}", self._list.told)
        coming, staying = answers(lines)
        parts = [told.format(count=self._list.told, total=len(lines))]
        if coming or staying:
            parts.append(_("{coming} come, {staying} do not").format(coming=coming, staying=staying))
        nobody = _("Nobody is enrolled yet")
        self.explanation.setText(f"{head.title} · {', '.join(parts)}" if lines else f"{head.title} · {nobody}")
        for made in (self.told_button, self.all_button, self.comes_button, self.stays_button):
            made.setEnabled(bool(lines))

    def _connect(self) -> None:
        self.told_button.clicked.connect(self.mark_told)
        self.all_button.clicked.connect(self.tell_all)
        self.comes_button.clicked.connect(self.comes)
        self.stays_button.clicked.connect(self.stays)
        self.print_button.clicked.connect(self.ask_paper)
        self.key(self.table, "actTold", "Space", self.mark_told)
        self.key(self.table, "actComes", "Y", self.comes)
        self.key(self.table, "actStays", "N", self.stays)
        self.key(self, "actInvitationPaper", "Ctrl+P", self.ask_paper)


def _key(line: Invited) -> object:
    return line.person_id
