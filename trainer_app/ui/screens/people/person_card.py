"""The card of one person, beside the list: who they are, their groups, trainings with scores, and history."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.groups import Role
from trainer_app.domain.people import (
    AttendedTraining,
    MembershipLine,
    PersonCard,
    PersonForm,
    PersonLine,
    masked_id,
    shown_phone,
)
from trainer_app.i18n import _, screen
from trainer_app.ui.models.past import Deed
from trainer_app.ui.models.people import ROLES, SCHOOLINGS, SPOKEN, sex_word
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.sections import Line, Section
from trainer_app.ui.widgets.side_panel import SidePanel

DEEDS_SHOWN = 12


class PersonPanel(SidePanel):
    """`pnlPerson`. What is chosen in it is told by signals: the list knows what to do."""

    edit_wanted = Signal()
    group_adding_wanted = Signal()
    removal_wanted = Signal()
    person_wanted = Signal(object)  # the key of a possible duplicate
    group_wanted = Signal(object)
    training_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "pnlPerson")
        self.card: PersonCard | None = None
        self.edit = button(self, "btnEditPerson", "pencil")
        self.add_to_group = button(self, "btnAddToGroup", "user-plus")
        self.remove = button(self, "btnRemovePerson", "trash-2", kind="quiet")
        self.edit.clicked.connect(self.edit_wanted)
        self.add_to_group.clicked.connect(self.group_adding_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        for made in (self.edit, self.add_to_group, self.remove):
            self.toolbar.addWidget(made)
        self.alike = Section(self.body, "secAlike")
        self.details = Section(self.body, "secDetails")
        self.groups = Section(self.body, "secGroups")
        self.trainings = Section(self.body, "secTrainings")
        self.past = Section(self.body, "secPast")
        for section in (self.alike, self.details, self.groups, self.trainings, self.past):
            self.inside.addWidget(section)
        self.inside.addStretch()
        self.alike.opened.connect(self.person_wanted)
        self.groups.opened.connect(self.group_wanted)
        self.trainings.opened.connect(self.training_wanted)
        self.retranslate()

    def show_card(self, card: PersonCard, past: tuple[Deed, ...], alike: tuple[PersonLine, ...]) -> None:
        self.card = card
        self.title.setText(card.form.name)
        self.subtitle.setText(" · ".join(_in_short(card)))
        self.setAccessibleName(_("Card of {name}").format(name=card.form.name))
        self.alike.fill(_("Possible duplicate"), [_alike(line) for line in alike])
        self.details.fill(_("Details"), [Line(words, title=title) for title, words in _details(card) if words])
        self.groups.fill(_("Groups"), [_group(line) for line in card.memberships])
        self.trainings.fill(_("Trainings"), [_training(line) for line in card.trainings])
        self.past.fill(_("History of changes"), [_deed(deed) for deed in past[:DEEDS_SHOWN]])

    def forget(self) -> None:
        """Nobody is shown any more: the person was removed."""
        self.card = None
        self.hide()

    def retranslate(self) -> None:
        super().retranslate()
        self.edit.setText(_("Edit"))
        self.edit.setToolTip(_("Edit this person (F2)"))
        self.add_to_group.setText(_("Add to group"))
        self.remove.setText(_("Remove"))
        self.remove.setToolTip(_("Take this person out of the lists (Del). Undo brings the person back."))


def _in_short(card: PersonCard) -> list[str]:
    form = card.form
    year = form.birth_date.year if form.birth_date else form.birth_year
    return [part for part in (card.code, sex_word(form.sex), str(year or "")) if part]


def _alike(line: PersonLine) -> Line:
    return Line(line.name, " · ".join(part for part in (shown_phone(line.phone), line.groups) if part), line.id)


def _group(line: MembershipLine) -> Line:
    return Line(line.group, _role_since(line), line.group_id)


def _training(line: AttendedTraining) -> Line:
    return Line(line.title, _result(line), line.training_id)


def _details(card: PersonCard) -> tuple[tuple[str, str], ...]:
    form = card.form
    return (
        (_("Phone"), shown_phone(form.phone)),
        (_("Date of birth"), screen().date(form.birth_date) if form.birth_date else ""),
        (_("National ID"), masked_id(form.national_id)),
        (_("Place"), _where(form, card.place)),
        (_("Occupation"), form.occupation),
        (_("Schooling"), _(dict(SCHOOLINGS).get(form.schooling, form.schooling))),
        (_("Language"), dict(SPOKEN).get(form.language, form.language)),
        (_("Note"), form.note),
    )


def _where(form: PersonForm, place: str) -> str:
    return ", ".join(part for part in (form.village, place) if part)


def _role_since(line: MembershipLine) -> str:
    role = _(ROLES[Role(line.role)])
    if line.until:
        return _("{role} until {day}").format(role=role, day=screen().date(line.until))
    if line.since:
        return _("{role} since {day}").format(role=role, day=screen().date(line.since))
    return role


def _result(line: AttendedTraining) -> str:
    came = _("{attended} of {sessions} sessions").format(attended=line.attended, sessions=line.sessions)
    return " · ".join(part for part in (screen().date(line.first_day), came, _scores(line)) if part)


def _scores(line: AttendedTraining) -> str:
    if line.pre is None and line.post is None:
        return ""
    return _("score {before} → {after}").format(before=_score(line.pre), after=_score(line.post))


def _score(value: float | None) -> str:
    if value is None:
        return "–"
    return screen().number(value, 0 if float(value).is_integer() else 1)


def _deed(deed: Deed) -> Line:
    return Line(deed.what, "\n".join((deed.when, *deed.changes)))
