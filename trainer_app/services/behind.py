"""What stands behind a number: the people, the trainings or the groups that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, chunked
from trainer_app.db.records import Group, Mark, Person, Training, TrainingSession
from trainer_app.domain.age_bands import AgeBand
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.indicators import Asked, Counted, Measure
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended
from trainer_app.domain.trainings import TrainingKind
from trainer_app.services import attended, curriculum
from trainer_app.services.rules import rule

Ts = TypeVarTuple("Ts")
BY_ATTENDANCE = frozenset({Measure.PEOPLE_REACHED, Measure.PEOPLE_TRAINED, Measure.ATTENDANCE})
"""Measures that count somebody for the days on which they came."""


@dataclass(frozen=True, slots=True)
class PersonBehind:
    person_id: UUID
    code: str
    name: str
    sex: Sex
    age: AgeBand
    district: str
    group: str
    trainings: tuple[str, ...]
    """Codes, in the order in which the person came to them."""
    days: tuple[date, ...]
    """On which the person came; of a test or a certificate, its day."""
    counts: bool
    """Whether the person is in the numerator, in at least one entry."""
    times: int
    """How often the person is counted."""


@dataclass(frozen=True, slots=True)
class TrainingBehind:
    training_id: UUID
    code: str
    title: str
    kind: TrainingKind
    module: str
    group: str
    district: str
    days: tuple[date, ...]
    times: int


@dataclass(frozen=True, slots=True)
class GroupBehind:
    group_id: UUID
    code: str
    name: str
    kind: GroupKind
    district: str
    day: date | None
    """On which somebody of it first came."""


def people_behind(
    s: Session, counted: Iterable[Counted], measure: Measure | None = None, asked: Asked | None = None
) -> tuple[PersonBehind, ...]:
    """Each person once, by name, with what made them count; days outside of what was asked are left out.

    A person who was taken out since the report was frozen is still named.
    """
    of_person = _by(counted, "person_id")
    names = _named(s, Person, of_person)
    codes = _named(s, Training, {one.training_id for some in of_person.values() for one in some})
    groups = _named(s, Group, {one.group_id for some in of_person.values() for one in some})
    came = _days(s, of_person, asked) if measure is None or measure in BY_ATTENDANCE else {}
    found = []
    for person, some in of_person.items():
        code, name = names.get(person, ("", ""))
        first = next((one for one in some if one.counts), some[0])
        trainings = list(dict.fromkeys(one.training_id for one in some if one.training_id is not None))
        days = {day for training in trainings for day in came.get((person, training), ())}
        days = days or {one.day for one in some if one.day is not None}
        found.append(
            PersonBehind(
                person_id=person,
                code=code,
                name=name,
                sex=first.sex,
                age=first.age,
                district=first.district,
                group=groups.get(first.group_id, ("", ""))[1] if first.group_id else "",
                trainings=tuple(codes[key][0] for key in trainings if key in codes),
                days=tuple(sorted(days)),
                counts=any(one.counts for one in some),
                times=sum(one.times for one in some if one.counts),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.code)))


def trainings_behind(s: Session, counted: Iterable[Counted], language: str) -> tuple[TrainingBehind, ...]:
    """Each training once, in the order of its days."""
    of_training = _by(counted, "training_id")
    groups = _named(s, Group, {one.group_id for some in of_training.values() for one in some})
    rows = [
        row
        for part in chunked(list(of_training))
        for row in s.scalars(_with_gone(select(Training).where(Training.id.in_(part))))
    ]
    titles = curriculum.titles(s, [row.module_id for row in rows], language)
    found = []
    for row in rows:
        some = of_training[row.id]
        group = some[0].group_id
        days = sorted({one.day for one in some if one.day is not None})
        found.append(
            TrainingBehind(
                training_id=row.id,
                code=row.code,
                title=row.title or titles[row.module_id],
                kind=row.kind,
                module=some[0].module,
                group=groups.get(group, ("", ""))[1] if group else "",
                district=some[0].district,
                days=tuple(days),
                times=sum(one.times for one in some if one.counts),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.days, one.code)))


def groups_behind(s: Session, counted: Iterable[Counted]) -> tuple[GroupBehind, ...]:
    """Each group once, by district and name."""
    of_group = _by(counted, "group_id")
    found = []
    for part in chunked(list(of_group)):
        for row in s.scalars(_with_gone(select(Group).where(Group.id.in_(part)))):
            first = of_group[row.id][0]
            found.append(GroupBehind(row.id, row.code, row.name, row.kind, first.district, first.day))
    return tuple(sorted(found, key=lambda one: (not one.district, one.district, one.name.casefold(), one.code)))


def _by(counted: Iterable[Counted], name: str) -> dict[UUID, list[Counted]]:
    found: dict[UUID, list[Counted]] = defaultdict(list)
    for one in counted:
        if (key := getattr(one, name)) is not None:
            found[key].append(one)
    return found


def _named(
    s: Session, kind: type[Person] | type[Training] | type[Group], keys: Iterable[UUID | None]
) -> dict[UUID, tuple[str, str]]:
    """Key > code and name."""
    wanted = [key for key in keys if key is not None]
    name = Training.title if kind is Training else kind.name  # type: ignore[union-attr]
    found: dict[UUID, tuple[str, str]] = {}
    for part in chunked(wanted):
        rows = s.execute(_with_gone(select(kind.id, kind.code, name).where(kind.id.in_(part))))
        found |= {key: (code, words) for key, code, words in rows}
    return found


def _days(s: Session, people: Iterable[UUID], asked: Asked | None) -> dict[tuple[UUID, UUID], list[date]]:
    """Person and training > the days on which the person came."""
    wanted = attended.of_register(
        select(Mark.person_id, TrainingSession.training_id, TrainingSession.day).select_from(Mark)
    ).where(attended.came(rule(s, Attended)))
    if asked is not None:
        wanted = wanted.where(TrainingSession.day.between(asked.first, asked.last))
    found: dict[tuple[UUID, UUID], list[date]] = defaultdict(list)
    for part in chunked(list(people)):
        for person, training, day in s.execute(wanted.where(Mark.person_id.in_(part))):
            found[person, training].append(day)
    return found


def _with_gone(wanted: Select[*Ts]) -> Select[*Ts]:
    return wanted.execution_options(**{INCLUDE_GONE: True})
