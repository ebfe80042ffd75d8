"""What a view of the schedule is given to draw."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from trainer_app.domain.agenda import Clashes
from trainer_app.domain.trainings import SessionLine


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day to mind: off until an hour, or all day; a local one, such as a market day, is only named."""

    name: str
    until: time | None = None
    local: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """Sessions with what they meet; those in `faded` stay where they are, but step back."""

    now: datetime
    lines: tuple[SessionLine, ...] = ()
    faded: AbstractSet[UUID] = frozenset()
    clashes: Clashes = field(default_factory=dict)
    free: Mapping[date, FreeDay] = field(default_factory=dict)

    def name_of(self, day: date) -> str:
        """What the day is called when it is one to mind."""
        return self.free[day].name if day in self.free else ""

    @property
    def today(self) -> date:
        return self.now.date()
