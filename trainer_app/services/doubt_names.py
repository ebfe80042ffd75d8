"""What a doubt is about, by name: sessions, people, trainings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Person, Training
from trainer_app.domain.trainings import SessionLine
from trainer_app.services import curriculum, sessions


@dataclass(frozen=True, slots=True)
class Known:
    """What keys of several kinds stand for."""

    sessions: Mapping[UUID, SessionLine]
    people: Mapping[UUID, str]
    trainings: Mapping[UUID, str]
    """`RUL-014 Cooperative governance`"""


def known(s: Session, keys: Iterable[UUID], language: str) -> Known:
    """Nobody needs to say whether a key is a session's or a person's."""
    wanted = list(dict.fromkeys(keys))
    held: dict[UUID, SessionLine] = {}
    people: dict[UUID, str] = {}
    trainings: dict[UUID, str] = {}
    for some in chunked(wanted):
        held |= sessions.lines(s, some, language)
        people |= {key: name for key, name in s.execute(select(Person.id, Person.name).where(Person.id.in_(some)))}
        trainings |= _trainings(s, some, language)
    return Known(held, people, trainings)


def _trainings(s: Session, keys: Iterable[UUID], language: str) -> dict[UUID, str]:
    columns = (Training.id, Training.code, Training.title, Training.module_id)
    rows = s.execute(select(*columns).where(Training.id.in_(list(keys)))).all()
    titles = curriculum.titles(s, {row.module_id for row in rows}, language)
    return {row.id: f"{row.code} {row.title or titles[row.module_id]}" for row in rows}
