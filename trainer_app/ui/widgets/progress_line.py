"""How far a job in the background is, with a button to stop it. Hidden while there is none."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button


class Doing(Protocol):
    """What works in the background and can be stopped."""

    busy: SignalInstance
    progressed: SignalInstance

    def stop(self) -> None: ...


class ProgressLine(Translated, QWidget):
    """`follow(maker)` shows what that maker is making."""

    def __init__(self, parent: QWidget, name: str = "progress") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.bar = QProgressBar(self)
        self.bar.setObjectName(f"{name}Bar")
        self.bar.setRange(0, 100)
        self.stop = button(self, f"{name}Stop")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.hide()
        self.retranslate()

    def follow(self, maker: Doing) -> None:
        maker.busy.connect(self._appear)
        maker.progressed.connect(self._advance)
        self.stop.clicked.connect(maker.stop)

    def retranslate(self) -> None:
        self.stop.setText(_("Stop"))
        self.bar.setAccessibleName(_("Making the paper"))

    @Slot(bool)
    def _appear(self, busy: bool) -> None:
        self.bar.setValue(0)
        self.setVisible(busy)

    @Slot(float)
    def _advance(self, share: float) -> None:
        self.bar.setValue(round(share * 100))
