"""The columns of a list: a tick for each that is there, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from trainer_app.documents.list_columns import titles
from trainer_app.domain.list_forms import ListColumn, available
from trainer_app.i18n import _, pgettext, screen
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button

SHOWN = 6  # lines before it scrolls
KEY = Qt.ItemDataRole.UserRole


class ColumnRows(Translated, QWidget):
    """Space ticks, Ctrl+Up and Ctrl+Down move. Those that are ticked come first when it is opened."""

    changed = Signal()

    def __init__(self, parent: QWidget, document: str) -> None:
        super().__init__(parent)
        self.setObjectName("rowsColumns")
        self._available = available(document)
        self.list = _Keys(self)
        self.list.setObjectName("lstColumns")
        self.up = button(self, "btnColumnUp")
        self.down = button(self, "btnColumnDown")
        self.setFocusProxy(self.list)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.list.moved.connect(self._move)
        self.list.itemChanged.connect(self._tell)
        self.list.currentRowChanged.connect(self._offer)
        self.choose(())

    @property
    def value(self) -> tuple[ListColumn, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(ListColumn(item.data(KEY)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def choose(self, columns: Sequence[ListColumn]) -> None:
        """Tick these, in their order; the others follow."""
        self.list.blockSignals(True)
        self.list.clear()
        for column in (*columns, *(other for other in self._available if other not in columns)):
            item = QListWidgetItem(self.list)
            item.setData(KEY, column.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if column in columns else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._size()
        self.retranslate()
        self._offer()

    def retranslate(self) -> None:
        self.up.setText(pgettext("move in a list", "Up"))
        self.up.setToolTip(_("Further left on the paper (Ctrl+Up)"))
        self.down.setText(pgettext("move in a list", "Down"))
        self.down.setToolTip(_("Further right on the paper (Ctrl+Down)"))
        self.list.setAccessibleName(_("Columns"))
        words = titles(screen())
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setText(
                words[ListColumn(item.data(KEY))] if item.data(KEY) != ListColumn.SHARE else _("Share of days attended")
            )
        self.list.blockSignals(False)

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    @Slot(int)
    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if not 0 <= row + by < self.list.count():
            return
        self.list.blockSignals(True)
        self.list.insertItem(row + by, self.list.takeItem(row))
        self.list.setCurrentRow(row + by)
        self.list.blockSignals(False)
        self._offer()
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _offer(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)

    def _size(self) -> None:
        self.list.setFixedHeight(SHOWN * theme.row_height() + theme.SMALL)
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(theme.scaled(100), theme.row_height()))


class _Keys(QListWidget):
    """A list whose lines move with the keyboard."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)
