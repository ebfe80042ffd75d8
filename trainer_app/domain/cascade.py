"""Who trained whom, and how far it went on: from a trainer to those who later led trainings themselves.

It is reckoned from what was seen: a person who came to a session of a training was trained by those who led it.
Only what follows counts: whoever led trainings before they came to one owes them to somebody else. So a circle ends
by itself (A trains B, B trains A), and each person stands once, below the one who trained them first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trainer_app.domain.people import Sex


@dataclass(frozen=True, slots=True)
class Taught:
    """Somebody came to a training that `trainer` led; `day` is the first day they were seen there."""

    trainer: UUID
    person: UUID
    training: UUID
    day: date


@dataclass(frozen=True, slots=True)
class Reached:
    """One person below a trainer: who trained them, on which day first, and how many steps away."""

    person: UUID
    by: UUID
    day: date
    depth: int


@dataclass(frozen=True, slots=True)
class CascadeLine:
    """One row of a cascade, ready to be shown. The trainer it begins with has depth 0 and nobody above."""

    person_id: UUID
    name: str
    sex: Sex
    by: UUID | None
    depth: int
    day: date | None
    trainings: int
    """How many they led after that day."""
    people: int
    """Whom they trained in these, each once."""
    women: int
    train_others: int
    """Of these people, how many led trainings later."""
    below: int = 0
    """Everybody whom the cascade reached through them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the card of one person says of the cascade."""

    trained_by: tuple[tuple[UUID, str, date], ...] = ()
    """(key, name, first day) of those who trained them, the first one first."""
    trainings: int = 0
    people: int = 0
    women: int = 0
    men: int = 0
    train_others: int = 0

    @property
    def has_trained(self) -> bool:
        return self.people > 0


def without_self(taught: Iterable[Taught]) -> tuple[Taught, ...]:
    """In order of days. Nobody trains themselves, and nobody is a participant of a training that they lead."""
    all_of_it = tuple(taught)
    leads = {(one.trainer, one.training) for one in all_of_it}
    kept = (one for one in all_of_it if (one.person, one.training) not in leads)
    return tuple(sorted(kept, key=lambda one: (one.day, one.trainer.bytes, one.person.bytes)))


def reached(root: UUID, taught: Sequence[Taught]) -> tuple[Reached, ...]:
    """Everybody below `root`, in the order in which they were reached; `taught` is in order of days."""
    found = {root: Reached(root, root, date.min, 0)}
    for one in taught:
        above = found.get(one.trainer)
        if above is not None and above.day < one.day and one.person not in found:
            found[one.person] = Reached(one.person, one.trainer, one.day, above.depth + 1)
    del found[root]
    return tuple(found.values())


def train_others(people: Iterable[Reached], taught: Iterable[Taught]) -> frozenset[UUID]:
    """Who of these trained somebody after the day on which they were trained."""
    since = {one.person: one.day for one in people}
    return frozenset(one.trainer for one in taught if one.trainer in since and one.day > since[one.trainer])


def lines(
    root: UUID, taught: Sequence[Taught], who: dict[UUID, tuple[str, Sex]], only_trainers: bool = False
) -> tuple[CascadeLine, ...]:
    """The trainer, then each person below with those that they trained, as a tree is read from top to bottom.

    `only_trainers` leaves out those who trained nobody further.
    """
    found = {one.person: one for one in reached(root, taught)}
    trained = _by_trainer(root, found, taught)
    below: dict[UUID, list[Reached]] = {}
    for one in found.values():
        below.setdefault(one.by, []).append(one)
    counts = _below(root, below)
    made: list[CascadeLine] = []
    waiting: list[tuple[UUID, Reached | None]] = [(root, None)]
    while waiting:
        key, here = waiting.pop()
        made.append(_line(key, here, trained, who, counts))
        under = sorted(below.get(key, ()), key=lambda each: who[each.person][0].casefold(), reverse=True)
        waiting += [(each.person, each) for each in under if not only_trainers or each.person in trained]
    return tuple(made)


def _by_trainer(root: UUID, found: dict[UUID, Reached], taught: Iterable[Taught]) -> dict[UUID, list[Taught]]:
    """Trainer > what they taught after they were trained themselves."""
    since = {root: date.min} | {key: one.day for key, one in found.items()}
    made: dict[UUID, list[Taught]] = {}
    for one in taught:
        if one.trainer in since and one.day > since[one.trainer]:
            made.setdefault(one.trainer, []).append(one)
    return made


def _below(root: UUID, below: dict[UUID, list[Reached]]) -> dict[UUID, int]:
    """Trainer > everybody under them. Those reached last are counted first."""
    order = [root]
    for key in order:
        order += [one.person for one in below.get(key, ())]
    counts: dict[UUID, int] = {}
    for key in reversed(order):
        counts[key] = sum(1 + counts[one.person] for one in below.get(key, ()))
    return counts


def _line(
    key: UUID,
    one: Reached | None,
    trained: dict[UUID, list[Taught]],
    who: dict[UUID, tuple[str, Sex]],
    counts: dict[UUID, int],
) -> CascadeLine:
    name, sex = who[key]
    mine = trained.get(key, [])
    people = first_seen(mine)
    later = {person for person in people if any(t.day > people[person] for t in trained.get(person, ()))}
    return CascadeLine(
        person_id=key,
        name=name,
        sex=sex,
        by=one.by if one else None,
        depth=one.depth if one else 0,
        day=one.day if one else None,
        trainings=len({taught.training for taught in mine}),
        people=len(people),
        women=sum(who[person][1] is Sex.FEMALE for person in people),
        train_others=len(later),
        below=counts[key],
    )


def first_seen(taught: Iterable[Taught]) -> dict[UUID, date]:
    """Person > the first day they were seen."""
    found: dict[UUID, date] = {}
    for one in taught:
        found[one.person] = min(found.get(one.person, one.day), one.day)
    return found
