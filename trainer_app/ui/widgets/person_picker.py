"""People chosen one after the other: type a few letters, Enter adds, a press on a name takes it out again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from trainer_app.domain.people import PersonForm, PersonLine, Sex
from trainer_app.i18n import N_, _, label
from trainer_app.services import people
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.suggest import Suggest

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

PROPOSED = 12
Find = Callable[..., tuple[PersonLine, ...]]  # of a session, what was typed, and `limit`


class PersonPicker(Translated, QWidget):
    """`value` are the ids in the order they were chosen; `changed` comes when the user added or took out one.

    A name nobody has is proposed as a new person, so that a first training can have a trainer. `find` is the service
    that proposes: of trainers, those who are known as such come first.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget, name: str, work: Work, find: Find = people.people) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._work = work
        self.line = _Line(self, f"{name}Line", work, find)
        self.line.taken.connect(self._add)
        self.chips: list[_Chip] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.TINY)
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)

    @property
    def value(self) -> tuple[UUID, ...]:
        return tuple(chip.person_id for chip in self.chips)

    @property
    def persons(self) -> tuple[tuple[UUID, str], ...]:
        """(id, name) of each."""
        return tuple((chip.person_id, chip.name) for chip in self.chips)

    def set_value(self, persons: Sequence[tuple[UUID, str]]) -> None:
        """Show these people, (id, name) each, without telling."""
        self.line.clear()
        for chip in self.chips[:]:
            self._drop(chip)
        for person_id, name in persons:
            self._chip(person_id, name)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @Slot(object)
    def _add(self, person: PersonLine) -> None:
        person_id = person.id if person.code else self._new_person(person.name)
        if person_id not in self.value:
            self._chip(person_id, person.name)
            self.changed.emit(self.value)

    def _new_person(self, name: str) -> UUID:
        return self._work.change(label(N_("Add {name}"), name=name), people.add, PersonForm(name))

    def _chip(self, person_id: UUID, name: str) -> None:
        chip = _Chip(self, person_id, name)
        chip.unwanted.connect(self._take_out)
        self.chips.append(chip)
        self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(object)
    def _take_out(self, chip: _Chip) -> None:
        self._drop(chip)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.value)

    def _drop(self, chip: _Chip) -> None:
        self.chips.remove(chip)
        self._column.removeWidget(chip)
        chip.hide()
        chip.deleteLater()


class _Line(Suggest[PersonLine]):
    def __init__(self, parent: QWidget, name: str, work: Work, find: Find) -> None:
        super().__init__(parent, name)
        self._work = work
        self._find = find
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(_("Type a name, Enter adds"))

    def fitting(self, words: str) -> Sequence[PersonLine]:
        found = self._work.read(self._find, words, limit=PROPOSED)
        return found or (_nobody_yet(words),)

    def words(self, found: PersonLine) -> str:
        if not found.code:
            return _("New person: {name}").format(name=found.name)
        return " · ".join(part for part in (found.name, found.groups or found.place) if part)

    def accept(self, found: PersonLine) -> None:
        self.clear()

    def settle(self) -> None:
        """Leaving the line adds nobody: a name half typed would become a person."""


class _Chip(Translated, QWidget):
    unwanted = Signal(object)

    def __init__(self, parent: QWidget, person_id: UUID, name: str) -> None:
        super().__init__(parent)
        self.person_id = person_id
        self.name = name
        self.button: QPushButton = button(self, "chip", "x", kind="quiet")
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the name
        self.button.clicked.connect(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        self.button.setText(self.name)
        self.button.setToolTip(_("Take {name} out").format(name=self.name))
        self.button.setAccessibleName(self.button.toolTip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.unwanted.emit(self)


def _nobody_yet(words: str) -> PersonLine:
    """A proposal without a code: the person is written when it is taken."""
    return PersonLine(UUID(int=0), "", " ".join(words.split()), Sex.UNKNOWN, None, "", "", "")
