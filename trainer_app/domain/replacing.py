"""Who left a training and who came instead: what the committee signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.follow_up import CallLine
from trainer_app.domain.ranking import Ranked


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody whose place may be given away, and those who could have it."""

    training_id: UUID
    title: str
    enrolment_id: UUID
    person_id: UUID
    name: str
    number: str
    ranked: tuple[Ranked, ...]
    calls: tuple[CallLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """One replacement with everything that led to it."""

    id: UUID
    head: TrainingHead
    left: str
    left_number: str
    left_on: date
    reason: str
    calls: tuple[CallLine, ...]
    ranked: tuple[Ranked, ...]
    """As it was when the committee decided."""
    came: str
    """Empty when nobody could be found."""
    came_number: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class ReplacementLine:
    """One replacement in the list of them."""

    id: UUID
    training_id: UUID
    training: str
    left: str
    came: str
    decided_on: date
