"""What a calendar of another program would do to the schedule. Nothing is written before the user says so."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import N_, _, ngettext
from trainer_app.services.schedule_in import ScheduleCheck
from trainer_app.ui.dialogs.form_dialog import FormDialog, give_way
from trainer_app.ui.models import calendar_import as words
from trainer_app.ui.models.sessions import KINDS
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

LEAST = 120  # pixels of height: four lines


@dataclass(frozen=True, slots=True)
class CalendarOrder:
    kind: TrainingKind
    update: bool


def ask(parent: QWidget, check: ScheduleCheck, file: str) -> CalendarOrder | None:
    return CalendarImportDialog(parent, check, file).ask_user()


class CalendarImportDialog(FormDialog[CalendarOrder]):
    """`dlgCalendarImport`."""

    TITLE = N_("Import a calendar")
    ACCEPT = N_("Import")

    def __init__(self, parent: QWidget | None, check: ScheduleCheck, file: str) -> None:
        super().__init__(parent, "dlgCalendarImport", 940, 520)
        self._check = check
        self._file = file
        self.head = label(self, "section", "lblCalendarHead")
        self.counts = label(self, "", "lblCalendarCounts")
        self.kind_words = label(self, "", "lblCalendarKind")
        self.kind: Choice[TrainingKind] = Choice(self, "cbCalendarKind", tuple(KINDS.items()))
        self.kind.choose(TrainingKind.MEETING)
        self.kind_words.setBuddy(self.kind)
        self.update_known = QCheckBox(self)
        self.update_known.setObjectName("ckUpdateKnown")
        self.update_known.setChecked(bool(check.changed))
        self.update_known.setVisible(bool(check.changed))
        self.update_known.toggled.connect(self._tell)
        self.list: ListView[words.EventLine] = ListView(
            self, "tblCalendarEvents", words.COLUMNS, lambda line: line.number, N_("Events of the calendar")
        )
        give_way(self.list, LEAST)
        kind_row = QHBoxLayout()
        kind_row.addWidget(self.kind_words)
        kind_row.addWidget(self.kind)
        kind_row.addStretch()
        for shown in (self.kind, self.kind_words):
            shown.setVisible(bool(check.ready))
        inside = self.without_form()
        inside.addWidget(self.head)
        inside.addWidget(self.counts)
        inside.addLayout(kind_row)
        inside.addWidget(self.update_known)
        inside.addWidget(self.list, 1)
        self.retranslate()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.head.setText(self._file)
        self.counts.setText(words.counts(self._check) or _("The calendar has no event in the year behind and ahead."))
        self.kind_words.setText(_("What has no module is a"))
        self.kind.setAccessibleName(_("Kind of the new events"))
        count = len(self._check.changed)
        moved = ngettext(
            "Move or cut {count} session that is known here, as the calendar has it",
            "Move or cut {count} sessions that are known here, as the calendar has them",
            count,
        )
        self.update_known.setText(moved.format(count=count))
        self.list.show_rows(words.lines(self._check))
        self._tell()

    @Slot()
    def submit(self) -> None:
        self.finish(CalendarOrder(self.kind.value or TrainingKind.MEETING, self.update_known.isChecked()))

    @Slot()
    def _tell(self) -> None:
        something = bool(self._check.ready) or (bool(self._check.changed) and self.update_known.isChecked())
        self.accept_button.setEnabled(something)
