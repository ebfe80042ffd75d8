"""What can be corrected in a training after it was planned: where it is, how it is called, who leads it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from trainer_app.db.records import Training
from trainer_app.domain.trainings import TrainingKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import trainings


@dataclass(frozen=True, slots=True)
class TrainingForm:
    """`title` stands in for a module: a training of a module is called by the module's name."""

    has_module: bool
    title: str
    place_id: UUID | None
    venue: str
    trainers: tuple[tuple[UUID, str], ...]
    kind: TrainingKind = TrainingKind.TRAINING
    places: int | None = None
    """How many can take part; None when nobody counts."""


def form(s: Session, training_id: UUID) -> TrainingForm:
    row = s.get_one(Training, training_id)
    leads = trainings.trainers(s, training_id)
    return TrainingForm(row.module_id is not None, row.title, row.place_id, row.venue, leads, row.kind, row.places)


def edit(s: Session, training_id: UUID, form: TrainingForm) -> None:
    """Sessions that were at the training's venue follow it. Raises TrainerError."""
    if not form.has_module and not form.title.strip():
        raise TrainerError(_("Choose a module or write a title."), "no_title")
    trainings.edit(
        s,
        training_id,
        venue=form.venue,
        place_id=form.place_id,
        title=form.title,
        kind=form.kind,
        places=form.places,
    )
    trainings.set_trainers(s, training_id, [key for key, _name in form.trainers])
