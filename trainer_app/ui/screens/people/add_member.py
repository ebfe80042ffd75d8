"""A line to type the next member's name in: somebody known, or a new person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.people import PersonLine, Sex, shown_phone
from trainer_app.i18n import N_, _
from trainer_app.services import people
from trainer_app.ui.widgets.suggest import Suggest

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

PROPOSED = 8
NEW = UUID(int=0)


class AddMember(Suggest[PersonLine]):
    """`member_wanted` carries a known person's key; `new_wanted` the name of a person nobody has written down."""

    member_wanted = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, parent: QWidget, name: str, work: Work, hint: str = N_("Add a member: name or phone")) -> None:
        super().__init__(parent, name)
        self._work = work
        self._hint = hint
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(_(self._hint))
        self.setAccessibleName(self.placeholderText())

    def fitting(self, words: str) -> Sequence[PersonLine]:
        """Those who fit, then the proposal of a new person of that name."""
        typed = " ".join(words.split())
        found = self._work.read(people.people, words, limit=PROPOSED)
        return (*found, PersonLine(NEW, "", typed, Sex.UNKNOWN, None, "", "", ""))

    def words(self, found: PersonLine) -> str:
        if found.id == NEW:
            return _("New person: {name}").format(name=found.name)
        return " · ".join(part for part in (found.name, shown_phone(found.phone), found.groups) if part)

    def accept(self, found: PersonLine) -> None:
        self.clear()
        if found.id == NEW:
            self.new_wanted.emit(found.name)
        else:
            self.member_wanted.emit(found.id)

    def settle(self) -> None:
        """Leaving the line adds nobody."""
