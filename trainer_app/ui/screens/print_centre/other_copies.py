"""Copies in further languages, printed in one job with those of the first."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from trainer_app.i18n import LANGUAGES, _
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox


class OtherCopies(Translated, QWidget):
    """A number for each language but the one that was chosen; none of them is wanted at first."""

    changed = Signal()

    def __init__(self, parent: QWidget, most: int) -> None:
        super().__init__(parent)
        self.setObjectName("edOthers")
        self.boxes = {code: NumberBox(self, f"spnCopies_{code}", 0, most) for code in LANGUAGES}
        self._names: dict[str, QLabel] = {code: label(self, wrap=False) for code in LANGUAGES}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(theme.SMALL)
        layout.setVerticalSpacing(theme.TINY)
        layout.setColumnStretch(1, 1)
        for row, (code, box) in enumerate(self.boxes.items()):
            layout.addWidget(self._names[code], row, 0)
            layout.addWidget(box, row, 1)
            box.valueChanged.connect(self._tell)
        self.be_for(next(iter(LANGUAGES)))
        self.retranslate()

    @property
    def value(self) -> tuple[tuple[str, int], ...]:
        """Language and copies, of those that are wanted."""
        return tuple((code, box.value()) for code, box in self.boxes.items() if box.value() and code != self._first)

    def be_for(self, language: str) -> None:
        """The language that is asked for elsewhere is not asked for here."""
        self._first = language
        for code, box in self.boxes.items():
            box.setVisible(code != language)
            self._names[code].setVisible(code != language)
        self.setFocusProxy(next(box for code, box in self.boxes.items() if code != language))

    def retranslate(self) -> None:
        for code, box in self.boxes.items():
            self._names[code].setText(LANGUAGES[code])
            box.setAccessibleName(_("Copies in {language}").format(language=LANGUAGES[code]))

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
