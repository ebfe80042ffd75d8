"""An election is written down: the day, who voted, and who has which seat from now on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.elections import ElectionForm, ElectionProblem, Seat, problem
from trainer_app.domain.groups import RANK, Role
from trainer_app.i18n import N_, _, pgettext
from trainer_app.services import elections, groups
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.people import ROLES
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.number_box import NumberBox

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

SEATS = tuple((role, ROLES[role]) for role in RANK if role is not Role.MEMBER)
PROPOSED = (Role.PRESIDENT, Role.VICE_PRESIDENT, Role.SECRETARY, Role.TREASURER, Role.COMMITTEE)
NOT_KNOWN = -1
MOST_VOTES = 100_000
FIELD_OF = {
    ElectionProblem.IN_FUTURE: "held_on",
    ElectionProblem.MANDATE_BEFORE: "mandate_until",
}


@dataclass(frozen=True, slots=True)
class ElectionAnswer:
    """`removed`: the election never was."""

    form: ElectionForm | None
    removed: bool = False


def ask(
    parent: QWidget, work: Work, group_id: UUID, today: date, election_id: UUID | None = None
) -> ElectionAnswer | None:
    return ElectionDialog(parent, work, group_id, today, election_id).ask_user()


class ElectionDialog(FormDialog[ElectionAnswer]):
    """`dlgElection`."""

    TITLE = N_("Election")

    def __init__(
        self, parent: QWidget | None, work: Work, group_id: UUID, today: date, election_id: UUID | None = None
    ) -> None:
        super().__init__(parent, "dlgElection", 640, 620)
        self._today = today
        card = work.read(groups.card, group_id)
        self._group = card.form.name
        before = work.read(elections.form_of, election_id) if election_id else None
        self.held_on = DateField(self, "edHeldOn", today)
        self.mandate_until = DateField(self, "edMandateUntil", today)
        self.women = NumberBox(self, "spnWomen", NOT_KNOWN, MOST_VOTES)
        self.men = NumberBox(self, "spnMen", NOT_KNOWN, MOST_VOTES)
        self.seats = SeatRows(self, _people(work, group_id))
        self.witness = QLineEdit(self)
        self.witness.setObjectName("edWitness")
        self.note = QLineEdit(self)
        self.note.setObjectName("edElectionNote")
        self.remove = button(self, "btnRemoveElection", "trash-2", kind="quiet")
        self.remove.setVisible(election_id is not None)
        self.remove.clicked.connect(self._remove)
        self.row.insertWidget(0, self.remove)
        self._add_questions()
        self._fill(before or ElectionForm(today))
        self.retranslate()

    def _add_questions(self) -> None:
        add = self.form.add
        add("held_on", N_("Day of the election"), self.held_on)
        add(
            "mandate_until",
            N_("Mandate until"),
            self.mandate_until,
            hint=N_("The next election is due then"),
            beside=True,
        )
        add(
            "seats", N_("Who was elected"), self.seats, hint=N_("The committee before ends on the day of the election.")
        )
        add("women", N_("Women who voted"), self.women)
        add("men", N_("Men who voted"), self.men, beside=True)
        add("witness", N_("Who witnessed it"), self.witness, hint=N_("For example an officer of the sector"))
        add("note", N_("Note"), self.note, beside=True)

    def _fill(self, form: ElectionForm) -> None:
        self.held_on.set_value(form.held_on)
        self.mandate_until.set_value(form.mandate_until)
        self.women.setValue(NOT_KNOWN if form.women is None else form.women)
        self.men.setValue(NOT_KNOWN if form.men is None else form.men)
        self.witness.setText(form.witness)
        self.note.setText(form.note)
        self.seats.show_seats(form.seats)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.held_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("Election of {group}").format(group=self._group))
        self.remove.setText(_("It was not held"))
        self.remove.setToolTip(_("Take this election back: the committee before it goes on"))
        for box in (self.women, self.men):
            box.setSpecialValueText(pgettext("how many voted", "not known"))

    def problems(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        if self.held_on.is_wrong or self.held_on.value is None:
            found["held_on"] = _("A day is written like 05/03/2026.")
        if self.mandate_until.is_wrong:
            found["mandate_until"] = _("A day is written like 05/03/2026.")
        if not found and (wrong := problem(self._told(), self._today)):
            found[FIELD_OF.get(wrong, "seats")] = elections.words_of(wrong)
        return found

    def result_of_form(self) -> ElectionAnswer:
        return ElectionAnswer(self._told())

    def _told(self) -> ElectionForm:
        return ElectionForm(
            held_on=self.held_on.value or self._today,
            mandate_until=self.mandate_until.value,
            women=None if self.women.value() == NOT_KNOWN else self.women.value(),
            men=None if self.men.value() == NOT_KNOWN else self.men.value(),
            witness=" ".join(self.witness.text().split()),
            note=self.note.text().strip(),
            seats=self.seats.value,
        )

    @Slot()
    def _remove(self) -> None:
        self.finish(ElectionAnswer(None, removed=True))


class SeatRows(Translated, QWidget):
    """`wdgSeats`: a line for each seat, which seat it is and who has it. A line without a person is no seat."""

    def __init__(self, parent: QWidget, people: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(parent)
        self.setObjectName("wdgSeats")
        self._people = people
        self.rows: list[tuple[Choice[Role], Choice[UUID | None]]] = []
        self.more = button(self, "btnMoreSeats", "plus", kind="quiet")
        self.more.clicked.connect(self._add_empty)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.TINY)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addLayout(self._grid)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    @property
    def value(self) -> tuple[Seat, ...]:
        return tuple(
            Seat(person.value, role.value)
            for role, person in self.rows
            if person.value is not None and role.value is not None
        )

    def show_seats(self, seats: Sequence[Seat]) -> None:
        """Those that are told, and an empty line for each seat of a committee that is not."""
        told = {seat.role for seat in seats}
        lines: list[Seat | Role] = [*seats, *(role for role in PROPOSED if role not in told)]
        lines.sort(key=lambda line: RANK.index(line.role if isinstance(line, Seat) else line))
        for line in lines:
            if isinstance(line, Seat):
                self._add(line.role, line.person_id)
            else:
                self._add(line)
        self.setFocusProxy(self.rows[0][1])

    def retranslate(self) -> None:
        self.more.setText(_("One more seat"))
        for role, person in self.rows:
            role.setAccessibleName(_("Seat"))
            person.setAccessibleName(_("Who has the seat"))

    def _add(self, role: Role, person_id: UUID | None = None) -> None:
        number = len(self.rows)
        seat: Choice[Role] = Choice(self, f"cbSeat{number}", SEATS)
        seat.choose(role)
        person: Choice[UUID | None] = Choice(self, f"cbElected{number}", ((None, ""), *self._people), proper=True)
        person.choose(person_id)
        self._grid.addWidget(seat, number, 0)
        self._grid.addWidget(person, number, 1)
        self.rows.append((seat, person))
        self.retranslate()

    @Slot()
    def _add_empty(self) -> None:
        self._add(Role.COMMITTEE)
        self.rows[-1][1].setFocus(Qt.FocusReason.OtherFocusReason)


def _people(work: Work, group_id: UUID) -> list[tuple[UUID, str]]:
    """The members, and after them those who belonged to the group before: an election may be told late."""
    members = [(line.person_id, line.name) for line in work.read(groups.members, group_id)]
    here = {key for key, _name in members}
    former = {line.person_id: line.name for line in work.read(groups.roles, group_id) if line.person_id not in here}
    return sorted(members, key=_name) + sorted(former.items(), key=_name)


def _name(found: tuple[UUID, str]) -> str:
    return found[1].casefold()
