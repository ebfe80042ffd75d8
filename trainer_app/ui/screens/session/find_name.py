"""Finding a name in the register: `/`, a few letters, Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app.domain.people import folded
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.status_grid import StatusGrid


class FindName(Translated, QWidget):
    """A line above the grid while one looks for somebody. Down and Up go on to the next of that name."""

    def __init__(self, parent: QWidget, grid: StatusGrid) -> None:
        super().__init__(parent)
        self._grid = grid
        self.label = labels.label(self, wrap=False)
        self.box = QLineEdit(self)
        self.box.setObjectName("edFindName")
        self.label.setBuddy(self.box)
        self.nobody = labels.label(self, "warning", "lblFindNobody", wrap=False)
        self.box.textEdited.connect(self._seek)
        self.box.returnPressed.connect(self._end)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.label)
        layout.addWidget(self.box)
        layout.addWidget(self.nobody)
        layout.addStretch(1)
        self.hide()
        self.retranslate()

    @Slot()
    def begin(self) -> None:
        self.box.clear()
        self.nobody.clear()
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.label.setText(_("Find a name"))
        self.box.setAccessibleName(_("Find a name"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._end()
            case Qt.Key.Key_Down:
                self._turn(1)
            case Qt.Key.Key_Up:
                self._turn(-1)
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _seek(self) -> None:
        found = self._found()
        self.nobody.setText(_("Nobody of that name is on the list.") if self.box.text().strip() and not found else "")
        if found:
            self._grid.go_to(found[0])

    @Slot()
    def _end(self) -> None:
        self.hide()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, step: int) -> None:
        found = self._found()
        if found:
            line = self._grid.currentIndex().row()
            place = found.index(line) if line in found else -step
            self._grid.go_to(found[(place + step) % len(found)])

    def _found(self) -> list[int]:
        """Lines whose name or number begins with each of the words."""
        words = folded(self.box.text()).split()
        return [
            number
            for number, line in enumerate(self._grid.register.lines)
            if words and all(_begins(word, (*folded(line.name).split(), line.number)) for word in words)
        ]


def _begins(word: str, parts: tuple[str, ...]) -> bool:
    return any(part.startswith(word) for part in parts)
