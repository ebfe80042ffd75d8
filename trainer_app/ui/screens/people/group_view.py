"""The groups found, as a board, a list or a table of coverage, and the card of one of them at the side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget

from trainer_app.documents.attended_words import attended_words
from trainer_app.domain.group_life import GroupOverview
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.rules import Attended
from trainer_app.i18n import N_, _, screen
from trainer_app.services import elections, group_board, groups, history, rules
from trainer_app.ui import theme
from trainer_app.ui.models import groups as words
from trainer_app.ui.models.past import deeds
from trainer_app.ui.models.people import KINDS
from trainer_app.ui.screens.people.board import Board
from trainer_app.ui.screens.people.coverage_view import CoverageView
from trainer_app.ui.screens.people.filters import ModestSearchBox
from trainer_app.ui.screens.people.group_card import GroupPanel
from trainer_app.ui.screens.people.list_and_card import OneAndCard
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

LIST, BOARD, COVERAGE = "list", "board", "coverage"
MODES = ((BOARD, N_("Board")), (LIST, N_("List")), (COVERAGE, N_("Coverage")))


class GroupView(Translated, OneAndCard[GroupOverview]):
    """`tblCoop`, `brdCoop`, `pnlCoverage` and `pnlGroup`; the boxes that say which groups stand where the page wants.

    `person_wanted` carries the key of somebody behind a figure.
    """

    person_wanted = Signal(object)
    widened = Signal()  # every group is shown again

    def __init__(self, parent: QWidget, work: Work, no_one: EmptyState, today: Callable[[], date]) -> None:
        super().__init__(parent, "splitGroups", work)
        self._today = today
        self._all: tuple[GroupOverview, ...] = ()
        self.search = ModestSearchBox(parent, "edGroupSearch", N_("Search by name or code"))
        kinds = ((None, N_("All kinds")), *KINDS.items())
        self.kind: Choice[GroupKind | None] = Choice(parent, "cbGroupKind", kinds)
        self.district: Choice[UUID | None] = Choice(parent, "cbGroupDistrict", proper=True)
        self.chain: Choice[str] = Choice(parent, "cbValueChain", proper=True)
        self.modes: Segments[str] = Segments(parent, "segGroupMode", MODES)
        table: ListView[GroupOverview] = ListView(
            self, "tblCoop", words.columns(today), _key, N_("Groups & cooperatives")
        )
        nobody = EmptyState(
            self, "search", N_("No group fits what you look for."), None, [(N_("Show all groups"), self.show_all)]
        )
        self.board = Board(self, today)
        self.coverage = CoverageView(self, parent, work, today)
        self.card: GroupPanel = GroupPanel(self, work, today)
        self.hold(table, self.card, no_one, nobody, self.search)
        for page in (self.board, self.coverage):
            self.pages.addWidget(page)
        self._connect()
        self.modes.choose(LIST)
        self.retranslate()

    def _connect(self) -> None:
        self.board.opened.connect(self._open)
        self.board.chosen.connect(self._follow)
        self.coverage.group_wanted.connect(self.open_one)
        self.coverage.person_wanted.connect(self.person_wanted)
        self.card.parent_wanted.connect(self.open_one)

    def retranslate(self) -> None:
        self.kind.setAccessibleName(_("Kind"))
        self.district.setAccessibleName(_("District"))
        self.chain.setAccessibleName(_("Value chain"))
        self.modes.setAccessibleName(_("How the groups are shown"))

    def reload(self) -> None:
        """Ask anew, and show what fits."""
        self._all = self.work.read(group_board.overview, self._today())
        self._offer()
        self.coverage.forget()
        self.narrow()
        self.reload_card()

    def narrow(self) -> None:
        """Show what fits of what is known: nothing is asked anew while somebody types."""
        found = tuple(line for line in self._all if self._fits(line))
        self.table.show_rows(found)
        self.board.show_lines(found)
        if self.mode == COVERAGE:
            self.coverage.show_groups(frozenset(line.id for line in found))
        counted = self.work.read(rules.rule, Attended)
        self.table.rows.hints = {"Trained": attended_words(counted, screen(), of_training=True)}
        self.show_found(self.is_narrowed)

    @property
    def lines(self) -> tuple[GroupOverview, ...]:
        """Those that are shown."""
        return self.table.rows.rows

    @property
    def mode(self) -> str:
        return self.modes.value

    @property
    def main(self) -> QAbstractItemView:
        """What is in front, where the keyboard goes."""
        if self.mode == BOARD:
            return self.board.tab_stop
        return self.coverage.table if self.mode == COVERAGE else self.table

    @property
    def is_narrowed(self) -> bool:
        boxes = (self.kind.value, self.district.value, self.chain.value)
        return bool(self.search.text().strip()) or any(value not in (None, "") for value in boxes)

    @property
    def chosen(self) -> GroupOverview | None:
        """The group that is meant: the one in front."""
        if self.mode == BOARD:
            return self.board.current
        return self.table.current_row()

    def show_found(self, narrowed: bool) -> None:
        super().show_found(narrowed)
        if self.table.rows.rowCount():
            pages: dict[str, QWidget] = {BOARD: self.board, COVERAGE: self.coverage, LIST: self.table}
            self.pages.setCurrentWidget(pages[self.mode])
            self.search.leads_to(self.main)

    def show_as(self, mode: str) -> None:
        """Board, list or coverage; the group that was chosen stays so."""
        before = self.chosen
        self.modes.choose(mode)
        self.narrow()
        if before is not None:
            self.go_to(before.id)
        if not self.is_empty:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None and self.card.isVisible():
            self.show_card(before.id)

    @property
    def card_key(self) -> UUID | None:
        return self.card.card.id if self.card.card else None

    def go_to(self, key: UUID) -> bool:
        self.board.go_to(key)
        return super().go_to(key)

    @Slot()
    def show_all(self) -> None:
        self.search.clear()
        for box, nothing in ((self.kind, None), (self.district, None), (self.chain, "")):
            box.choose(nothing)
        self.narrow()
        self.widened.emit()

    def show_card(self, group_id: UUID) -> None:
        card = self.work.read(groups.find_card, group_id)
        line = next((line for line in self._all if line.id == group_id), None)
        if card is None or line is None:
            self.card.forget()
            return
        told = self.work.read(elections.committees, group_id)
        keys = [
            group_id,
            *(role.membership_id for role in card.members),
            *(c.election_id for c in told if c.election_id),
        ]
        self.card.show_card(card, line, told, deeds(self.work.read(history.of, keys)))

    def fit_columns(self) -> None:
        wide = self.pages.width()
        self.table.hide_columns(words.hidden(wide * theme.BODY / theme.scaled(theme.BODY)))
        self.coverage.fit_columns(wide)

    def _back_to_list(self) -> None:
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _enter_list(self) -> None:
        """Enter in the search box: the only one found is opened, of several one can be chosen."""
        if len(self.lines) == 1:
            self.open_one(self.lines[0].id)
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fits(self, line: GroupOverview) -> bool:
        return (
            line.fits(self.search.text())
            and self.kind.value in (None, line.kind)
            and self.district.value in (None, line.district_id)
            and (not self.chain.value or self.chain.value == line.value_chain)
        )

    def _offer(self) -> None:
        """Districts and value chains that some group has."""
        districts = {line.district_id: line.district for line in self._all if line.district_id}
        chains = sorted({line.value_chain for line in self._all if line.value_chain}, key=str.casefold)
        in_order = sorted(districts.items(), key=lambda found: found[1])
        self.district.offer(((None, _("All districts")), *in_order))
        self.chain.offer((("", _("All value chains")), *((chain, chain) for chain in chains)))
        for box, nothing in ((self.district, None), (self.chain, "")):
            if box.currentIndex() < 0:
                box.choose(nothing)
        self.district.setVisible(len(districts) > 1)
        self.chain.setVisible(bool(chains))


def _key(line: GroupOverview) -> UUID:
    return line.id
