"""The window of the four steps. It answers with what the user decided; writing it is the screen's work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.documents.output import Tick
from trainer_app.domain.attendance import RegisterDay
from trainer_app.domain.calendar_events import CalendarRead
from trainer_app.domain.imports.causes import Fixes
from trainer_app.domain.imports.kinds import ListKind
from trainer_app.domain.imports.people_rows import PeopleRead
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.readers.workbook import Workbook
from trainer_app.services import groups, imports, mappings, people, trainings
from trainer_app.services.import_causes import AnyCheck
from trainer_app.services.imports import ImportCheck
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import fitting, wait_for
from trainer_app.ui.dialogs.import_wizard import reading, rejected
from trainer_app.ui.dialogs.import_wizard.check_page import CheckPage
from trainer_app.ui.dialogs.import_wizard.columns_page import ColumnsPage
from trainer_app.ui.dialogs.import_wizard.draft import Draft, begin
from trainer_app.ui.dialogs.import_wizard.entries import ImportOrder, MarksOrder
from trainer_app.ui.dialogs.import_wizard.file_page import FilePage
from trainer_app.ui.dialogs.import_wizard.sheet_page import SheetPage
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.place_picker import PlacePicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Job, Work

FILE, SHEET, COLUMNS, CHECK = range(4)
STEPS = (N_("File"), N_("Sheet and titles"), N_("Columns"), N_("Check and import"))
WIDTH, HEIGHT = 1000, 510
CALENDAR = ".ics"


def ask(
    parent: QWidget,
    work: Work,
    group_id: UUID | None = None,
    paste: bool = False,
    path: Path | None = None,
    training_id: UUID | None = None,
) -> ImportOrder | MarksOrder | Path | CalendarRead | None:
    """What to import, or None; a calendar or a list of sessions is for the schedule.

    `paste` begins with what was copied, `path` with a file.
    """
    wizard = ImportWizard(parent, work, group_id, training_id)
    if paste:
        wizard.paste()
    elif path is not None:
        wizard.open_file(path)
    wait_for(wizard)
    return wizard.answer


class ImportWizard(Translated, QDialog):
    """`dlgImport`."""

    def __init__(
        self, parent: QWidget | None, work: Work, group_id: UUID | None = None, training_id: UUID | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dlgImport")
        self._work = work
        self._group_id = group_id
        self._training_id = training_id
        self._job: Job | None = None
        self._read: PeopleRead | None = None
        self._check_made: AnyCheck | None = None
        self._read_as = ""
        self.draft: Draft | None = None
        self.answer: ImportOrder | MarksOrder | Path | CalendarRead | None = None
        self.file_page, self.sheet_page = FilePage(self), SheetPage(self)
        self.columns_page, self.check_page = ColumnsPage(self), CheckPage(self)
        self.pages = QStackedWidget(self)
        for page in (self.file_page, self.sheet_page, self.columns_page, self.check_page):
            self.pages.addWidget(page)
        self.columns_page.bar.offer(work.read(trainings.trainings, screen().language))
        self.check_page.bar.know_places(PlacePicker(self.check_page.bar, "edCausePlace", work))
        self._make_frame()
        self._connect()
        self._build()
        self.resize(fitting(self, WIDTH, HEIGHT))
        self.retranslate()
        self._go(FILE)

    def _make_frame(self) -> None:
        self.steps: list[QLabel] = [label(self, "muted", f"lblStep{number}", wrap=False) for number in range(4)]
        self.what = ElidedLabel(self, "muted", "lblImportFile")
        self.reason = label(self, "error", "lblImportReason")
        self.reason.hide()
        self.cancel = button(self, "btnCancel")
        self.back = button(self, "btnBack")
        self.next = button(self, "btnNext", kind="primary")
        self.next.setDefault(True)

    def _connect(self) -> None:
        self.file_page.chosen.connect(self.open_file)
        self.file_page.paste_wanted.connect(self.paste)
        self.sheet_page.changed.connect(self._redraft)
        self.columns_page.changed.connect(self._redraft)
        self.columns_page.bar.kind_chosen.connect(self._choose_kind)
        self.columns_page.bar.training_chosen.connect(self._choose_training)
        self.check_page.fixed.connect(self._check_anew)
        self.check_page.group_chosen.connect(self._choose_group)
        self.check_page.decided.connect(self._word_next)
        self.check_page.saving_wanted.connect(self._save_rejected)
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._next)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self.file_page)
        paste.activated.connect(self.paste)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.LARGE)
        for step in self.steps:
            head.addWidget(step)
        head.addWidget(self.what, 1)
        self.what.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.reason, 1)
        row.addStretch()
        for made in (self.cancel, self.back, self.next):
            row.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.MEDIUM)
        layout.setSpacing(theme.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        layout.addLayout(row)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Import a list"))
        for number, (step, words) in enumerate(zip(self.steps, STEPS, strict=True), start=1):
            step.setText(_("{number} {step}").format(number=number, step=_(words)))
        self.cancel.setText(_("Cancel"))
        self.back.setText(_("Back"))
        self._word_next()

    @property
    def step(self) -> int:
        return self.pages.currentIndex()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    # ---- step 1 ------------------------------------------------------------------------------------------------

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Read a file in the background, then go to the first step that is not clear by itself."""
        self._file = path.name
        if path.suffix.lower() == CALENDAR:
            self._redirect(path)
            return
        self.file_page.reading()
        self._job = self._work.start(partial(reading.workbook, path), self._opened, self.file_page.progress)

    @Slot()
    def paste(self) -> None:
        """A list that was copied in another program; its sheet needs no choosing."""
        text = QGuiApplication.clipboard().text()
        self._file = _("a pasted list")
        if not text.strip():
            self.file_page.rest(_("Nothing was copied. Select the list in Excel, copy it, and try again."))
            return
        self._opened(reading.pasted(text, self._file))

    @Slot(object)
    def _opened(self, found: Workbook | str) -> None:
        self._job = None
        if isinstance(found, str):
            self.file_page.rest(found)
            return
        schedule = reading.schedule_of(self._file, found) if self._group_id is None else None
        if schedule is not None and schedule.events and self._training_id is None:
            self._redirect(schedule)
            return
        draft = begin(self._file, found)
        if draft is None:
            self.file_page.rest(_("“{file}” is empty.").format(file=self._file))
            return
        self.file_page.rest()
        draft = self._recalled(draft)
        if not draft.is_people and (training := self._training_id or self._only_training()):
            draft = draft.with_training(training, self._days(training))
        self._redraft(draft)
        self._go(_first_open_step(draft))

    def _redirect(self, schedule: Path | CalendarRead) -> None:
        """A calendar, or a sheet of sessions, is looked at in the window of the schedule."""
        self.answer = schedule
        self.accept()

    def _recalled(self, draft: Draft) -> Draft:
        """Read as lists with these headers were read before. From a session, a list is about its training."""
        found = self._work.read(mappings.recall, draft.proposal)
        day = screen().date(found.used_on) if found else ""
        self._read_as = _("read as on {date}").format(date=day) if found else ""
        self.columns_page.remembered.setText(_("Read as on {date}: check, and change what differs.").format(date=day))
        self.columns_page.remembered.setVisible(found is not None)
        if found is not None:
            return replace(draft, proposal=found.proposal).with_kind(found.kind)
        if self._training_id is not None and draft.is_people:
            return draft.with_kind(ListKind.ATTENDANCE)
        return draft

    def _only_training(self) -> UUID | None:
        found = self._work.read(trainings.trainings, screen().language)
        return found[0].id if len(found) == 1 else None

    def _days(self, training_id: UUID) -> tuple[RegisterDay, ...]:
        return self._work.read(imports.register_of, training_id).days

    # ---- steps 2 and 3 -----------------------------------------------------------------------------------------

    @Slot(object)
    def _redraft(self, draft: Draft) -> None:
        self.draft = draft
        self._read = self._check_made = None
        self.check_page.forget_answers()
        what = _("{file}, sheet “{sheet}”").format(file=draft.file, sheet=draft.sheet.name)
        self.what.setText(" · ".join(part for part in (what, self._read_as) if part))
        self.sheet_page.show_draft(draft)
        self.columns_page.show_draft(draft)

    @Slot(object)
    def _choose_kind(self, kind: ListKind) -> None:
        if self.draft is None:
            return
        draft = self.draft.with_kind(kind)
        if not draft.is_people and draft.training_id is None and self._training_id is not None:
            draft = draft.with_training(self._training_id, self._days(self._training_id))
        self._redraft(draft)

    @Slot(object)
    def _choose_training(self, training_id: UUID) -> None:
        if self.draft is not None:
            self._redraft(self.draft.with_training(training_id, self._days(training_id)))

    # ---- step 4 ------------------------------------------------------------------------------------------------

    def _check(self) -> None:
        """Read the rows in the background, then compare them with everybody known."""
        if self.draft is None:
            return
        if self._read is not None:
            self._compare(self._read)
            return
        self.next.setEnabled(False)
        self.reason.setText(_("Reading the rows…"))
        self.reason.setVisible(True)
        done = self._people_read if self.draft.is_people else self._compared
        self._job = self._work.start(self._reading(self.draft), done)

    def _reading(self, draft: Draft) -> Callable[[Tick], Any]:
        """What is read in the background; a sheet of a training is compared there at once."""
        fixes = self.check_page.fixes
        if draft.is_people or draft.training_id is None:
            return partial(reading.people_of, draft, fixes, self._work.read(imports.knowledge, self._group_id))
        if draft.kind is ListKind.ATTENDANCE:
            register = self._work.read(imports.register_of, draft.training_id)
            return partial(reading.attendance_of, draft, fixes, register)
        return partial(reading.scores_of, draft, fixes, self._work.read(imports.score_sheet_of, draft.training_id))

    @Slot(object)
    def _check_anew(self, _fixes: Fixes) -> None:
        """Somebody answered for all rows of a cause."""
        self._read = None
        self._check()

    @Slot(object)
    def _compared(self, check: AnyCheck) -> None:
        """A register or scores, compared with what is recorded."""
        self._job, self._check_made = None, check
        self.next.setEnabled(True)
        if self.draft is not None:
            self.check_page.show_check(self.draft, check, {}, (), None)
        self._refuse("")
        self._word_next()
        (self.check_page.first_focus() or self.next).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _people_read(self, found: tuple[PeopleRead, ImportCheck]) -> None:
        self._job = None
        self._show_people(*found)

    def _compare(self, read: PeopleRead) -> None:
        """With another group, or again: the rows are as they were read."""
        self._show_people(read, self._work.read(imports.check, read, self._group_id, self.check_page.fixes))

    def _show_people(self, read: PeopleRead, check: ImportCheck) -> None:
        self._read, self._check_made = read, check
        self.next.setEnabled(True)
        if self.draft is not None:
            known = self._work.read(people.some, [doubt.person_id for doubt in check.doubtful if doubt.person_id])
            found = self._work.read(groups.groups)
            self.check_page.show_check(self.draft, check, known, found, self._group_id)
        self._refuse("")
        self._word_next()
        (self.check_page.first_focus() or self.next).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _choose_group(self, group_id: UUID | None) -> None:
        if group_id != self._group_id and self._read is not None:
            self._group_id = group_id
            focus = QApplication.focusWidget()
            self._compare(self._read)
            if focus is not None:
                focus.setFocus()
        self._word_next()

    @Slot()
    def _save_rejected(self) -> None:
        if self.draft is None or self._check_made is None:
            return
        check = self._check_made
        table = imports.rejected_table(self.draft.rows, self.draft.proposal, check.rejected, check.doubtful)
        path = rejected.ask(self, rejected.file_name(self.draft.file))
        if path is not None:
            self._work.start(partial(rejected.write, table, path), self._saved)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self.reason.setProperty("kind", "success")
        self.reason.setText(_("Saved {file}").format(file=path.name))
        self.reason.setVisible(True)
        self.reason.style().polish(self.reason)

    # ---- going from step to step -------------------------------------------------------------------------------

    def _go(self, step: int) -> None:
        self.pages.setCurrentIndex(step)
        for number, shown in enumerate(self.steps):
            shown.setProperty("kind", "strong" if number == step else "muted")
            shown.style().polish(shown)
        self.back.setVisible(step != FILE)
        self.next.setVisible(step != FILE)
        self._refuse("")
        self._word_next()
        focus = {FILE: self.file_page.choose, COLUMNS: self.columns_page.first_focus()}.get(step)
        (focus or self.next).setFocus(Qt.FocusReason.OtherFocusReason)
        if step == CHECK:
            self._check()

    @Slot()
    def _back(self) -> None:
        self._go(self.step - 1)

    @Slot()
    def _next(self) -> None:
        if self.step == COLUMNS and self.draft is not None and (missing := _missing(self.draft)):
            self.columns_page.refuse(missing)
        elif self.step == CHECK:
            self._finish()
        elif self.step != FILE:
            self._go(self.step + 1)

    def _finish(self) -> None:
        if self.draft is None or self._check_made is None:
            return
        order = self.check_page.order(self.draft)
        if isinstance(order, ImportOrder) and order.new_group is not None and not order.new_group.name:
            self._refuse(_("The new group needs a name."))
            self.check_page.new_name.setFocus()
        elif not order.count:
            self._refuse(_("No row can be imported yet. Correct the list, or decide about the rows above."))
        else:
            self.answer = order
            self.accept()

    def _refuse(self, reason: str) -> None:
        self.reason.setProperty("kind", "error")
        self.reason.style().polish(self.reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    @Slot()
    def _word_next(self) -> None:
        if self.step != CHECK or self.draft is None:
            self.next.setText(_("Next"))
            return
        count = self.check_page.order(self.draft).count if self._check_made else 0
        words = {
            ListKind.PEOPLE: ngettext("Import {count} person", "Import {count} people", count),
            ListKind.ATTENDANCE: ngettext("Import {count} mark", "Import {count} marks", count),
            ListKind.SCORES: ngettext("Import {count} score", "Import {count} scores", count),
        }
        self.next.setText(words[self.draft.kind].format(count=count))


def _missing(draft: Draft) -> str:
    """What must be said before the rows can be read."""
    if not draft.is_people and draft.training_id is None:
        return _("Choose the training of this list.")
    if not draft.has_names:
        return _("Say which column holds the names.")
    if not draft.has_values:
        return (
            _("Say which columns are days of the training.")
            if draft.kind is ListKind.ATTENDANCE
            else _("Say which column holds the scores.")
        )
    return ""


def _first_open_step(draft: Draft) -> int:
    """Steps that are sure are skipped; Back leads to them."""
    if len(draft.sheets) > 1:
        return SHEET
    return CHECK if draft.is_sure else COLUMNS
