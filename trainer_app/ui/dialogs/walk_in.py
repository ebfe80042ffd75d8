"""Somebody who came without being on the list: a name, and Enter. Whoever is known already is proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.people import PersonForm, PersonLine, PhoneProblem, Sex, phone, shown_phone
from trainer_app.i18n import N_, _
from trainer_app.services import people
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.opening import open_over
from trainer_app.ui.models.people import SEXES
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.sections import Line, Section
from trainer_app.ui.widgets.suggest import Suggest
from trainer_app.ui.work import Work

PROPOSED = 6
PAUSE = 250  # milliseconds without a key before similar persons are looked for
SEX_KEYS = {Qt.Key.Key_F: Sex.FEMALE, Qt.Key.Key_M: Sex.MALE}
Numbers = Mapping[UUID, str]  # person > No on the register


class WalkInDialog(FormDialog[PersonForm | UUID]):
    """`answered` carries a new person's form, or the id of a person who is known."""

    TITLE = N_("Add a person to the register")
    ACCEPT = N_("Add, present")

    answered = Signal(object)

    def __init__(self, parent: QWidget, work: Work, numbers: Numbers) -> None:
        super().__init__(parent, "dlgWalkIn", 460, 380)
        self._work = work
        self._numbers = numbers
        self.name = _NameLine(self, "edWalkInName", work, numbers)
        self.sex = _SexSegments(self, "segWalkInSex", SEXES)
        self.phone = QLineEdit(self)
        self.phone.setObjectName("edWalkInPhone")
        self.alike = Section(self, "secWalkInAlike")
        self.form.add("name", N_("Name"), self.name, hint=N_("As in the register: UWIMANA Marie"))
        self.form.add("sex", N_("Sex"), self.sex)
        self.form.add("phone", N_("Phone"), self.phone, hint=N_("For example 0788 123 456"), optional=True)
        self.inside.addWidget(self.alike)
        self.inside.addStretch()
        self.sex.choose(Sex.UNKNOWN)
        self._connect()
        self.retranslate()

    @classmethod
    def ask(cls, parent: QWidget, work: Work, numbers: Numbers, then: Callable[[PersonForm | UUID], None]) -> None:
        """Open over `parent`; `then` is called with the answer, unless it is cancelled."""
        dialog = cls(parent, work, numbers)
        dialog.answered.connect(then)
        open_over(dialog)

    def problems(self) -> Mapping[str, str]:
        found = {} if self.name.text().strip() else {"name": _("A person needs a name.")}
        try:
            phone(self.phone.text())
        except PhoneProblem:
            found["phone"] = _("A mobile number has 10 digits, e.g. 0788 123 456.")
        return found

    def result_of_form(self) -> PersonForm:
        return PersonForm(
            " ".join(self.name.text().split()), sex=self.sex.value or Sex.UNKNOWN, phone=phone(self.phone.text())
        )

    def finish(self, answer: PersonForm | UUID) -> None:
        super().finish(answer)
        self.answered.emit(answer)

    def retranslate(self) -> None:
        super().retranslate()
        self.sex.setAccessibleName(_("Sex"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look_for_alike)
        self.name.textEdited.connect(self._timer.start)
        self.phone.textEdited.connect(self._timer.start)
        self.name.taken.connect(self._take)
        self.alike.opened.connect(self.finish)

    @Slot()
    def look_for_alike(self) -> None:
        """Whoever has this phone or this very name is proposed below, before they are written twice."""
        try:
            number = phone(self.phone.text())
        except PhoneProblem:
            number = ""
        found = self._work.read(people.similar, PersonForm(self.name.text(), phone=number))
        lines = [Line(line.name, detail(line, self._numbers), line.id) for line in found[:3]]
        self.alike.fill(_("Known already? Add instead:"), lines)

    @Slot(object)
    def _take(self, person: PersonLine) -> None:
        if person.code:
            self.finish(person.id)


class _NameLine(Suggest[PersonLine]):
    """Proposes the new person first, so that Enter never takes somebody else of a longer name."""

    def __init__(self, parent: QWidget, name: str, work: Work, numbers: Numbers) -> None:
        super().__init__(parent, name)
        self._work = work
        self._numbers = numbers

    def fitting(self, words: str) -> Sequence[PersonLine]:
        found = self._work.read(people.people, words, limit=PROPOSED)
        return (_nobody_yet(words), *found) if found else ()

    def words(self, found: PersonLine) -> str:
        if not found.code:
            return _("New person: {name}").format(name=found.name)
        return " · ".join(part for part in (found.name, detail(found, self._numbers)) if part)

    def accept(self, found: PersonLine) -> None:
        self.setText(found.name)

    def settle(self) -> None:
        """Leaving the line chooses nobody: what is typed is a new name."""


class _SexSegments(Segments[Sex]):
    """The letters F and M choose, without going through the buttons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SEX_KEYS:
            self.choose(SEX_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def detail(line: PersonLine, numbers: Numbers) -> str:
    """What tells two people of one name apart: the No on this register, the phone, the group."""
    number = _("No {number}").format(number=numbers[line.id]) if line.id in numbers else ""
    return " · ".join(part for part in (number, shown_phone(line.phone), line.groups or line.place) if part)


def _nobody_yet(words: str) -> PersonLine:
    return PersonLine(UUID(int=0), "", " ".join(words.split()), Sex.UNKNOWN, None, "", "", "")
