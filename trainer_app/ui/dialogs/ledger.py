"""The printed pages: who holds one that reads otherwise by now, and everything that was printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.printed import OutdatedLine, RunLine
from trainer_app.i18n import N_, _, ngettext
from trainer_app.services import ledger
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.prints import OUTDATED, RUNS, changed_lines, order_again
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

Order = dict[str, Any]
PASSAGES = 110  # pixels for what changed


def ask(parent: QWidget, work: Work, today: date) -> Order | None:
    """What is to be printed again, as the print centre understands it; or None."""
    return LedgerDialog(parent, work, today).ask_user()


class LedgerDialog(FormDialog[Order]):
    """`dlgLedger`."""

    TITLE = N_("Printed pages")
    ACCEPT = N_("Print again…")

    def __init__(self, parent: QWidget | None, work: Work, today: date) -> None:
        super().__init__(parent, "dlgLedger", 1040, 490)
        self._outdated = work.read(ledger.outdated, today)
        found = work.read(ledger.runs)
        self.parts: Segments[int] = Segments(
            self, "segLedger", [(0, N_("Outdated pages in people's hands")), (1, N_("Everything printed"))]
        )
        self.count = label(self, "muted", "lblOutdated")
        self.outdated: ListView[OutdatedLine] = ListView(
            self, "tblOutdated", OUTDATED, _key, N_("Outdated pages in people's hands")
        )
        self.runs: ListView[RunLine] = ListView(self, "tblRuns", RUNS, _key, N_("Everything printed"))
        self.passages = QPlainTextEdit(self)
        self.passages.setObjectName("txtChanged")
        self.passages.setReadOnly(True)
        self.passages.setTabChangesFocus(True)
        self.passages.setFixedHeight(theme.scaled(PASSAGES))
        self.pages = QStackedWidget(self)
        self._build()
        self._connect()
        self.outdated.show_rows(self._outdated)
        self.runs.show_rows(found)
        self.good.show_empty(not self._outdated)
        self.something.show_empty(not found)
        self.parts.choose(0 if self._outdated else 1)
        self.retranslate()
        self._turn()

    @property
    def table(self) -> ListView[Any]:
        """The list in front."""
        return self.outdated if self.parts.value == 0 else self.runs

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        self.passages.setAccessibleName(_("What changed since"))
        count = len(self._outdated)
        words = ngettext(
            "{count} page that was handed out reads otherwise today.",
            "{count} pages that were handed out read otherwise today.",
            count,
        )
        self.count.setText(words.format(count=count) if count else "")
        self.count.setVisible(bool(count))

    @Slot()
    def submit(self) -> None:
        if (chosen := self.table.current_row()) is not None:
            self.finish(order_again(chosen))

    @Slot(object)
    def _open(self, line: OutdatedLine | RunLine) -> None:
        self.finish(order_again(line))

    @Slot(object)
    def _tell(self, line: OutdatedLine | None) -> None:
        self.passages.setPlainText(changed_lines(line) if line else "")

    @Slot()
    def _turn(self) -> None:
        self.pages.setCurrentIndex(self.parts.value)
        self.table.selectRow(0)
        self.accept_button.setVisible(self.table.current_row() is not None)
        if self.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.parts.chosen.connect(self._turn)
        self.outdated.chosen.connect(self._tell)
        for table in (self.outdated, self.runs):
            table.opened.connect(self._open)

    def _build(self) -> None:
        first = QWidget(self)
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.outdated, 1)
        column.addWidget(self.passages)
        nobody = EmptyState(self, "circle-check", N_("Nobody holds a page that reads otherwise today."))
        nothing = EmptyState(self, "printer", N_("Nothing was printed yet."))
        self.good = OrEmpty(self, first, nobody)
        self.something = OrEmpty(self, self.runs, nothing)
        for part in (self.good, self.something):
            self.pages.addWidget(part)
        self.form.hide()
        self.inside.addWidget(self.parts)
        self.inside.addWidget(self.count)
        self.inside.addWidget(self.pages, 1)


def _key(line: OutdatedLine | RunLine) -> object:
    return line.id
