"""Somebody is watched at work: who, by whom, on which day, and what was seen of each of ten lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.documents import checklist_words
from trainer_app.domain.checklists import Checklist, ObservationForm, ObservationLine, Seen
from trainer_app.i18n import N_, _, screen
from trainer_app.services import trainers
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.checklist_table import ChecklistTable, letters
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.person_picker import PersonPicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

People = Sequence[tuple[UUID, str]]


def ask(
    parent: QWidget, work: Work, people: People, today: date, before: ObservationLine | None = None
) -> ObservationForm | None:
    """`people` are those who can be watched."""
    return ObservationDialog(parent, work, people, today, before).ask_user()


class ObservationDialog(FormDialog[ObservationForm]):
    """`dlgObservation`. The keyboard begins at the person of a new one, and at the lines of one that is corrected."""

    TITLE = N_("Watch somebody at work")

    def __init__(
        self, parent: QWidget | None, work: Work, people: People, today: date, before: ObservationLine | None = None
    ) -> None:
        super().__init__(parent, "dlgObservation", 1040, 480)
        self._today = today
        self._new = before is None
        titles = checklist_words.titles(screen())
        self.person: Choice[UUID] = Choice(self, "cbWatched", people, proper=True)
        self.checklist: Choice[Checklist] = Choice(
            self, "cbChecklist", [(one, titles[one]) for one in Checklist], proper=True
        )
        self.day = DateField(self, "dtWatched", today)
        self.observer = PersonPicker(self, "pickObserver", work, trainers.suggested)
        self.note = QLineEdit(self)
        self.note.setObjectName("edObservationNote")
        self.lines = ChecklistTable(self, Checklist.TEACH_BACK)
        self.keys = label(self, "caption")
        self.counted = label(self, "strong", "lblCounted")
        self._ask_questions()
        self._fill(before)
        self._arrange_lines()
        self.checklist.chosen.connect(self.lines.show_checklist)
        self.lines.answered.connect(self._count)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.person if self._new else self.lines
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        words = checklist_words.seen(screen())
        told = {seen: key for key, seen in letters().items() if words[seen][:1].upper() == key}
        keys = " · ".join(f"{told[seen]} {words[seen]}" for seen in (Seen.YES, Seen.PARTLY, Seen.NO))
        not_seen = words[Seen.NOT_SEEN]
        self.keys.setText(_("Keys: {keys} · Del {not_seen}").format(keys=keys, not_seen=not_seen))
        self._count()

    def problems(self) -> Mapping[str, str]:
        found = {}
        if self.person.value is None:
            found["person"] = _("Choose who was watched.")
        if self.day.value is None:
            found["day"] = _("Write a day like 05/03/2026.")
        elif self.day.value > self._today:
            found["day"] = _("Nobody was watched on a day that has not come.")
        if len(self.observer.value) > 1:
            found["observer"] = _("One person who watches is enough here.")
        elif self.person.value in self.observer.value:
            found["observer"] = _("Nobody watches themselves: name somebody else who watched.")
        if all(seen is Seen.NOT_SEEN for seen in self.lines.value):
            found["lines"] = _("Nothing was seen yet: answer one line at least.")
        return found

    def result_of_form(self) -> ObservationForm:
        assert self.day.value is not None  # or it was refused above
        return ObservationForm(
            self.person.value or UUID(int=0),
            self.checklist.value or Checklist.TEACH_BACK,
            self.day.value,
            self.lines.value,
            next(iter(self.observer.value), None),
            self.note.text().strip(),
        )

    def _ask_questions(self) -> None:
        self.form.add("person", N_("Who is watched"), self.person)
        self.form.add("checklist", N_("At what"), self.checklist)
        self.form.add("day", N_("Day"), self.day)
        self.form.add("observer", N_("Who watches"), self.observer, optional=True)
        self.form.add("note", N_("Note"), self.note, optional=True)

    def _fill(self, before: ObservationLine | None) -> None:
        """As it was written down; a new one begins today, with nobody chosen."""
        self.day.set_value(before.form.day if before else self._today)
        self.person.choose(before.form.person_id if before else None)
        if before is None:
            return
        form = before.form
        self.checklist.choose(form.checklist)
        self.lines.show_checklist(form.checklist)
        self.lines.show_answers(form.lines)
        if form.observer_id is not None:
            self.observer.set_value([(form.observer_id, before.observer)])
        self.note.setText(form.note)

    def _arrange_lines(self) -> None:
        """The questions at the left, the ten lines at the right: both are seen at once."""
        self.inside.removeWidget(self.form)
        right = QVBoxLayout()
        right.setSpacing(theme.TINY)
        field = self.form.add("lines", N_("What was seen"), self.lines)
        inside = field.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.setStretchFactor(self.lines, 1)
        right.addWidget(field, 1)
        right.addWidget(self.keys)
        right.addWidget(self.counted)
        row = QHBoxLayout()
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self.form, 1)
        row.addLayout(right, 3)
        self.inside.addLayout(row, 1)
        self.lines.setMinimumHeight(theme.row_height() * 6)

    @Slot()
    def _count(self) -> None:
        self.counted.setText(count_words(self.lines.value))


def count_words(lines: Sequence[Seen]) -> str:
    """ "7 yes of 9 seen" """
    seen = [line for line in lines if line is not Seen.NOT_SEEN]
    if not seen:
        return _("Nothing seen yet")
    return _("{yes} yes of {seen} seen").format(yes=seen.count(Seen.YES), seen=len(seen))
