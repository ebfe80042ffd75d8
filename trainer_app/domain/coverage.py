"""Coverage: how many of the members of a group were trained, and whether only its committee was.

A good practice of 2018 ends with one regret: "start by training all concerned instead of a limited number of
committee members". So the committee and the others are counted apart, and a group whose committee alone came alarms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from trainer_app.domain.groups import OFFICERS, GroupKind, Role
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended, Setting

ROUNDING = 1e-9  # 0.55 of 20 sessions are 11, whatever the machine makes of 0.55


class Part(StrEnum):
    """Which part of a group somebody belongs to. A peer educator on the committee counts with the committee."""

    COMMITTEE = "committee"
    PEER_EDUCATOR = "peer_educator"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class CommitteeOnly(Setting):
    """When a group alarms because its committee came and its other members did not."""

    NAME: ClassVar[str] = "committee_only"

    committee: float = 0.5
    """From this share of the committee on it counts as trained."""
    others: float = 0.1
    """Below this share the other members count as left out."""
    fewest: int = 3
    """A group with fewer other members than this says nothing."""

    def __post_init__(self) -> None:
        if not 0 < self.committee <= 1 or not 0 < self.others <= 1 or self.fewest < 1:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    trained: int = 0
    members: int = 0

    @property
    def rate(self) -> float | None:
        return self.trained / self.members if self.members else None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to a group on the day asked for, once however many roles they have."""

    person_id: UUID
    sex: Sex
    part: Part
    trained: frozenset[UUID | None] = frozenset()
    """The modules in which the person was trained; None for a training that has a title of its own."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The members of one group, or of many, counted by part and sex; those trained also by module."""

    members: Counter[tuple[Part, Sex]] = field(default_factory=Counter)
    trained: Counter[tuple[UUID | None, Part, Sex]] = field(default_factory=Counter)
    """With no module: in at least one training, whatever its module."""

    def share(self, module: UUID | None = None, part: Part | None = None, sex: Sex | None = None) -> Share:
        parts = (part,) if part else tuple(Part)
        sexes = (sex,) if sex else tuple(Sex)
        keys = [(p, x) for p in parts for x in sexes]
        return Share(sum(self.trained[module, p, x] for p, x in keys), sum(self.members[key] for key in keys))


@dataclass(frozen=True, slots=True)
class GroupCoverage:
    """One group with those inside it; each person counts once."""

    id: UUID
    code: str
    name: str
    kind: GroupKind
    district_id: UUID | None
    district: str
    value_chain: str
    parent_id: UUID | None
    formed_by_itself: bool
    people: tuple[Member, ...]
    tally: Tally
    alarms: frozenset[UUID] = frozenset()
    """The modules in which only the committee was trained."""
    has_inside: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """Several groups together; who belongs to two of them counts once. `name` is empty of all groups."""

    name: str
    groups: int
    people: tuple[Member, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class CoveredModule:
    id: UUID
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Coverage:
    on: date
    first: date | None
    last: date | None
    attended: Attended
    alarm: CommitteeOnly
    modules: tuple[CoveredModule, ...]
    groups: tuple[GroupCoverage, ...]
    districts: tuple[Total, ...]
    overall: Total
    by_itself: Total
    """The groups that were formed by themselves, again, apart."""
    is_sample: bool = False


def part_of(roles: Iterable[Role]) -> Part:
    held = set(roles)
    if held & OFFICERS:
        return Part.COMMITTEE
    return Part.PEER_EDUCATOR if Role.PEER_EDUCATOR in held else Part.MEMBER


def was_trained(came: int, sessions: int, excused: int, rule: Attended) -> bool:
    """Whether so many sessions make a training of which `sessions` are planned; what was cut is not among them.

    Sessions that are still to come count as expected: the first day of five trains nobody.
    """
    expected = sessions if rule.excused_is_expected else sessions - excused
    return came > 0 and came >= rule.share_of_sessions * expected - ROUNDING


def tally(people: Iterable[Member]) -> Tally:
    made = Tally()
    for person in people:
        made.members[person.part, person.sex] += 1
        if person.trained:
            made.trained[None, person.part, person.sex] += 1
        for module in person.trained - {None}:
            made.trained[module, person.part, person.sex] += 1
    return made


def together(groups: Iterable[Mapping[UUID, Member]]) -> dict[UUID, Member]:
    """The people of several groups, each once, in the highest part that they have in any."""
    found: dict[UUID, Member] = {}
    for people in groups:
        for key, member in people.items():
            other = found.get(key)
            if other is None or is_higher(member.part, other.part):
                found[key] = member
    return found


def is_higher(part: Part, other: Part) -> bool:
    return part is not other and (part is Part.COMMITTEE or other is Part.MEMBER)


def total(name: str, groups: Iterable[Mapping[UUID, Member]]) -> Total:
    each = list(groups)
    people = tuple(together(each).values())
    return Total(name, len(each), people, tally(people))


def committee_only(counted: Tally, module: UUID | None, rule: CommitteeOnly) -> bool:
    """Whether the committee was trained in the module and the other members were not."""
    committee = counted.share(module, Part.COMMITTEE)
    others = counted.share(module, Part.MEMBER)
    if committee.rate is None or others.rate is None or others.members < rule.fewest:
        return False
    return committee.trained > 0 and committee.rate >= rule.committee and others.rate < rule.others


def alarms(counted: Tally, rule: CommitteeOnly) -> frozenset[UUID]:
    """The modules in which only the committee was trained."""
    modules = {module for module, _, _ in counted.trained if module is not None}
    return frozenset(module for module in modules if committee_only(counted, module, rule))


def inside_of(parents: Mapping[UUID, UUID | None]) -> dict[UUID, set[UUID]]:
    """Group > itself and every group inside it, at any depth. A loop, which two laptops can make, ends."""
    found: dict[UUID, set[UUID]] = {key: {key} for key in parents}
    for key in parents:
        above, seen = parents[key], {key}
        while above is not None and above in found and above not in seen:
            found[above].add(key)
            seen.add(above)
            above = parents[above]
    return found
