"""What each district is due in a period, what is planned and held, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from trainer_app.domain.trainings import TrainingKind


def indicator(kind: TrainingKind) -> str:
    """The word under which a quota is kept: "held/training"."""
    return f"held/{kind.value}"


@dataclass(frozen=True, slots=True)
class Quota:
    """A district's line. `due` is None where nobody set it; `planned` counts what is planned or held."""

    place_id: UUID | None
    """None for what lies in no known district."""
    place: str
    due: int | None
    planned: int
    held: int

    @property
    def missing(self) -> int:
        """Still to be held."""
        return max((self.due or 0) - self.held, 0)

    @property
    def to_plan(self) -> int:
        """Of those, how many nobody has planned yet."""
        return max((self.due or 0) - self.planned, 0)


@dataclass(frozen=True, slots=True)
class Quotas:
    """The districts, and the overall target beside their sum: the two need not agree."""

    lines: tuple[Quota, ...]
    overall: int | None

    @property
    def due(self) -> int:
        return sum(line.due or 0 for line in self.lines)

    @property
    def planned(self) -> int:
        return sum(line.planned for line in self.lines)

    @property
    def held(self) -> int:
        return sum(line.held for line in self.lines)

    @property
    def gap(self) -> int:
        """How much more the overall target asks for than the districts together; negative when it asks for less."""
        return 0 if self.overall is None else self.overall - self.due
