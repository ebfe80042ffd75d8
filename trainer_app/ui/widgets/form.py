"""Forms: a label above each control, what is wrong below it, and what was typed stays."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.labels import label


class Field(Translated, QWidget):
    """One question: label, control, hint, and the reason why an answer was refused."""

    def __init__(self, parent: QWidget, words: str, control: QWidget, hint: str = "", optional: bool = False) -> None:
        super().__init__(parent)
        self._words = words
        self._hint = hint
        self._optional = optional
        self.control = control
        self.label = label(self, "strong")
        self.label.setBuddy(control)
        self.hint = label(self, "caption")
        self.error = label(self, "error", name=f"{control.objectName()}Error")
        self.error.hide()
        self.hint.setVisible(bool(hint))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        for widget in (self.label, control, self.hint, self.error):
            layout.addWidget(widget)
        layout.addStretch()
        self._below = layout
        self.retranslate()

    def retranslate(self) -> None:
        words = _(self._words)
        self.label.setText(_("{question} (optional)").format(question=words) if self._optional else words)
        self.hint.setText(_(self._hint))
        self.control.setAccessibleName(words)

    def add_below(self, part: QWidget) -> None:
        """Something more that belongs to the question: a warning, a link."""
        at = self._below.count() - 1
        if isinstance(part, QPushButton):
            self._below.insertWidget(at, part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._below.insertWidget(at, part)

    def refuse(self, reason: str) -> None:
        """Say below the control why its answer cannot be taken; "" takes the reason away."""
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        self.control.setAccessibleDescription(reason)
        painted = self.control.focusProxy() or self.control
        painted.setProperty("invalid", bool(reason))
        painted.style().polish(painted)


class Form(Translated, QWidget):
    """Questions one below another, or two side by side: `add("phone", N_("Phone"), line, beside=True)`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.MEDIUM)
        self._grid.setVerticalSpacing(theme.MEDIUM)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._row = -1

    def add(
        self,
        name: str,
        words: str,
        control: QWidget,
        *,
        hint: str = "",
        optional: bool = False,
        beside: bool = False,
    ) -> Field:
        """One more question. `beside` puts it to the right of the one before, which then is half as wide."""
        field = Field(self, words, control, hint, optional)
        if beside:
            self._halve(self._row)
            self._grid.addWidget(field, self._row, 1)
        else:
            self._row += 1
            self._grid.addWidget(field, self._row, 0, 1, 2)
        self.fields[name] = field
        return field

    def refuse(self, reasons: Mapping[str, str]) -> None:
        """Show each reason below its question and go to the first; the other questions are accepted."""
        for name, field in self.fields.items():
            field.refuse(reasons.get(name, ""))
        first = next((self.fields[name] for name in self.fields if reasons.get(name)), None)
        if first is not None:
            first.control.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(first, first.error.text(), urgent=True)

    def accept_all(self) -> None:
        """No reason is left to show."""
        self.refuse({})

    def _halve(self, row: int) -> None:
        item = self._grid.itemAtPosition(row, 0)
        widget = item.widget() if item else None
        if widget is not None:
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, row, 0)
