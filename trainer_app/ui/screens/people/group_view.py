"""The groups found, and the card of one of them at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QWidget

from trainer_app.domain.groups import GroupKind, GroupLine
from trainer_app.i18n import N_, _
from trainer_app.services import groups, history
from trainer_app.ui import theme
from trainer_app.ui.models.past import deeds
from trainer_app.ui.models.people import GROUPS, GROUPS_LESS_NEEDED, KINDS
from trainer_app.ui.screens.people.filters import ModestSearchBox
from trainer_app.ui.screens.people.group_card import GroupPanel
from trainer_app.ui.screens.people.pages import Pages
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

NARROW = 760  # of the list at normal size of text: below it the less needed columns are hidden


class GroupView(Translated, QSplitter):
    """`tblCoop` and `pnlGroup`; `search` and `kind` say which groups, and stand wherever the page wants them."""

    def __init__(self, parent: QWidget, work: Work, no_one: EmptyState) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("splitGroups")
        self.work = work
        self.no_one = no_one
        self.search = ModestSearchBox(parent, "edGroupSearch", N_("Search by name or code"))
        kinds = ((None, N_("All kinds")), *KINDS.items())
        self.kind: Choice[GroupKind | None] = Choice(parent, "cbGroupKind", kinds)
        self.table: ListView[GroupLine] = ListView(self, "tblCoop", GROUPS, _key, N_("Groups & cooperatives"))
        self.nobody = EmptyState(
            self, "search", N_("No group fits what you look for."), None, [(N_("Show all groups"), self.show_all)]
        )
        self.pages = Pages(self, self.table, self.no_one, self.nobody)
        self.card = GroupPanel(self, work)
        self.addWidget(self.pages)
        self.addWidget(self.card)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        self.search.leads_to(self.table)
        self.search.entered.connect(self._enter_list)
        self.pages.resized.connect(self._fit_columns)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._follow)
        self.card.closed.connect(self._back_to_list)
        self.card.parent_wanted.connect(self.open_group)
        self.retranslate()

    def retranslate(self) -> None:
        self.kind.setAccessibleName(_("Kind"))

    def reload(self) -> None:
        words, kind = self.search.text().strip(), self.kind.value
        self.table.show_rows(self.work.read(groups.groups, words, kind))
        empty = self.nobody if words or kind else self.no_one
        self.pages.setCurrentWidget(self.table if self.table.rows.rowCount() else empty)
        self.reload_card()

    @property
    def is_empty(self) -> bool:
        """Whether there is no group at all, and the page proposes how to begin."""
        return self.pages.currentWidget() is self.no_one

    @property
    def chosen(self) -> GroupLine | None:
        """The group that is meant: the one in the list."""
        return self.table.current_row()

    def choose_row(self, number: int) -> None:
        self.table.selectRow(max(0, min(number, self.table.rows.rowCount() - 1)))

    @Slot(object)
    def open_group(self, group_id: UUID) -> None:
        """Show the card of a group, and choose the group in the list."""
        if not self.table.go_to(group_id):
            self.show_all()
            self.table.go_to(group_id)
        self._show_card(group_id)
        self.card.setVisible(self.card.card is not None)

    def toggle_card(self) -> None:
        if self.card.isVisible():
            self.card.leave()
        elif self.chosen is not None:
            self.open_group(self.chosen.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card from the list too, before it means "back"."""
        if event.key() == Qt.Key.Key_Escape and self.card.isVisible():
            self.card.leave()
        else:
            super().keyPressEvent(event)

    def reload_card(self) -> None:
        if self.card.card is not None:
            self._show_card(self.card.card.id)

    @Slot()
    def show_all(self) -> None:
        self.search.clear()
        self.kind.choose(None)
        self.reload()

    def _show_card(self, group_id: UUID) -> None:
        card = self.work.read(groups.find_card, group_id)
        if card is None:
            self.card.forget()
            return
        keys = [group_id, *(line.membership_id for line in card.members)]
        trained = self.work.read(groups.line, group_id).trained
        self.card.show_card(card, trained, deeds(self.work.read(history.of, keys)))

    @Slot(object)
    def _open(self, line: GroupLine) -> None:
        self.open_group(line.id)

    @Slot(object)
    def _follow(self, line: GroupLine | None) -> None:
        if line is not None and self.card.isVisible():
            self._show_card(line.id)

    @Slot()
    def _back_to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _enter_list(self) -> None:
        """Enter in the search box: the only one found is opened, of several one can be chosen."""
        if self.table.rows.rowCount() == 1:
            self.open_group(self.table.rows.rows[0].id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _fit_columns(self) -> None:
        self.table.hide_columns(GROUPS_LESS_NEEDED if self.pages.width() < theme.scaled(NARROW) else ())


def _key(line: GroupLine) -> UUID:
    return line.id
