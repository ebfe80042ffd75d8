"""The grid that a register is taken in: one key a mark, the way a spreadsheet moves, nothing marked by accident."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from trainer_app.domain.attendance import Status, status_for_key
from trainer_app.ui.models.register import Lead
from trainer_app.ui.models.table import Index
from trainer_app.ui.widgets.register_table import RegisterTable
from trainer_app.ui.widgets.status_fill import GridMark, Place, changing, from_above, from_day_before, same, toggled

Keys = Qt.Key
NO_KEYS = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
WRITES = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
)


class Gesture(StrEnum):
    """What the user did, for the words beside Undo."""

    MARK = "mark"
    FILL_DOWN = "fill_down"
    COPY_DAY = "copy_day"


class StatusGrid(RegisterTable):
    """A letter writes and moves down; arrows never write; Tab leaves. The grid only asks: it stores nothing."""

    marked = Signal(object, object)  # a tuple of GridMark, and the Gesture
    pasted = Signal(str)
    find_wanted = Signal()
    walk_in_wanted = Signal()
    minutes_wanted = Signal()
    history_wanted = Signal()
    reason_wanted = Signal()
    day_changed = Signal()  # another column is current: the totals may belong to another day

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before_remark: int | None = None
        self._deeds = self._plain_deeds()
        self._control_deeds = self._deeds_with_control()
        self._asks = {"/": self.find_wanted, "m": self.minutes_wanted, "M": self.minutes_wanted}

    # ---- where one is ------------------------------------------------------------------------------------------

    def day_column(self) -> int:
        """The day that a key writes to: the current column's, or the workspace's own beside the names."""
        column = self.currentIndex().column()
        return column if self.register.is_day(column) else self.register.own_column

    def go_to(self, line: int, column: int | None = None) -> None:
        """Make one cell current; without a column, in the workspace's own day."""
        index = self.register.index(line, self.register.own_column if column is None else column)
        # not setCurrentIndex: with Ctrl held down, that moves and leaves the old selection
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to_first_unmarked(self) -> None:
        if self.register.lines:
            self.go_to(self.register.first_unmarked())

    def places(self) -> tuple[Place, ...]:
        """The cells of days that are selected; beside the names, the selected lines in the workspace's own day."""
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        days = {place for place in chosen if self.register.is_day(place[1])}
        current = self.currentIndex()
        lines = {line for line, _column in chosen} or {current.row()}
        return tuple(sorted(days or {(line, self.day_column()) for line in lines}))

    # ---- writing -----------------------------------------------------------------------------------------------

    def mark(self, status: Status | None) -> None:
        """Write `status` where one is: a single cell and move down, or the whole of a range."""
        places = self.places()
        line, column = places[0]
        self._ask(same(places, status), Gesture.MARK)
        if status is not None and len(places) == 1 and not self.register.is_locked(column):
            self._move_down(line)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._as_text())

    def edit_remark(self) -> None:
        """Write a few words beside the mark of the current line, and come back."""
        current = self.currentIndex()
        if current.column() != self.register.remark_column:
            self._before_remark = current.column()
        index = self.register.index(current.row(), self.register.remark_column)
        self.go_to(index.row(), index.column())
        self.edit(index)

    def _ask(self, marks: Iterable[GridMark], gesture: Gesture) -> None:
        if wanted := changing(self.register, marks):
            self.marked.emit(wanted, gesture)

    def _as_text(self) -> str:
        """What is selected as lines of tab-separated words, marks as their letters, for a spreadsheet."""
        chosen = [index for index in self.selectedIndexes() if not self.isColumnHidden(index.column())]
        lines = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        return "\n".join("\t".join(self.register.plain(line, column) for column in columns) for line in lines)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.show_day(current.column())
        self.viewport().update()
        if current.column() != previous.column():
            self.day_changed.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if self._before_remark is not None:
            self.go_to(self.currentIndex().row(), self._before_remark)
            self._before_remark = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- keys --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are marks here, not a search."""

    def _take(self, event: QKeyEvent) -> bool:
        """Do what the key means in a register; False leaves it to the table."""
        if not self.currentIndex().isValid() or self.state() == StatusGrid.State.EditingState:
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == NO_KEYS and event.key() in self._deeds:
            self._deeds[Keys(event.key())]()
            return True
        if modifiers == CONTROL and event.key() in self._control_deeds:
            self._control_deeds[Keys(event.key())]()
            return True
        return not event.modifiers() & ~WRITES and self._write(event.text())

    def _write(self, text: str) -> bool:
        if self.currentIndex().column() == self.register.remark_column or not text:
            return False
        status = status_for_key(text)
        if status is not None:
            self.mark(status)
        elif text in self._asks:
            self._asks[text].emit()
        return status is not None or text in self._asks

    def _plain_deeds(self) -> dict[Keys, Callable[[], object]]:
        return {
            Keys.Key_Space: self._toggle,
            Keys.Key_Delete: self._clear,
            Keys.Key_Backspace: self._clear,
            Keys.Key_F2: self.edit_remark,
            Keys.Key_F3: self.history_wanted.emit,
            Keys.Key_F4: self.reason_wanted.emit,
            Keys.Key_Return: self._next_line,
            Keys.Key_Enter: self._next_line,
            Keys.Key_Insert: self.walk_in_wanted.emit,
        }

    def _deeds_with_control(self) -> dict[Keys, Callable[[], object]]:
        return {
            Keys.Key_D: self._fill_down,
            Keys.Key_R: self._copy_day,
            Keys.Key_C: self.copy,
            Keys.Key_Insert: self.copy,
            Keys.Key_V: self.paste,
            Keys.Key_Up: self._to_top,
            Keys.Key_Down: self._to_bottom,
            Keys.Key_Left: self._to_first_column,
            Keys.Key_Right: self._to_last_column,
        }

    def _toggle(self) -> None:
        self._ask(toggled(self.register, self.places()), Gesture.MARK)

    def _clear(self) -> None:
        if self.currentIndex().column() == self.register.remark_column:
            self.register.setData(self.currentIndex(), "")
        else:
            self.mark(None)

    def _fill_down(self) -> None:
        self._ask(from_above(self.register, self.places()), Gesture.FILL_DOWN)

    def _copy_day(self) -> None:
        self._ask(from_day_before(self.register, self.places()), Gesture.COPY_DAY)

    @Slot()
    def paste(self) -> None:
        """Ask for what is on the clipboard to be written from the current cell on."""
        self.pasted.emit(QGuiApplication.clipboard().text())

    def _next_line(self) -> None:
        self._move_down(self.currentIndex().row())

    def _move_down(self, line: int) -> None:
        if line + 1 < self.register.rowCount():
            self.go_to(line + 1, self.currentIndex().column())

    def _to_top(self) -> None:
        self.go_to(0, self.currentIndex().column())

    def _to_bottom(self) -> None:
        self.go_to(self.register.rowCount() - 1, self.currentIndex().column())

    def _to_first_column(self) -> None:
        self.go_to(self.currentIndex().row(), Lead.NUMBER)

    def _to_last_column(self) -> None:
        self.go_to(self.currentIndex().row(), self.register.remark_column)
