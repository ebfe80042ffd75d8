"""The papers of a kit, each with a box to tick and what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from trainer_app.documents.kit import Drawn
from trainer_app.domain.kit import KitPaper
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.models.kit import NAMES, amount_words
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.labels import label


class KitRows(Translated, QWidget):
    """A row for each kind of paper; those that the training has nothing for are hidden."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kitRows")
        self._drawn: Sequence[Drawn] = ()
        self.boxes: dict[KitPaper, QCheckBox] = {}
        self.amounts: dict[KitPaper, QLabel] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(theme.LARGE)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        for row, kind in enumerate(KitPaper):
            box = QCheckBox(self)
            box.setObjectName(f"chkKit_{kind}")
            box.setChecked(True)
            box.toggled.connect(self._tell)
            amount = label(self, "muted", f"lblKit_{kind}", wrap=False)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(box, row, 0)
            layout.addWidget(amount, row, 1)
            self.boxes[kind], self.amounts[kind] = box, amount
        self.offer(())
        self.retranslate()

    @property
    def ticked(self) -> list[KitPaper]:
        return [kind for kind, box in self.boxes.items() if box.isChecked() and box.isEnabledTo(self)]

    def offer(self, kinds: Iterable[KitPaper]) -> None:
        """What this training has something for; nothing of it is counted yet."""
        wanted = set(kinds)
        for kind, box in self.boxes.items():
            box.setVisible(kind in wanted)
            self.amounts[kind].setVisible(kind in wanted)
            self.amounts[kind].setText("…")
        self._drawn = ()

    def tell(self, drawn: Sequence[Drawn]) -> None:
        self._drawn = drawn
        for kind, amount in self.amounts.items():
            amount.setText(amount_words([one.amount for one in drawn if one.kind == kind]))
            self.boxes[kind].setAccessibleDescription(amount.text())

    def retranslate(self) -> None:
        for kind, box in self.boxes.items():
            box.setText(_(NAMES[kind]))
        if self._drawn:
            self.tell(self._drawn)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
