"""Who was watched at practical work in a training: written down, corrected and taken out, each at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.documents import checklist_words
from trainer_app.domain.checklists import ObservationLine
from trainer_app.i18n import N_, _, label, screen
from trainer_app.services import observations
from trainer_app.ui.dialogs import observation
from trainer_app.ui.dialogs.deed_dialog import DeedDialog
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def _day(line: ObservationLine) -> str:
    return screen().date(line.form.day)


def _on(line: ObservationLine) -> date:
    return line.form.day


def _person(line: ObservationLine) -> str:
    return line.person


def _checklist(line: ObservationLine) -> str:
    return checklist_words.titles(screen())[line.form.checklist]


def _count(line: ObservationLine) -> str:
    return observation.count_words(line.form.lines)


def _share(line: ObservationLine) -> float:
    return line.share or 0.0


def _observer(line: ObservationLine) -> str:
    return line.observer


def _key(line: ObservationLine) -> UUID:
    return line.id


COLUMNS: tuple[Column[ObservationLine], ...] = (
    Column(N_("Day"), _day, sort=_on, sample="00/00/0000 0"),
    Column(N_("Who is watched"), _person, tip=_person, stretch=True),
    Column(N_("At what"), _checklist, tip=_checklist, sample="Leading a session with peers"),
    Column(N_("Seen"), _count, sort=_share, sample="10 yes of 10 seen"),
    Column(N_("Who watches"), _observer, tip=_observer, sample="MUKANDAYISENGA Marie"),
)


def show(parent: QWidget, work: Work, training_id: UUID, today: date) -> None:
    wait_for(ObservationsDialog(parent, work, training_id, today))


class ObservationsDialog(DeedDialog):
    """`dlgObservations`."""

    TITLE = N_("Practical work that was watched")

    def __init__(self, parent: QWidget | None, work: Work, training_id: UUID, today: date) -> None:
        super().__init__(parent, "dlgObservations", work, 900, 440)
        self._training_id, self._today = training_id, today
        self.total = labels.label(self, "muted", "lblObserved")
        self.table: ListView[ObservationLine] = ListView(self, "tblObservations", COLUMNS, _key, self.TITLE)
        self.table.opened.connect(self._change)
        words = N_("Nobody was watched yet.")
        self.list = OrEmpty(self, self.table, EmptyState(self, "list-checks", words, (N_("Watch somebody"), self.add)))
        self.add_button = button(self, "btnWatch", "user-plus")
        self.edit_button = button(self, "btnEditObservation")
        self.remove_button = button(self, "btnRemoveObservation", "trash-2", kind="quiet")
        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self.change)
        self.remove_button.clicked.connect(self.remove)
        self._action("add", "Ins", self.add)
        self._action("remove", "Del", self.remove, self.table)
        self.inside.addWidget(self.list, 1)
        self.inside.addWidget(self.total)
        for made in (self.add_button, self.edit_button, self.remove_button):
            self.foot.addWidget(made)
        self.finish_foot()
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table if self.table.rows.rowCount() else self.list.empty.buttons[0]

    def reload(self) -> None:
        found = self.work.read(observations.of_training, self._training_id)
        self.table.show_rows(found)
        self.list.show_empty(not found)
        for made in (self.add_button, self.edit_button, self.remove_button):
            made.setVisible(bool(found))
        share = observations.share(found)
        self.total.setText("" if share is None else _("On average {share} yes").format(share=screen().percent(share)))

    def retranslate(self) -> None:
        super().retranslate()
        for made, words, keys in (
            (self.add_button, _("Watch somebody"), "Ins"),
            (self.edit_button, _("Edit"), "Enter"),
            (self.remove_button, _("Remove"), "Del"),
        ):
            made.setText(words)
            made.setToolTip(f"{words} ({keys})")
        self.reload()

    @Slot()
    def add(self) -> None:
        form = observation.ask(self, self.work, self._people(), self._today)
        if form is not None:
            what = label(N_("Watch {name} at work"), name=self._name(form.person_id))
            key = self.do(what, observations.add, self._training_id, form, self._today)
            self._stand_at(key)

    @Slot()
    def change(self) -> None:
        self._change(self.table.current_row())

    @Slot(object)
    def _change(self, line: ObservationLine | None) -> None:
        if line is None:
            return
        form = observation.ask(self, self.work, self._people(), self._today, line)
        if form is not None and form != line.form:
            what = label(N_("Correct what was seen of {name}"), name=self._name(form.person_id))
            self.do(what, observations.change, line.id, form, self._today)
        self._stand_at(line.id)

    @Slot()
    def remove(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.do(label(N_("Take out what was seen of {name}"), name=line.person), observations.remove, line.id)
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _people(self) -> tuple[tuple[UUID, str], ...]:
        return self.work.read(observations.who_can_be_watched, self._training_id)

    def _name(self, person_id: UUID) -> str:
        return dict(self._people()).get(person_id, "")

    def _stand_at(self, key: UUID | None) -> None:
        self.table.go_to(key)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
