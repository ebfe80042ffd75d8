"""The people behind a figure of coverage: who was trained, and who was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.coverage import Member, Part
from trainer_app.domain.people import PersonLine, shown_phone
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.services import people
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.people import sex_letter, sex_word
from trainer_app.ui.models.table import CENTRE, Column
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

ROLE_OF = {
    Part.COMMITTEE: N_("Committee"),
    Part.PEER_EDUCATOR: N_("Peer educator"),
    Part.MEMBER: N_("Member"),
}


@dataclass(frozen=True, slots=True)
class Behind:
    person: PersonLine
    part: Part
    trained: bool


def trained(line: Behind) -> str:
    return pgettext("a person", "trained") if line.trained else pgettext("a person", "not trained")


COLUMNS: tuple[Column[Behind], ...] = (
    Column(N_("Name"), lambda line: line.person.name, tip=lambda line: line.person.code, stretch=True),
    Column(
        N_("Sex"),
        lambda line: sex_letter(line.person.sex),
        spoken=lambda line: sex_word(line.person.sex),
        align=CENTRE,
        sample="Igitsina",
    ),
    Column(N_("Role"), lambda line: _(ROLE_OF[line.part]), sample="Peer educator 000"),
    Column(N_("Phone"), lambda line: shown_phone(line.person.phone), sample="0788 123 456 00"),
    Column(
        N_("Trained"),
        trained,
        icon=lambda line: ("check", Tint.SUCCESS) if line.trained else ("x", Tint.MUTED),
        sample="not trained 000",
    ),
)


def ask(parent: QWidget, work: Work, title: str, counted: Sequence[tuple[Member, bool]]) -> UUID | None:
    """The person whose card is wanted, or None."""
    return PeopleBehindDialog(parent, work, title, counted).ask_user()


class PeopleBehindDialog(FormDialog[UUID]):
    """`dlgPeopleBehind`."""

    TITLE = N_("The people behind the figure")
    ACCEPT = N_("Open")

    def __init__(self, parent: QWidget | None, work: Work, title: str, counted: Sequence[tuple[Member, bool]]) -> None:
        super().__init__(parent, "dlgPeopleBehind", 720, 480)
        self._title, self._counted = title, counted
        known = work.read(people.some, [member.person_id for member, _came in counted])
        lines = [
            Behind(known[member.person_id], member.part, came) for member, came in counted if member.person_id in known
        ]
        lines.sort(key=_order)
        inside = self.without_form()
        self.head = label(self, "strong", "lblBehind")
        self.table: ListView[Behind] = ListView(self, "tblBehind", COLUMNS, _key, self.TITLE)
        self.table.show_rows(lines)
        self.table.opened.connect(self._open)
        inside.addWidget(self.head)
        inside.addWidget(self.table, 1)
        self.table.selectRow(0)
        self.table.setFocus()
        self.accept_button.setVisible(bool(lines))
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        came = sum(trained for _member, trained in self._counted)
        many = ngettext("{trained} of {count} person", "{trained} of {count} people", len(self._counted))
        numbers = many.format(trained=screen().number(came), count=screen().number(len(self._counted)))
        self.head.setText(f"{self._title}: {numbers}")

    @Slot()
    def submit(self) -> None:
        if (line := self.table.current_row()) is not None:
            self.finish(line.person.id)

    @Slot(object)
    def _open(self, line: Behind) -> None:
        self.finish(line.person.id)


def _order(line: Behind) -> tuple[bool, str]:
    """Those who are still to be trained first: they are to be called."""
    return line.trained, line.person.name.casefold()


def _key(line: Behind) -> UUID:
    return line.person.id
