"""A bar above the register: members who joined the group since the training was made are proposed, never added."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer_app.i18n import _, ngettext
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button


class Joiners(Translated, QFrame):
    enrol = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("joinersBar")
        self.setProperty("kind", "bar")
        self._count = 0
        self.words = labels.label(self, name="lblJoiners")
        self.button = button(self, "btnEnrolJoiners")
        self.button.clicked.connect(self.enrol)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.TINY, theme.SMALL, theme.TINY)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)
        self.offer(0)

    def offer(self, count: int) -> None:
        """Propose so many; none hides the bar."""
        self._count = count
        self.setVisible(count > 0)
        self.retranslate()

    def retranslate(self) -> None:
        words = ngettext(
            "{count} member joined the group since.", "{count} members joined the group since.", self._count
        )
        self.words.setText(words.format(count=self._count))
        self.button.setText(_("Enrol them"))
