"""The sessions of some days as a calendar shows them, with what meets; and by what they can be found.

What is read beside the sessions themselves is put together once: keys that are held down turn over many weeks.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from trainer_app.db.records import Group, Person, Place, Training, TrainingSession, TrainingTrainer
from trainer_app.domain.agenda import Agenda, Entry, Offered, Wanted, clashes_among, fits
from trainer_app.domain.people import folded
from trainer_app.domain.trainings import SessionLine
from trainer_app.services import sessions

Trainers = dict[UUID, tuple[tuple[UUID, str], ...]]
EVERYTHING = Wanted()


def agenda(s: Session, language: str, today: date, first: date, last: date, wanted: Wanted = EVERYTHING) -> Agenda:
    """The sessions from `first` to `last` that are asked for, and what each of them meets."""
    entries = _entries(s, language, first, last)
    places = _inside(s, wanted.district) if wanted.district else frozenset()
    lines = tuple(entry.line for entry in entries if fits(entry, wanted, today, places))
    return Agenda(lines, clashes_among(entries))


def is_empty(s: Session) -> bool:
    """Whether nothing was ever planned."""
    return s.scalars(select(Training.id).limit(1)).first() is None


def offered(s: Session) -> Offered:
    """The trainers, venues, groups and districts that some session has, in the order of their names."""
    trainers = select(Person.id, Person.name).where(Person.id.in_(select(TrainingTrainer.person_id)))
    groups = select(Group.id, Group.name).where(Group.id.in_(select(Training.group_id)))
    venues = select(TrainingSession.venue).where(TrainingSession.venue != "").distinct()
    return Offered(_by_name(s.execute(trainers)), _once(s.scalars(venues)), _by_name(s.execute(groups)), _districts(s))


def _entries(s: Session, language: str, first: date, last: date) -> list[Entry]:
    lines = sessions.sessions(s, language, first, last)
    between = {"first": first, "last": last}
    about = {row.id: row for row in s.execute(_trainings(), between)}
    leading: dict[UUID, list[tuple[UUID, str]]] = {}
    for training, person, name in s.execute(_trainers(), between):
        leading.setdefault(training, []).append((person, name))
    return [_entry(line, about[line.training_id], leading.get(line.training_id, ())) for line in lines]


def _entry(line: SessionLine, about: Row[Any], leading: Iterable[tuple[UUID, str]]) -> Entry:
    return Entry(line, about.group_id, about.place_id, tuple(leading))


@cache
def _trainings() -> Select[*tuple[Any, ...]]:
    """Whose they are, and where: at a place of their own, else where the group is."""
    return (
        select(Training.id, Training.group_id, func.coalesce(Training.place_id, Group.place_id).label("place_id"))
        .outerjoin(Group, Group.id == Training.group_id)
        .where(Training.id.in_(_held()))
    )


@cache
def _trainers() -> Select[*tuple[Any, ...]]:
    return (
        select(TrainingTrainer.training_id, Person.id, Person.name)
        .join(Person, Person.id == TrainingTrainer.person_id)
        .where(TrainingTrainer.training_id.in_(_held()))
        .order_by(func.lower(Person.name))
    )


def _held() -> Select[UUID]:
    """Trainings with a session in the days asked for."""
    return select(TrainingSession.training_id).where(TrainingSession.day.between(bindparam("first"), bindparam("last")))


def _inside(s: Session, district: UUID) -> frozenset[UUID]:
    """A district with its sectors and cells."""
    sectors = select(Place.id).where(Place.parent_id == district)
    within = select(Place.id).where(
        (Place.id == district) | (Place.parent_id == district) | Place.parent_id.in_(sectors)
    )
    return frozenset(s.scalars(within))


def _districts(s: Session) -> tuple[tuple[UUID, str], ...]:
    """Those in which a training has its place."""
    up, upper = aliased(Place), aliased(Place)
    rows = s.execute(
        select(Place.id, Place.name, Place.level, up.id, up.name, up.level, upper.id, upper.name, upper.level)
        .outerjoin(up, up.id == Place.parent_id)
        .outerjoin(upper, upper.id == up.parent_id)
        .where(Place.id.in_(select(Training.place_id).union(select(Group.place_id))))
    )
    found: dict[UUID, str] = {}
    for row in rows:
        steps = zip(row[::3], row[1::3], row[2::3], strict=True)
        found |= {key: name for key, name, level in steps if level == "district"}
    return _by_name(found.items())


def _by_name(rows: Iterable[Any]) -> tuple[tuple[UUID, str], ...]:
    return tuple(sorted(((key, name) for key, name in rows), key=lambda pair: folded(pair[1])))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, whatever its accents and capitals."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name), name)
    return tuple(found[key] for key in sorted(found))
