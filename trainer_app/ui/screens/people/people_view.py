"""The persons found, a page at a time, and the card of one of them at the side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app import settings
from trainer_app.documents.attended_words import attended_words
from trainer_app.domain.people import PersonLine
from trainer_app.domain.rules import Attended
from trainer_app.i18n import N_, screen
from trainer_app.services import history, likeness, merging, people, person_history, rules
from trainer_app.ui import theme
from trainer_app.ui.models.past import deeds
from trainer_app.ui.models.people import LEAST_NEEDED, LESS_NEEDED, ONLY_NAMES, PEOPLE
from trainer_app.ui.models.table import PagedModel
from trainer_app.ui.screens.people.filters import PeopleFilters
from trainer_app.ui.screens.people.list_and_card import ListAndCard
from trainer_app.ui.screens.people.person_card import PersonPanel
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

WIDE, NARROW, TINY = 900, 660, 400  # of the list at normal size of text: below them the less needed columns are hidden


class PeopleView(ListAndCard[PersonLine]):
    """`tblPeople` and `pnlPerson`. Nobody found is `nobody`, an empty programme is `no_one`."""

    def __init__(self, parent: QWidget, work: Work, filters: PeopleFilters, no_one: EmptyState) -> None:
        super().__init__(parent, "splitPeople", work)
        self.filters = filters
        self._wanted: dict[str, Any] = {}
        nobody = EmptyState(
            self, "search", N_("Nobody fits what you look for."), None, [(N_("Show everyone"), self._show_everyone)]
        )
        table: ListView[PersonLine] = ListView(self, "tblPeople", PEOPLE, _key, N_("People"), paged=True)
        table.choose_several()
        self.card: PersonPanel = PersonPanel(self)
        self.hold(table, self.card, no_one, nobody, filters.search)
        self.card.person_wanted.connect(self.open_one)

    def reload(self) -> None:
        wanted = self.filters.wanted
        pages = cast("PagedModel[PersonLine]", self.table.rows)
        pages.show_pages(partial(_page, self.work, wanted), again=wanted == self._wanted)
        self._wanted = wanted
        pages.hints = {"Sessions": attended_words(self.work.read(rules.rule, Attended), screen())}
        self.show_found(bool(self.filters.narrow))
        self.reload_card()

    @property
    def card_key(self) -> UUID | None:
        return self.card.card.id if self.card.card else None

    def chosen(self) -> Sequence[tuple[UUID, str]]:
        """(key, name) of who is meant: the rows selected in the list, or the one the keyboard is on, or the card's."""
        here = self.table.current_row()
        if rows := self.table.chosen_rows() or ((here,) if here else ()):
            return [(row.id, row.name) for row in rows]
        return [(self.card.card.id, self.card.card.form.name)] if self.card.card else []

    @Slot(object)
    def open_one(self, person_id: UUID) -> None:
        """Show the card of a person, and choose the person in the list."""
        self.show_card(person_id)
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
            self.open_one(chosen[0][0])

    def show_card(self, person_id: UUID) -> None:
        card = self.work.read(people.find_card, person_id, settings.load(self.work.folder).content)
        if card is None:
            self.card.forget()
            return
        keys = self.work.read(history.rows_of_person, person_id)
        told = self.work.read(person_history.of, person_id)
        alike = tuple(two for two in self.work.read(likeness.for_person, person_id) if two.is_near)
        merged = self.work.read(merging.merged, person_id)
        self.card.show_card(card, told, deeds(self.work.read(history.of, keys)), alike, merged)

    @Slot()
    def _show_everyone(self) -> None:
        self.filters.clear()
        self.filters.search.setFocus()

    def fit_columns(self) -> None:
        steps = ((TINY, ONLY_NAMES), (NARROW, LEAST_NEEDED), (WIDE, LESS_NEEDED))
        width = self.pages.width()
        self.table.hide_columns(next((hidden for below, hidden in steps if width < theme.scaled(below)), ()))


def _key(line: PersonLine) -> UUID:
    return line.id


def _page(work: Work, wanted: dict[str, Any], offset: int, limit: int) -> tuple[PersonLine, ...]:
    return work.read(people.people, **wanted, limit=limit, offset=offset)
