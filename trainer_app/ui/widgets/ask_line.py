"""A question above a list that is answered in a word: how long somebody stayed, why a mark was corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.widgets import labels


class AskLine(QFrame):
    """`ask` shows the question; Enter answers, Esc leaves. What is wrong stands beside the box."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "bar")
        self.question = labels.label(self, name=f"{name}Question", wrap=False)
        self.box = QLineEdit(self)
        self.box.setObjectName(f"ed_{name}")
        self.question.setBuddy(self.box)
        self.error = labels.label(self, "error", f"{name}Error")
        self.box.returnPressed.connect(self._enter)
        self.box.textEdited.connect(self._forgive)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.TINY, theme.SMALL, theme.TINY)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.question)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.error)
        self._layout = layout
        self.hide()

    def add(self, part: QWidget) -> None:
        """One thing more at the end of the line."""
        self._layout.addWidget(part)

    def offer(self, question: str, before: str = "") -> None:
        """Show the question, and leave the keyboard where it is: who wants to answer goes there."""
        self.question.setText(question)
        self.box.setAccessibleName(question)
        self.box.setText(before)
        self._forgive()
        self.show()

    def ask(self, question: str, before: str = "") -> None:
        """Show the question with the keyboard in its box."""
        self.offer(question, before)
        self.begin()

    def begin(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def refuse(self, reason: str) -> None:
        self.error.setText(reason)
        self.box.setAccessibleDescription(reason)
        announce(self.box, reason, urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _enter(self) -> None:
        self.answered.emit(self.box.text().strip())

    @Slot()
    def _forgive(self) -> None:
        self.error.clear()
        self.box.setAccessibleDescription("")
