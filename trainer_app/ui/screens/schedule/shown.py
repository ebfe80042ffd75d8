"""What a view of the schedule is given to draw."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from trainer_app.domain.agenda import Clashes
from trainer_app.domain.trainings import SessionLine


@dataclass(frozen=True, slots=True)
class Shown:
    """Sessions with what they meet; those in `faded` stay where they are, but step back. `free` names days off."""

    now: datetime
    lines: tuple[SessionLine, ...] = ()
    faded: AbstractSet[UUID] = frozenset()
    clashes: Clashes = field(default_factory=dict)
    free: Mapping[date, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.now.date()
