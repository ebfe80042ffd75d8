"""The name of a village, typed freely: sources spell villages differently, so those known are only proposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer_app.domain.people import folded
from trainer_app.readers import places as shipped
from trainer_app.services import places
from trainer_app.ui.widgets.place_picker import PlacePicker
from trainer_app.ui.widgets.suggest import Suggest

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

PROPOSED = 12


class VillageLine(Suggest[str]):
    """Proposes the villages of the cell that `place` shows; any other name may be typed."""

    def __init__(self, parent: QWidget, name: str, work: Work, place: PlacePicker) -> None:
        super().__init__(parent, name)
        self._work = work
        self._cell = place

    def fitting(self, words: str) -> Sequence[str]:
        known = shipped.villages().get(self._work.read(places.code, self._cell.value), ())
        begun = folded(words)
        return [village for village in known if folded(village).startswith(begun)][:PROPOSED]

    def words(self, found: str) -> str:
        return found

    def settle(self) -> None:
        """Leaving the line keeps what was typed."""
