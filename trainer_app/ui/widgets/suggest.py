"""A line to type in that proposes what fits, for lists too long to drop down: places, people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from trainer_app.domain.people import folded
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.translated import Translated

Found = TypeVar("Found")

PAUSE = 120  # milliseconds without a key before proposals come
SHOWN = 7  # rows of the list of proposals
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Suggest(Translated, QLineEdit, Generic[Found]):
    """`taken` carries what was chosen: with Enter, a click, or by leaving the line when only one thing fits.

    Enter that chooses goes no further; Enter with nothing proposed belongs to the form around the line.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._found: tuple[Found, ...] = ()
        self._asked = ""
        self._lines = QStringListModel(self)
        self.proposals: QListView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._propose)
        self.textEdited.connect(self._timer.start)

    def fitting(self, words: str) -> Sequence[Found]:
        """What fits the words typed, the best first."""
        raise NotImplementedError

    def words(self, found: Found) -> str:
        """How a proposal reads."""
        raise NotImplementedError

    def accept(self, found: Found) -> None:
        """What becomes of the line when `found` was chosen: it says so."""
        self.setText(self.words(found))

    @property
    def is_proposing(self) -> bool:
        return self.proposals is not None and self.proposals.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self._step(STEPS[Qt.Key(event.key())])
        elif event.key() in ENTER and self._take_current():
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.is_proposing:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.settle()
        self.put_away()

    def put_away(self) -> None:
        """Hide the proposals."""
        self._timer.stop()
        self._asked = ""
        if self.proposals is not None:
            self.proposals.hide()

    @Slot()
    def _propose(self) -> None:
        self._timer.stop()
        self._asked = self.text()
        self._found = tuple(self.fitting(self._asked)) if self._asked.strip() else ()
        self._lines.setStringList([self.words(found) for found in self._found])
        if not self._found:
            self.put_away()
            return
        view = self._list()
        self._place(view)
        view.setCurrentIndex(self._lines.index(0))
        view.show()
        view.raise_()

    def _step(self, by: int) -> None:
        if not self.is_proposing or self.proposals is None:
            self._propose()
            return
        row = (self.proposals.currentIndex().row() + by) % len(self._found)
        self.proposals.setCurrentIndex(self._lines.index(row))
        announce(self, self.words(self._found[row]))

    def _take_current(self) -> bool:
        if self._timer.isActive():
            self._propose()
        if not self.is_proposing or self.proposals is None:
            return False
        self._take(self.proposals.currentIndex())
        return True

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        found = self._found[index.row()]
        self.put_away()
        self.accept(found)
        self.taken.emit(found)

    def settle(self) -> None:
        """Leaving the line takes what was typed when there is no doubt what it means."""
        if not self._timer.isActive() and not self._asked:
            return
        found = tuple(self.fitting(self.text())) if self.text().strip() else ()
        same = [one for one in found if folded(self.words(one)) == folded(self.text())]
        sure = same if same else found
        if len(sure) == 1:
            self.accept(sure[0])
            self.taken.emit(sure[0])

    def _list(self) -> QListView:
        """A child of the window, not a window of its own: it never takes the focus from the line."""
        if self.proposals is None or self.proposals.parent() is not self.window():
            view = QListView(self.window())
            view.setObjectName(f"{self.objectName()}Proposals")
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setModel(self._lines)
            view.clicked.connect(self._take)
            self.destroyed.connect(view.deleteLater)
            self.proposals = view
        self.proposals.setAccessibleName(self.accessibleName())
        return self.proposals

    def _place(self, view: QListView) -> None:
        """Under the line, or above it where there is no room below."""
        rows = min(len(self._found), SHOWN)
        height = rows * max(view.sizeHintForRow(0), theme.scaled(theme.TARGET)) + 2 * view.frameWidth() + theme.TINY
        widest = max(view.fontMetrics().horizontalAdvance(line) for line in self._lines.stringList())
        window = self.window()
        width = min(max(self.width(), widest + theme.scaled(theme.HUGE)), window.width() - 2 * theme.SMALL)
        below = self.mapTo(window, QPoint(0, self.height()))
        top = below.y() if below.y() + height <= window.height() else below.y() - self.height() - height
        left = min(below.x(), window.width() - width - theme.SMALL)
        view.setGeometry(max(left, 0), max(top, 0), width, height)
