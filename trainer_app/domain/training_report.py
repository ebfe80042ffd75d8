"""What a trainer reports of a training to those who pay for it: who came, what was learnt, what is to be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.resolutions import ResolutionLine
from trainer_app.domain.trainings import SessionNotes


@dataclass(frozen=True, slots=True)
class Sexes:
    """Women, men, and those of whom nobody wrote it down."""

    women: int = 0
    men: int = 0
    unknown: int = 0

    @property
    def all(self) -> int:
        return self.women + self.men + self.unknown


@dataclass(frozen=True, slots=True)
class ReportDay:
    """One session as it was planned, and as it was held."""

    number: int
    day: date
    starts: time
    ends: time
    topic: str = ""
    expected: Sexes = Sexes()
    came: Sexes | None = None
    """None while nobody is marked."""
    outsiders: int = 0
    heads: int = 0
    unmarked: int = 0
    moved_from: date | None = None
    cut: bool = False
    why: str = ""
    list_signed: bool | None = None

    @property
    def hours(self) -> float:
        """None of a session that was cut."""
        if self.cut:
            return 0.0
        length = datetime.combine(self.day, self.ends) - datetime.combine(self.day, self.starts)
        return length.total_seconds() / 3600


@dataclass(frozen=True, slots=True)
class ReportScores:
    """What the tests say. A mean of nobody is None; the gain is of those who sat both tests."""

    maximum: float
    sat_pre: int = 0
    sat_post: int = 0
    sat_both: int = 0
    mean_pre: float | None = None
    mean_post: float | None = None
    mean_gain: float | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.sat_pre or self.sat_post)


@dataclass(frozen=True, slots=True)
class DayNotes:
    number: int
    notes: SessionNotes


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """Everything of one training, in one language. Every figure of attendance is the programme's own."""

    head: TrainingHead
    enrolled: Sexes
    came: Sexes
    """Persons who attended at least once, each counted once."""
    trained: int
    """Those who attended enough of it, as the programme asks."""
    share_asked: float
    """The share of the sessions from which somebody was trained."""
    outsiders: int
    heads: int
    days: tuple[ReportDay, ...]
    scores: ReportScores
    notes: tuple[DayNotes, ...] = ()
    resolutions: tuple[ResolutionLine, ...] = field(default=())

    @property
    def hours(self) -> float:
        """Of the sessions that are held."""
        return sum(day.hours for day in self.days)
