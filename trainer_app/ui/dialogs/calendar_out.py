"""Whose calendar leaves: the whole office's, one trainer's, or that of one training; and from which day on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import N_, _
from trainer_app.services import schedule_out, trainings
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

Whose = tuple[str, UUID | None]
OFFICE: Whose = ("office", None)


@dataclass(frozen=True, slots=True)
class CalendarOut:
    """`name` is what the calendar is called, in the file's name too."""

    name: str
    first: date | None
    trainer_id: UUID | None = None
    training_id: UUID | None = None


def ask(parent: QWidget, work: Work, language: str, training_id: UUID | None = None) -> CalendarOut | None:
    return CalendarOutDialog(parent, work, language, training_id).ask_user()


class CalendarOutDialog(FormDialog[CalendarOut]):
    """`dlgCalendarOut`."""

    TITLE = N_("Export a calendar")
    ACCEPT = N_("Save as…")

    def __init__(self, parent: QWidget | None, work: Work, language: str, training_id: UUID | None = None) -> None:
        super().__init__(parent, "dlgCalendarOut", 560, 300)
        self._names: dict[Whose, str] = {}
        for key, name in work.read(schedule_out.trainers):
            self._names["trainer", key] = name
        if training_id is not None:
            head = work.read(trainings.head, training_id, language)
            self._names["training", training_id] = f"{head.code} {head.title}"
        self.whose: Choice[Whose] = Choice(self, "cbWhose", self._options(), proper=True)
        self.whose.choose(OFFICE)
        self.first = DateField(self, "edCalendarFrom")
        self.about = label(self, "muted", "lblCalendarAbout")
        self.about.setWordWrap(True)
        self.form.add("whose", N_("Sessions of"), self.whose)
        self.form.add("first", N_("From"), self.first, hint=N_("Empty: from the very first session on"))
        self.inside.addWidget(self.about)
        self.inside.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.whose.offer(self._options())
        self.about.setText(
            _(
                "Outlook, Google Calendar and Thunderbird open this file. "
                "It names trainers and groups, and no participant."
            )
        )

    def problems(self) -> Mapping[str, str]:
        return {"first": _("A day is written like 05/03/2026.")} if self.first.is_wrong else {}

    def result_of_form(self) -> CalendarOut:
        kind, key = self.whose.value or OFFICE
        return CalendarOut(
            self.whose.currentText(),
            self.first.value,
            trainer_id=key if kind == "trainer" else None,
            training_id=key if kind == "training" else None,
        )

    def _options(self) -> list[tuple[Whose, str]]:
        return [(OFFICE, _("the whole office")), *self._names.items()]
