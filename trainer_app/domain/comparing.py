"""Two entries side by side, so that somebody can see whether they are one person."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from trainer_app.domain.people import PersonCard


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the card, and how much was recorded."""

    card: PersonCard
    records: int

    @property
    def id(self) -> UUID:
        return self.card.id


@dataclass(frozen=True, slots=True)
class SideBySide:
    first: Side
    second: Side

    @property
    def kept(self) -> Side:
        """The one that more was recorded for, else the one that was written down first."""
        return self.second if self.second.records > self.first.records else self.first

    @property
    def other(self) -> Side:
        return self.first if self.kept is self.second else self.second
