"""Trainings and their sessions: days planned, moved, and held."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.rules import USUAL, Attended

SUNDAY = 6


class TrainingKind(StrEnum):
    TRAINING = "training"
    MEETING = "meeting"
    DIALOGUE = "dialogue"
    FAIR = "fair"
    CAMPAIGN = "campaign"
    RADIO = "radio_talk"
    VISIT = "visit"


class SessionDeed(StrEnum):
    """What was done to a session after it was planned. Each is kept with its reason."""

    MOVED = "moved"
    CUT = "cut"
    RESTORED = "restored"
    CLASH_KEPT = "clash_kept"


@dataclass(frozen=True, slots=True)
class Slot:
    """When a session is to be held."""

    day: date
    starts: time
    ends: time
    topic: str = ""


@dataclass(frozen=True, slots=True)
class NewTraining:
    """What a trainer fills in to plan a training; its sessions follow from it (`domain/plans.py`)."""

    module_id: UUID | None
    group_id: UUID | None
    first_day: date
    days: int = 1
    starts: time = time(8, 30)
    ends: time = time(16, 0)
    place_id: UUID | None = None
    venue: str = ""
    trainers: tuple[UUID, ...] = ()
    unit_ids: tuple[UUID, ...] = ()
    title: str = ""
    kind: TrainingKind = TrainingKind.TRAINING
    skip_sundays: bool = True
    skip_days_off: bool = False
    weekly: bool = False
    """One day a week instead of one day after the other."""
    afternoon: tuple[time, time] | None = None
    """The hours of a second session on each day."""
    slots: tuple[Slot, ...] = ()
    """A plan used again says each session itself: days and hours above are then not asked."""
    places: int | None = None
    reason: str | None = None
    """Why the clashes that were seen are kept; None when none was seen."""
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class TrainingLine:
    id: UUID
    code: str
    title: str
    module_code: str
    group: str
    venue: str
    first_day: date
    last_day: date
    sessions: int
    enrolled: int
    marked_sessions: int
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class SessionLine:
    id: UUID
    training_id: UUID
    training_code: str
    title: str
    number: int
    of: int
    day: date
    starts: time
    ends: time
    venue: str
    group: str
    trainers: str
    enrolled: int
    came: int
    marked: int
    moved_from: date | None = None
    cut: bool = False
    """It will not be held: struck through, with no number, and nobody is expected."""
    kind: TrainingKind = TrainingKind.TRAINING
    why: str = ""
    """The reason that was given when it was cut, or moved."""
    clash_kept: str | None = None
    """The reason for which a clash was kept, perhaps empty; None when there was none."""
    topic: str = ""
    expected: int = 0
    """Marks of sessions that people should have come to, as the programme counts them."""
    outsiders: int = 0
    """Of those from outside the project, how many came: in none of the other counts."""
    heads: int = 0
    """How many more came whose names nobody has."""
    places: int | None = None
    """How many can take part; None when nobody counts."""

    @property
    def is_marked(self) -> bool:
        return self.enrolled > 0 and self.marked == self.enrolled


@dataclass(frozen=True, slots=True)
class SessionNotes:
    worked: str = ""
    problems: str = ""
    questions: str = ""
    next_time: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sessions that want the same at the same time, or a session on a day to mind. Told, and never in the way."""

    what: str
    """"trainer", "venue", "group", "people", "two_places", or the kind of the day to mind."""
    name: str
    day: date
    other: SessionLine | None = None
    people: int = 0
    """How many are wanted twice; `name` is then the first of them."""
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """What the first page shows."""

    day: date
    next: SessionLine | None
    today: tuple[SessionLine, ...] = ()
    later: tuple[SessionLine, ...] = ()
    to_do: tuple[ToDo, ...] = ()
    people: int = 0
    women: int = 0
    men: int = 0
    sessions_planned: int = 0
    sessions_held: int = 0
    attendance: float | None = None
    rule: Attended = USUAL
    """By which `attendance` was counted."""
    has_sample: bool = False


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing that waits: past sessions not marked, people who stay away."""

    kind: str  # "unmarked", or "absent"
    session_id: UUID | None
    values: dict[str, str | int] = field(default_factory=dict)
    task_id: UUID | None = None
    """Of the follow-up, where it is somebody to call."""


def training_days(
    first_day: date,
    days: int,
    skip_sundays: bool = True,
    closed: Collection[date] = frozenset(),
    weekly: bool = False,
) -> tuple[date, ...]:
    """The days of a training: one after the other from the first, or a week apart.

    Sundays are left out unless it starts on one, and so are the days that are `closed`.
    """
    step, found, day = timedelta(days=7 if weekly else 1), list[date](), first_day
    sundays = skip_sundays and first_day.weekday() != SUNDAY
    while len(found) < days:
        if day not in closed and not (sundays and day.weekday() == SUNDAY):
            found.append(day)
        day += step
    return tuple(found)


def overlap(starts: time, ends: time, other_starts: time, other_ends: time) -> bool:
    return starts < other_ends and other_starts < ends


def week_of(day: date) -> tuple[date, ...]:
    """Monday to Sunday of the week that `day` is in."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=n) for n in range(7))
