"""The left of the curriculum: what is looked for, the modules and units as a tree or a list, and the signs' meaning."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.curriculum import ModuleLine, TextState, UnitLine
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.models.curriculum import (
    FLAT_COLUMNS,
    TITLE,
    CurriculumTree,
    FlatUnit,
    flat,
    in_language,
    matching,
    state_words,
)
from trainer_app.ui.models.table import Index
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import icon_button, say
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.search_box import SearchBox


class _Wrapped(QStyledItemDelegate):
    """Rows as high as in every table, and higher when a title needs two lines; a longer one has its tooltip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tree = self.parent()
        assert isinstance(tree, TreeView)
        words = tree.fontMetrics().boundingRect(0, 0, tree.room(index), 1000, _WRAP, str(index.data()))
        height = min(words.height(), 2 * tree.fontMetrics().lineSpacing()) + theme.scaled(theme.SMALL)
        return QSize(words.width(), max(theme.row_height(), height))


_WRAP = Qt.TextFlag.TextWordWrap


class TreeView(Translated, QTreeView):
    """`treeCurr`. Enter opens what is current; the arrows move and fold."""

    opened = Signal()
    chosen = Signal(object)  # the key of a module or a unit

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("treeCurr")
        self.lines = CurriculumTree(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Wrapped(self))
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setExpandsOnDoubleClick(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.header().sectionResized.connect(self._wrap_anew)
        self._size()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.retranslate()

    def room(self, index: Index) -> int:
        """Pixels for the words of a cell."""
        depth = 1 + index.parent().isValid() if index.column() == TITLE else 0
        return self.columnWidth(index.column()) - depth * self.indentation() - 2 * theme.scaled(theme.MEDIUM)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Modules and units"))
        self.lines.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _size(self) -> None:
        self.setIndentation(theme.scaled(theme.LARGE))
        for column in range(TITLE + 1, self.lines.columnCount()):
            self.setColumnWidth(column, theme.width(self, "R"))

    @Slot()
    def _wrap_anew(self) -> None:
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, index: QModelIndex, before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.lines.line(index).id)


class Contents(Translated, QWidget):
    """`chosen` carries the key of the module or unit that is current now; `opened` comes with Enter."""

    chosen = Signal(object)
    opened = Signal()
    listed = Signal(bool)  # the flat list is shown now, or the tree

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.modules: tuple[ModuleLine, ...] = ()
        self.current: UUID | None = None
        self._showing = False
        self.search = SearchBox(self, "edFindUnit", N_("Find a unit"))
        self.as_list = icon_button(self, "btnAsList", "list", "")
        self.as_list.setCheckable(True)
        self.tree = TreeView(self)
        self.list: ListView[FlatUnit] = ListView(self, "tblUnits", FLAT_COLUMNS, lambda row: row.id, N_("Units"))
        self.nothing = EmptyState(self, "search", N_("No unit is called that."), None, [(N_("Show all"), self._all)])
        self.legend = label(self, "caption", "lblStates")
        self._build()
        self.search.asked.connect(self._find)
        self.search.entered.connect(self._enter)
        self.as_list.toggled.connect(self._switch)
        self._switch_action.triggered.connect(self.as_list.toggle)
        self.tree.chosen.connect(self._choose)
        self.tree.opened.connect(self.opened)
        self.list.chosen.connect(self._choose_row)
        self.list.opened.connect(self._open_row)
        self.retranslate()

    def be_brief(self, brief: bool) -> None:
        """Without the meaning of the signs, which each row says in its tooltip: where height is scarce."""
        self.legend.setVisible(not brief)

    @property
    def view(self) -> QWidget:
        """The tree, or the list that says the same."""
        return self.list if self.as_list.isChecked() else self.tree

    def show_modules(self, modules: Sequence[ModuleLine]) -> None:
        self.modules = tuple(modules)
        self._fill(self.search.text())

    def go_to(self, key: UUID) -> bool:
        """Make a module or unit current; False when there is none of that key."""
        if not self.tree.lines.index_of(key).isValid() and self.search.text():
            self.search.clear()
            self._fill("")
        found = self.tree.lines.index_of(key)
        if not found.isValid():
            return False
        self.tree.setCurrentIndex(found)
        self.tree.scrollTo(found)
        self.list.go_to(key)
        return True

    def next_unfinished(self, language: str) -> UUID | None:
        """The next unit, after the current one and around, whose page is not reviewed in this language."""
        units = [unit for module in self.modules for unit in module.units]
        keys = [unit.id for unit in units]
        start = keys.index(self.current) + 1 if self.current in keys else 0
        around = (*units[start:], *units[:start])
        waiting = (unit.id for unit in around if _is_unfinished(unit, language))
        return next(waiting, None)

    def retranslate(self) -> None:
        say(self.as_list, _("Show as a simple list (L)"))
        for words in (self._switch_action.setText, self._switch_action.setToolTip, self._switch_action.setStatusTip):
            words(_("Show as a simple list (L)"))
        self.legend.setText("   ".join(state_words(state) for state in reversed(TextState)))
        self.legend.setAccessibleName(_("Meaning of the signs: {signs}").format(signs=self.legend.text()))

    def _fill(self, words: str) -> None:
        shown = matching(self.modules, words)
        self._showing = True  # what the views tell while they are filled is no choice of the user
        self.tree.lines.show(shown)
        self.list.show_rows(flat(shown))
        if words.strip():
            self.tree.expandAll()
        self._showing = False
        if self.current is not None and (found := self.tree.lines.index_of(self.current)).isValid():
            self.tree.setCurrentIndex(found)
        elif shown and shown[0].units:
            self.go_to(shown[0].units[0].id)
        self._stack.setCurrentWidget(self.nothing if self.modules and not shown else self.view)

    @Slot(str)
    def _find(self, words: str) -> None:
        self._fill(words)

    @Slot()
    def _enter(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _all(self) -> None:
        self.search.clear()
        self._fill("")
        self.search.setFocus()

    @Slot(bool)
    def _switch(self, as_list: bool) -> None:
        self._stack.setCurrentWidget(self.view)
        self.search.leads_to(self.list if as_list else self.tree)
        if self.current is not None:
            self.go_to(self.current)
        self.listed.emit(as_list)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _choose(self, key: UUID) -> None:
        if key != self.current and not self._showing:
            self.current = key
            self.chosen.emit(key)

    @Slot(object)
    def _choose_row(self, row: FlatUnit | None) -> None:
        if row is not None and self.as_list.isChecked():
            self.tree.setCurrentIndex(self.tree.lines.index_of(row.id))

    @Slot(object)
    def _open_row(self, row: FlatUnit) -> None:
        self.opened.emit()

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        for page in (self.tree, self.list, self.nothing):
            self._stack.addWidget(page)
        self._switch_action = QAction(self)
        self._switch_action.setObjectName("actAsList")
        self._switch_action.setShortcut("L")
        self._switch_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._stack.addAction(self._switch_action)  # a letter acts only where no letters are typed
        self.search.leads_to(self.tree)
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self.search, 1)
        head.addWidget(self.as_list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.legend)


def _is_unfinished(unit: UnitLine, language: str) -> bool:
    return bool(unit.handout_code) and in_language(unit.states, language) != TextState.REVIEWED
