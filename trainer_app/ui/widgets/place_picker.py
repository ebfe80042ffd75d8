"""A place of Rwanda, typed in a few letters: "base rul" finds Base, Rulindo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.places import PlaceLine
from trainer_app.i18n import _
from trainer_app.services import places
from trainer_app.ui.widgets.suggest import Suggest

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

PROPOSED = 30


class PlacePicker(Suggest[PlaceLine]):
    """`value` is the id of the place shown, or None; `changed` comes when the user chose another one.

    `level` narrows it to one level: "district", "sector", "cell".
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget, name: str, work: Work, level: str | None = None) -> None:
        super().__init__(parent, name)
        self._work = work
        self._level = level
        self._value: UUID | None = None
        self._shown = ""
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._typed)
        self.retranslate()

    @property
    def value(self) -> UUID | None:
        return self._value

    @property
    def is_wrong(self) -> bool:
        """True while something is written that is no place we know."""
        return bool(self.text().strip()) and self._value is None

    def set_value(self, place_id: UUID | None) -> None:
        """Show a place, without telling."""
        self._value = place_id
        self._shown = self._work.read(places.path, place_id)
        self.setText(self._shown)

    def fitting(self, words: str) -> Sequence[PlaceLine]:
        return self._work.read(places.find, words, self._level, limit=PROPOSED)

    def words(self, found: PlaceLine) -> str:
        return found.path

    def accept(self, found: PlaceLine) -> None:
        self._value, self._shown = found.id, found.path
        super().accept(found)
        self.changed.emit(found.id)

    def retranslate(self) -> None:
        self.setPlaceholderText(_("Sector, cell or district"))

    @Slot(str)
    def _typed(self, text: str) -> None:
        if self._value is not None and text != self._shown:
            self._value = None
            self.changed.emit(None)
