"""What was just done, for ten seconds, with Undo beside it. The header's Undo stays when it is gone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label

SECONDS = 10


class Toast(Translated, QFrame):
    """Waits while the pointer or the focus is on it."""

    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.words = label(self, name="toastText", wrap=False)
        self.undo_button = button(self, "toastUndo", kind="link")
        self.undo_button.clicked.connect(self._undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SMALL, 0, theme.SMALL, 0)
        layout.addWidget(self.words)
        layout.addWidget(self.undo_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self._leave)
        self.hide()
        self.retranslate()

    def put(self, text: str, undo: bool = False) -> None:
        self.words.setText(text)
        self.undo_button.setVisible(undo)
        self.show()
        self._timer.start()
        announce(self, text)

    def retranslate(self) -> None:
        self.undo_button.setText(_("Undo"))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    @Slot()
    def _leave(self) -> None:
        if self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._timer.start()
        else:
            self.hide()

    @Slot()
    def _undo(self) -> None:
        self.hide()
        self.undo.emit()
