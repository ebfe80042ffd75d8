"""Correcting a training that is planned: its venue, its place, who leads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import N_, _
from trainer_app.services import trainers, training_form
from trainer_app.services.training_form import TrainingForm
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.sessions import KINDS
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox
from trainer_app.ui.widgets.person_picker import PersonPicker
from trainer_app.ui.widgets.place_picker import PlacePicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

MOST_PLACES = 999


def ask(parent: QWidget, work: Work, training_id: UUID, title: str) -> TrainingForm | None:
    return EditTraining(parent, work, training_id, title).ask_user()


class EditTraining(FormDialog[TrainingForm]):
    """`dlgTraining`"""

    TITLE = N_("Edit the training")

    def __init__(self, parent: QWidget, work: Work, training_id: UUID, title: str) -> None:
        super().__init__(parent, "dlgTraining", width=480, height=500)
        self._before = work.read(training_form.form, training_id)
        self.what = label(self, "strong")
        self.what.setText(title)
        self.own_title = QLineEdit(self._before.title, self.form)
        self.own_title.setObjectName("edOwnTitle")
        self.place = PlacePicker(self.form, "edTrainingPlace", work)
        self.place.set_value(self._before.place_id)
        self.venue = QLineEdit(self._before.venue, self.form)
        self.venue.setObjectName("edTrainingVenue")
        self.trainers = PersonPicker(self.form, "edTrainingTrainers", work, trainers.suggested)
        self.trainers.set_value(self._before.trainers)
        self.kind: Choice[TrainingKind] = Choice(self.form, "cbEditKind", tuple(KINDS.items()))
        self.kind.choose(self._before.kind)
        self.places = NumberBox(self.form, "spEditPlaces", 0, MOST_PLACES)
        self.places.setValue(self._before.places or 0)
        if not self._before.has_module:
            self.form.add("title", N_("Title"), self.own_title)
        self.own_title.setVisible(not self._before.has_module)
        self.form.add("venue", N_("Venue"), self.venue, optional=True)
        self.form.add("place", N_("Place"), self.place, optional=True)
        self.form.add("trainers", N_("Trainers"), self.trainers, optional=True)
        self.form.add("kind", N_("Kind"), self.kind)
        self.form.add("places", N_("Places"), self.places, beside=True)
        self.inside.insertWidget(0, self.what)
        self.inside.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.places.setSpecialValueText(_("not counted"))

    def problems(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        if not self._before.has_module and not self.own_title.text().strip():
            found["title"] = _("Write how the training is called.")
        if self.place.is_wrong:
            found["place"] = _("Choose a place from the list, or leave it empty.")
        return found

    def result_of_form(self) -> TrainingForm:
        return TrainingForm(
            self._before.has_module,
            " ".join(self.own_title.text().split()),
            self.place.value,
            " ".join(self.venue.text().split()),
            self.trainers.persons,
            self.kind.value or self._before.kind,
            self.places.value() or None,
        )
