"""Choosing people for few places by written criteria: what the committee signs.

A candidate's points in a criterion are the average of what the assessors gave, times its weight; the total is their
sum. What an assessor has not given yet is missing, and never counted as nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.letterheads import NONE, Letterhead


class Decision(StrEnum):
    CHOSEN = "chosen"
    RESERVE = "reserve"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CriterionLine:
    id: UUID
    words: str
    most: float
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Signatory:
    """A member of the committee; each may be an assessor."""

    name: str
    function: str = ""


@dataclass(frozen=True, slots=True)
class CandidateLine:
    id: UUID
    person_id: UUID
    name: str
    sex: str
    phone: str
    group: str
    points: Mapping[tuple[UUID, str], float]
    """(criterion, assessor) > points given."""
    decision: Decision | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SelectionSheet:
    """A selection with all that was written about it so far."""

    id: UUID
    title: str
    training_id: UUID | None
    training: str
    held_on: date
    places: int
    committee: tuple[Signatory, ...]
    criteria: tuple[CriterionLine, ...]
    candidates: tuple[CandidateLine, ...]
    note: str = ""
    is_sample: bool = False
    letterhead: Letterhead = NONE

    @property
    def assessors(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.committee)

    @property
    def most(self) -> float:
        """The highest total that a candidate can reach."""
        return sum(line.most * line.weight for line in self.criteria)

    @property
    def has_points(self) -> bool:
        return any(line.points for line in self.candidates)


@dataclass(frozen=True, slots=True)
class SelectionLine:
    """One selection in the list of them."""

    id: UUID
    title: str
    training_id: UUID | None
    held_on: date
    places: int
    candidates: int


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    position: int
    tied: bool
    who: CandidateLine
    total: float
    missing: int
    """Points that assessors have not given yet."""


def average(line: CandidateLine, criterion: CriterionLine, assessors: Sequence[str]) -> float | None:
    given = [line.points[criterion.id, name] for name in assessors if (criterion.id, name) in line.points]
    return sum(given) / len(given) if given else None


def total(line: CandidateLine, criteria: Iterable[CriterionLine], assessors: Sequence[str]) -> float:
    return sum((average(line, one, assessors) or 0.0) * one.weight for one in criteria)


def missing(line: CandidateLine, criteria: Sequence[CriterionLine], assessors: Sequence[str]) -> int:
    return sum((one.id, name) not in line.points for one in criteria for name in assessors)


def ranked(sheet: SelectionSheet) -> tuple[RankedCandidate, ...]:
    """The best total first; equal totals share a position, and the list says so."""
    names = sheet.assessors
    totals = {line.id: round(total(line, sheet.criteria, names), 6) for line in sheet.candidates}
    lines = sorted(sheet.candidates, key=lambda line: (-totals[line.id], line.name, line.id))
    order = [totals[line.id] for line in lines]
    return tuple(
        RankedCandidate(
            order.index(points) + 1, order.count(points) > 1, line, points, missing(line, sheet.criteria, names)
        )
        for line, points in zip(lines, order, strict=True)
    )


def proposed(lines: Sequence[RankedCandidate], places: int) -> dict[UUID, Decision | None]:
    """Candidate > chosen while there are places, reserve after; none for a tie that the last place would split."""
    found: dict[UUID, Decision | None] = {}
    for line in lines:
        last = line.position + sum(other.position == line.position for other in lines) - 1
        if last <= places:
            found[line.who.id] = Decision.CHOSEN
        elif line.position > places:
            found[line.who.id] = Decision.RESERVE
        else:
            found[line.who.id] = None
    return found
