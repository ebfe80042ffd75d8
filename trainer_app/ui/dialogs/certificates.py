"""Certificates of a training: who gets one and why not, issuing them, and taking one back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app import settings
from trainer_app.domain.certifying import Candidate, CandidateList
from trainer_app.i18n import N_, _, label, ngettext
from trainer_app.services import certificates
from trainer_app.ui import theme
from trainer_app.ui.dialogs import reason
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.listed import ListedDialog, choose_first
from trainer_app.ui.models.certificates import CANDIDATES, SECOND, TickedCandidate, counts_words, names, rule_words
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label as text_label
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

WIDE = 900  # pixels from which on hours and numbers are shown


def ask(parent: QWidget, work: Work, training_id: UUID, today: date, language: str) -> bool:
    """Open it until it is closed; whether the certificates on paper are wanted."""
    window = CertificatesDialog(parent, work, training_id, today, language)
    wait_for(window)
    return window.wants_paper


class CertificatesDialog(ListedDialog):
    """`dlgCertificates`. Space ticks. Who is ticked is given a certificate, and keeps one that they have."""

    TITLE = N_("Certificates")

    def __init__(self, parent: QWidget | None, work: Work, training_id: UUID, today: date, language: str) -> None:
        super().__init__(parent, work, "dlgCertificates", 1040, 500)
        self._training, self._today, self._language = training_id, today, language
        self._told: CandidateList | None = None
        self._turned: set[UUID] = set()  # whose tick is not as it was proposed
        self.wants_paper = False
        self.counts = text_label(self, "strong", "lblCertificateCounts")
        self.head.addWidget(self.counts, 1)
        self.table: ListView[TickedCandidate] = ListView(self, "tblCertificates", CANDIDATES, _key, self.TITLE)
        self.table.choose_several()
        self.issue_button = button(self, "btnIssueCertificates", "printer")
        self.again_button = button(self, "btnIssueAgain", "pencil")
        self.withdraw_button = button(self, "btnWithdrawCertificates", "x")
        self.middle.addWidget(self.table)
        self.put_buttons((self.issue_button, self.again_button, self.withdraw_button))
        self._connect()
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table if self.table.rows.rowCount() else self.close_button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the names have the room of hours and numbers."""
        super().resizeEvent(event)
        self.table.hide_columns(() if self.width() >= theme.scaled(WIDE) else SECOND)

    def reload(self) -> None:
        self._told = self.work.read(certificates.candidates, self._training, self._language, self._today)
        self._show()
        choose_first(self.table)

    def retranslate(self) -> None:
        super().retranslate()
        self.issue_button.setText(_("Issue and print"))
        self.issue_button.setToolTip(_("Sign a certificate for everybody who is ticked, and print them (Ctrl+P)"))
        self.again_button.setText(_("Issue anew"))
        self.again_button.setToolTip(_("Sign the chosen ones again: the name or the attendance changed"))
        self.withdraw_button.setText(_("Withdraw…"))
        told, key = _("Whoever checks the certificate is told so"), _("Del")
        self.withdraw_button.setToolTip(f"{told} ({key})")
        self._tell()

    # ---- what is done --------------------------------------------------------------------------------------------

    @Slot()
    def turn(self) -> None:
        """Tick those who are chosen, or take the tick away. Who gets none is never ticked."""
        for line in self.table.chosen_rows():
            if _may_tick(line.candidate):
                self._turned ^= {line.candidate.person_id}
        self._show()

    @Slot()
    def issue(self) -> None:
        wanted = [line.candidate.person_id for line in self.table.rows.rows if line.ticked]
        if not wanted:
            self.tell(_("Nobody is ticked: there is nothing to issue."), Tone.WARNING)
            return
        if self._sign(wanted, again=False) is not None:
            self.wants_paper = True
            self.accept()

    @Slot()
    def issue_again(self) -> None:
        chosen = [line.candidate for line in self.table.chosen_rows()]
        stale = [line for line in chosen if line.issued and (line.is_stale or not line.issued.stands)]
        if not stale:
            self.tell(_("What was issued still says what it should: nothing to issue anew."), Tone.INFO)
            return
        self._sign([line.person_id for line in stale], again=True)

    @Slot()
    def withdraw(self) -> None:
        chosen = [line.candidate for line in self.table.chosen_rows() if line.candidate.is_certified]
        if not chosen:
            self.tell(_("Choose somebody who has a certificate."), Tone.INFO)
            return
        why = reason.ask(self, N_("Withdraw a certificate"), names(chosen), N_("Withdraw"))
        if why:
            keys = [line.issued.id for line in chosen if line.issued]
            self.do(label(N_("Withdraw certificates")), certificates.withdraw, keys, why, self._today)

    def _sign(self, whom: list[UUID], again: bool) -> int | None:
        organiser = settings.load(self.work.folder).organiser
        what = label(N_("Issue certificates"))
        found = self.do(what, certificates.issue, self._training, whom, self._today, organiser, again)
        return None if found is None else int(found)

    # ---- what is shown -------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._told is not None:
            rule = self._told.rule
            self.table.show_rows([TickedCandidate(line, rule, self._is_ticked(line)) for line in self._told.lines])
            self._tell()

    def _is_ticked(self, line: Candidate) -> bool:
        """Proposed: who gets one, and who has one that still holds."""
        return _may_tick(line) and line.person_id not in self._turned

    def _tell(self) -> None:
        if self._told is None:
            return
        head = self._told.head
        self.counts.setText(f"{head.code} {head.title} · {counts_words(self._told)}")
        ticked = sum(line.ticked for line in self.table.rows.rows)
        words = ngettext("{count} is ticked.", "{count} are ticked.", ticked).format(count=ticked)
        self.explanation.setText(f"{rule_words(self._told.rule)} {words}")
        for made in (self.issue_button, self.again_button, self.withdraw_button):
            made.setEnabled(bool(self._told.lines))

    @Slot(QModelIndex)
    def _turn_at(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.turn()

    def _connect(self) -> None:
        self.issue_button.clicked.connect(self.issue)
        self.again_button.clicked.connect(self.issue_again)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.table.clicked.connect(self._turn_at)
        self.key(self.table, "actTick", "Space", self.turn)
        self.key(self.table, "actWithdraw", "Del", self.withdraw)
        self.key(self, "actIssue", "Ctrl+P", self.issue)


def _may_tick(line: Candidate) -> bool:
    return (line.is_certified and not line.is_stale) or (line.qualifies and line.issued is None)


def _key(line: TickedCandidate) -> object:
    return line.candidate.person_id
