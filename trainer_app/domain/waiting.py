"""Places in a training, who has one, and who waits for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class WaitingLine:
    person_id: UUID
    name: str
    phone: str
    group: str
    asked_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Somebody on the register; `left_on` when they left."""

    enrolment_id: UUID
    person_id: UUID
    number: str
    name: str
    left_on: date | None = None
    left_reason: str = ""
    came_instead: str = ""
    """The name of who took the place."""


@dataclass(frozen=True, slots=True)
class Places:
    """How full a training is."""

    training_id: UUID
    code: str
    title: str
    group: str
    places: int | None
    """How many can take part; empty when nobody counts."""
    enrolled: tuple[TakingPart, ...]
    waiting: tuple[WaitingLine, ...]

    @property
    def taken(self) -> int:
        return sum(one.left_on is None for one in self.enrolled)

    @property
    def free(self) -> int | None:
        """Less than nought when more were taken than there are places."""
        return None if self.places is None else self.places - self.taken

    @property
    def is_full(self) -> bool:
        return self.free is not None and self.free <= 0
