"""People whom a test found: what somebody wants to do about them becomes a task for each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Task
from trainer_app.domain.follow_up import TaskKind, TaskState
from trainer_app.domain.text import tidy
from trainer_app.services import follow_up


def add(s: Session, title: str, due: date, people: Iterable[UUID]) -> int:
    """The same task for each of these people, but for those who have it open already; how many were written down."""
    wanted = list(people)
    rows = s.scalars(
        select(Task.person_id).where(
            Task.kind == TaskKind.OWN,
            Task.state != TaskState.DONE,
            Task.title == tidy(title),
            Task.person_id.in_(wanted),
        )
    )
    have = set(rows)
    new = [person for person in wanted if person not in have]
    for person in new:
        follow_up.add(s, title, due, person_id=person)
    return len(new)
