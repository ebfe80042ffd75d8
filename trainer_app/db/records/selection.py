"""Choosing people by written criteria: the sheet, the candidates, and the points that each assessor gave."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.selection import Decision


class Selection(Kept):
    __tablename__ = "selection"

    title: Mapped[str]
    training_id: Mapped[UUID | None] = mapped_column(reference("training.id"), index=True)
    held_on: Mapped[date]
    places: Mapped[int]
    committee: Mapped[list[Any]]
    """Names and functions of those who sign the minutes: {"name", "function"}. Each may be an assessor."""
    note: Mapped[str] = mapped_column(default="")


class Criterion(Kept):
    __tablename__ = "criterion"

    selection_id: Mapped[UUID] = mapped_column(reference("selection.id"), index=True)
    position: Mapped[int]
    words: Mapped[str]
    most: Mapped[float]
    """Points that an assessor can give."""
    weight: Mapped[float] = mapped_column(default=1.0)


class Candidate(Kept):
    """Key: ("candidate", selection, person)."""

    __tablename__ = "candidate"

    selection_id: Mapped[UUID] = mapped_column(reference("selection.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    decision: Mapped[Decision | None] = mapped_column(closed_set(Decision))
    note: Mapped[str] = mapped_column(default="")


class Assessment(Kept):
    """Points of one assessor. Key: ("assessment", candidate, criterion, assessor)."""

    __tablename__ = "assessment"

    candidate_id: Mapped[UUID] = mapped_column(reference("candidate.id"), index=True)
    criterion_id: Mapped[UUID] = mapped_column(reference("criterion.id"))
    assessor: Mapped[str]
    points: Mapped[float]
