"""A list with the card of one of its rows at the side: what the pages of people and of groups have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QWidget

from trainer_app.ui.screens.people.pages import Pages
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.search_box import SearchBox
from trainer_app.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

Line = TypeVar("Line")  # with an `id`


class ListAndCard(QSplitter, Generic[Line]):
    """Give it its parts with `hold`; `open_one`, `card_key`, `show_card` and `fit_columns` are the page's own."""

    table: ListView[Line]
    card: SidePanel
    pages: Pages

    def __init__(self, parent: QWidget, name: str, work: Work) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.work = work

    def open_one(self, key: UUID) -> None:
        """Show the card of one, and choose it in the list."""
        raise NotImplementedError

    @property
    def card_key(self) -> UUID | None:
        """Of the one whose card is shown."""
        raise NotImplementedError

    def show_card(self, key: UUID) -> None:
        raise NotImplementedError

    def fit_columns(self) -> None:
        raise NotImplementedError

    def reload_card(self) -> None:
        if self.card_key is not None:
            self.show_card(self.card_key)

    def hold(
        self, table: ListView[Line], card: SidePanel, no_one: EmptyState, nobody: EmptyState, search: SearchBox
    ) -> None:
        """`no_one` is shown while there is nothing at all, `nobody` when nothing fits."""
        self.table, self.card, self.no_one, self.nobody = table, card, no_one, nobody
        self.pages = Pages(self, table, no_one, nobody)
        self.addWidget(self.pages)
        self.addWidget(card)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        search.leads_to(table)
        search.entered.connect(self._enter_list)
        table.opened.connect(self._open)
        table.chosen.connect(self._follow)
        self.pages.resized.connect(self._resized)
        card.closed.connect(self._back_to_list)

    def show_found(self, narrowed: bool) -> None:
        """The list, or what to say instead."""
        empty = self.nobody if narrowed else self.no_one
        self.pages.setCurrentWidget(self.table if self.table.rows.rowCount() else empty)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all, and the page proposes how to begin."""
        return self.pages.currentWidget() is self.no_one

    def choose_row(self, number: int) -> None:
        """The row with this number, or the last one: where the list goes on after a removal."""
        self.table.selectRow(max(0, min(number, self.table.rows.rowCount() - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card from the list too, before it means "back"."""
        if event.key() == Qt.Key.Key_Escape and self.card.isVisible():
            self.card.leave()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _open(self, line: Any) -> None:  # noqa: ANN401
        self.open_one(line.id)

    @Slot(object)
    def _follow(self, line: Any) -> None:  # noqa: ANN401
        if line is not None and self.card.isVisible():
            self.show_card(line.id)

    @Slot()
    def _back_to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _enter_list(self) -> None:
        """Enter in the search box: the only one found is opened, of several one can be chosen."""
        if self.table.rows.rowCount() == 1:
            self._open(self.table.rows.rows[0])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _resized(self) -> None:
        self.fit_columns()


class OneAndCard(ListAndCard[Line]):
    """A list in which one row at a time is meant: the one that the keyboard is on."""

    @property
    def chosen(self) -> Line | None:
        return self.table.current_row()

    def show_all(self) -> None:
        """Ask for nothing any more."""
        raise NotImplementedError

    @Slot(object)
    def open_one(self, key: UUID) -> None:
        """Show the card of one, and choose it in front, whatever was asked for before."""
        if not self.go_to(key):
            self.show_all()
            self.go_to(key)
        self.show_card(key)
        self.card.setVisible(self.card_key is not None)

    def go_to(self, key: UUID) -> bool:
        """Choose it in front; False when it is not among those shown."""
        return self.table.go_to(key)

    def toggle_card(self) -> None:
        chosen: Any = self.chosen
        if self.card.isVisible():
            self.card.leave()
        elif chosen is not None:
            self.open_one(chosen.id)
