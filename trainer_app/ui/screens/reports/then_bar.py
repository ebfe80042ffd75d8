"""Above a report that was kept: since when it stands, and how much differs from the figures of today."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from trainer_app.i18n import _, screen
from trainer_app.services.report_differences import Differences
from trainer_app.ui import theme
from trainer_app.ui.dialogs import differences
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label


class ThenBar(Translated, QFrame):
    """Hidden while the figures of today are shown."""

    show_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("barThen")
        self.setProperty("kind", "bar")
        self.told: Differences | None = None
        self.words = label(self, name="lblThen")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_button = button(self, "btnDifferences")
        self.remove = button(self, "btnRemoveFrozen", "trash-2", kind="quiet")
        self.show_button.clicked.connect(self.show_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.TINY, theme.SMALL, theme.TINY)
        layout.setSpacing(theme.MEDIUM)
        for widget in (self.words, self.show_button, self.remove):
            layout.addWidget(widget)
        self.hide()
        self.retranslate()

    def show_differences(self, told: Differences | None) -> None:
        """None: what is shown are the figures of today."""
        self.told = told
        self.setVisible(told is not None)
        self.retranslate()

    def retranslate(self) -> None:
        self.show_button.setText(_("Then and now"))
        self.remove.setText(_("Remove"))
        if self.told is None:
            return
        kept = _("These figures were kept on {day}.").format(day=screen().date(self.told.frozen_on))
        self.words.setText(f"{kept} {differences.words(self.told)}")
