"""Step 2: which sheet, and which of its rows holds the titles of the columns."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from trainer_app.domain.imports.cells import Row, cell, letter, text_of, width
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.dialogs.import_wizard.draft import Draft
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import label

ROWS_SHOWN = 60
COLUMNS_SHOWN = 40
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ItemRole = Qt.ItemDataRole


class PreviewModel(QAbstractTableModel):
    """The first rows of a sheet, as a spreadsheet shows them; the header row stands out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._header: int | None = None

    def show(self, rows: tuple[Row, ...], header: int | None) -> None:
        self.beginResetModel()
        self._rows, self._header = rows[:ROWS_SHOWN], header
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else min(width(self._rows), COLUMNS_SHOWN)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:
        if role != ItemRole.DisplayRole:
            return None
        return letter(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        is_header = index.row() == self._header
        text = text_of(cell(self._rows[index.row()], index.column()))
        if role in (ItemRole.DisplayRole, ItemRole.ToolTipRole):
            return text
        if role == ItemRole.AccessibleTextRole:
            return _("Title: {text}").format(text=text) if is_header else text or _("empty")
        return _standing_out(role) if is_header else None


def _standing_out(role: int) -> object:
    if role == ItemRole.BackgroundRole:
        return QBrush(QColor(theme.tokens().selection))
    if role == ItemRole.FontRole:
        bold: QFont = theme.font(semibold=True)
        return bold
    return None


class SheetPage(Translated, QWidget):
    """`changed` carries another draft after another sheet or another header row was chosen."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self.sheet_label = label(self, "strong", wrap=False)
        self.sheet: Choice[int] = Choice(self, "cbSheet", proper=True)
        self.sheet_label.setBuddy(self.sheet)
        self.no_header = QCheckBox(self)
        self.no_header.setObjectName("chkNoHeader")
        self.words = label(self, "muted")
        self.model = PreviewModel(self)
        self.preview = Preview(self)
        self.preview.setModel(self.model)
        self.sheet.chosen.connect(self._choose_sheet)
        self.no_header.clicked.connect(self._choose_none)
        self.preview.clicked.connect(self._choose_header)
        self.preview.entered_row.connect(self._choose_header)
        top = QHBoxLayout()
        top.setSpacing(theme.SMALL)
        top.addWidget(self.sheet_label)
        top.addWidget(self.sheet)
        top.addStretch()
        top.addWidget(self.no_header)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addWidget(self.preview, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.sheet_label.setText(_("Sheet"))
        self.sheet.setAccessibleName(_("Sheet"))
        self.no_header.setText(_("There is no row of titles"))
        self.words.setText(_("The row of titles stands out. Is it another one? Click it, or press Enter on it."))
        self.preview.setAccessibleName(_("First rows of the sheet"))

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        names = [(n, f"{sheet.name} ({len(sheet.rows)})") for n, sheet in enumerate(draft.sheets)]
        self.sheet.offer(names)
        self.sheet.choose(draft.number)
        header = draft.proposal.header_row
        self.no_header.setChecked(header is None)
        self.model.show(draft.rows, header)
        if header is not None and header < ROWS_SHOWN:
            self.preview.setCurrentIndex(self.model.index(header, 0))

    @Slot(object)
    def _choose_sheet(self, number: int) -> None:
        if self._draft is not None:
            self.changed.emit(self._draft.with_sheet(number))

    @Slot(QModelIndex)
    def _choose_header(self, index: QModelIndex) -> None:
        if self._draft is not None:
            self.changed.emit(self._draft.with_header(index.row()))

    @Slot(bool)
    def _choose_none(self, none: bool) -> None:
        if self._draft is not None:
            again = self._draft.with_sheet(self._draft.number)
            self.changed.emit(self._draft.with_header(None) if none else again)


class Preview(QTableView):
    entered_row = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tblPreview")
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        self.horizontalHeader().setDefaultSectionSize(theme.scaled(130))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
