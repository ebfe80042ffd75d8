"""What is to be printed later: all of it at one press, as files on a USB stick or on a printer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from trainer_app.documents.output import Cancelled
from trainer_app.documents.papers import Paper
from trainer_app.domain.print_queue import Wish
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import ledger, print_queue
from trainer_app.ui import printing
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.print_queue_jobs import Drawing, Left, Wanted, draw, save, send
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label as text_label
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from trainer_app.ui.work import Job, Task, Work

Make = Callable[[Wish], Paper | str]
"""The paper that a wish asks for, as it is today; or a sentence that says what is wanting."""

COLUMNS: tuple[Column[Wish], ...] = (
    Column(N_("Paper"), lambda wish: wish.title, stretch=True, tip=lambda wish: wish.title),
    Column(N_("Copies"), lambda wish: str(wish.asked.get("copies", 1)), sample="0000000"),
    Column(N_("Asked on"), lambda wish: screen().date(wish.asked_on), sample="00/00/0000 00"),
)


def ask(parent: QWidget, work: Work, today: date, make: Make) -> None:
    PrintQueueDialog(parent, work, today, make).ask_user()


class PrintQueueDialog(FormDialog[None]):
    """`dlgPrintQueue`. Papers are made when they leave: what changed since they were asked for is in them."""

    TITLE = N_("To print")
    ACCEPT = N_("Save all as PDFs…")

    busy = Signal(bool)
    progressed = Signal(float)

    def __init__(self, parent: QWidget | None, work: Work, today: date, make: Make) -> None:
        super().__init__(parent, "dlgPrintQueue", 700, 460)
        self._work, self._today, self._make = work, today, make
        self._job: Job | None = None
        self._refusals: list[str] = []
        self.ask_folder: Callable[[QWidget, str], Path | None] = printing.ask_folder
        self.ask_printer: Callable[[QWidget, QPrinter, int], bool] = printing.ask_printer
        self.has_printer: Callable[[], bool] = printing.has_printer
        self.table = QueueTable(self)
        self.nothing = text_label(self, "muted", "lblNothingToPrint")
        self.said = text_label(self, "muted", "lblQueueSaid")
        self.print_button = button(self, "btnPrintAll", "printer")
        self.remove_button = button(self, "btnRemoveWish", "trash-2")
        self.progress = ProgressLine(self, "progressQueue")
        self._build()
        self._connect()
        self.retranslate()
        self.read()
        self.table.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        self.accept_button.setToolTip(_("A file for each paper, in a folder or on a USB stick"))
        self.print_button.setText(_("Print all"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setToolTip(_("Remove the chosen papers from the list (Del)"))
        self.nothing.setText(_("Nothing waits to be printed. Choose “Print later” in the print centre."))

    @Slot()
    def read(self) -> None:
        found = self._work.read(print_queue.waiting)
        self.table.show_rows(found)
        self.nothing.setVisible(not found)
        self.table.setVisible(bool(found))
        self._enable()

    # ---- what is done --------------------------------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """Save all of them, in a folder that the user chooses."""
        wanted = self._wanted()
        folder = self.ask_folder(self, _("A folder for the papers")) if wanted else None
        if folder is not None:
            self._start(partial(save, wanted, folder), self._left)
        else:
            self._tell()

    @Slot()
    def print_all(self) -> None:
        if not self.has_printer():
            self._say(_("There is no printer on this computer. Save the papers as PDFs: any office can print them."))
            return
        if wanted := self._wanted(for_printer=True):
            self._start(partial(draw, wanted), self._choose_printer)
        else:
            self._tell()

    @Slot()
    def remove(self) -> None:
        keys = [wish.id for wish in self.table.chosen_rows()]
        if keys and self._job is None:
            self._work.change(label(N_("Remove from the papers to print")), print_queue.remove, keys)
            self.read()

    def _wanted(self, for_printer: bool = False) -> list[Wanted]:
        """Every paper of the list that can be made; why another one cannot is said."""
        found: list[Wanted] = []
        self._refusals = []
        if self._job is not None:
            return found
        for wish in self.table.rows.rows:
            made = self._make(wish)
            if isinstance(made, str):
                self._refusals.append(f"{wish.title}: {made}")
            elif for_printer and made.by_hand:
                words = _("{paper}: print it by itself, its sheets are turned by hand.")
                self._refusals.append(words.format(paper=wish.title))
            else:
                found.append(Wanted(wish.id, made))
        return found

    @Slot(object)
    def _choose_printer(self, outcome: object) -> None:
        """One question for all of them; each paper keeps its own copies and its own size."""
        assert isinstance(outcome, Drawing)
        self._end()
        self._refusals += outcome.refusals
        if outcome.problem is not None or not outcome.papers:
            self._after(Left((), problem=outcome.problem))
            return
        first = outcome.papers[0]
        printer = printing.new_printer(first.pdf, 1, first.of.paper.title)
        pages = sum(len(printing.Pages(one.pdf)) for one in outcome.papers)
        if not self.ask_printer(self, printer, pages):
            self._tell()
            return
        printers = []
        for one in outcome.papers:
            own = printing.like(printer, one.of.paper.title)
            own.setCopyCount(one.of.paper.copies)
            own.setPageLayout(printing.layout(*printing.Pages(one.pdf).sizes[0]))
            own.setFullPage(True)
            printers.append(own)
        self._start(partial(send, outcome.papers, printers), self._left)

    @Slot(object)
    def _left(self, outcome: object) -> None:
        assert isinstance(outcome, Left)
        self._end()
        self._refusals += outcome.refusals
        self._after(outcome)

    def _after(self, outcome: Left) -> None:
        """What left is no longer in the list, and stands in the ledger."""
        for one in outcome.done:
            made = one.paper.made
            self._work.note(label(N_("Make a document")), ledger.note, made, self._today, one.paper.copies)
        if outcome.done:
            keys = [one.wish for one in outcome.done]
            self._work.change(label(N_("Papers were printed")), print_queue.done, keys, self._today)
        self._tell(outcome)
        self.read()
        if outcome.problem is not None and not isinstance(outcome.problem, Cancelled):
            raise outcome.problem

    def _tell(self, outcome: Left | None = None) -> None:
        lines = list(self._refusals)
        if outcome is not None and outcome.done:
            count = len(outcome.done)
            if outcome.folder is not None:
                words = ngettext("{count} file was saved in {folder}", "{count} files were saved in {folder}", count)
                lines.insert(0, words.format(count=count, folder=outcome.folder))
            else:
                words = ngettext(
                    "{count} paper was sent to the printer", "{count} papers were sent to the printer", count
                )
                lines.insert(0, words.format(count=count))
        self._say("\n".join(lines))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    @Slot()
    def stop(self) -> None:
        """Stop after the paper that is being made; what left before is noted."""
        if self._job is not None:
            self._job.cancel()

    def done(self, result: int) -> None:
        """What is being made is stopped first, so that the list hears of it."""
        self.stop()
        if self._job is None:
            super().done(result)

    def _start(self, task: Task[Any], done: Callable[[Any], None]) -> None:
        self._job = self._work.start(task, done, self._progress)
        self.busy.emit(True)
        self._enable()

    def _end(self) -> None:
        self._job = None
        self.busy.emit(False)

    @Slot(float)
    def _progress(self, share: float) -> None:
        self.progressed.emit(share)

    @Slot()
    def _enable(self) -> None:
        some = bool(self.table.rows.rows) and self._job is None
        for made in (self.accept_button, self.print_button):
            made.setEnabled(some)
        self.remove_button.setEnabled(some and bool(self.table.chosen_rows()))

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_all)
        self.remove_button.clicked.connect(self.remove)
        self.table.remove_wanted.connect(self.remove)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.progress.follow(self)

    def _build(self) -> None:
        inside = self.without_form()
        for widget in (self.nothing, self.table, self.progress, self.said):
            inside.addWidget(widget, 1 if widget is self.table else 0)
        self.said.hide()
        self.row.insertWidget(0, self.remove_button)
        self.row.insertWidget(self.row.count() - 1, self.print_button)


class QueueTable(ListView[Wish]):
    """`tblPrintQueue`: Del removes what is chosen."""

    remove_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "tblPrintQueue", COLUMNS, _key, N_("Papers to print"))
        self.choose_several()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


def _key(wish: Wish) -> object:
    return wish.id
