"""Who and what stands behind the numbers of a report: the names that belong to its keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Someone:
    """A person behind a number. `code` tells them apart for who may not read the name."""

    code: str
    name: str
    phone: str = ""
    national_id: str = ""


@dataclass(frozen=True, slots=True)
class Something:
    """A training or a group behind a number."""

    code: str
    name: str


NOBODY = Someone("", "")
NOTHING = Something("", "")


@dataclass(frozen=True, slots=True)
class Named:
    """Key > who it is. What is not there was taken away since, and stays without a name."""

    people: Mapping[UUID, Someone] = field(default_factory=dict)
    trainings: Mapping[UUID, Something] = field(default_factory=dict)
    groups: Mapping[UUID, Something] = field(default_factory=dict)

    def person(self, key: UUID | None) -> Someone:
        return self.people.get(key, NOBODY) if key else NOBODY

    def training(self, key: UUID | None) -> Something:
        return self.trainings.get(key, NOTHING) if key else NOTHING

    def group(self, key: UUID | None) -> Something:
        return self.groups.get(key, NOTHING) if key else NOTHING


NAMELESS = Named()
