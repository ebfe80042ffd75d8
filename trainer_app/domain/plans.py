"""Plans: which sessions follow from an order, a plan laid out from another first day, a year copied to the next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from trainer_app.domain.trainings import SUNDAY, Clash, NewTraining, Slot, TrainingKind, training_days

DAY = timedelta(days=1)
LONGEST_PLAN = 60  # sessions in one plan; more is a slip of the finger
HALF_DAY = (time(14), time(17))


@dataclass(frozen=True, slots=True)
class Planned:
    """A session of a plan to use again: `day` counts from 0, the first day."""

    day: int
    starts: time
    ends: time
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan to use again. Those that ship have no key."""

    id: UUID | None
    name: str
    kind: TrainingKind
    module_id: UUID | None
    sessions: tuple[Planned, ...]
    note: str = ""

    @property
    def days(self) -> int:
        return len({session.day for session in self.sessions})


@dataclass(frozen=True, slots=True)
class Copied:
    """A training that a copied period would plan, and what that clashes with."""

    training_id: UUID
    title: str
    group: str
    before: tuple[date, ...]
    slots: tuple[Slot, ...]
    clashes: tuple[Clash, ...] = ()


def slots_of(order: NewTraining, closed: Collection[date] = frozenset()) -> tuple[Slot, ...]:
    """The sessions that an order comes to: one a day, or a morning and an afternoon."""
    if order.slots:
        return order.slots
    hours = [(order.starts, order.ends), *([order.afternoon] if order.afternoon else [])]
    days = training_days(order.first_day, max(order.days, 1), order.skip_sundays, closed, order.weekly)
    return tuple(Slot(day, starts, ends) for day in days for starts, ends in hours)


def laid_out(
    days: Iterable[date], first_day: date, skip_sundays: bool = False, closed: Collection[date] = frozenset()
) -> Mapping[date, date]:
    """Day > new day: the first goes to `first_day`, and the gaps between them are kept.

    A day that may not be used goes to the next that may, and those after it follow.
    """
    old = sorted(set(days))
    found: dict[date, date] = {}
    for number, day in enumerate(old):
        wanted = first_day if number == 0 else found[old[number - 1]] + (day - old[number - 1])
        while wanted in closed or (skip_sundays and wanted.weekday() == SUNDAY):
            wanted += DAY
        found[day] = wanted
    return found


def use(
    plan: Plan, first_day: date, skip_sundays: bool = True, closed: Collection[date] = frozenset()
) -> tuple[Slot, ...]:
    """The sessions of a plan, from this day on."""
    days = {one.day: date.min + one.day * DAY for one in plan.sessions}
    new = laid_out(days.values(), first_day, skip_sundays, closed)
    found = (Slot(new[days[one.day]], one.starts, one.ends, one.topic) for one in plan.sessions)
    return tuple(sorted(found, key=lambda slot: (slot.day, slot.starts)))


def plan_of(slots: Sequence[Slot]) -> tuple[Planned, ...]:
    """The sessions of a training, as a plan that can begin on any day."""
    first = min((slot.day for slot in slots), default=date.min)
    return tuple(Planned((slot.day - first).days, slot.starts, slot.ends, slot.topic) for slot in slots)


def whole_weeks(first: date, other: date) -> timedelta:
    """From one first day to another in whole weeks, so that a Tuesday stays a Tuesday: the nearest."""
    return timedelta(weeks=round((other - first).days / 7))


def as_json(sessions: Iterable[Planned]) -> list[dict[str, Any]]:
    return [
        {"day": one.day, "starts": f"{one.starts:%H:%M}", "ends": f"{one.ends:%H:%M}", "topic": one.topic}
        for one in sessions
    ]


def from_json(told: Iterable[Mapping[str, Any]]) -> tuple[Planned, ...]:
    return tuple(
        Planned(
            int(one["day"]), time.fromisoformat(one["starts"]), time.fromisoformat(one["ends"]), one.get("topic", "")
        )
        for one in told
    )


def daily(days: int, starts: time = time(8, 30), ends: time = time(16)) -> tuple[Planned, ...]:
    return tuple(Planned(day, starts, ends) for day in range(days))


def every(days: int, times: int, starts: time = HALF_DAY[0], ends: time = HALF_DAY[1]) -> tuple[Planned, ...]:
    """A half-day every so many days: 7 is a weekly series."""
    return tuple(Planned(days * number, starts, ends) for number in range(times))


def half_days(days: int) -> tuple[Planned, ...]:
    """A morning and an afternoon on each day."""
    hours = (time(8, 30), time(12, 30)), (time(13, 30), time(16, 30))
    return tuple(Planned(day, *half) for day in range(days) for half in hours)
