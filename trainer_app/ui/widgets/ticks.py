"""Several of a few: a box to tick for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated

Value = TypeVar("Value")


class Ticks(Translated, QWidget, Generic[Value]):
    """`value` are the ticked ones in the order of the options. `proper` options are names and stay as they are."""

    def __init__(
        self, parent: QWidget, name: str, options: Sequence[tuple[Value, str]], proper: bool = False, columns: int = 1
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._proper = proper
        self._options = tuple(options)
        self.boxes = [QCheckBox(self) for _option in self._options]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.TINY)
        for number, box in enumerate(self.boxes):
            box.setObjectName(f"{name}{number}")
            grid.addWidget(box, number // columns, number % columns)
        if self.boxes:
            self.setFocusProxy(self.boxes[0])
        self.retranslate()

    @property
    def value(self) -> tuple[Value, ...]:
        ticked = zip(self.boxes, self._options, strict=True)
        return tuple(option for box, (option, _words) in ticked if box.isChecked())

    def choose(self, values: Iterable[Value]) -> None:
        """Tick these and no others."""
        wanted = set(values)
        for box, (option, _words) in zip(self.boxes, self._options, strict=True):
            box.setChecked(option in wanted)

    def retranslate(self) -> None:
        for box, (_option, words) in zip(self.boxes, self._options, strict=True):
            box.setText(words if self._proper else _(words))
