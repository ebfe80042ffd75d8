"""The line below the register: how many of each, and buttons for those who work with the mouse."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from trainer_app.domain.attendance import GLYPHS, LETTERS, Status
from trainer_app.domain.people import Sex
from trainer_app.i18n import _, pgettext
from trainer_app.ui import theme
from trainer_app.ui.models.register import DAYS_FROM, RegisterModel, status_words
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.status_grid import StatusGrid

ALIASES = {Status.PRESENT: "P Y 1", Status.ABSENT: "A N 2", Status.LATE: "L R K 3", Status.EXCUSED: "E J U 4"}


class Totals(Translated, QWidget):
    """Counts the day that is current in the grid. A button writes its status there, like its key."""

    counted = Signal()

    def __init__(self, parent: QWidget, grid: StatusGrid) -> None:
        super().__init__(parent)
        self._grid = grid
        self.words = labels.label(self, "strong", "lblTotals")
        self.buttons = {status: self._button(status) for status in Status}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.words, 1)
        for made in self.buttons.values():
            layout.addWidget(made)
        grid.day_changed.connect(self.count)
        self.retranslate()

    @Slot()
    def count(self) -> None:
        shown = self._grid.register
        if shown.days:
            column = self._grid.day_column()
            day = "" if column == shown.own_column else f"{shown.title(column)}:  "
            self.words.setText(day + totals_words(shown, column))
            self.counted.emit()

    def retranslate(self) -> None:
        for status, made in self.buttons.items():
            made.setText(f"{GLYPHS[status]} {LETTERS[status]} {status_words(status)}")
            keys = _("{status}: keys {keys}")
            made.setToolTip(keys.format(status=status_words(status), keys=ALIASES[status]))
        self.count()

    def _button(self, status: Status) -> QPushButton:
        made = button(self, f"btn{status.name.title()}", kind="quiet")
        made.setProperty("status", str(status))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the grid, where a letter does the same
        made.clicked.connect(self._press)
        return made

    @Slot()
    def _press(self) -> None:
        if self._grid.currentIndex().isValid():
            self._grid.mark(Status(self.sender().property("status")))


def totals_words(shown: RegisterModel, column: int) -> str:
    """ "P 33 (F 19 M 14)  A 4  L 2  E 1  unmarked 0", and those from outside the project apart."""
    found, place = shown.count(column), column - DAYS_FROM
    present = Counter(
        line.sex
        for line in shown.lines
        if line.cells[place].status is Status.PRESENT and not line.outsider and not line.leads
    )
    sexes = f"(F {present[Sex.FEMALE]} M {present[Sex.MALE]})"
    parts = [f"{LETTERS[Status.PRESENT]} {found.by_status[Status.PRESENT]} {sexes}"]
    parts += [f"{LETTERS[status]} {found.by_status[status]}" for status in Status if status is not Status.PRESENT]
    # L10N: after the counts of present, absent, late and excused
    parts.append(pgettext("attendance", "unmarked {count}").format(count=found.unmarked))
    if found.outsiders:
        # L10N: how many of those who are from outside the project came, of how many
        outside = pgettext("attendance", "from outside {came}/{count}")
        parts.append(outside.format(came=found.outsiders_came, count=found.outsiders))
    return "  ".join(parts)


def came_words(shown: RegisterModel, column: int) -> str:
    """`35 of 40 came.`: by the rule that stands beside it."""
    found = shown.count(column)
    return _("{came} of {expected} came.").format(came=found.came, expected=found.expected)
