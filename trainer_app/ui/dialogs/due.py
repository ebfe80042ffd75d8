"""What is still due: trainings, meetings and the like, for each district, with the overall target beside the sum."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from trainer_app.domain.quotas import Quota, Quotas
from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import N_, _, label, ngettext
from trainer_app.services import quotas
from trainer_app.services.quotas import Period
from trainer_app.ui.dialogs import due_number, trainings_behind
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.listed import ListedDialog, choose_first
from trainer_app.ui.models.plans import QUOTA_COLUMNS
from trainer_app.ui.models.sessions import KINDS
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from uuid import UUID

    from trainer_app.ui.work import Work

PLANNED, HELD = 2, 3  # columns whose numbers open the trainings behind them


def ask(parent: QWidget, work: Work, today: date, language: str) -> UUID | None:
    """The training that was chosen behind a number, to be shown; or None."""
    window = DueDialog(parent, work, today, language)
    wait_for(window)
    return window.answer


class DueDialog(ListedDialog):
    """`dlgDue`. Enter opens the trainings behind a number, F2 says what is due."""

    TITLE = N_("What is still due")

    def __init__(self, parent: QWidget | None, work: Work, today: date, language: str) -> None:
        super().__init__(parent, work, "dlgDue", 900, 500)
        self._language = language
        self.answer: UUID | None = None
        self._found = Quotas((), None)
        self.kind: Choice[TrainingKind] = Choice(self, "cbDueKind", tuple(KINDS.items()))
        self.kind.choose(TrainingKind.TRAINING)
        self.first = DateField(self, "edDueFirst", today)
        self.last = DateField(self, "edDueLast", today)
        self.to = labels.label(self, wrap=False)
        self.everywhere = QCheckBox(self)
        self.everywhere.setObjectName("ckAllDistricts")
        self.table: ListView[Quota] = ListView(self, "tblDue", QUOTA_COLUMNS, _key, N_("Districts"))
        nothing = EmptyState(
            self,
            "list-checks",
            N_("Nothing is due or planned in this period."),
            None,
            [(N_("Show all districts"), self.show_all)],
        )
        self.pages = OrEmpty(self, self.table, nothing)
        self.sum = labels.label(self, "strong", "lblDueSum")
        self.set_button = button(self, "btnSetDue", "pencil")
        self.all_button = button(self, "btnSetAll", "list-checks")
        self.overall_button = button(self, "btnSetOverall", "layers")
        self._begin(today)
        self._build()
        self._connect()
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table if self.table.rows.rowCount() else self.pages.empty.buttons[0]

    @property
    def period(self) -> Period:
        first, last = self.first.value or date.min, self.last.value or date.min
        return Period(self.kind.value or TrainingKind.TRAINING, first, last)

    @Slot()
    def reload(self) -> None:
        self._found = self.work.read(quotas.quotas, self.period, self.everywhere.isChecked())
        self.table.show_rows(self._found.lines)
        self.pages.show_empty(not self._found.lines)
        choose_first(self.table)
        self.sum.setText(_sum(self._found))
        self._tell(self.table.current_row())

    def retranslate(self) -> None:
        super().retranslate()
        self.explanation.setText(
            _(
                "Counted in the period of its first day. Held: somebody was marked, or heads were counted. "
                "The sample programme is not counted."
            )
        )
        self.to.setText("–")
        self.first.setAccessibleName(_("First day of the period"))
        self.last.setAccessibleName(_("Last day"))
        self.kind.setAccessibleName(_("Kind"))
        self.everywhere.setText(_("All districts"))
        self.set_button.setText(_("Due here"))
        self.set_button.setToolTip(_("Say how many are due in this district (F2)"))
        self.all_button.setText(_("Due everywhere"))
        self.all_button.setToolTip(_("Say how many are due in each district of the list"))
        self.overall_button.setText(_("Overall target"))
        self.sum.setText(_sum(self._found))

    @Slot()
    def show_all(self) -> None:
        self.everywhere.setChecked(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what is due ----------------------------------------------------------------------------------------------

    @Slot()
    def set_due(self) -> None:
        line = self.table.current_row()
        if line is None or line.place_id is None:
            return
        answer = due_number.ask(self, line.place, line.due)
        if answer is not None:
            self.do(
                label(N_("What is due in {place}"), place=line.place),
                quotas.set_due,
                self.period,
                line.place_id,
                answer.number,
            )

    @Slot()
    def set_all(self) -> None:
        """For the districts of the list; all of them when it is empty."""
        if not any(line.place_id for line in self._found.lines):
            self.everywhere.setChecked(True)
        districts = [line.place_id for line in self._found.lines if line.place_id]
        many = ngettext("{count} district", "{count} districts", len(districts)).format(count=len(districts))
        answer = due_number.ask(self, many, None, needed=True)
        if answer is not None:
            self.do(label(N_("What is due everywhere")), quotas.set_for_all, self.period, districts, answer.number)

    @Slot()
    def set_overall(self) -> None:
        answer = due_number.ask(self, _("All districts together"), self._found.overall)
        if answer is not None:
            self.do(label(N_("The overall target")), quotas.set_due, self.period, None, answer.number)

    # ---- what is behind a number ----------------------------------------------------------------------------------

    @Slot()
    def open(self) -> None:
        line = self.table.current_row()
        if line is None:
            return
        held = self.table.currentIndex().column() == HELD
        found = self.work.read(quotas.behind, self.period, line.place_id, self._language, held=held)
        chosen = trainings_behind.ask(self, found, line.place, held)
        if chosen is not None:
            self.answer = chosen
            self.accept()

    @Slot(object)
    def _tell(self, line: Quota | None) -> None:
        self.set_button.setEnabled(line is not None and line.place_id is not None)

    def _begin(self, today: date) -> None:
        """The latest period for which something is due, or this year."""
        known = self.work.read(quotas.periods)
        here = [period for period in known if period[0] <= today <= period[1]] or list(known)
        first, last = here[0] if here else (date(today.year, 1, 1), date(today.year, 12, 31))
        self.first.set_value(first)
        self.last.set_value(last)

    def _connect(self) -> None:
        self.kind.chosen.connect(self.reload)
        self.first.changed.connect(self.reload)
        self.last.changed.connect(self.reload)
        self.everywhere.toggled.connect(self.reload)
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self.open)
        self.set_button.clicked.connect(self.set_due)
        self.all_button.clicked.connect(self.set_all)
        self.overall_button.clicked.connect(self.set_overall)
        self.key(self.table, "actSetDue", "F2", self.set_due)

    def _build(self) -> None:
        self.table.setSelectionBehavior(ListView.SelectionBehavior.SelectItems)
        for widget in (self.kind, self.first, self.to, self.last, self.everywhere):
            self.head.addWidget(widget)
        self.head.addStretch()
        self.middle.addWidget(self.pages, 1)
        self.middle.addWidget(self.sum)
        self.put_buttons((self.set_button, self.all_button, self.overall_button))


def _sum(found: Quotas) -> str:
    """`Districts together: 203 due, 150 planned, 120 held. Overall target: 214, which is 11 more.`"""
    together = _("Districts together: {due} due, {planned} planned, {held} held.").format(
        due=found.due, planned=found.planned, held=found.held
    )
    if found.overall is None:
        return together
    if found.gap > 0:
        beside = _("Overall target: {overall}, which is {gap} more.").format(overall=found.overall, gap=found.gap)
    elif found.gap < 0:
        beside = _("Overall target: {overall}, which is {gap} less.").format(overall=found.overall, gap=-found.gap)
    else:
        beside = _("Overall target: {overall}, the same.").format(overall=found.overall)
    return f"{together} {beside}"


def _key(line: Quota) -> object:
    return line.place_id
