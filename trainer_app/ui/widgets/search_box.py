"""A box to type what is looked for; the list below follows as one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui import icons, theme
from trainer_app.ui.icons import Tint
from trainer_app.ui.translated import Translated

PAUSE = 150  # milliseconds without a key before the list follows


class SearchBox(Translated, QLineEdit):
    """`asked` comes when typing pauses, `entered` with Enter. Down goes into the list, Esc empties the box."""

    asked = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget, name: str = "edSearch", hint: str = N_("Search")) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._hint = hint
        self._view: QAbstractItemView | None = None
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", Tint.MUTED), QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(self._timer.start)
        self.returnPressed.connect(self._enter)
        self.retranslate()

    def leads_to(self, view: QAbstractItemView) -> None:
        """The list that Down moves into."""
        self._view = view

    def retranslate(self) -> None:
        self.setPlaceholderText(_(self._hint))
        self.setAccessibleName(_(self._hint))
        self.setMinimumWidth(min(theme.width(self, _(self._hint)) + theme.scaled(theme.WIDE * 2), theme.scaled(320)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What was looked for before gives way to the next word, also when a page or a window gives the focus back."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._view is not None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.text().strip())

    @Slot()
    def _enter(self) -> None:
        self._timer.stop()
        self._ask()
        self.entered.emit()
