"""A table of frozen rows, for any list in the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from trainer_app.i18n import _
from trainer_app.ui import icons
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.sorting import ordered

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole
NOWHERE = QModelIndex()
PAGE = 200  # rows fetched at a time; a screen shows about 20

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its title, and functions that say what a row shows in it.

    `sample` is a text that fits: it gives the column its first width. One column of a table stretches.
    """

    title: str  # marked with N_()
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    tip: Callable[[Row], str] | None = None
    icon: Callable[[Row], tuple[str, Tint] | None] | None = None
    spoken: Callable[[Row], str] | None = None
    align: Qt.AlignmentFlag = LEFT
    sample: str = ""
    stretch: bool = False
    checked: Callable[[Row], bool] | None = None


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows rows that were read already, sorted by a click on a header."""

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._given: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._sorted_by: tuple[int, bool] | None = None
        self.hints: dict[str, str] = {}
        """Title of a column > what its figures count, told where the pointer rests on the title."""

    def show(self, rows: Sequence[Row]) -> None:
        """Show `rows`. Rows that only changed are repainted in place, so selection and scrolling stay."""
        self._given = tuple(rows)
        arranged = self._arranged()
        if [self._key(row) for row in arranged] == [self._key(row) for row in self._rows]:
            self._repaint(arranged)
        else:
            self.beginResetModel()
            self._rows = arranged
            self.endResetModel()

    def row(self, index: Index) -> Row:
        return self._rows[index.row()]

    @property
    def rows(self) -> tuple[Row, ...]:
        """As they are on screen, from top to bottom."""
        return self._rows

    def index_of(self, key: object) -> QModelIndex:
        """The first cell of the row with this key; an invalid index when it is not there."""
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(number, 0)
        return QModelIndex()

    def key_at(self, index: Index) -> object:
        return self._key(self.row(index))

    def retranslate(self) -> None:
        """Models hear nothing of a language change: the view that shows this one calls here."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By one column; column -1 goes back to the order in which the rows were given."""
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._key(self._rows[index.row()]) for index in before]
        self._rows = self._arranged()
        place = {self._key(row): number for number, row in enumerate(self._rows)}
        after = [self.index(place[key], index.column()) for key, index in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return shown(self.columns[index.column()], self.row(index), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == ItemRole.DisplayRole:
            return _(column.title)
        if role == ItemRole.ToolTipRole:
            return self.hints.get(column.title)
        return column.align if role == ItemRole.TextAlignmentRole else None

    def _arranged(self) -> tuple[Row, ...]:
        if self._sorted_by is None:
            return self._given
        column, descending = self._sorted_by
        return ordered(self._given, self.columns[column].sort or self.columns[column].text, descending)

    def _repaint(self, rows: tuple[Row, ...]) -> None:
        changed = [number for number, row in enumerate(rows) if row != self._rows[number]]
        self._rows = rows
        for number in changed:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))


class PagedModel(TableModel[Row]):
    """Shows a long list page by page, fetched when scrolled to, in the order of the query."""

    def show_pages(self, fetch: Callable[[int, int], Sequence[Row]], again: bool = False) -> None:
        """`fetch(offset, limit)` gives the rows from `offset` on; fewer than `limit` end the list.

        `again` shows the same list anew, as far as it was fetched, so that nobody loses the place.
        """
        wanted = max(PAGE, len(self._rows)) if again else PAGE
        first = tuple(fetch(0, wanted))
        self._fetch = fetch
        self._more = len(first) == wanted
        self.show(first)

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        return not parent.isValid() and getattr(self, "_more", False)

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        page = tuple(self._fetch(len(self._rows), PAGE))
        self._more = len(page) == PAGE
        if page:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page) - 1)
            self._rows = self._given = self._rows + page
            self.endInsertRows()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorting what happens to be fetched would mislead."""


def shown(column: Column[Row], row: Row, role: int) -> object:
    """What one cell answers to each question a view may ask."""
    match role:
        case ItemRole.DisplayRole:
            return column.text(row)
        case ItemRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        case ItemRole.DecorationRole:
            return _icon(column, row)
        case ItemRole.TextAlignmentRole:
            return column.align
        case ItemRole.AccessibleTextRole:
            return _spoken(column, row)
        case ItemRole.CheckStateRole if column.checked:
            return Qt.CheckState.Checked if column.checked(row) else Qt.CheckState.Unchecked
    return None


def _icon(column: Column[Row], row: Row) -> QIcon | None:
    found = column.icon(row) if column.icon else None
    return icons.icon(*found) if found else None


def _spoken(column: Column[Row], row: Row) -> str:
    """A cell is read with its column's name: an empty cell is otherwise read "data item, row 1"."""
    if column.spoken:
        return column.spoken(row)
    return _("{column}: {value}").format(column=_(column.title), value=column.text(row) or _("empty"))
