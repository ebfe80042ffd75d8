"""The minutes of a meeting: who was there, what it was about, what was said, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from trainer_app.domain.attendance import Heads, Status, TrainingHead
from trainer_app.domain.people import Sex
from trainer_app.domain.resolutions import ResolutionLine
from trainer_app.domain.trainings import SessionNotes


@dataclass(frozen=True, slots=True)
class Present:
    """A person of the list, and how they are marked; no mark where nobody gave one."""

    number: str
    name: str
    sex: Sex
    group: str
    status: Status | None
    came: bool
    """As the programme counts it."""


@dataclass(frozen=True, slots=True)
class MeetingMinutes:
    head: TrainingHead
    number: int
    day: date
    starts: time
    ends: time
    venue: str
    agenda: tuple[str, ...]
    people: tuple[Present, ...]
    heads: Heads
    notes: SessionNotes
    decided: tuple[ResolutionLine, ...]
    still_open: tuple[ResolutionLine, ...] = ()
    """What was decided on an earlier day, and nobody said that it was done."""

    @property
    def is_marked(self) -> bool:
        return any(one.status is not None for one in self.people)

    @property
    def came(self) -> tuple[Present, ...]:
        return tuple(one for one in self.people if one.came)


def agenda(topic: str, titles: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The points of a topic that was typed with lines or semicolons; else the titles of what is taught."""
    points = tuple(point.strip(" •-\t") for line in topic.splitlines() for point in line.split(";"))
    return tuple(point for point in points if point) or titles
