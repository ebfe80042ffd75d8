"""Sittings of the pre- and post-test."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.scores import Phase, Way


class Sitting(Kept):
    """One person in one phase; `score` is empty when they did not sit. Key: (training, person, phase)."""

    __tablename__ = "sitting"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    phase: Mapped[Phase] = mapped_column(closed_set(Phase))
    form: Mapped[str] = mapped_column(default="A")
    way: Mapped[Way] = mapped_column(closed_set(Way), default=Way.WRITTEN)
    score: Mapped[float | None]
