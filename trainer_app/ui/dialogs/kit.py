"""All papers of one training: ticked by default, counted, and saved at one press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app import settings
from trainer_app.documents import kit as kit_papers
from trainer_app.documents.kit import Drawn
from trainer_app.documents.output import Cancelled
from trainer_app.documents.words import file_name
from trainer_app.domain.kit import KitContents
from trainer_app.i18n import LANGUAGES, N_, Catalog, _, label, ngettext
from trainer_app.services import kit, ledger, trainings
from trainer_app.ui import printing, theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.kit_jobs import Counted, Saved, counted, in_folder, in_one_file, states_of
from trainer_app.ui.dialogs.kit_rows import KitRows
from trainer_app.ui.models.curriculum import not_reviewed
from trainer_app.ui.models.kit import total_words
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.labels import label as text_label
from trainer_app.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from trainer_app.ui.work import Job, Task, Work


def ask(parent: QWidget, work: Work, today: date, training_id: UUID | None = None) -> None:
    KitDialog(parent, work, today, training_id).ask_user()


class KitDialog(FormDialog[None]):
    """`dlgKit`. The papers are drawn as soon as they are shown, so that what they take is known before."""

    TITLE = N_("All papers of a training")
    ACCEPT = N_("Save in a folder…")

    busy = Signal(bool)
    progressed = Signal(float)

    def __init__(self, parent: QWidget | None, work: Work, today: date, training_id: UUID | None = None) -> None:
        super().__init__(parent, "dlgKit", 760, 520)
        self._work, self._today = work, today
        self._contents: KitContents | None = None
        self._drawn: Sequence[Drawn] = ()
        self._wish = 0
        self._job: Job | None = None
        self._saving = False
        self._saved_in: Path | None = None
        self.ask_folder: Callable[[QWidget, str], Path | None] = printing.ask_folder
        self.ask_path: Callable[[QWidget, str], Path | None] = printing.ask_path
        kept = settings.load(work.folder)
        self._price = kept.page_price
        found = work.read(trainings.trainings, kept.content)
        self.training: Choice[UUID] = Choice(self, "cbKitTraining", proper=True)
        self.training.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.training.offer([(line.id, f"{line.code} {line.title}, {line.group}") for line in found])
        self.training.choose(training_id or (found[0].id if found else None))
        self.languages: Segments[str] = Segments(self, "segKitLanguage", list(LANGUAGES.items()), proper=True)
        self.languages.choose(kept.printed)
        self.rows = KitRows(self)
        self.total = text_label(self, "strong", "lblKitTotal")
        self.state = text_label(self, "warning", "lblKitState")
        self.said = text_label(self, "muted", "lblKitSaid")
        self.open_folder = button(self, "btnKitFolder", "folder-open", "link")
        self.one_file = button(self, "btnKitOneFile", "download")
        self.progress = ProgressLine(self, "progressKit")
        self._build()
        self._connect()
        self.retranslate()
        self.training.setFocus()
        self.read()

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        self.one_file.setText(_("Save as one PDF…"))
        self.one_file.setToolTip(_("Its first page says how often to copy which pages"))
        self.open_folder.setText(_("Open folder"))
        self._tell_total()

    # ---- what is shown -------------------------------------------------------------------------------------------

    @Slot()
    def read(self) -> None:
        """The papers of the chosen training in the chosen language, counted as soon as they are drawn."""
        self._wish += 1
        self._stop()
        self._drawn, self._contents = (), None
        training = self.training.value
        if training is not None:
            self._contents = self._work.read(kit.contents, training, self.languages.value, self._today)
            ready = kit_papers.ready(self._contents, self._today)
            self.rows.offer([kind for kind, _paper in ready])
            self._start(partial(counted, self._wish, ready), self._show)
        self._tell_total()

    @Slot(object)
    def _show(self, answer: object) -> None:
        assert isinstance(answer, Counted)
        if answer.wish != self._wish:
            return
        self._end()
        self._drawn = answer.found
        self.rows.tell(self._drawn)
        self.said.setText(" ".join(answer.refusals))
        self.said.setVisible(bool(answer.refusals))
        self._tell_total()
        if answer.bug is not None:
            raise answer.bug

    @Slot()
    def _tell_total(self) -> None:
        """What leaves the printer, and what that costs where the price of a page is known."""
        wanted = self._wanted()
        for made in (self.accept_button, self.one_file):
            made.setEnabled(bool(wanted) and self._job is None)
        self.state.setText(not_reviewed(states_of(wanted)))
        self.state.setVisible(bool(self.state.text()))
        if self.training.value is None:
            self.total.setText(_("There is no training yet. Plan one in the schedule first."))
        elif not self._drawn:
            self.total.setText(_("Counting the pages…") if self._job else _("Stopped. Nothing was counted."))
        else:
            self.total.setText(
                total_words([one.amount for one in wanted], self._price) if wanted else _("Tick at least one paper.")
            )

    def _wanted(self) -> list[Drawn]:
        return kit_papers.chosen(self._drawn, self.rows.ticked)

    # ---- what is done --------------------------------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """A file for each paper, in a folder that the user chooses."""
        wanted = self._wanted()
        folder = self.ask_folder(self, _("A folder for the papers")) if wanted and self._job is None else None
        if folder is not None:
            self._save(partial(in_folder, wanted, folder))

    @Slot()
    def _save_one(self) -> None:
        wanted, contents = self._wanted(), self._contents
        if not wanted or contents is None or self._job is not None:
            return
        head, t = contents.register.head, Catalog(contents.language)
        title = t.gettext("Papers {training}").format(training=f"{head.code} {contents.language.upper()}")
        path = self.ask_path(self, file_name(title, ".pdf", t, head.is_sample))
        if path is not None:
            self._save(partial(in_one_file, wanted, contents, path, self._today))

    def _save(self, task: Task[object]) -> None:
        self._saving = True
        self._start(task, self._saved)
        self._tell_total()

    @Slot(object)
    def _saved(self, outcome: object) -> None:
        assert isinstance(outcome, Saved)
        self._end()
        self._saving = False
        for one in outcome.papers:
            made = one.paper.made
            self._work.note(label(N_("Make a document")), ledger.note, made, self._today, one.paper.copies)
        if outcome.files:
            self._saved_in = outcome.files[0].path
            words = ngettext("{count} file was saved in {folder}", "{count} files were saved in {folder}",
                             len(outcome.files))  # fmt: skip
            self.said.setText(words.format(count=len(outcome.files), folder=self._saved_in.parent))
        if isinstance(outcome.problem, Cancelled):
            self.said.setText(" ".join(filter(None, (_("Stopped."), self.said.text() if outcome.files else ""))))
        self.said.setVisible(bool(self.said.text()))
        self.open_folder.setVisible(self._saved_in is not None)
        self._tell_total()
        if outcome.problem is not None and not isinstance(outcome.problem, Cancelled):
            raise outcome.problem

    @Slot()
    def _open_folder(self) -> None:
        if self._saved_in is not None:
            printing.open_folder(self._saved_in)

    @Slot()
    def stop(self) -> None:
        """Stop what is being drawn or saved; what was saved before is whole."""
        self._stop()

    def done(self, result: int) -> None:
        """What is being saved is stopped first, so that the ledger hears of it."""
        self._stop()
        if not self._saving:
            self._wish += 1
            super().done(result)

    def _start(self, task: Task[object], done: Callable[[object], None]) -> None:
        self._job = self._work.start(task, done, self._progress)
        self.busy.emit(True)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self.busy.emit(False)

    @Slot(float)
    def _progress(self, share: float) -> None:
        self.progressed.emit(share)

    def _connect(self) -> None:
        self.training.chosen.connect(self.read)
        self.languages.chosen.connect(self.read)
        self.rows.changed.connect(self._tell_total)
        self.one_file.clicked.connect(self._save_one)
        self.open_folder.clicked.connect(self._open_folder)
        self.progress.follow(self)

    def _build(self) -> None:
        self.inside.setSpacing(theme.SMALL)
        self.form.add("training", N_("Training"), self.training)
        self.form.add("language", N_("Language of the paper"), self.languages, beside=True)
        self.inside.addWidget(self.rows)
        self.inside.addStretch(1)
        for widget in (self.progress, self.state, self.total, self.said):
            self.outside.insertWidget(self.outside.count() - 1, widget)
        self.said.hide()
        self.open_folder.hide()
        self.row.insertWidget(0, self.open_folder)
        self.row.insertWidget(self.row.count() - 1, self.one_file)
