"""The organisations found, and the card of one of them at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.organisations import OrganisationKind, OrganisationLine
from trainer_app.i18n import N_, _
from trainer_app.services import history, organisations
from trainer_app.ui import theme
from trainer_app.ui.models.organisations import KINDS, LEAST_NEEDED, LESS_NEEDED, ORGANISATIONS
from trainer_app.ui.models.past import deeds
from trainer_app.ui.screens.people.filters import ModestSearchBox
from trainer_app.ui.screens.people.list_and_card import OneAndCard
from trainer_app.ui.screens.people.organisation_card import OrganisationPanel
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

NARROW, NARROWER = 760, 640  # of the list at normal size of text: below them less needed columns are hidden


class OrganisationView(Translated, OneAndCard[OrganisationLine]):
    """`tblOrganisations` and `pnlOrganisation`; `search` and `kind` stand wherever the page wants them."""

    def __init__(self, parent: QWidget, work: Work, no_one: EmptyState) -> None:
        super().__init__(parent, "splitOrganisations", work)
        self.search = ModestSearchBox(parent, "edOrganisationSearch", N_("Search by name or place"))
        kinds = ((None, N_("All kinds")), *KINDS.items())
        self.kind: Choice[OrganisationKind | None] = Choice(parent, "cbOrganisationKinds", kinds)
        table: ListView[OrganisationLine] = ListView(self, "tblOrganisations", ORGANISATIONS, _key, N_("Organisations"))
        nobody = EmptyState(
            self, "search", N_("No organisation fits what you look for."), None, [(N_("Show all"), self.show_all)]
        )
        self.card: OrganisationPanel = OrganisationPanel(self, work)
        self.hold(table, self.card, no_one, nobody, self.search)
        self.retranslate()

    def retranslate(self) -> None:
        self.kind.setAccessibleName(_("Kind"))

    def reload(self) -> None:
        words, kind = self.search.text().strip(), self.kind.value
        self.table.show_rows(self.work.read(organisations.organisations, words, kind))
        self.show_found(bool(words or kind))
        self.reload_card()

    @property
    def card_key(self) -> UUID | None:
        return self.card.card.id if self.card.card else None

    @Slot()
    def show_all(self) -> None:
        self.search.clear()
        self.kind.choose(None)
        self.reload()

    def show_card(self, organisation_id: UUID) -> None:
        card = self.work.read(organisations.find_card, organisation_id)
        if card is None:
            self.card.forget()
            return
        keys = [organisation_id, *(line.id for line in card.posts)]
        self.card.show_card(card, deeds(self.work.read(history.of, keys)))

    def fit_columns(self) -> None:
        wide = self.pages.width()
        hidden = LESS_NEEDED if wide < theme.scaled(NARROW) else ()
        self.table.hide_columns(LEAST_NEEDED if wide < theme.scaled(NARROWER) else hidden)


def _key(line: OrganisationLine) -> UUID:
    return line.id
