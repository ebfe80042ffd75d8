"""What a programme decides for itself, and prints beside each figure that follows from it.

Each rule is a frozen value with the defaults that a new programme begins with. `as_dict` and `from_dict` are how it
is kept; a value that no longer fits (written by a newer program, or spoilt) counts as not set.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Self

from trainer_app.domain.ranking import Criterion
from trainer_app.domain.statuses import Status


@dataclass(frozen=True, slots=True)
class Setting:
    """One rule. `NAME` is the word it is kept under."""

    NAME: ClassVar[str]

    def as_dict(self) -> dict[str, Any]:
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    @classmethod
    def from_dict(cls, told: dict[str, Any]) -> Self:
        known = {field.name for field in fields(cls)}
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
        try:
            return cls(**{name: value for name, value in values.items() if name in known})
        except (TypeError, ValueError):
            return cls()


@dataclass(frozen=True, slots=True)
class Attended(Setting):
    """When a person counts as having attended a session, and which share of the sessions makes a training."""

    NAME: ClassVar[str] = "attended"

    late_counts: bool = True
    excused_is_expected: bool = False
    """Whether an excused session counts in the denominator."""
    least_minutes: int = 0
    """Who left earlier did not attend; 0 when nobody counts minutes."""
    share_of_sessions: float = 0.8
    """From this share on the training was attended."""

    def __post_init__(self) -> None:
        if not 0 <= self.share_of_sessions <= 1 or self.least_minutes < 0:
            raise ValueError(self)

    def counts(self, status: Status | None, minutes: int | None = None) -> bool:
        """`minutes` is how long the person stayed, where somebody wrote it down."""
        return status in self.statuses() and (minutes is None or minutes >= self.least_minutes)

    def statuses(self) -> tuple[Status, ...]:
        """The marks of those who came, as far as the mark alone says it."""
        return (Status.PRESENT, Status.LATE) if self.late_counts else (Status.PRESENT,)

    def expects(self, status: Status | None) -> bool:
        """Whether the session is one that the person should have come to."""
        return status is not None and (status is not Status.EXCUSED or self.excused_is_expected)


USUAL = Attended()
"""As a new programme begins."""


@dataclass(frozen=True, slots=True)
class Absence(Setting):
    """When somebody who stays away is called: after so many days, or so many sessions in a row."""

    NAME: ClassVar[str] = "absence"

    days: int = 14
    sessions: int = 2

    def __post_init__(self) -> None:
        if self.days < 1 or self.sessions < 1:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class Visits(Setting):
    """On which days after a training its group is visited."""

    NAME: ClassVar[str] = "visits"

    days: tuple[int, ...] = (30, 60, 90)

    def __post_init__(self) -> None:
        if any(not 1 <= day <= 1_000 for day in self.days):
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class LowScore(Setting):
    """Below which share of the points of the last test somebody needs help."""

    NAME: ClassVar[str] = "low_score"

    below: float = 0.5

    def __post_init__(self) -> None:
        if not 0 < self.below <= 1:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class PassMark(Setting):
    """From which share of the points on a test is passed, where the test itself says nothing else."""

    NAME: ClassVar[str] = "pass_mark"

    share: float = 0.6

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class Certified(Setting):
    """Who gets a certificate: who attended this share of the sessions and, where it is asked, passed the last test."""

    NAME: ClassVar[str] = "certified"

    least_share: float = 0.8
    must_pass: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.least_share <= 1:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class Replacing(Setting):
    """By which criteria the waiting list is ranked, the weightiest first; what is left out does not count."""

    NAME: ClassVar[str] = "replacing"

    order: tuple[str, ...] = tuple(name.value for name in Criterion)

    def __post_init__(self) -> None:
        if not set(self.order) <= set(Criterion) or len(set(self.order)) < len(self.order):
            raise ValueError(self)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple(Criterion(name) for name in self.order)
