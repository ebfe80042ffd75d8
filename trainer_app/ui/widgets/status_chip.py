""" "✓ Saved 09:42": every edit is kept at once, and the chip says so."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLabel, QWidget

from trainer_app.i18n import _
from trainer_app.ui.translated import Translated


class StatusChip(Translated, QLabel):
    """Says when something was last saved; empty until then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("savedChip")
        self.setProperty("kind", "success")
        self._at: datetime | None = None

    def saved(self, at: datetime) -> None:
        self._at = at
        self.retranslate()

    def retranslate(self) -> None:
        if self._at is not None:
            self.setText(_("✓ Saved {time}").format(time=f"{self._at:%H:%M}"))
            self.setToolTip(_("Everything you type is saved at once. There is no Save button to press."))
