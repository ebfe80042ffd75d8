"""Codes that people read and type: the laptop's letters and a number, unique because the letters are.

Groups and trainings share one row of numbers ("RUL-014"); persons have their own ("RUL-P0001").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import Group, Person, Training
from trainer_app.services.programme import letters


def for_training_or_group(s: Session) -> str:
    return next(for_groups(s))


def for_groups(s: Session) -> Iterator[str]:
    """Codes for groups that are added together, one after the other."""
    prefix = f"{letters(s)}-"
    first = max(_last(s, Group, prefix), _last(s, Training, prefix)) + 1
    return (f"{prefix}{number:03}" for number in count(first))


def for_person(s: Session) -> str:
    return next(for_persons(s))


def for_persons(s: Session) -> Iterator[str]:
    """Codes for persons who are added together, one after the other."""
    prefix = f"{letters(s)}-P"
    first = _last(s, Person, prefix) + 1
    return (f"{prefix}{number:04}" for number in count(first))


def _last(s: Session, kind: type[Group | Person | Training], prefix: str) -> int:
    number = cast(func.substr(kind.code, len(prefix) + 1), Integer)
    wanted = select(func.max(number)).where(kind.code.startswith(prefix, autoescape=True))
    return s.scalar(wanted.execution_options(**{INCLUDE_GONE: True})) or 0
