"""Making papers in the background: for the eye, for the printer, as a file; what was made is noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from trainer_app.documents.output import Cancelled, Tick, Written
from trainer_app.documents.papers import Paper
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, Label, label
from trainer_app.services import ledger
from trainer_app.ui import printing
from trainer_app.ui.widgets.notice import Notice, Tone
from trainer_app.ui.widgets.paper_preview import PaperPreview
from trainer_app.ui.work import Job, Task, Work

PAUSE = 120  # milliseconds: who runs down a list wants to see only the page where they stop


@dataclass(frozen=True)
class _Drawn:
    """Which wish this answers, and the paper or the reason why there is none."""

    wish: int
    pdf: bytes
    problem: str = ""


class Previewer(QObject):
    """Draws the last paper wished for; earlier ones that are late are not shown."""

    def __init__(self, work: Work, preview: PaperPreview) -> None:
        super().__init__(preview)
        self._work = work
        self._preview = preview
        self._paper: Paper | None = None
        self._wish = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._start)

    def wish(self, paper: Paper) -> None:
        self._wish += 1
        self._paper = paper
        self._timer.start()

    def say(self, text: str) -> None:
        """Words instead of a paper, also of one that is still being drawn."""
        self._wish += 1
        self._timer.stop()
        self._preview.say(text)

    @Slot()
    def _start(self) -> None:
        if self._paper is not None:
            self._work.start(partial(_drawn, self._wish, self._paper), self._show)

    @Slot(object)
    def _show(self, drawn: _Drawn) -> None:
        if drawn.wish != self._wish:
            return
        if drawn.problem:
            self._preview.say(drawn.problem)
        else:
            self._preview.show_pdf(drawn.pdf)


def _drawn(wish: int, paper: Paper, tick: Tick) -> _Drawn:
    tick(0)
    try:
        return _Drawn(wish, (paper.look or paper.draw)())
    except TrainerError as problem:
        return _Drawn(wish, b"", str(problem))


class Maker(QObject):
    """Prints and saves papers, one at a time. `ask_path` and `ask_printer` are the only windows it opens."""

    told = Signal(object)  # a Notice
    busy = Signal(bool)
    progressed = Signal(float)

    def __init__(self, work: Work, parent: QWidget, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._work = work
        self._window = parent
        self._today = today
        self._paper: Paper | None = None
        self._printer: QPrinter | None = None
        self._job: Job | None = None
        self.ask_path: Callable[[QWidget, str], Path | None] = printing.ask_path
        self.ask_printer: Callable[[QWidget, QPrinter, int], bool] = printing.ask_printer
        self.has_printer: Callable[[], bool] = printing.has_printer

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def save(self, paper: Paper, suffix: str) -> None:
        """Ask where, then write the file: all of it, or nothing."""
        if self.is_busy:
            return
        path = self.ask_path(self._window, paper.file_name(suffix))
        if path is not None:
            self._begin(paper, partial(paper.save, path), self._saved)

    def print_paper(self, paper: Paper) -> None:
        """Draw it, ask for the printer, send it."""
        if self.is_busy:
            return
        if not self.has_printer():
            words = label(N_("There is no printer on this computer. Save the paper as a PDF: any office can print it."))
            self._tell(words, Tone.WARNING, N_("Save as PDF"), partial(self.save, paper, ".pdf"))
            return
        self._begin(paper, partial(_bytes, paper), self._ask)

    @Slot()
    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _begin(self, paper: Paper, task: Task[object], done: Callable[[object], None]) -> None:
        self._paper = paper
        self._done = done
        self._job = self._work.start(partial(_outcome, task), self._end, self._progress)
        self.busy.emit(True)

    @Slot(object)
    def _end(self, outcome: object) -> None:
        """A job has ended, well or not: a failure climbs on from here, like any other."""
        self._job = None
        self.busy.emit(False)
        if isinstance(outcome, Cancelled):
            self._tell(label(N_("Stopped. Nothing was made.")), Tone.INFO)
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            self._done(outcome)

    @Slot(float)
    def _progress(self, share: float) -> None:
        self.progressed.emit(share)

    def _saved(self, made: object) -> None:
        assert isinstance(made, Written)
        self._note(self._paper.copies if self._paper and made.path.suffix == ".pdf" else 1)
        words = label(N_("Saved {file}"), file=made.path.name)
        self._tell(words, Tone.SUCCESS, N_("Open folder"), partial(printing.open_folder, made.path))

    def _ask(self, pdf: object) -> None:
        assert isinstance(pdf, bytes)
        assert self._paper is not None
        printer = printing.new_printer(pdf, self._paper.copies, self._paper.title)
        pages = len(printing.Pages(pdf))
        if not self.ask_printer(self._window, printer, pages):
            return
        if self._paper.by_hand:
            printer.setCollateCopies(False)  # the backs of all copies come in the order of their fronts
            self._send(pdf, printer, (1, pages // 2), partial(self._fronts_printed, pdf, printer, pages))
        else:
            self._send(pdf, printer, None, self._printed)

    def _send(
        self, pdf: bytes, printer: QPrinter, some: tuple[int, int] | None, done: Callable[[object], None]
    ) -> None:
        assert self._paper is not None
        if some is not None:
            printer.setFromTo(*some)
        self._begin(self._paper, partial(printing.send, pdf, printer), done)

    def _fronts_printed(self, pdf: bytes, printer: QPrinter, pages: int, copies: object) -> None:
        """The sheets have to be put back by hand before their backs can be printed."""
        assert isinstance(copies, int)
        assert self._paper is not None
        self._note(copies)
        again = printing.like(printer, self._paper.title)
        self._tell(
            label(N_("The fronts are printed. Put the sheets back into the tray as they are, blank side up.")),
            Tone.INFO,
            N_("Print the backs"),
            partial(self._print_backs, self._paper, pdf, again, pages),
        )

    def _print_backs(self, paper: Paper, pdf: bytes, printer: QPrinter, pages: int) -> None:
        if self.is_busy:
            return
        self._paper = paper
        self._send(pdf, printer, (pages // 2 + 1, pages), self._sent)

    def _printed(self, copies: object) -> None:
        assert isinstance(copies, int)
        self._note(copies)
        self._sent(copies)

    def _sent(self, _copies: object) -> None:
        assert self._paper is not None
        self._tell(label(N_("Sent to the printer: {name}"), name=self._paper.title), Tone.SUCCESS)

    def _note(self, copies: int) -> None:
        assert self._paper is not None
        self._work.note(label(N_("Make a document")), ledger.note, self._paper.made, self._today(), copies)

    def _tell(self, words: Label, tone: Tone, action: str = "", do: Callable[[], object] | None = None) -> None:
        self.told.emit(Notice(words, tone, action, do))


def _outcome(task: Task[object], tick: Tick) -> object:
    """What a task came to; a failure is handed over as a value, so that the waiting ends in one place."""
    try:
        return task(tick)
    except Exception as error:
        return error


def _bytes(paper: Paper, tick: Tick) -> bytes:
    tick(0)
    return paper.draw()
