"""Everything that is known of one person over time: the second half of their card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from trainer_app.domain.attendance import Status
from trainer_app.domain.cascade import Standing
from trainer_app.domain.certifying import Issued
from trainer_app.domain.checklists import ObservationLine
from trainer_app.domain.consent import ConsentLine
from trainer_app.domain.follow_up import CallOutcome, TaskKind, TaskState, VisitOutcome
from trainer_app.domain.organisations import PostLine
from trainer_app.domain.trainers import TrainerForm


@dataclass(frozen=True, slots=True)
class Stay:
    """How somebody took part in one training."""

    marks: tuple[tuple[date, Status | None], ...]
    """Of each session in order: its day, and the mark if there is one."""
    left_on: date | None = None
    left_reason: str = ""
    replaced_by: str = ""
    """Who came instead."""
    instead_of: str = ""
    """For whom this person came."""
    outsider: bool = False


@dataclass(frozen=True, slots=True)
class CallMade:
    day: date
    outcome: CallOutcome
    words: str


@dataclass(frozen=True, slots=True)
class VisitMade:
    """A visit to a group that the person belongs to, or one that the person made."""

    day: date
    is_done: bool
    outcome: VisitOutcome | None
    group: str
    made_it: bool
    note: str


@dataclass(frozen=True, slots=True)
class TaskAbout:
    kind: TaskKind
    state: TaskState
    day: date
    """Due on this day, or done on it."""
    words: str


@dataclass(frozen=True, slots=True)
class FormerName:
    name: str
    until: datetime


@dataclass(frozen=True, slots=True)
class CardNumber:
    number: str
    noted_on: date | None


@dataclass(frozen=True, slots=True)
class PersonHistory:
    posts: tuple[PostLine, ...] = ()
    trainer: TrainerForm | None = None
    cascade: Standing = field(default_factory=Standing)
    consents: tuple[ConsentLine, ...] = ()
    stays: Mapping[UUID, Stay] = field(default_factory=dict)
    """Training > how the person took part in it."""
    elected: Mapping[UUID, date] = field(default_factory=dict)
    """Membership > the day of the election that gave the role."""
    calls: tuple[CallMade, ...] = ()
    visits: tuple[VisitMade, ...] = ()
    observations: tuple[ObservationLine, ...] = ()
    """How they did at practical work."""
    tasks: tuple[TaskAbout, ...] = ()
    names: tuple[FormerName, ...] = ()
    cards: tuple[CardNumber, ...] = ()
    """Cards of before; the one of today is in the form."""
    certificates: tuple[Issued, ...] = ()
    """The latest first."""
