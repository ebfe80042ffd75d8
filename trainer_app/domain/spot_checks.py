"""People drawn at random to be called back: were they there on the day they are marked for?

The draw asks no random number of the computer. Each person gets a place from the seed and from who and which day it
is, so that the same seed draws the same people from the same marks, on every laptop and in whatever order they came.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trainer_app.domain.integrity import CheckOutcome
from trainer_app.domain.letterheads import NONE, Letterhead


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody marked as having attended a session."""

    training_id: UUID
    session_id: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True)
class CheckHead:
    id: UUID
    drawn_on: date
    seed: int
    first_day: date
    last_day: date
    training: str = ""
    """Empty when it was drawn from all trainings of these days."""
    note: str = ""
    is_sample: bool = False
    letterhead: Letterhead = NONE


@dataclass(frozen=True, slots=True)
class CheckLine:
    id: UUID
    position: int
    person_id: UUID
    name: str
    phone: str
    group: str
    session_id: UUID
    training_id: UUID
    training: str
    day: date
    outcome: CheckOutcome | None = None
    called_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    head: CheckHead
    lines: tuple[CheckLine, ...]

    @property
    def result(self) -> CheckResult:
        return CheckResult(Counter(line.outcome for line in self.lines))


@dataclass(frozen=True, slots=True)
class CheckResult:
    by_outcome: Counter[CheckOutcome | None]

    @property
    def drawn(self) -> int:
        return self.by_outcome.total()

    @property
    def reached(self) -> int:
        """Who answered the call, whatever they said."""
        return sum(self.by_outcome[outcome] for outcome in CheckOutcome if outcome is not CheckOutcome.NOT_REACHED)

    @property
    def were_there(self) -> int:
        return self.by_outcome[CheckOutcome.WAS_THERE]

    @property
    def share(self) -> float | None:
        """Of those reached, who said that they were there; None before anybody was."""
        return self.were_there / self.reached if self.reached else None


def drawn(candidates: Iterable[Candidate], count: int, seed: int) -> list[Candidate]:
    """So many people, each at most once, from every training by its size. Fewer when there are no more."""
    of_training: dict[UUID, dict[UUID, Candidate]] = {}
    for candidate in sorted(set(candidates), key=lambda one: _place(seed, one)):
        people = of_training.setdefault(candidate.training_id, {})
        people.setdefault(candidate.person_id, candidate)
    shares = _shares({key: len(people) for key, people in of_training.items()}, count, seed)
    found: dict[UUID, Candidate] = {}
    for key in sorted(of_training, key=str):
        fresh = [one for one in of_training[key].values() if one.person_id not in found]
        found |= {one.person_id: one for one in fresh[: shares[key]]}
    rest = [one for people in of_training.values() for one in people.values() if one.person_id not in found]
    for one in sorted(rest, key=lambda one: _place(seed, one)):
        if len(found) >= count:
            break
        found.setdefault(one.person_id, one)
    return sorted(found.values(), key=lambda one: _place(seed, one))


def _shares(sizes: dict[UUID, int], count: int, seed: int) -> dict[UUID, int]:
    """How many of each training, by size: whole parts first, the rest to the largest remainders."""
    total = sum(sizes.values())
    count = min(count, total)
    shares = {key: size * count // total for key, size in sizes.items()}
    left = count - sum(shares.values())
    by_remainder = sorted(sizes, key=lambda key: (-(sizes[key] * count % total), _digest(seed, key)))
    for key in by_remainder[:left]:
        shares[key] += 1
    return shares


def _place(seed: int, candidate: Candidate) -> str:
    return _digest(seed, candidate.session_id, candidate.person_id)


def _digest(*parts: object) -> str:
    return hashlib.sha256("/".join(map(str, parts)).encode()).hexdigest()
