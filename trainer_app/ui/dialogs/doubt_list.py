"""What a doubt is about: sessions to mark, people of whom something is not known. Each can be opened and mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.documents.indicator_words import doubt_words
from trainer_app.domain.indicators import Doubt
from trainer_app.i18n import N_, screen
from trainer_app.services import doubt_names
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

Place = tuple[str, object]
"""A page, and what to show there."""


@dataclass(frozen=True, slots=True)
class About:
    """A session or a person that the doubt is about."""

    key: UUID
    name: str
    detail: str
    place: Place


def ask(parent: QWidget, work: Work, doubt: Doubt, language: str) -> Place | None:
    """Where it is to be mended, or None. What is about one session only leads there at once."""
    found = _about(work, doubt, language)
    if len(found) == 1:
        return found[0].place
    return DoubtList(parent, doubt, found).ask_user()


class DoubtList(FormDialog[Place]):
    """`dlgDoubt`."""

    TITLE = N_("Numbers are incomplete")
    ACCEPT = N_("Open")

    def __init__(self, parent: QWidget | None, doubt: Doubt, found: list[About]) -> None:
        super().__init__(parent, "dlgDoubt", 760, 440)
        self._doubt = doubt
        inside = self.without_form()
        self.head = label(self, "strong", "lblDoubt")
        self.table: ListView[About] = ListView(self, "tblDoubt", COLUMNS, _key, self.TITLE)
        self.table.show_rows(found)
        self.table.opened.connect(self._open)
        inside.addWidget(self.head)
        inside.addWidget(self.table, 1)
        self.table.selectRow(0)
        self.table.setFocus()
        self.accept_button.setVisible(bool(found))
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.head.setText(doubt_words(self._doubt, screen()))

    @Slot()
    def submit(self) -> None:
        if (line := self.table.current_row()) is not None:
            self._open(line)

    @Slot(object)
    def _open(self, line: About) -> None:
        self.finish(line.place)


def _about(work: Work, doubt: Doubt, language: str) -> list[About]:
    known = work.read(doubt_names.known, doubt.keys, language)
    found = []
    for key in doubt.keys:
        if (line := known.sessions.get(key)) is not None:
            name = " · ".join(filter(None, (line.title, line.group)))
            found.append(About(key, name, screen().date(line.day), ("session", (key, "attendance"))))
        elif (person := known.people.get(key)) is not None:
            found.append(About(key, person, "", ("person", key)))
        elif (training := known.trainings.get(key)) is not None:
            found.append(About(key, training, "", ("training", key)))
    return found


def _name(line: About) -> str:
    return line.name


def _detail(line: About) -> str:
    return line.detail


def _key(line: About) -> UUID:
    return line.key


COLUMNS: tuple[Column[About], ...] = (
    Column(N_("What is to be mended"), _name, tip=_name, stretch=True),
    Column(N_("Day"), _detail, sample="00/00/0000 0"),
)
