"""The form of one person, new or known. Whoever looks like somebody in the list is shown while one types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_app.domain.groups import Role
from trainer_app.domain.people import (
    PersonForm,
    PhoneProblem,
    Sex,
    masked_id,
    national_id,
    phone,
    sex_and_birth_year,
    shown_phone,
    split_name,
)
from trainer_app.i18n import N_, _, screen
from trainer_app.services import groups, people
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.person_answer import PersonAnswer, read_birth
from trainer_app.ui.models.languages import SPOKEN
from trainer_app.ui.models.people import ROLES, SCHOOLINGS, SEXES
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.place_picker import PlacePicker
from trainer_app.ui.widgets.sections import Line, Section
from trainer_app.ui.widgets.village_line import VillageLine

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

PAUSE = 250  # milliseconds without a key before similar persons are looked for
ALIKE_SHOWN = 3
NOBODY = PersonForm("")


def ask(
    parent: QWidget,
    work: Work,
    person_id: UUID | None = None,
    group_id: UUID | None = None,
    form: PersonForm = NOBODY,
) -> PersonAnswer | None:
    """The form of a known person, or of a new one who may begin with `form` and in a group."""
    return PersonDialog(parent, work, person_id, group_id, form).ask_user()


class PersonDialog(FormDialog[PersonAnswer]):
    """`dlgPerson`."""

    TITLE = N_("Person")

    def __init__(
        self, parent: QWidget | None, work: Work, person_id: UUID | None, group_id: UUID | None, form: PersonForm
    ) -> None:
        super().__init__(parent, "dlgPerson", 660, 510)
        self._work = work
        self._person_id = person_id
        self._before = work.read(people.form, person_id) if person_id else form
        self._make_controls()
        self._add_questions()
        if person_id is None:
            self._offer_groups(group_id)
        self._fill(self._before)
        self._split_by_hand = (self.family.text(), self.given.text()) != split_name(self._before.name)
        self._connect()
        self.retranslate()

    def _make_controls(self) -> None:
        self.name, self.family, self.given = _line(self, "edName"), _line(self, "edFamily"), _line(self, "edGiven")
        self.sex: Segments[Sex] = Segments(self, "segSex", SEXES)
        self.birth, self.phone, self.card = _line(self, "edBirth"), _line(self, "edPhone"), _line(self, "edNationalId")
        self.group: Choice[UUID | None] = Choice(self, "cbPersonGroup", proper=True)
        self.role: Choice[Role] = Choice(self, "cbPersonRole", tuple(ROLES.items()))
        self.place = PlacePicker(self, "edPlace", self._work)
        self.village = VillageLine(self, "edVillage", self._work, self.place)
        self.occupation = _line(self, "edOccupation")
        self.schooling: Choice[str] = Choice(self, "cbSchooling", _with(SCHOOLINGS, self._before.schooling))
        self.language: Choice[str] = Choice(self, "cbLanguage", _with(SPOKEN, self._before.language), proper=True)
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("edNote")
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(theme.scaled(64))
        self.alike = Section(self, "secAlike")

    def _add_questions(self) -> None:
        add = self.form.add
        add(
            "name",
            N_("Name"),
            self.name,
            hint=N_("As in the register: UWIMANA Marie. Only the name must be filled in."),
        )
        self.outside.insertWidget(2, self.alike)  # below what scrolls, so that it moves nothing and is always seen
        add("family", N_("Family name"), self.family)
        add("given", N_("Given names"), self.given, beside=True)
        add("sex", N_("Sex"), self.sex)
        a_year_or_a_day = N_("A year, or a day: 1994 or 05/03/1994")
        add("birth", N_("Born"), self.birth, hint=a_year_or_a_day, beside=True)
        add("phone", N_("Phone"), self.phone, hint=N_("For example 0788 123 456"))
        add("card", N_("National ID"), self.card, hint=N_("16 digits"), beside=True)
        if self._person_id is None:
            add("group", N_("Group"), self.group)
            add("role", N_("Role in the group"), self.role, beside=True)
        add("place", N_("Place"), self.place)
        add("village", N_("Village"), self.village, beside=True)
        add("occupation", N_("Occupation"), self.occupation)
        add("schooling", N_("Schooling"), self.schooling, beside=True)
        add("language", N_("Language"), self.language)
        add("note", N_("Note"), self.note, beside=True)

    def _offer_groups(self, group_id: UUID | None) -> None:
        found = self._work.read(groups.groups)
        self.group.offer(((None, ""), *((line.id, line.name) for line in found)))
        self.group.choose(group_id)
        self.role.choose(Role.MEMBER)
        self._role_needs_a_group()

    def _fill(self, form: PersonForm) -> None:
        family, given = split_name(form.name) if form.name else ("", "")
        self.name.setText(form.name)
        self.family.setText(form.family or family)
        self.given.setText(form.given or given)
        self.sex.choose(form.sex)
        self.birth.setText(_born(form))
        self.phone.setText(shown_phone(form.phone))
        self.place.set_value(form.place_id)
        self.village.setText(form.village)
        self.occupation.setText(form.occupation)
        self.schooling.choose(form.schooling)
        self.language.choose(form.language)
        self.note.setPlainText(form.note)

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look_for_alike)
        self.name.textEdited.connect(self._split_name)
        self.family.textEdited.connect(self._keep_split)
        self.given.textEdited.connect(self._keep_split)
        self.card.textEdited.connect(self._read_card)
        for line in (self.name, self.phone, self.card):
            line.textEdited.connect(self._timer.start)
        self.phone.editingFinished.connect(self._judge)
        self.birth.editingFinished.connect(self._judge)
        self.card.editingFinished.connect(self._judge)
        self.group.chosen.connect(self._role_needs_a_group)
        self.alike.opened.connect(self._take_existing)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self._before.name if self._person_id else _("New person"))
        kept = self._before.national_id
        self.card.setPlaceholderText(_("{number} is kept").format(number=masked_id(kept)) if kept else "")
        self.sex.setAccessibleName(_("Sex"))

    # ---- reading what was typed --------------------------------------------------------------------------------

    def problems(self) -> Mapping[str, str]:
        found = {} if self.name.text().strip() else {"name": _("A person needs a name.")}
        return found | self._unreadable()

    def _unreadable(self) -> dict[str, str]:
        found: dict[str, str] = {}
        try:
            phone(self.phone.text())
        except PhoneProblem:
            found["phone"] = _("A mobile number has 10 digits, e.g. 0788 123 456.")
        try:
            national_id(self.card.text())
        except ValueError:
            found["card"] = _("An identity card has 16 digits and begins with 1, 2 or 3.")
        try:
            read_birth(self.birth.text(), date.today())
        except ValueError:
            found["birth"] = _("Write a year or a day of the past: 1994 or 05/03/1994.")
        if self.place.is_wrong:
            found["place"] = _("Choose a place from the list, or leave it empty.")
        return found

    def result_of_form(self) -> PersonAnswer:
        return PersonAnswer(self.typed(), self.group.value, self.role.value or Role.MEMBER)

    def typed(self) -> PersonForm:
        """The person as typed so far; what cannot be read yet counts as not told."""
        wrong = self._unreadable()
        year, day = (None, None) if "birth" in wrong else read_birth(self.birth.text(), date.today())
        return PersonForm(
            name=" ".join(self.name.text().split()),
            family=self.family.text().strip(),
            given=self.given.text().strip(),
            sex=self.sex.value,
            birth_year=year,
            birth_date=day,
            phone="" if "phone" in wrong else phone(self.phone.text()),
            national_id=("" if "card" in wrong else national_id(self.card.text())) or self._before.national_id,
            occupation=self.occupation.text().strip(),
            schooling=self.schooling.value or "",
            language=self.language.value or "",
            place_id=self.place.value,
            village=self.village.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    # ---- while typing ------------------------------------------------------------------------------------------

    @Slot()
    def look_for_alike(self) -> None:
        found = [line for line in self._work.read(people.similar, self.typed()) if line.id != self._person_id]
        lines = [
            Line(line.name, " · ".join(part for part in (shown_phone(line.phone), line.groups) if part), line.id)
            for line in found[:ALIKE_SHOWN]
        ]
        self.alike.fill(_("Already in the list? Open instead:"), lines)

    @Slot(object)
    def _take_existing(self, person_id: UUID) -> None:
        self.finish(PersonAnswer(self.typed(), existing=person_id))

    @Slot(str)
    def _split_name(self, name: str) -> None:
        if not self._split_by_hand:
            family, given = split_name(name)
            self.family.setText(family)
            self.given.setText(given)

    @Slot()
    def _keep_split(self) -> None:
        self._split_by_hand = True

    @Slot(str)
    def _read_card(self, text: str) -> None:
        """A card proposes sex and year of birth, and overwrites neither."""
        try:
            digits = national_id(text)
        except ValueError:
            return
        if not digits:
            return
        sex, year = sex_and_birth_year(digits)
        if self.sex.value is Sex.UNKNOWN:
            self.sex.choose(sex)
        if not self.birth.text().strip():
            self.birth.setText(str(year))

    @Slot()
    def _judge(self) -> None:
        """What cannot be read is said as soon as its line is left."""
        wrong = self._unreadable()
        for name in ("phone", "birth", "card"):
            self.form.fields[name].refuse(wrong.get(name, ""))

    @Slot()
    def _role_needs_a_group(self) -> None:
        self.form.fields["role"].setVisible(self.group.value is not None)


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


def _born(form: PersonForm) -> str:
    return screen().date(form.birth_date) if form.birth_date else str(form.birth_year or "")


def _with(options: tuple[tuple[str, str], ...], kept: str) -> tuple[tuple[str, str], ...]:
    """The options, and what is kept of this person when it is none of them: an import keeps the list's own words."""
    return options if kept in dict(options) else (*options, (kept, kept))
