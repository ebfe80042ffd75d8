"""A register as a table that scrolls sideways under its names; how wide, how high, and where one was."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from trainer_app.documents.words import left_words
from trainer_app.i18n import _, screen
from trainer_app.ui import theme
from trainer_app.ui.models.register import Lead, RegisterModel
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.frozen_columns import FrozenColumns
from trainer_app.ui.widgets.status_delegate import StatusDelegate

FROZEN = 2  # No and Name
NARROW = 1200  # pixels of the window below which Age and Phone give their room to the days
SPARED = (Lead.PHONE, Lead.AGE)  # in the order they go
LEAST_ORGANISATION = "COOP Twisu"
LEAST_REMARK = "sick child"
SAMPLES = {
    Lead.NUMBER: "00",
    Lead.NAME: "MUKANDAYISENGA Immacul",
    Lead.SEX: "F",
    Lead.AGE: "18-35",
    Lead.PHONE: "0788 000 000",
    Lead.ORGANISATION: "COOP Twisungane M.",
}


class RegisterTable(Translated, QTableView):
    """Shows a register. What its keys write is said by StatusGrid.

    When a training has more days than fit, those of one week are shown, and the keys lead on to the next.
    """

    week_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attGrid")
        self.register = RegisterModel(self)
        self.setModel(self.register)
        self.setItemDelegate(StatusDelegate(self))
        self._kept: tuple[UUID, int] | None = None
        self._week: date | None = None
        self._behave()
        self.frozen = FrozenColumns(self, FROZEN)
        self.frozen.setItemDelegate(StatusDelegate(self))  # one of its own: an editor belongs to one view
        self.register.modelAboutToBeReset.connect(self._keep)
        self.register.modelReset.connect(self._bring_back)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Register"))
        self.frozen.setAccessibleName(_("Numbers and names"))
        self.register.retranslate()
        self._size()

    # ---- a week of days ----------------------------------------------------------------------------------------

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the weeks in which there are sessions."""
        return tuple(dict.fromkeys(day.week for day in self.register.days))

    @property
    def week(self) -> date | None:
        """The week that is shown, when not all days have room."""
        return self._week

    def show_day(self, column: int) -> None:
        """Bring the week of a day's column into sight."""
        if self.register.is_day(column) and self.isColumnHidden(column):
            self.show_week(self.register.day_of(column).week)

    def show_week(self, monday: date) -> None:
        if self._week is not None and monday != self._week:
            self._week = monday
            self._share_the_width()
            self.frozen.arrange()
            self.week_changed.emit()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and Right go on into a week that is not in sight, and bring it there."""
        step = {self.CursorAction.MoveLeft: -1, self.CursorAction.MoveRight: 1}.get(action, 0)
        index = self.currentIndex()
        column = index.column() + step
        if step and index.isValid() and self.register.is_day(column) and self.isColumnHidden(column):
            self.show_day(column)
            return self.register.index(index.row(), column)
        return super().moveCursor(action, modifiers)

    def _choose_week(self) -> None:
        """All days when they have room beside the names; else those of the week where one is."""
        before, current = self._week, self.currentIndex().column()
        at = current if self.register.is_day(current) else self.register.own_column
        if self._all_fit() or len(self.weeks) < 2:
            self._week = None
        elif self._week not in self.weeks:
            self._week = self.register.day_of(at).week
        for column in self.register.register_days:
            self.setColumnHidden(column, self._week not in (None, self.register.day_of(column).week))
        if before != self._week:
            self.week_changed.emit()

    def _all_fit(self) -> bool:
        days = sum(map(self._day_width, self.register.register_days))
        others = sum(map(self.columnWidth, (Lead.NUMBER, Lead.NAME, Lead.SEX, self.register.rate_column)))
        least = theme.width(self, LEAST_ORGANISATION) + theme.width(self, LEAST_REMARK)
        return days + others + least <= self.viewport().width()

    def _day_width(self, column: int) -> int:
        """Wide enough for its title, beside which a mark is short, and for when somebody left."""
        left = {left_words(line, screen()) for line in self.register.lines if line.left_on}
        widest = max(map(self.fontMetrics().horizontalAdvance, left), default=0) + theme.scaled(theme.SMALL)
        return max(self._fitting(self.register.title(column)), widest)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Names are always in sight: going to one never scrolls sideways, and nothing hides behind them."""
        sideways = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if index.column() < FROZEN:
            self.horizontalScrollBar().setValue(sideways)
            return
        hidden = self.frozen.occupied() - self.visualRect(index).left()
        if hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_the_width()
        self.frozen.arrange()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _behave(self) -> None:
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        for column, sample in SAMPLES.items():
            self.setColumnWidth(column, self._fitting(sample, self.register.title(column)))
        for day in self.register.register_days:
            self.setColumnWidth(day, self._day_width(day))
        self.setColumnWidth(self.register.rate_column, self._fitting("100"))
        self._share_the_width()
        self.frozen.arrange()

    def _fitting(self, *texts: str) -> int:
        """Wide enough for each of the texts, with the room that the style sheet leaves beside them."""
        return max(theme.width(self, text) for text in texts) + theme.scaled(theme.TINY)

    def _share_the_width(self) -> None:
        """Age and Phone go where the window is narrow or the days are many; organisation and remark take the rest."""
        self._choose_week()
        narrow = self.window().width() < theme.scaled(NARROW)
        for column in SPARED:
            self.setColumnHidden(column, narrow)
        for column in SPARED:
            if self._left_over() < theme.width(self, LEAST_ORGANISATION):
                self.setColumnHidden(column, True)
        title = self._fitting(self.register.title(Lead.ORGANISATION))
        least, most = (theme.width(self, text) for text in (LEAST_ORGANISATION, SAMPLES[Lead.ORGANISATION]))
        least = max(min(least, self._left_over()), min(title, least))
        organisation = max(least, min(most, self._left_over() - self._title_of_remark()))
        self.setColumnWidth(Lead.ORGANISATION, organisation)
        rest = max(self._left_over() - organisation, 0)
        self.setColumnWidth(self.register.remark_column, theme.width(self, LEAST_REMARK) + rest)

    def _left_over(self) -> int:
        """What the other columns leave to the organisation, a few words of remark beside it."""
        others = [
            n for n in range(self.register.remark_column) if n != Lead.ORGANISATION and not self.isColumnHidden(n)
        ]
        taken = sum(map(self.columnWidth, others)) + theme.width(self, LEAST_REMARK)
        return self.viewport().width() - taken

    def _title_of_remark(self) -> int:
        """What the title of the remarks needs beyond a few words of remark: it has it before the organisation grows."""
        wanted = self._fitting(self.register.title(self.register.remark_column))
        return max(wanted - theme.width(self, LEAST_REMARK), 0)

    @Slot()
    def _keep(self) -> None:
        index = self.currentIndex()
        self._kept = None
        if index.isValid():
            self._kept = (self.register.lines[index.row()].person_id, index.column())

    @Slot()
    def _bring_back(self) -> None:
        """The same person is current again after other lines came."""
        self._size()
        line = self.register.line_of(self._kept[0]) if self._kept else None
        if self._kept and line is not None and self._kept[1] < self.register.columnCount():
            index = self.register.index(line, self._kept[1])
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
