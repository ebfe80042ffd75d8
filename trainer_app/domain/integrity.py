"""Marks that a coordinator should look at again, and what a look at them brought.

A flag says what was seen and never what somebody did. It is about facts: when they change, it is another flag, and an
answer to the old one no longer covers it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from trainer_app.domain.rules import Setting
from trainer_app.domain.statuses import Status


class FlagKind(StrEnum):
    TWO_PLACES = "two_places"
    SAME_ROLLS = "same_rolls"
    ALWAYS_FULL = "always_full"
    BULK_LATE = "bulk_late"
    UNSIGNED = "unsigned"


class FlagVerdict(StrEnum):
    EXPLAINED = "explained"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"


class CheckOutcome(StrEnum):
    """What a person said when called back about a day they are marked for."""

    WAS_THERE = "was_there"
    WAS_NOT = "was_not"
    NOT_SURE = "not_sure"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class LooksAgain(Setting):
    """From when on a list is worth a second look."""

    NAME: ClassVar[str] = "looks_again"

    people: int = 8
    """Rolls of fewer people resemble each other by chance."""
    unlike: int = 2
    """So many of them were not present, where two rolls are alike."""
    sessions: int = 3
    """In so many sessions of a training everybody was present."""
    late_marks: int = 15
    late_days: int = 7
    """So many marks in one go, so many days after the session."""
    signed_after: int = 7
    """Days after which the signed list should be back."""

    def __post_init__(self) -> None:
        if min(self.people, self.sessions, self.late_marks, self.late_days, self.signed_after) < 1:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class Held:
    """A session as a flag names it."""

    id: UUID
    training_id: UUID
    training: str
    code: str
    number: int
    day: date
    starts: time
    ends: time
    group: str = ""
    venue: str = ""
    district: UUID | None = None
    list_signed: bool | None = None

    def is_apart_from(self, other: Held) -> bool:
        """Nobody can be in both: their hours overlap, or they are in two districts on one day."""
        if self.id == other.id or self.day != other.day:
            return False
        elsewhere = None not in (self.district, other.district) and self.district != other.district
        return elsewhere or (self.starts < other.ends and other.starts < self.ends)


@dataclass(frozen=True, slots=True)
class Answer:
    verdict: FlagVerdict
    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Flag:
    """`about` is the same on every laptop for the same facts, and another one when they change."""

    kind: FlagKind
    about: str
    sessions: tuple[Held, ...]
    people: tuple[str, ...] = ()
    values: Mapping[str, int | date] = field(default_factory=dict)
    answer: Answer | None = None

    @property
    def day(self) -> date:
        return max(held.day for held in self.sessions)


def facts(*told: object) -> str:
    """What a flag is about, in a few letters: the same facts give the same ones, in whatever order they were found."""
    words = "\n".join(sorted(map(str, told)))
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def apart(sessions: Iterable[Held]) -> list[tuple[Held, Held]]:
    """Pairs of sessions of one day that nobody can attend both of."""
    of_day: dict[date, list[Held]] = {}
    for held in sessions:
        of_day.setdefault(held.day, []).append(held)
    return [
        (one, other)
        for some in of_day.values()
        for place, one in enumerate(some)
        for other in some[place + 1 :]
        if one.is_apart_from(other)
    ]


def two_places(pairs: Iterable[tuple[Held, Held]], present: Mapping[UUID, Mapping[UUID, str]]) -> list[Flag]:
    """`present` is session > person > name, of those who came. One flag for each pair of sessions."""
    found = []
    for one, other in pairs:
        there, here = present.get(one.id, {}), present.get(other.id, {})
        both = sorted(there.keys() & here.keys(), key=lambda person: (there[person], str(person)))
        if both:
            names = tuple(there[person] for person in both)
            key = facts(one.id, other.id, *both)
            found.append(Flag(FlagKind.TWO_PLACES, key, (one, other), names, {"people": len(both)}))
    return found


def same_rolls(rolls: Mapping[Held, Sequence[Status | None]], rule: LooksAgain) -> list[Flag]:
    """Sessions whose marks are the same from the first number to the last, with some who were not present."""
    alike: dict[tuple[Status | None, ...], list[Held]] = {}
    for held, marks in rolls.items():
        unlike = sum(status not in (None, Status.PRESENT) for status in marks)
        if len(marks) >= rule.people and unlike >= rule.unlike and None not in marks:
            alike.setdefault(tuple(marks), []).append(held)
    found = []
    for marks, some in alike.items():
        if len(some) > 1:
            key = facts(*(held.id for held in some), "".join(status[0] for status in marks if status))
            values = {"people": len(marks), "unlike": sum(status is not Status.PRESENT for status in marks)}
            found.append(Flag(FlagKind.SAME_ROLLS, key, tuple(some), values=values))
    return found


def always_full(rolls: Mapping[Held, Sequence[Status | None]], rule: LooksAgain) -> list[Flag]:
    """Trainings where everybody was marked present every day so far."""
    of_training: dict[UUID, list[Held]] = {}
    for held, marks in rolls.items():
        if any(marks):
            of_training.setdefault(held.training_id, []).append(held)
    found = []
    for some in of_training.values():
        people = max(len(rolls[held]) for held in some)
        full = all(status is Status.PRESENT for held in some for status in rolls[held])
        if full and len(some) >= rule.sessions and people >= rule.people:
            key = facts(*(f"{held.id}/{len(rolls[held])}" for held in some))
            found.append(Flag(FlagKind.ALWAYS_FULL, key, tuple(some), values={"people": people, "sessions": len(some)}))
    return found


def unsigned(sessions: Iterable[Held], marked: frozenset[UUID], today: date, rule: LooksAgain) -> list[Flag]:
    """Trainings of which signed lists did not come back: somebody said so, or nobody said anything for days."""
    of_training: dict[UUID, list[Held]] = {}
    for held in sessions:
        waited = (today - held.day).days >= rule.signed_after and held.list_signed is None
        if held.id in marked and (held.list_signed is False or waited):
            of_training.setdefault(held.training_id, []).append(held)
    return [
        Flag(
            FlagKind.UNSIGNED,
            facts(*(f"{held.id}/{held.list_signed}" for held in some)),
            tuple(some),
            values={"sessions": len(some), "said": sum(held.list_signed is False for held in some)},
        )
        for some in of_training.values()
    ]
