"""The sessions of some days as a calendar shows them, with what meets; and by what they can be found.

A week, a month or a year of a busy office is turned over by keys that are held down: two selects read all of it,
and each is put together once. `sessions.sessions` says the same of each session; a test holds them together.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, and_, bindparam, func, select, tuple_
from sqlalchemy.orm import Session, aliased

from trainer_app.db.records import (
    Enrolment,
    Group,
    Mark,
    Person,
    Place,
    Text,
    Training,
    TrainingSession,
    TrainingTrainer,
)
from trainer_app.domain.agenda import Agenda, Entry, Offered, Wanted, clashes_among, fits
from trainer_app.domain.attendance import CAME
from trainer_app.domain.people import folded
from trainer_app.domain.trainings import SessionLine

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
    between = {"first": first, "last": last}
    rows = s.execute(_sessions(), {**between, "language": language}).all()
    leading: dict[UUID, list[tuple[UUID, str]]] = {}
    for training, person, name in s.execute(_trainers(), between):
        leading.setdefault(training, []).append((person, name))
    return [_entry(row, tuple(leading.get(row.training_id, ()))) for row in rows]


def _entry(row: Row[Any], trainers: tuple[tuple[UUID, str], ...]) -> Entry:
    line = SessionLine(
        id=row.id,
        training_id=row.training_id,
        training_code=row.code,
        title=row.title or row.module_title or "",
        number=row.number,
        of=row.of,
        day=row.day,
        starts=row.starts,
        ends=row.ends,
        venue=row.venue,
        group=row.group or "",
        trainers=", ".join(name for _key, name in trainers),
        enrolled=row.enrolled,
        came=row.came,
        marked=row.marked,
        moved_from=row.planned_day if row.planned_day != row.day else None,
        cut=row.cut,
    )
    return Entry(line, row.kind, row.group_id, row.place_id, trainers)


@cache
def _sessions() -> Select[*tuple[Any, ...]]:
    number, of = _counted_beside()
    came, marked = _counted_marks()
    enrolled = select(func.count(Enrolment.id)).where(Enrolment.training_id == TrainingSession.training_id)
    return (
        select(
            TrainingSession.id,
            TrainingSession.training_id,
            TrainingSession.day,
            TrainingSession.planned_day,
            TrainingSession.starts,
            TrainingSession.ends,
            TrainingSession.venue,
            TrainingSession.cut,
            Training.code,
            Training.title,
            Training.kind,
            _module_title().label("module_title"),
            Training.group_id,
            Training.place_id,
            Group.name.label("group"),
            number.label("number"),
            of.label("of"),
            enrolled.scalar_subquery().label("enrolled"),
            came.label("came"),
            marked.label("marked"),
        )
        .join(Training, Training.id == TrainingSession.training_id)
        .outerjoin(Group, Group.id == Training.group_id)
        .where(TrainingSession.day.between(bindparam("first"), bindparam("last")))
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )


def _module_title() -> ColumnElement[str]:
    """In the language asked for; where there is none, in the one the module was written in."""
    title = select(Text.words).where(Text.owner_id == Training.module_id, Text.key == "title", Text.position == 0)
    asked = title.where(Text.language == bindparam("language")).limit(1).scalar_subquery()
    return func.coalesce(asked, title.where(Text.from_revision.is_(None)).limit(1).scalar_subquery())


def _counted_beside() -> tuple[ScalarSelect[int], ScalarSelect[int]]:
    """Which session of its training it is, and of how many."""
    beside = aliased(TrainingSession)
    of = select(func.count(beside.id)).where(beside.training_id == TrainingSession.training_id)
    here = tuple_(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    number = of.where(tuple_(beside.day, beside.starts, beside.id) <= here)
    return number.scalar_subquery(), of.scalar_subquery()


def _counted_marks() -> tuple[ScalarSelect[int], ScalarSelect[int]]:
    """How many came, and how many are marked, of those who are still enrolled."""
    still = and_(Enrolment.training_id == TrainingSession.training_id, Enrolment.person_id == Mark.person_id)
    marked = (
        select(func.count(Mark.status))
        .join(Enrolment, still)
        .where(Mark.session_id == TrainingSession.id)
        .correlate(TrainingSession)
    )
    return marked.where(Mark.status.in_(CAME)).scalar_subquery(), marked.scalar_subquery()


@cache
def _trainers() -> Select[*tuple[Any, ...]]:
    days = TrainingSession.day.between(bindparam("first"), bindparam("last"))
    return (
        select(TrainingTrainer.training_id, Person.id, Person.name)
        .join(Person, Person.id == TrainingTrainer.person_id)
        .where(TrainingTrainer.training_id.in_(select(TrainingSession.training_id).where(days)))
        .order_by(func.lower(Person.name))
    )


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
        .where(Place.id.in_(select(Training.place_id)))
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
