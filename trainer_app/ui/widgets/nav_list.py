"""The pages at the left: one stop of the Tab key, arrows inside, only icons when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from trainer_app import NAME
from trainer_app.i18n import _
from trainer_app.ui import icons, theme
from trainer_app.ui.icons import Tint
from trainer_app.ui.navigation import LISTED, PAGES, Page
from trainer_app.ui.translated import Translated

WIDE, NARROW = 200, 56


class NavList(Translated, QFrame):
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self._narrow = False
        self._counts: dict[str, int] = {}
        self.name = QLabel(self)
        self.name.setObjectName("navName")
        self.list = QListView(self)
        self.list.setObjectName("navList")
        self.list.setIconSize(icons.icon_size())
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.items = QStandardItemModel(self)
        for page in LISTED:
            item = QStandardItem(icons.icon(page.icon, Tint.NAV), "")
            item.setData(page.key, Qt.ItemDataRole.UserRole)
            self.items.appendRow(item)
        self.list.setModel(self.items)
        self.list.selectionModel().currentChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.MEDIUM, 0, theme.SMALL)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.name)
        layout.addWidget(self.list, 1)
        self.retranslate()

    def show_page(self, key: str) -> None:
        """Mark the page, or the one that it belongs to, without asking for it."""
        keys = [page.key for page in LISTED]
        key = next((page.under for page in PAGES if page.key == key and page.under), key)
        if key in keys:
            self.list.selectionModel().blockSignals(True)
            index = self.items.index(keys.index(key), 0)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.selectionModel().blockSignals(False)
            self.list.viewport().update()

    def make_narrow(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self.retranslate()

    def count(self, key: str, number: int) -> None:
        """Say beside a page how much waits there."""
        if self._counts.get(key, 0) != number:
            self._counts[key] = number
            self.retranslate()

    def retranslate(self) -> None:
        self.name.setText("" if self._narrow else NAME)
        self.list.setAccessibleName(_("Pages"))
        for row, page in enumerate(LISTED):
            item, words = self.items.item(row), self._words(page)
            item.setText("" if self._narrow else words)
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(f"{words} (Ctrl+{row + 1})")
            item.setSizeHint(QSize(0, theme.scaled(theme.NAV_ROW)))
        self.list.setIconSize(icons.icon_size())
        widest = max(theme.width(self.list, self._words(page)) for page in LISTED) + theme.scaled(48)
        self.setFixedWidth(theme.scaled(NARROW) if self._narrow else max(theme.scaled(WIDE), widest))

    def _words(self, page: Page) -> str:
        number = self._counts.get(page.key, 0)
        return f"{_(page.title)} ({number})" if number else _(page.title)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.list.currentIndex().data(Qt.ItemDataRole.UserRole))
