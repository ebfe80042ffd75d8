"""The groups found, and the card of one of them at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.documents.attended_words import attended_words
from trainer_app.domain.groups import GroupKind, GroupLine
from trainer_app.domain.rules import Attended
from trainer_app.i18n import N_, _, screen
from trainer_app.services import groups, history, rules
from trainer_app.ui import theme
from trainer_app.ui.models.past import deeds
from trainer_app.ui.models.people import GROUPS, GROUPS_LEAST_NEEDED, GROUPS_LESS_NEEDED, KINDS
from trainer_app.ui.screens.people.filters import ModestSearchBox
from trainer_app.ui.screens.people.group_card import GroupPanel
from trainer_app.ui.screens.people.list_and_card import ListAndCard
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

NARROW, NARROWER = 760, 560  # of the list at normal size of text: below them less needed columns are hidden


class GroupView(Translated, ListAndCard[GroupLine]):
    """`tblCoop` and `pnlGroup`; `search` and `kind` say which groups, and stand wherever the page wants them."""

    def __init__(self, parent: QWidget, work: Work, no_one: EmptyState) -> None:
        super().__init__(parent, "splitGroups", work)
        self.search = ModestSearchBox(parent, "edGroupSearch", N_("Search by name or code"))
        kinds = ((None, N_("All kinds")), *KINDS.items())
        self.kind: Choice[GroupKind | None] = Choice(parent, "cbGroupKind", kinds)
        table: ListView[GroupLine] = ListView(self, "tblCoop", GROUPS, _key, N_("Groups & cooperatives"))
        nobody = EmptyState(
            self, "search", N_("No group fits what you look for."), None, [(N_("Show all groups"), self.show_all)]
        )
        self.card: GroupPanel = GroupPanel(self, work)
        self.hold(table, self.card, no_one, nobody, self.search)
        self.card.parent_wanted.connect(self.open_one)
        self.retranslate()

    def retranslate(self) -> None:
        self.kind.setAccessibleName(_("Kind"))

    def reload(self) -> None:
        words, kind = self.search.text().strip(), self.kind.value
        self.table.show_rows(self.work.read(groups.groups, words, kind))
        counted = self.work.read(rules.rule, Attended)
        self.table.rows.hints = {"Trained": attended_words(counted, screen(), of_training=True)}
        self.show_found(bool(words or kind))
        self.reload_card()

    @property
    def chosen(self) -> GroupLine | None:
        """The group that is meant: the one in the list."""
        return self.table.current_row()

    @Slot(object)
    def open_one(self, group_id: UUID) -> None:
        """Show the card of a group, and choose the group in the list."""
        if not self.table.go_to(group_id):
            self.show_all()
            self.table.go_to(group_id)
        self.show_card(group_id)
        self.card.setVisible(self.card.card is not None)

    def toggle_card(self) -> None:
        if self.card.isVisible():
            self.card.leave()
        elif self.chosen is not None:
            self.open_one(self.chosen.id)

    def reload_card(self) -> None:
        if self.card.card is not None:
            self.show_card(self.card.card.id)

    @Slot()
    def show_all(self) -> None:
        self.search.clear()
        self.kind.choose(None)
        self.reload()

    def show_card(self, group_id: UUID) -> None:
        card = self.work.read(groups.find_card, group_id)
        if card is None:
            self.card.forget()
            return
        keys = [group_id, *(line.membership_id for line in card.members)]
        trained = self.work.read(groups.line, group_id).trained
        self.card.show_card(card, trained, deeds(self.work.read(history.of, keys)))

    def fit_columns(self) -> None:
        wide = self.pages.width()
        hidden = GROUPS_LESS_NEEDED if wide < theme.scaled(NARROW) else ()
        self.table.hide_columns(GROUPS_LEAST_NEEDED if wide < theme.scaled(NARROWER) else hidden)


def _key(line: GroupLine) -> UUID:
    return line.id
