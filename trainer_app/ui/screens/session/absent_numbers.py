"""The box for the numbers of those who stayed away: `7, 12 23;31` and Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app.domain.attendance import numbers_in
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels

SAMPLE = "7, 12, 23, 31, 38"


class AbsentNumbers(Translated, QWidget):
    """What is wrong is said in `error`, which stands below the box, and what was typed stays in it."""

    entered = Signal(tuple)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._known: frozenset[str] = frozenset()
        self.label = labels.label(self, wrap=False)
        self.box = QLineEdit(self)
        self.box.setObjectName("edAbsentNos")
        self.label.setBuddy(self.box)
        self.error = labels.label(parent, "error", "lblAbsentError")
        self.error.hide()
        self.box.returnPressed.connect(self._enter)
        self.box.textEdited.connect(self._forgive)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SMALL, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.label)
        layout.addWidget(self.box)
        self.retranslate()

    def know(self, numbers: frozenset[str]) -> None:
        """The numbers that stand on the register."""
        self._known = numbers

    def clear(self) -> None:
        self.box.clear()
        self._forgive()

    @Slot()
    def begin(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def retranslate(self) -> None:
        self.label.setText(_("Absent No"))
        self.box.setPlaceholderText("7, 12, 23")
        self.box.setAccessibleName(_("Numbers of those who are absent"))
        self.box.setToolTip(_("The numbers of those who are absent; everybody else becomes present (Ctrl+G)"))
        self.box.setFixedWidth(theme.width(self.box, SAMPLE) + theme.scaled(theme.MEDIUM))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _enter(self) -> None:
        try:
            numbers = numbers_in(self.box.text())
        except ValueError as error:
            self._refuse(_("“{text}” is not a number.").format(text=error.args[0]))
            return
        unknown = [number for number in numbers if number not in self._known]
        if unknown:
            self._refuse(_("Not on the register: {numbers}.").format(numbers=", ".join(unknown)))
        elif not numbers:
            self._refuse(_("Write the numbers of those who are absent."))
        else:
            self._forgive()
            self.entered.emit(numbers)

    def _refuse(self, reason: str) -> None:
        self._say(reason)
        announce(self.box, reason, urgent=True)

    @Slot()
    def _forgive(self) -> None:
        self._say("")

    def _say(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        self.box.setAccessibleDescription(reason)
        self.box.setProperty("invalid", bool(reason))
        self.box.style().polish(self.box)
