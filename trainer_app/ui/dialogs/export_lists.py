"""The attendance lists of a period at one press: a page for each training, a file for each, or all in one PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from trainer_app import settings
from trainer_app.documents import attendance_each
from trainer_app.documents.attendance_each import Lists, chosen
from trainer_app.documents.output import Cancelled, Tick, Written, safe_name
from trainer_app.documents.words import file_name
from trainer_app.domain.printed import Holder, Made
from trainer_app.domain.report_periods import Preset, days_of
from trainer_app.i18n import LANGUAGES, N_, Catalog, _, label, ngettext, screen
from trainer_app.services import attendance_lists, ledger, report_choices
from trainer_app.ui import printing, theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label as text_label
from trainer_app.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from trainer_app.ui.work import Job, Work

KEY = Qt.ItemDataRole.UserRole
LIST_HEIGHT = 118


@dataclass(frozen=True, slots=True)
class Shape:
    """How the lists leave: in one file of this kind, or in a folder with a file for each training."""

    suffix: str
    each: bool = False


SHAPES = (
    (Shape(".xlsx"), N_("Excel, a page for each training (.xlsx)")),
    (Shape(".ods"), N_("LibreOffice, a page for each training (.ods)")),
    (Shape(".pdf"), N_("One PDF, one list after the other")),
    (Shape(".pdf", each=True), N_("A folder with a PDF for each training")),
    (Shape(".xlsx", each=True), N_("A folder with an Excel file for each training")),
    (Shape(".ods", each=True), N_("A folder with a LibreOffice file for each training")),
    (Shape(".csv", each=True), N_("A folder with a text file for each training (.csv)")),
)


@dataclass(frozen=True)
class _Saved:
    """What was written, or why nothing was."""

    lists: Lists
    language: str
    files: Sequence[Written] = ()
    problem: Exception | None = None


Period = tuple[date, date]


def ask(parent: QWidget, work: Work, today: date, period: Period | None = None) -> None:
    """Of these days, else of the month that ended last."""
    ListsDialog(parent, work, today, period).ask_user()


class ListsDialog(FormDialog[None]):
    """`dlgExportLists`. It stays open: who saved a workbook may want the PDF too."""

    TITLE = N_("Attendance lists of a period")
    ACCEPT = N_("Save as…")

    busy = Signal(bool)
    progressed = Signal(float)

    def __init__(self, parent: QWidget | None, work: Work, today: date, period: Period | None = None) -> None:
        super().__init__(parent, "dlgExportLists", 760, 540)
        self._work, self._today = work, today
        self._job: Job | None = None
        self._saved_in: Path | None = None
        self._closing = False
        self.ask_folder: Callable[[QWidget, str], Path | None] = printing.ask_folder
        self.ask_path: Callable[[QWidget, str], Path | None] = printing.ask_path
        kept, offered = settings.load(work.folder), work.read(report_choices.choices)
        self._sample = offered.only_sample
        self.first, self.last = DateField(self, "dtListsFrom", today), DateField(self, "dtListsTo", today)
        self.district: Choice[UUID | None] = Choice(self, "cbListsDistrict", proper=True)
        self._districts = offered.districts
        self.list = QListWidget(self)
        self.list.setObjectName("lstTrainings")
        self.all = button(self, "btnListsAll", kind="link")
        self.none = button(self, "btnListsNone", kind="link")
        self.shape: Choice[Shape] = Choice(self, "cbListsShape", SHAPES)
        self.shape.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.language: Segments[str] = Segments(self, "segListsLanguage", list(LANGUAGES.items()), proper=True)
        self.phones = QCheckBox(self)
        self.phones.setObjectName("chkListsPhones")
        self.said = text_label(self, "muted", "lblListsSaid")
        self.open_folder = button(self, "btnListsFolder", "folder-open", "link")
        self.progress = ProgressLine(self, "progressLists")
        self._build()
        self._connect()
        self.language.choose(kept.printed)
        self.shape.choose(SHAPES[0][0])
        first, last = period or days_of(Preset.LAST_MONTH, today, today)
        self.first.set_value(first)
        self.last.set_value(last)
        self.retranslate()
        self.read()
        self.first.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        self.all.setText(_("Tick all"))
        self.none.setText(_("Tick none"))
        self.phones.setText(_("Show phone numbers in full"))
        self.open_folder.setText(_("Open folder"))
        self.list.setAccessibleName(_("Trainings"))
        self.district.offer([(None, _("All districts")), *self._districts])
        self._tell()

    # ---- what is shown -------------------------------------------------------------------------------------------

    @property
    def ticked(self) -> list[UUID]:
        items = (self.list.item(place) for place in range(self.list.count()))
        return [item.data(KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    @Slot()
    def read(self) -> None:
        """The trainings of these days; all of them are ticked."""
        first, last = self.first.value, self.last.value
        self.list.blockSignals(True)
        self.list.clear()
        if first is not None and last is not None:
            found = self._work.read(
                attendance_lists.listed,
                screen().language,
                first,
                last,
                self.district.value,
                sample=self._sample,
            )
            for one in found:
                item = QListWidgetItem(", ".join(filter(None, (f"{one.code} {one.title}", one.group))))
                item.setData(KEY, one.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._tell()

    @Slot()
    def tick_all(self) -> None:
        self._tick(Qt.CheckState.Checked)

    @Slot()
    def tick_none(self) -> None:
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for place in range(self.list.count()):
            self.list.item(place).setCheckState(state)
        self.list.blockSignals(False)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """How many lists leave, on the button that makes them."""
        count = len(self.ticked)
        self.accept_button.setEnabled(count > 0 and self._job is None)
        if count:
            words = ngettext("Save {count} list as…", "Save {count} lists as…", count).format(count=count)
        else:
            words = _(self.ACCEPT)
        self.accept_button.setText(words)
        if self.list.count() == 0:
            self._say(_("No training has a session in these days. Choose other days."))
        elif not count:
            self._say(_("Tick at least one training."))
        elif self._saved_in is None and self._job is None:
            self._say("")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    # ---- what is done --------------------------------------------------------------------------------------------

    def problems(self) -> Mapping[str, str]:
        wrong = _("A day is written like 05/03/2026.")
        found = {name: wrong for name, field in (("first", self.first), ("last", self.last)) if field.value is None}
        if not found and self.first.value and self.last.value and self.last.value < self.first.value:
            found["last"] = _("The last day is before the first one.")
        return found

    def result_of_form(self) -> None:
        """Ask where, then write in the background: all of it, or nothing."""
        shape, wanted = self.shape.value, self.ticked
        if shape is None or not wanted or self._job is not None:
            return
        t = Catalog(self.language.value)
        path = self._ask_where(shape, t)
        if path is not None:
            registers = self._work.read(attendance_lists.registers, wanted, t.language)
            shown = frozenset({"phone"} if self.phones.isChecked() else ())
            lists = chosen(registers, self.first.value, self.last.value, shown)
            self._start(partial(_save, lists, t, path, shape, self._today))

    def finish(self, answer: None) -> None:
        """Nothing closes: it goes on in the background, and there may be more to save."""

    def _ask_where(self, shape: Shape, t: Catalog) -> Path | None:
        first, last = self.first.value, self.last.value
        title = f"{attendance_each.title(t)} {first} {last}"
        if not shape.each:
            return self.ask_path(self, file_name(title, shape.suffix, t, self._sample))
        folder = self.ask_folder(self, _("A folder for the lists"))
        return folder / safe_name(file_name(title, "", t, self._sample)) if folder is not None else None

    def _start(self, task: Callable[[Tick], object]) -> None:
        self._saved_in = None
        self.open_folder.hide()
        self._job = self._work.start(task, self._end, self._progress)
        self.busy.emit(True)
        self._tell()
        self._say(_("Making the lists…"))

    @Slot(object)
    def _end(self, outcome: object) -> None:
        assert isinstance(outcome, _Saved)
        self._job = None
        self.busy.emit(False)
        if outcome.files:
            self._note(outcome)
            self._saved_in = outcome.files[0].path
        self._tell()
        self._say(self._outcome(outcome))
        self.open_folder.setVisible(self._saved_in is not None)
        if self._closing:
            self.done(0)
        if outcome.problem is not None and not isinstance(outcome.problem, Cancelled):
            raise outcome.problem

    def _outcome(self, outcome: _Saved) -> str:
        if outcome.files:
            count, folder = len(outcome.files), outcome.files[0].path.parent
            words = ngettext("{count} file was saved in {folder}", "{count} files were saved in {folder}", count)
            return words.format(count=count, folder=folder)
        return _("Stopped. Nothing was made.") if isinstance(outcome.problem, Cancelled) else ""

    def _note(self, outcome: _Saved) -> None:
        """Each list is noted with its training."""
        for register in outcome.lists.registers:
            key = register.head.id
            shown = outcome.lists.shown_in_full
            made = Made("attendance_list", outcome.language, key, shown, holder=Holder(training_id=key))
            self._work.note(label(N_("Make a document")), ledger.note, made, self._today)

    @Slot()
    def _open_folder(self) -> None:
        if self._saved_in is not None:
            printing.open_folder(self._saved_in)

    @Slot()
    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def done(self, result: int) -> None:
        """What is being made is stopped first; the window closes as soon as it is."""
        self.stop()
        self._closing = self._job is not None
        if not self._closing:
            super().done(result)

    @Slot(float)
    def _progress(self, share: float) -> None:
        self.progressed.emit(share)

    def _connect(self) -> None:
        self.first.changed.connect(self.read)
        self.last.changed.connect(self.read)
        self.district.chosen.connect(self.read)
        self.list.itemChanged.connect(self._tell)
        self.all.clicked.connect(self.tick_all)
        self.none.clicked.connect(self.tick_none)
        self.open_folder.clicked.connect(self._open_folder)
        self.progress.follow(self)

    def _build(self) -> None:
        self.inside.setSpacing(theme.SMALL)
        self.form.add("first", N_("From"), self.first)
        self.form.add("last", N_("To"), self.last, beside=True)
        self.form.add("district", N_("District"), self.district)
        self.form.add("shape", N_("Save as"), self.shape, beside=True)
        self.form.add("trainings", N_("Trainings"), self._trainings())
        self.form.add("language", N_("Language of the paper"), self.language)
        self.inside.addWidget(self.phones)
        self.inside.addStretch(1)
        for widget in (self.progress, self.said):
            self.outside.insertWidget(self.outside.count() - 1, widget)
        self.said.hide()
        self.open_folder.hide()
        self.row.insertWidget(0, self.open_folder)

    def _trainings(self) -> QWidget:
        """The list, and below it what ticks all of it at once."""
        whole = QWidget(self)
        whole.setObjectName("lstTrainingsWhole")
        self.list.setFixedHeight(theme.scaled(LIST_HEIGHT))
        layout, links = QVBoxLayout(whole), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.list)
        layout.addLayout(links)
        links.setSpacing(theme.MEDIUM)
        links.addWidget(self.all)
        links.addWidget(self.none)
        links.addStretch(1)
        whole.setFocusProxy(self.list)
        return whole


def _save(lists: Lists, t: Catalog, path: Path, shape: Shape, today: date, tick: Tick) -> _Saved:
    """A failure is handed over as a value, so that the waiting ends in one place."""
    try:
        if shape.each:
            files = attendance_each.write_each(lists, t, path, shape.suffix, tick, today)
        else:
            files = [attendance_each.write(lists, t, path, tick, today)]
    except Exception as problem:
        return _Saved(lists, t.language, problem=problem)
    return _Saved(lists, t.language, files)
