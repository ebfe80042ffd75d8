"""Elections of committees: who was chosen for which seat, by whom, and until when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.groups import HELD_BY_ONE, OFFICERS, Role, RoleLine

SOON = timedelta(days=60)  # long enough to call an assembly


@dataclass(frozen=True, slots=True)
class Seat:
    person_id: UUID
    role: Role


@dataclass(frozen=True, slots=True)
class ElectionForm:
    held_on: date
    mandate_until: date | None = None
    women: int | None = None
    """Women among those who voted."""
    men: int | None = None
    witness: str = ""
    note: str = ""
    seats: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Committee:
    """Those whom one election chose. `election_id` is empty of officers whose election nobody wrote down."""

    election_id: UUID | None
    form: ElectionForm | None
    seats: tuple[RoleLine, ...]


class MandateState(StrEnum):
    UNKNOWN = "unknown"
    """No election was written down, or nobody said until when."""
    RUNS = "runs"
    ENDS_SOON = "ends_soon"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Mandate:
    """Of the latest committee of a group."""

    held_on: date | None = None
    until: date | None = None

    def state(self, today: date) -> MandateState:
        if self.until is None:
            return MandateState.UNKNOWN
        if self.until < today:
            return MandateState.ENDED
        return MandateState.ENDS_SOON if self.until - today <= SOON else MandateState.RUNS

    def months_over(self, today: date) -> int:
        """Whole months since the mandate ended."""
        return months_between(self.until, today) if self.until and self.until < today else 0


def months_between(first: date, last: date) -> int:
    """Whole months: 31/01 to 28/02 is none, 31/01 to 01/03 is one."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - 1 if last.day < first.day else months


class ElectionProblem(StrEnum):
    """Why an election cannot be written down as it is told."""

    IN_FUTURE = "election_in_future"
    NOBODY = "nobody_elected"
    MANDATE_BEFORE = "mandate_before_election"
    SEAT_TWICE = "seat_twice"
    PERSON_TWICE = "person_twice"
    NO_SEAT = "no_seat"


def problem(form: ElectionForm, today: date) -> ElectionProblem | None:
    if form.held_on > today:
        return ElectionProblem.IN_FUTURE
    if not form.seats:
        return ElectionProblem.NOBODY
    if form.mandate_until is not None and form.mandate_until <= form.held_on:
        return ElectionProblem.MANDATE_BEFORE
    if any(seat.role is Role.MEMBER for seat in form.seats):
        return ElectionProblem.NO_SEAT
    roles = Counter(seat.role for seat in form.seats)
    if any(roles[role] > 1 for role in HELD_BY_ONE):
        return ElectionProblem.SEAT_TWICE
    people = Counter(seat.person_id for seat in form.seats)
    return ElectionProblem.PERSON_TWICE if max(people.values()) > 1 else None


def renewed(seats: tuple[Seat, ...]) -> frozenset[Role]:
    """The roles that an election fills anew: the committee, and peer educators when it chose some."""
    return OFFICERS | {seat.role for seat in seats}
