"""The names behind the numbers of a report, for who may read them: asked for when a report leaves the office."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, chunked
from trainer_app.db.records import Group, Person, Training
from trainer_app.domain.evidence import Named, Someone, Something
from trainer_app.domain.indicators import IndicatorReport
from trainer_app.services import curriculum, people


def named(s: Session, report: IndicatorReport, language: str, cards: bool = False) -> Named:
    """Everybody and everything that the report counted, also what was taken away since.

    Numbers of identity cards are read only where they are asked for.
    """
    counted = [one for line in report.lines for one in line.counted]
    return Named(
        _people(s, {one.person_id for one in counted if one.person_id}, cards),
        _trainings(s, {one.training_id for one in counted if one.training_id}, language),
        _groups(s, {one.group_id for one in counted if one.group_id}),
    )


def _people(s: Session, keys: Iterable[UUID], cards: bool) -> dict[UUID, Someone]:
    found: dict[UUID, Someone] = {}
    for some in chunked(list(keys)):
        numbers = people.card_numbers(s, some) if cards else {}
        wanted = select(Person.id, Person.code, Person.name, Person.phone).where(Person.id.in_(some))
        for key, code, name, phone in s.execute(wanted.execution_options(**{INCLUDE_GONE: True})):
            found[key] = Someone(code, name, phone, numbers.get(key, ""))
    return found


def _trainings(s: Session, keys: Iterable[UUID], language: str) -> dict[UUID, Something]:
    rows = [
        row
        for some in chunked(list(keys))
        for row in s.execute(
            select(Training.id, Training.code, Training.title, Training.module_id)
            .where(Training.id.in_(some))
            .execution_options(**{INCLUDE_GONE: True})
        )
    ]
    titles = curriculum.titles(s, [row.module_id for row in rows], language)
    return {row.id: Something(row.code, row.title or titles[row.module_id]) for row in rows}


def _groups(s: Session, keys: Iterable[UUID]) -> dict[UUID, Something]:
    return {
        key: Something(code, name)
        for some in chunked(list(keys))
        for key, code, name in s.execute(
            select(Group.id, Group.code, Group.name).where(Group.id.in_(some)).execution_options(**{INCLUDE_GONE: True})
        )
    }
