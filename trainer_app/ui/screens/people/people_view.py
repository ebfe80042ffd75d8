"""The persons found, a page at a time, and the card of one of them at the side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QWidget

from trainer_app import settings
from trainer_app.domain.people import PersonLine
from trainer_app.i18n import N_
from trainer_app.services import history, people
from trainer_app.ui import theme
from trainer_app.ui.models.past import deeds
from trainer_app.ui.models.people import LEAST_NEEDED, LESS_NEEDED, ONLY_NAMES, PEOPLE
from trainer_app.ui.models.table import PagedModel
from trainer_app.ui.screens.people.filters import PeopleFilters
from trainer_app.ui.screens.people.pages import Pages
from trainer_app.ui.screens.people.person_card import PersonPanel
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

WIDE, NARROW, TINY = 900, 660, 400  # of the list at normal size of text: below them the less needed columns are hidden


class PeopleView(QSplitter):
    """`tblPeople` and `pnlPerson`. Nobody found is `nobody`, an empty programme is `no_one`."""

    def __init__(self, parent: QWidget, work: Work, filters: PeopleFilters, no_one: EmptyState) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("splitPeople")
        self.work = work
        self.filters = filters
        self.no_one = no_one
        self._wanted: dict[str, Any] = {}
        self.nobody = EmptyState(
            self, "search", N_("Nobody fits what you look for."), None, [(N_("Show everyone"), self._show_everyone)]
        )
        self.table: ListView[PersonLine] = ListView(self, "tblPeople", PEOPLE, _key, N_("People"), paged=True)
        self.table.choose_several()
        self.card = PersonPanel(self)
        self.pages = Pages(self, self.table, self.no_one, self.nobody)
        self.addWidget(self.pages)
        self.addWidget(self.card)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        filters.search.leads_to(self.table)
        filters.search.entered.connect(self._enter_list)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._follow)
        self.pages.resized.connect(self._fit_columns)
        self.card.closed.connect(self._back_to_list)
        self.card.person_wanted.connect(self.open_person)

    def reload(self) -> None:
        wanted = self.filters.wanted
        pages = cast("PagedModel[PersonLine]", self.table.rows)
        pages.show_pages(partial(_page, self.work, wanted), again=wanted == self._wanted)
        self._wanted = wanted
        if self.table.rows.rowCount():
            self.pages.setCurrentWidget(self.table)
        else:
            self.pages.setCurrentWidget(self.nobody if self.filters.narrow else self.no_one)
        self.reload_card()

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody at all, and the page proposes how to begin."""
        return self.pages.currentWidget() is self.no_one

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card from the list too, before it means "back"."""
        if event.key() == Qt.Key.Key_Escape and self.card.isVisible():
            self.card.leave()
        else:
            super().keyPressEvent(event)

    def reload_card(self) -> None:
        if self.card.card is not None:
            self._show_card(self.card.card.id)

    def chosen(self) -> Sequence[tuple[UUID, str]]:
        """(key, name) of who is meant: the rows selected in the list, or the one the keyboard is on, or the card's."""
        here = self.table.current_row()
        if rows := self.table.chosen_rows() or ((here,) if here else ()):
            return [(row.id, row.name) for row in rows]
        return [(self.card.card.id, self.card.card.form.name)] if self.card.card else []

    @Slot(object)
    def open_person(self, person_id: UUID) -> None:
        """Show the card of a person, and choose the person in the list."""
        self._show_card(person_id)
        if self.card.card is None:
            return
        if not self.table.go_to(person_id):
            self.filters.clear(self.card.card.code)
            self.table.go_to(person_id)
        self.card.show()

    def toggle_card(self) -> None:
        chosen = self.chosen()
        if self.card.isVisible():
            self.card.leave()
        elif chosen:
            self.open_person(chosen[0][0])

    def choose_row(self, number: int) -> None:
        """The row with this number, or the last one: where the list goes on after a removal."""
        self.table.selectRow(max(0, min(number, self.table.rows.rowCount() - 1)))

    def _show_card(self, person_id: UUID) -> None:
        card = self.work.read(people.find_card, person_id, settings.load(self.work.folder).content)
        if card is None:
            self.card.forget()
            return
        keys = [person_id, *(line.id for line in card.memberships)]
        alike = tuple(line for line in self.work.read(people.similar, card.form) if line.id != person_id)
        self.card.show_card(card, deeds(self.work.read(history.of, keys)), alike)

    @Slot(object)
    def _open(self, line: PersonLine) -> None:
        self.open_person(line.id)

    @Slot(object)
    def _follow(self, line: PersonLine | None) -> None:
        if line is not None and self.card.isVisible():
            self._show_card(line.id)

    @Slot()
    def _back_to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _enter_list(self) -> None:
        """Enter in the search box: the only one found is opened, of several one can be chosen."""
        if self.table.rows.rowCount() == 1:
            self.open_person(self.table.rows.rows[0].id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_everyone(self) -> None:
        self.filters.clear()
        self.filters.search.setFocus()

    @Slot()
    def _fit_columns(self) -> None:
        steps = ((TINY, ONLY_NAMES), (NARROW, LEAST_NEEDED), (WIDE, LESS_NEEDED))
        width = self.pages.width()
        self.table.hide_columns(next((hidden for below, hidden in steps if width < theme.scaled(below)), ()))


def _key(line: PersonLine) -> UUID:
    return line.id


def _page(work: Work, wanted: dict[str, Any], offset: int, limit: int) -> tuple[PersonLine, ...]:
    return work.read(people.people, **wanted, limit=limit, offset=offset)
