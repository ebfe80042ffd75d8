"""In which order those who wait for a place are asked, and why: a list that a committee can follow with a pencil.

Criteria are looked at one after the other. The second decides only between those whom the first leaves equal, and so
on; whoever is equal in all of them shares a position, and the committee decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from trainer_app.domain.people import Sex


class Criterion(StrEnum):
    SAME_GROUP = "same_group"
    POINTS = "points"
    SAME_SEX = "same_sex"
    NEAR = "near"
    ASKED_FIRST = "asked_first"


ORDER = tuple(Criterion)
NEARNESS = ("cell", "sector", "district", "")  # the smallest place that two addresses share, the nearest first


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for a place, with what the criteria ask about."""

    person_id: UUID
    name: str
    sex: Sex
    phone: str
    group: str
    asked_on: date
    same_group: bool = False
    same_sex: bool = False
    near: str = ""
    """The smallest place shared with the training: cell, sector, district, or none."""
    points: float | None = None
    """Of the latest selection for this training, where there was one."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    position: int
    tied: bool
    """Somebody else has the same position."""
    who: Waiting
    decided_by: Criterion | None
    """The first criterion in which this person differs from the one before; none at the top and in a tie."""


def ranked(waiting: Iterable[Waiting], order: Sequence[Criterion] = ORDER) -> tuple[Ranked, ...]:
    people = sorted(waiting, key=lambda one: (_values(one, order), one.name, one.person_id))
    keys = [_values(one, order) for one in people]
    return tuple(
        Ranked(keys.index(key) + 1, keys.count(key) > 1, one, _first_difference(keys[n - 1], key, order) if n else None)
        for n, (one, key) in enumerate(zip(people, keys, strict=True))
    )


def as_kept(lines: Iterable[Ranked]) -> list[dict[str, Any]]:
    """The list as the record of a replacement keeps it, readable without any of today's rows."""
    return [
        {
            "position": line.position,
            "tied": line.tied,
            "person": line.who.person_id.hex,
            "name": line.who.name,
            "sex": line.who.sex.value,
            "group": line.who.group,
            "asked_on": line.who.asked_on.isoformat(),
            "same_group": line.who.same_group,
            "same_sex": line.who.same_sex,
            "near": line.who.near,
            "points": line.who.points,
            "decided_by": line.decided_by.value if line.decided_by else "",
        }
        for line in lines
    ]


def from_kept(rows: Iterable[dict[str, Any]]) -> tuple[Ranked, ...]:
    return tuple(
        Ranked(
            row["position"],
            row["tied"],
            Waiting(
                UUID(row["person"]),
                row["name"],
                Sex(row["sex"]),
                "",
                row["group"],
                date.fromisoformat(row["asked_on"]),
                row["same_group"],
                row["same_sex"],
                row["near"],
                row["points"],
            ),
            Criterion(row["decided_by"]) if row["decided_by"] else None,
        )
        for row in rows
    )


def _values(one: Waiting, order: Sequence[Criterion]) -> tuple[Any, ...]:
    """What is compared, the smaller the better."""
    found: dict[Criterion, Any] = {
        Criterion.SAME_GROUP: not one.same_group,
        Criterion.POINTS: -(one.points if one.points is not None else -1.0),
        Criterion.SAME_SEX: not one.same_sex,
        Criterion.NEAR: NEARNESS.index(one.near),
        Criterion.ASKED_FIRST: one.asked_on,
    }
    return tuple(found[name] for name in order)


def _first_difference(before: tuple[Any, ...], here: tuple[Any, ...], order: Sequence[Criterion]) -> Criterion | None:
    return next((name for name, a, b in zip(order, before, here, strict=True) if a != b), None)
