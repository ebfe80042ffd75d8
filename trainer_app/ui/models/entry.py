"""A table that is typed in, cell by cell. What cannot be taken stays on screen, marked as wrong, and is not kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from trainer_app.i18n import _
from trainer_app.ui.models.table import LEFT, NOWHERE, RIGHT, Index, ItemRole

LINE = ItemRole.UserRole  # the whole line, for what is painted
IS_WRONG = ItemRole.UserRole + 1  # what is shown was typed and refused, not kept
Entry = tuple[int, int, object]  # row, column, value


class Refused(ValueError):
    """What was typed cannot be taken: `args[0]` is the sentence that says why."""


class EntryModel(QAbstractTableModel):
    """A further table says what its lines and columns are, how a cell reads, and what is done with what was typed."""

    COLUMNS = 0
    ENTERED: frozenset[int] = frozenset()
    """The columns that are typed in."""
    AT_LEFT: frozenset[int] = frozenset()
    """The columns of words; numbers stand at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[object] = ()
        self._wrong: dict[tuple[object, int], tuple[str, str]] = {}  # what was typed, and why it was refused

    # ---- what a further table says -----------------------------------------------------------------------------

    def title(self, column: int) -> str:
        raise NotImplementedError

    def key(self, row: int) -> object:
        """What a line is about: the person, the question."""
        raise NotImplementedError

    def name(self, row: int) -> str:
        """What a line is called for the ear."""
        raise NotImplementedError

    def words(self, row: int, column: int) -> str:
        """What a cell shows."""
        raise NotImplementedError

    def typed(self, row: int, column: int) -> str:
        """What one would have typed for it."""
        return self.words(row, column)

    def said(self, row: int, column: int) -> str:
        """The same for the ear, where it differs."""
        return self.words(row, column)

    def read(self, row: int, column: int, text: str) -> object:
        """What was typed, as a value; raises Refused."""
        raise NotImplementedError

    def is_kept(self, row: int, column: int, value: object) -> bool:
        """Whether the cell says this already."""
        raise NotImplementedError

    def keep(self, row: int, column: int, value: object) -> None:
        """Tell who listens that a value is to be kept."""
        raise NotImplementedError

    def next_empty(self) -> tuple[int, int]:
        """Where typing goes on."""
        raise NotImplementedError

    # ---- what every such table does ----------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[object], keys: Sequence[object]) -> None:
        """Show these lines. Those that only changed are repainted in place; what was refused stays meanwhile."""
        if list(keys) == [self.key(row) for row in range(len(self._lines))]:
            changed = [row for row, line in enumerate(lines) if line != self._lines[row]]
            self._lines = tuple(lines)
            for row in changed:
                self.repaint(row)
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self._wrong = {}
        self.endResetModel()

    def repaint(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.COLUMNS - 1))

    def reason(self, index: Index) -> str:
        """Why what is shown in this cell was refused; "" when it was not."""
        return self._wrong[self._place(index)][1] if index.isValid() and self._place(index) in self._wrong else ""

    def forgive(self, index: Index) -> bool:
        """Show what is kept again where something was refused; whether anything was."""
        was_wrong = index.isValid() and self._wrong.pop(self._place(index), None) is not None
        if was_wrong:
            self.dataChanged.emit(index, index)
        return was_wrong

    def row_of(self, key: object) -> int | None:
        return next((row for row in range(len(self._lines)) if self.key(row) == key), None)

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.COLUMNS - 1)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, self.COLUMNS - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        is_typed = index.isValid() and index.column() in self.ENTERED
        return found | Qt.ItemFlag.ItemIsEditable if is_typed else found

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        wrong = self._wrong.get(self._place(index))
        match role:
            case ItemRole.DisplayRole:
                return wrong[0] if wrong else self.words(index.row(), index.column())
            case ItemRole.EditRole:
                return wrong[0] if wrong else self.typed(index.row(), index.column())
            case ItemRole.AccessibleTextRole:
                return self._spoken(index)
            case ItemRole.TextAlignmentRole:
                return self._align(index.column())
            case ItemRole.ToolTipRole:
                return wrong[1] if wrong else self.tip(index.row(), index.column()) or None
            case _ if role == LINE:
                return self._lines[index.row()]
            case _ if role == IS_WRONG:
                return wrong is not None
        return None

    def tip(self, row: int, column: int) -> str:
        """What is told where the pointer rests."""
        return ""

    def setData(self, index: Index, value: object, role: int = ItemRole.EditRole) -> bool:
        if role != ItemRole.EditRole or not index.isValid() or index.column() not in self.ENTERED:
            return False
        place, row, column, text = self._place(index), index.row(), index.column(), str(value).strip()
        try:
            found = self.read(row, column, text)
        except Refused as refusal:
            self._wrong[place] = (text, str(refusal))
            self.dataChanged.emit(index, index)
            return False
        was_wrong = self._wrong.pop(place, None)
        if not self.is_kept(row, column, found):
            self.keep(row, column, found)
        elif was_wrong:
            self.dataChanged.emit(index, index)
        return True

    def paste(self, row: int, columns: Sequence[int], cells: Sequence[Sequence[str]]) -> tuple[int, int]:
        """Put a block of cells below and beside one; how many were taken, and how many were refused."""
        taken: list[Entry] = []
        refused = 0
        for down, texts in enumerate(cells[: self.rowCount() - row]):
            for column, text in zip(columns, texts, strict=False):
                place = self.key(row + down), column
                try:
                    found = self.read(row + down, column, text.strip())
                except Refused as refusal:
                    self._wrong[place] = (text.strip(), str(refusal))
                    refused += 1
                    continue
                self._wrong.pop(place, None)
                taken.append((row + down, column, found))
            self.repaint(row + down)
        self.keep_many([entry for entry in taken if not self.is_kept(*entry)])
        return len(taken), refused

    def keep_many(self, entries: Sequence[Entry]) -> None:
        """Several at once; one change for all of them where a further table can."""
        for entry in entries:
            self.keep(*entry)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.COLUMNS:
            return None
        if role == ItemRole.DisplayRole:
            return self.title(section)
        return self._align(section) if role == ItemRole.TextAlignmentRole else None

    def _spoken(self, index: Index) -> str:
        row, column = index.row(), index.column()
        said = self.said(row, column) or _("empty")
        if reason := self.reason(index):
            said = _("{text}, not kept: {reason}").format(text=index.data(), reason=reason)
        return _("{name}, {column}: {value}").format(name=self.name(row), column=self.title(column), value=said)

    def _align(self, column: int) -> Qt.AlignmentFlag:
        return LEFT if column in self.AT_LEFT else RIGHT

    def _place(self, index: Index) -> tuple[object, int]:
        return self.key(index.row()), index.column()
