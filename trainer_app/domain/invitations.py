"""Who was told of a training, and what they answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trainer_app.domain.attendance import RegisterDay, TrainingHead
from trainer_app.domain.people import Sex


@dataclass(frozen=True, slots=True)
class Invited:
    """A person of the training: `told_on` is empty until somebody told them, `comes` until they answered."""

    person_id: UUID
    number: str
    name: str
    sex: Sex
    phone: str
    group: str
    told_on: date | None = None
    comes: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class InvitationList:
    head: TrainingHead
    days: tuple[RegisterDay, ...]
    lines: tuple[Invited, ...]

    @property
    def told(self) -> int:
        return sum(line.told_on is not None for line in self.lines)


def answers(lines: Sequence[Invited]) -> tuple[int, int]:
    """(coming, not coming)"""
    return sum(line.comes is True for line in lines), sum(line.comes is False for line in lines)
