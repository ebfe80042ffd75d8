"""The trainers found, and the card of one of them at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainers import Tier, TrainerLine
from trainer_app.i18n import N_, _
from trainer_app.services import cascade, trainers
from trainer_app.ui import theme
from trainer_app.ui.models.trainers import LANGUAGES, LEAST_NEEDED, LESS_NEEDED, ONLY_NAMES, TIERS, TRAINERS
from trainer_app.ui.screens.people.filters import ModestSearchBox
from trainer_app.ui.screens.people.list_and_card import OneAndCard
from trainer_app.ui.screens.people.trainer_card import TrainerPanel
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

NARROW, NARROWER, TINY = 1040, 780, 440  # of the list at normal size of text: below them less needed columns are hidden


class TrainerView(Translated, OneAndCard[TrainerLine]):
    """`tblTrainers` and `pnlTrainer`; the boxes that narrow the list stand wherever the page wants them."""

    def __init__(self, parent: QWidget, work: Work, no_one: EmptyState) -> None:
        super().__init__(parent, "splitTrainers", work)
        self._codes: tuple[str, ...] = ()
        self.search = ModestSearchBox(parent, "edTrainerSearch", N_("Search by name or code"))
        self.tier: Choice[Tier | None] = Choice(parent, "cbTiers", ((None, N_("All tiers")), *TIERS.items()))
        self.module: Choice[str | None] = Choice(parent, "cbTrainerModule", proper=True)
        self.language: Choice[str | None] = Choice(parent, "cbTrainerLanguage", proper=True)
        table: ListView[TrainerLine] = ListView(self, "tblTrainers", TRAINERS, _key, N_("Trainers"))
        nobody = EmptyState(
            self, "search", N_("No trainer fits what you look for."), None, [(N_("Show all"), self.show_all)]
        )
        self.card: TrainerPanel = TrainerPanel(self)
        self.hold(table, self.card, no_one, nobody, self.search)
        self.retranslate()

    def offer_modules(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self.retranslate()

    def retranslate(self) -> None:
        self.tier.setAccessibleName(_("Tier"))
        self.module.setAccessibleName(_("Module"))
        self.language.setAccessibleName(_("Language"))
        self.module.offer(((None, _("All modules")), *((code, code) for code in self._codes)))
        self.language.offer(((None, _("All languages")), *LANGUAGES))
        for box in (self.module, self.language):
            box.setCurrentIndex(max(box.currentIndex(), 0))

    def reload(self) -> None:
        wanted = (self.search.text().strip(), self.module.value, self.language.value, self.tier.value)
        self.table.show_rows(self.work.read(trainers.trainers, *wanted))
        self.show_found(any(wanted))
        self.reload_card()

    @property
    def card_key(self) -> UUID | None:
        return self.card.line.id if self.card.line else None

    @Slot()
    def show_all(self) -> None:
        self.search.clear()
        for box in (self.tier, self.module, self.language):
            box.choose(None)
        self.reload()

    def show_card(self, person_id: UUID) -> None:
        line = self.work.read(trainers.line, person_id)
        if line is None:
            self.card.forget()
            return
        form = self.work.read(trainers.profile, person_id)
        self.card.show_card(line, form, self.work.read(cascade.standing, person_id))

    def fit_columns(self) -> None:
        steps = ((TINY, ONLY_NAMES), (NARROWER, LEAST_NEEDED), (NARROW, LESS_NEEDED))
        width = self.pages.width()
        self.table.hide_columns(next((hidden for below, hidden in steps if width < theme.scaled(below)), ()))


def _key(line: TrainerLine) -> UUID:
    return line.id
