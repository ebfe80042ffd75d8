"""Who trained whom: a tree that begins with one person, and the same as a table (L)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from trainer_app.domain.cascade import CascadeLine
from trainer_app.i18n import N_, _
from trainer_app.services import cascade
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.table import Column, shown
from trainer_app.ui.models.trainers import cascade_columns, standing_words
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

TREE, TABLE = "tree", "table"
KEY = Qt.ItemDataRole.UserRole
WIDE = 1_150  # of the window at normal size of text: below it the days are left to the tree
NOT_IN_TREE = (N_("Step"), N_("Trained by"))  # the branches say it


def ask(parent: QWidget, work: Work, person_id: UUID) -> UUID | None:
    """The key of a person in the cascade whose card is wanted, or None."""
    return CascadeDialog(parent, work, person_id).ask_user()


class CascadeDialog(FormDialog[UUID]):
    """`dlgCascade`."""

    TITLE = N_("Who trained whom")
    ACCEPT = N_("Open the card")

    def __init__(self, parent: QWidget | None, work: Work, person_id: UUID) -> None:
        super().__init__(parent, "dlgCascade", 1040, 520)
        self._work = work
        self._person_id = person_id
        self._standing = work.read(cascade.standing, person_id)
        self.form.hide()
        inside = self.without_form()
        self.title = label(self, "section", "lblCascadeTitle")
        self.summary_line = label(self, "muted", "lblCascade")
        self.view: Segments[str] = Segments(self, "segCascade", ((TREE, N_("Tree")), (TABLE, N_("Table"))))
        self.only = QCheckBox(self)
        self.only.setObjectName("chkOnlyTrainers")
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("treeCascade")
        self.table: ListView[CascadeLine] = ListView(
            self, "tblCascade", cascade_columns({}), _key, N_("Who trained whom")
        )
        self.nobody = EmptyState(self, "users", N_("This person has trained nobody yet."))
        self.pages = QStackedWidget(self)
        for page in (self.tree, self.table, self.nobody):
            self.pages.addWidget(page)
        bar = QHBoxLayout()
        bar.addWidget(self.view)
        bar.addWidget(self.only)
        bar.addStretch()
        for part in (self.title, self.summary_line):
            inside.addWidget(part)
        inside.addLayout(bar)
        inside.addWidget(self.pages, 1)
        self._behave()
        self._connect()
        self.reload()
        self.retranslate()

    def _behave(self) -> None:
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setRootIsDecorated(True)
        self.tree.header().setStretchLastSection(False)

    def _connect(self) -> None:
        self.view.chosen.connect(self._turn)
        self.only.toggled.connect(self.reload)
        self.tree.itemActivated.connect(self._open_item)
        self.table.opened.connect(self._open_line)
        other = QShortcut(QKeySequence("L"), self)
        other.activated.connect(self._other_view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown_page().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.hide_columns((N_("First came"),) if self.width() < theme.scaled(WIDE) else ())

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        self.only.setText(_("Only those who train others"))
        self.view.setAccessibleName(_("Tree or table (L)"))
        self.tree.setAccessibleName(_("Who trained whom"))
        self.title.setText(self.lines[0].name)
        self.summary_line.setText(standing_words(self._standing))
        self.tree.setHeaderLabels([_(column.title) for column in self._tree_columns])
        self._size_tree()

    @Slot()
    def reload(self) -> None:
        self.lines = self._work.read(cascade.tree, self._person_id, self.only.isChecked())
        names = {line.person_id: line.name for line in self.lines}
        self._columns = cascade_columns(names)
        self._tree_columns = [column for column in self._columns if column.title not in NOT_IN_TREE]
        self.table.rows.columns = self._columns
        self.table.show_rows(self.lines)
        self._fill_tree()
        self._turn()

    @Slot()
    def submit(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.finish(chosen)

    def _chosen(self) -> UUID | None:
        if self.view.value == TABLE:
            line = self.table.current_row()
            return line.person_id if line else None
        item = self.tree.currentItem()
        return item.data(0, KEY) if item else self._person_id

    def _fill_tree(self) -> None:
        """A line is below the one with the next smaller depth before it."""
        self.tree.clear()
        branch: list[QTreeWidgetItem] = []
        for line in self.lines:
            item = _item(line, self._tree_columns)
            del branch[line.depth :]
            if branch:
                branch[-1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            branch.append(item)
            item.setExpanded(line.depth == 0 or line.people > 0)
        if branch:
            self.tree.setCurrentItem(branch[0])

    def _size_tree(self) -> None:
        header = self.tree.header()
        for number, column in enumerate(self._tree_columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                wide = max(theme.width(self.tree, column.sample), header.sectionSizeHint(number))
                self.tree.setColumnWidth(number, wide)

    def _shown_page(self) -> QWidget:
        return (self.tree, self.table, self.nobody)[self.pages.currentIndex()]

    @Slot()
    def _turn(self) -> None:
        empty = len(self.lines) == 1 and not self.only.isChecked()
        self.pages.setCurrentIndex(2 if empty else 0 if self.view.value == TREE else 1)
        for part in (self.view, self.only, self.accept_button):
            part.setVisible(not empty)
        if self.isVisible():
            self._shown_page().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _other_view(self) -> None:
        self.view.choose(TABLE if self.view.value == TREE else TREE)
        self._turn()

    @Slot(QTreeWidgetItem, int)
    def _open_item(self, item: QTreeWidgetItem, column: int) -> None:
        self.finish(item.data(0, KEY))

    @Slot(object)
    def _open_line(self, line: CascadeLine) -> None:
        self.finish(line.person_id)


def _item(line: CascadeLine, columns: Sequence[Column[CascadeLine]]) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setData(0, KEY, line.person_id)
    for number, column in enumerate(columns):
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.TextAlignmentRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            item.setData(number, role, shown(column, line, role))
    return item


def _key(line: CascadeLine) -> object:
    return line.person_id
