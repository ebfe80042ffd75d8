"""What a trainer reports of a training to those who pay for it: who came, what was learnt, what is to be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from trainer_app.domain.answers import Tally
from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.checklists import ObservationLine
from trainer_app.domain.feedback import Said
from trainer_app.domain.resolutions import ResolutionLine
from trainer_app.domain.scores import Phase
from trainer_app.domain.test_figures import GainFigures, PhaseFigures
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
    """What the tests say, as the page of scores says it."""

    phases: tuple[PhaseFigures, ...] = ()
    """Those that somebody sat."""
    gain: GainFigures | None = None
    """From before to after, where somebody sat both."""
    tallied: tuple[tuple[Phase, Tally], ...] = ()
    """Where everybody answered at once: right answers of those asked."""
    difficult: tuple[tuple[str, float], ...] = ()
    """Questions that most did not know in the end, with the share of right answers."""
    to_help: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.phases or self.tallied)

    @property
    def is_few(self) -> bool:
        return any(one.is_few for one in self.phases)


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
    resolutions: tuple[ResolutionLine, ...] = ()
    said: Said = field(default_factory=dict)
    """What people said with smileys, of all sessions together."""
    watched: tuple[ObservationLine, ...] = ()

    @property
    def hours(self) -> float:
        """Of the sessions that are held."""
        return sum(day.hours for day in self.days)
