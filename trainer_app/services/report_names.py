"""How the people, trainings and groups behind a number are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from trainer_app.db.records import Group, Person, Training
from trainer_app.domain.indicators import Counted
from trainer_app.domain.trainings import SessionLine
from trainer_app.services import curriculum, sessions

AT_ONCE = 5_000
"""Keys in one question: SQLite takes no more than 32,766."""


@dataclass(frozen=True, slots=True)
class Names:
    people: Mapping[UUID, str]
    trainings: Mapping[UUID, str]
    """`RUL-014 Cooperative governance`"""
    groups: Mapping[UUID, str]


def names(s: Session, counted: Iterable[Counted], language: str) -> Names:
    """Those who were removed since have none."""
    found = list(counted)
    people = {one.person_id for one in found if one.person_id is not None}
    groups = {one.group_id for one in found if one.group_id is not None}
    trainings = {one.training_id for one in found if one.training_id is not None}
    return Names(
        _named(s, Person.id, Person.name, people),
        _trainings(s, trainings, language),
        _named(s, Group.id, Group.name, groups),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What keys of several kinds stand for."""

    sessions: Mapping[UUID, SessionLine]
    people: Mapping[UUID, str]
    trainings: Mapping[UUID, str]


def of_keys(s: Session, keys: Iterable[UUID], language: str) -> Known:
    """Of what a doubt is about: nobody needs to say whether a key is a session's or a person's."""
    wanted = set(keys)
    return Known(
        {key: line for some in _some(wanted) for key, line in sessions.lines(s, some, language).items()},
        _named(s, Person.id, Person.name, wanted),
        _trainings(s, wanted, language),
    )


def _named(
    s: Session, key: InstrumentedAttribute[UUID], name: InstrumentedAttribute[str], keys: set[UUID]
) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for some in _some(keys):
        found |= {one: words for one, words in s.execute(select(key, name).where(key.in_(some)))}
    return found


def _trainings(s: Session, keys: set[UUID], language: str) -> dict[UUID, str]:
    columns = (Training.id, Training.code, Training.title, Training.module_id)
    rows = [row for some in _some(keys) for row in s.execute(select(*columns).where(Training.id.in_(some)))]
    titles = curriculum.titles(s, {row.module_id for row in rows}, language)
    return {row.id: f"{row.code} {row.title or titles.get(row.module_id, '')}".strip() for row in rows}


def _some(keys: set[UUID]) -> Iterable[list[UUID]]:
    listed = list(keys)
    return (listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE))
