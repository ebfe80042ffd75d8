"""The short questions of the follow-up page: until when, what is to be done, what a visit found, which visits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from trainer_app.documents.call_words import visit_words
from trainer_app.domain.follow_up import VisitOutcome
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.services import follow_up, groups
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.person_picker import PersonPicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

NO_DAY = N_("Write a day like 05/03/2026.")


@dataclass(frozen=True, slots=True)
class NewTask:
    title: str
    due: date
    person_id: UUID | None
    group_id: UUID | None
    owner_id: UUID | None


@dataclass(frozen=True, slots=True)
class VisitMade:
    day: date
    outcome: VisitOutcome
    note: str
    visitor_id: UUID | None


@dataclass(frozen=True, slots=True)
class VisitsPlanned:
    days: tuple[tuple[int, date], ...]
    visitor_id: UUID | None


class SnoozeDialog(FormDialog[date]):
    """`dlgSnooze`."""

    TITLE = N_("Put off until")
    ACCEPT = N_("Put off")

    def __init__(self, parent: QWidget | None, today: date) -> None:
        super().__init__(parent, "dlgSnooze", 420, 220)
        self._today = today
        self.day = DateField(self, "dtSnooze", today)
        self.day.set_value(today + timedelta(days=7))
        self.form.add("day", N_("Day"), self.day)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        day = self.day.value
        if day is None:
            return {"day": _(NO_DAY)}
        return {} if day > self._today else {"day": _("Choose a day that is still to come.")}

    def result_of_form(self) -> date:
        assert self.day.value is not None  # or it was refused above
        return self.day.value


class TaskDialog(FormDialog[NewTask]):
    """`dlgTask`."""

    TITLE = N_("New task")
    ACCEPT = N_("Add")

    def __init__(self, parent: QWidget | None, work: Work, today: date) -> None:
        super().__init__(parent, "dlgTask", 520, 520)
        self.title = QLineEdit(self)
        self.title.setObjectName("edTaskTitle")
        self.due = DateField(self, "dtTaskDue", today)
        self.due.set_value(today)
        self.person = PersonPicker(self, "pickTaskPerson", work)
        everybody: list[tuple[UUID | None, str]] = [(None, "–")]
        self.group: Choice[UUID | None] = Choice(self, "cbTaskGroup", everybody, proper=True)
        self.group.offer([*everybody, *((line.id, line.name) for line in work.read(groups.groups))])
        self.owner: Choice[UUID | None] = Choice(self, "cbTaskOwner", proper=True)
        self.owner.offer([*everybody, *work.read(follow_up.owners)])
        for choice in (self.group, self.owner):
            choice.choose(None)
        self.form.add("title", N_("What is to be done"), self.title)
        self.form.add("due", N_("Due on"), self.due)
        self.form.add("person", N_("About a person"), self.person, optional=True)
        self.form.add("group", N_("About a group"), self.group, optional=True)
        self.form.add("owner", N_("Looked after by"), self.owner, optional=True)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        found = {} if self.title.text().strip() else {"title": _("Write what is to be done.")}
        if self.due.value is None:
            found["due"] = _(NO_DAY)
        if len(self.person.value) > 1:
            found["person"] = _("A task is about one person.")
        return found

    def result_of_form(self) -> NewTask:
        assert self.due.value is not None  # or it was refused above
        person = next(iter(self.person.value), None)
        return NewTask(self.title.text().strip(), self.due.value, person, self.group.value, self.owner.value)


class VisitDialog(FormDialog[VisitMade]):
    """`dlgVisit`."""

    TITLE = N_("What the visit found")

    def __init__(self, parent: QWidget | None, work: Work, today: date) -> None:
        super().__init__(parent, "dlgVisit", 520, 420)
        self._today = today
        words = visit_words(screen())
        self.day = DateField(self, "dtVisit", today)
        self.day.set_value(today)
        options = [(outcome, words[outcome]) for outcome in VisitOutcome]
        self.outcome: Segments[VisitOutcome] = Segments(self, "segVisit", options, proper=True)
        self.note = QLineEdit(self)
        self.note.setObjectName("edVisitNote")
        self.visitor = PersonPicker(self, "pickVisitor", work)
        self.form.add("day", N_("Day of the visit"), self.day)
        self.form.add("outcome", N_("Outcome"), self.outcome)
        self.form.add("note", N_("Note"), self.note, optional=True)
        self.form.add("visitor", N_("Visitor"), self.visitor, optional=True)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        if self.day.value is None:
            return {"day": _(NO_DAY)}
        if self.day.value > self._today:
            return {"day": _("A visit cannot have been made on a day that has not come.")}
        return {"visitor": _("One visitor is enough here.")} if len(self.visitor.value) > 1 else {}

    def result_of_form(self) -> VisitMade:
        assert self.day.value is not None  # or it was refused above
        visitor = next(iter(self.visitor.value), None)
        return VisitMade(self.day.value, self.outcome.value, self.note.text().strip(), visitor)


class PlanVisitsDialog(FormDialog[VisitsPlanned]):
    """`dlgPlanVisits`: a day for each visit of the rule, to be corrected or left out."""

    TITLE = N_("Plan the visits after the training")
    ACCEPT = N_("Plan the visits")

    def __init__(self, parent: QWidget | None, work: Work, proposed: Sequence[tuple[int, date]], today: date) -> None:
        super().__init__(parent, "dlgPlanVisits", 520, 460)
        self._numbers = [days for days, _day in proposed]
        self.boxes: list[QCheckBox] = []
        self.days: list[DateField] = []
        for days, day in proposed:
            box, field = QCheckBox(self), DateField(self, f"dtVisit{days}", today)
            box.setObjectName(f"chkVisit{days}")
            box.setChecked(True)
            box.toggled.connect(field.setEnabled)
            field.set_value(day)
            self.boxes.append(box)
            self.days.append(field)
            self.form.add(f"box{days}", N_("Visit"), box)
            self.form.add(f"day{days}", N_("Day"), field, beside=True)
        self.visitor = PersonPicker(self, "pickVisitor", work)
        self.form.add("visitor", N_("Visitor"), self.visitor, optional=True)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        for box, days in zip(self.boxes, self._numbers, strict=True):
            box.setText(
                ngettext("{count} day after the training", "{count} days after the training", days).format(count=days)
            )

    def problems(self) -> Mapping[str, str]:
        found = {
            f"day{days}": _(NO_DAY)
            for days, box, field in zip(self._numbers, self.boxes, self.days, strict=True)
            if box.isChecked() and field.value is None
        }
        if len(self.visitor.value) > 1:
            found["visitor"] = _("One visitor is enough here.")
        return found

    def result_of_form(self) -> VisitsPlanned:
        chosen = zip(self._numbers, self.boxes, self.days, strict=True)
        days = tuple((days, field.value) for days, box, field in chosen if box.isChecked() and field.value)
        return VisitsPlanned(days, next(iter(self.visitor.value), None))


def ask_until(parent: QWidget, today: date) -> date | None:
    return SnoozeDialog(parent, today).ask_user()


def ask_task(parent: QWidget, work: Work, today: date) -> NewTask | None:
    return TaskDialog(parent, work, today).ask_user()


def ask_visit(parent: QWidget, work: Work, today: date) -> VisitMade | None:
    return VisitDialog(parent, work, today).ask_user()


def ask_visits(parent: QWidget, work: Work, proposed: Sequence[tuple[int, date]], today: date) -> VisitsPlanned | None:
    return PlanVisitsDialog(parent, work, proposed, today).ask_user()
