"""That somebody trains others: tier, modules, languages, since when. Several persons may get the same at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app import settings
from trainer_app.domain.curriculum import ModuleLine
from trainer_app.domain.trainers import Tier, TrainerForm
from trainer_app.i18n import N_, _
from trainer_app.services import curriculum, trainers
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.membership import wrong_days
from trainer_app.ui.models.trainers import LANGUAGES, TIERS
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.person_picker import PersonPicker
from trainer_app.ui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


LONGEST = 64  # letters of a module's name beside its box


@dataclass(frozen=True, slots=True)
class TrainerAnswer:
    """(key, name) of each person who is a trainer now, and what is known of them as one."""

    persons: tuple[tuple[UUID, str], ...]
    form: TrainerForm


def ask(parent: QWidget, work: Work, person: tuple[UUID, str] | None = None) -> TrainerAnswer | None:
    """The profile of this person, (key, name); of whom is asked when nobody is named."""
    return TrainerDialog(parent, work, person).ask_user()


class TrainerDialog(FormDialog[TrainerAnswer]):
    """`dlgTrainer`."""

    TITLE = N_("Trainer")

    def __init__(self, parent: QWidget | None, work: Work, person: tuple[UUID, str] | None) -> None:
        super().__init__(parent, "dlgTrainer", 700, 520)
        self._person = person
        before = work.read(trainers.profile, person[0]) if person else None
        language = settings.load(work.folder).content
        modules = [(line.code, _called(line)) for line in work.read(curriculum.modules, language)]
        self.persons = PersonPicker(self, "edTrainerPersons", work)
        self.tier: Choice[Tier] = Choice(self, "cbTier", tuple(TIERS.items()))
        self.modules: Ticks[str] = Ticks(self, "tickModules", modules, proper=True)
        self.languages: Ticks[str] = Ticks(self, "tickLanguages", LANGUAGES, proper=True, columns=len(LANGUAGES))
        self.since, self.until = DateField(self, "edTrainerSince"), DateField(self, "edTrainerUntil")
        self.note = QLineEdit(self)
        self.note.setObjectName("edTrainerNote")
        self._add_questions()
        self._fill(before or TrainerForm())
        self.retranslate()

    def _add_questions(self) -> None:
        add = self.form.add
        if self._person is None:
            add("persons", N_("Who"), self.persons)
        else:
            self.persons.hide()
        add("tier", N_("Tier"), self.tier)
        add("languages", N_("Languages they train in"), self.languages)
        add("modules", N_("Modules they can teach"), self.modules)
        add("since", N_("Since"), self.since, optional=True)
        add("until", N_("Until"), self.until, optional=True, beside=True)
        add("note", N_("Note"), self.note, optional=True)

    def _fill(self, form: TrainerForm) -> None:
        self.tier.choose(form.tier)
        self.modules.choose(form.modules)
        self.languages.choose(form.languages)
        self.since.set_value(form.since)
        self.until.set_value(form.until)
        self.note.setText(form.note)

    def retranslate(self) -> None:
        super().retranslate()
        if self._person is not None:
            self.setWindowTitle(_("{name} as a trainer").format(name=self._person[1]))

    def problems(self) -> Mapping[str, str]:
        found = wrong_days(self.since, self.until)
        if self._person is None and not self.persons.persons:
            found["persons"] = _("Choose at least one person.")
        return found

    def result_of_form(self) -> TrainerAnswer:
        form = TrainerForm(
            tier=self.tier.value or Tier.TRAINER,
            modules=self.modules.value,
            languages=self.languages.value,
            since=self.since.value,
            until=self.until.value,
            note=self.note.text().strip(),
        )
        return TrainerAnswer((self._person,) if self._person else self.persons.persons, form)


def _called(line: ModuleLine) -> str:
    """`M1 Cooperative governance`; a box cannot break its words into lines."""
    return shorten(f"{line.code} {line.title}", LONGEST, placeholder=" …")
