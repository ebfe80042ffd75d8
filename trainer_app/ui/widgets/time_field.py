"""A time of day, typed as people write it: 8, 830, 8:30, 8h30."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated

STEP = 30  # minutes that Up and Down move by
WRITTEN = re.compile(r"(\d{1,2})\s*[:.hH]?\s*(\d{2})?")


def read_time(text: str) -> time | None:
    """The time that was typed; None when nothing is. Raises ValueError for what is no time."""
    words = text.strip()
    if not words:
        return None
    found = WRITTEN.fullmatch(words)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))


class TimeField(Translated, QLineEdit):
    """`value` is None while the field is empty or `is_wrong`. `changed` comes when another time is there."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, name: str, value: time | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._value: time | None = None
        self.editingFinished.connect(self._typed)
        self.set_value(value)
        self.retranslate()

    @property
    def value(self) -> time | None:
        return self._value

    @property
    def is_wrong(self) -> bool:
        """True while something is written that is no time."""
        return bool(self.text().strip()) and self._read() is None

    def set_value(self, value: time | None) -> None:
        """Write a time, without telling."""
        self._value = value
        self.setText(f"{value:%H:%M}" if value else "")

    def retranslate(self) -> None:
        self.setPlaceholderText(_("hh:mm"))
        self.setMinimumWidth(theme.width(self, "00:00 0"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(STEP if event.key() == Qt.Key.Key_Up else -STEP)
        else:
            super().keyPressEvent(event)

    def _read(self) -> time | None:
        try:
            return read_time(self.text())
        except ValueError:
            return None

    def _step(self, minutes: int) -> None:
        now = self._read() or time(8)
        minute = min(max(now.hour * 60 + now.minute + minutes, 0), 24 * 60 - STEP)
        self._choose(time(minute // 60, minute % 60))

    @Slot()
    def _typed(self) -> None:
        if self.is_wrong:
            self._value = None
            self.changed.emit(None)
        else:
            self._choose(self._read())

    def _choose(self, value: time | None) -> None:
        before = self._value
        self.set_value(value)
        if value != before:
            self.changed.emit(value)
