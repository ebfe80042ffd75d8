"""One rule of a programme as a row of controls: shows the fields of a `Setting` and reads them back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.rules import Setting
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.number_box import NumberBox


class RuleRow(Translated, QWidget):
    """One rule: its controls, what it means in words, and `changed` with the value that follows from them."""

    KIND: type[Setting]
    TITLE = ""  # marked with N_()
    DEED = ""  # marked with N_(): what Undo calls a change of it
    MEANS = ""  # marked with N_(): what the rule says, for somebody who has never heard of it

    changed = Signal(object)

    def __init__(self, parent: QWidget, value: Setting) -> None:
        super().__init__(parent)
        self.title = labels.label(self, "section")
        self.means = labels.label(self, "caption")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, theme.MEDIUM)
        self.inside.setSpacing(theme.SMALL)
        self.inside.addWidget(self.title)
        self.build()
        self.inside.addWidget(self.means)
        self.show_value(value)
        self.retranslate()

    def build(self) -> None:
        """Make the controls and put them into `inside`."""

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self

    def show_value(self, value: Setting) -> None:
        """Show a value without telling."""

    def value(self) -> Setting | None:
        """What the controls say; None while it is no rule."""
        return None

    def retranslate(self) -> None:
        self.title.setText(_(self.TITLE))
        self.means.setText(_(self.MEANS))

    @Slot()
    def tell(self) -> None:
        value = self.value()
        if value is not None:
            self.changed.emit(value)

    def number(self, name: str, least: int, most: int, suffix: str = "") -> NumberBox:
        """A number that tells when it was changed."""
        box = NumberBox(self, name, least, most)
        box.setKeyboardTracking(False)
        box.setSuffix(suffix)
        box.valueChanged.connect(self.tell)
        return box

    def beside(self, *fields: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.MEDIUM)
        for field in fields:
            row.addWidget(field, 1)
        self.inside.addLayout(row)


def quietly(box: NumberBox, value: int) -> None:
    """Show a number without telling."""
    box.blockSignals(True)
    box.setValue(value)
    box.blockSignals(False)
