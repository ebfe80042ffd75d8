"""What is to be printed later, at an office that has a printer. Papers are made when they leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import PrintWish
from trainer_app.domain.print_queue import Wish


def waiting(s: Session) -> tuple[Wish, ...]:
    """In the order in which they were asked for."""
    rows = s.scalars(select(PrintWish).where(PrintWish.done_on.is_(None)).order_by(PrintWish.id))
    return tuple(Wish(row.id, row.title, dict(row.asked), row.asked_on) for row in rows)


def count(s: Session) -> int:
    return s.scalar(select(func.count(PrintWish.id)).where(PrintWish.done_on.is_(None))) or 0


def add(s: Session, title: str, asked: Mapping[str, Any], today: date) -> UUID:
    row = PrintWish(title=title, asked=dict(asked), asked_on=today)
    s.add(row)
    return row.id


def done(s: Session, wishes: Iterable[UUID], today: date) -> None:
    """They were printed or saved: they leave the list."""
    for key in wishes:
        s.get_one(PrintWish, key).done_on = today


def remove(s: Session, wishes: Iterable[UUID]) -> None:
    """Nobody wants them any more."""
    for key in wishes:
        take_away(s.get_one(PrintWish, key))
