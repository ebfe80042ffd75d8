"""Who changed a mark is told of all that was ever said of the person, under whatever entry."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.i18n import label
from trainer_app.services import attendance, enrolments, mark_history, merging

TODAY = FIRST_DAY + timedelta(days=20)
P, A, L = Status.PRESENT, Status.ABSENT, Status.LATE


def said(db: Database, training: ATraining, person: UUID) -> list[tuple[Status | None, Status | None]]:
    """What was told before and after, the earliest first."""
    with db.reading() as s:
        found = mark_history.changes(s, training.sessions[0], person)
    return [(change.before.status, change.after.status) for change in reversed(found)]


def mark(db: Database, training: ATraining, person: UUID, *statuses: Status) -> None:
    for status in statuses:
        with db.changing(label("Mark")) as s:
            attendance.mark(s, training.sessions[0], person, status, TODAY)


def merge(db: Database, kept: UUID, other: UUID) -> UUID:
    with db.changing(label("Merge")) as s:
        return merging.merge(s, kept, other, TODAY)


def entries(db: Database, training: ATraining, count: int) -> list[UUID]:
    persons = [a_person(db, f"UWIMANA {name}") for name in ("Marie", "M. Claire", "Claire")[:count]]
    with db.changing(label("Enrol")) as s:
        enrolments.enrol_all(s, training.id, persons)
    return persons


def test_the_past_of_a_mark_is_told_after_a_merge_with_its_days(db: Database) -> None:
    training = a_training(db, people=0, days=1)
    kept, other = entries(db, training, 2)
    mark(db, training, other, A, P)
    with db.reading() as s:
        before = mark_history.changes(s, training.sessions[0], other)
    merge(db, kept, other)
    with db.reading() as s:
        assert mark_history.changes(s, training.sessions[0], kept) == before
    mark(db, training, kept, L)
    assert said(db, training, kept) == [(None, A), (A, P), (P, L)]
    db.undo()
    assert said(db, training, kept) == [(None, A), (A, P), (P, L), (L, P)]


def test_of_two_marks_both_are_told_and_which_one_stayed(db: Database) -> None:
    training = a_training(db, people=0, days=1)
    kept, other = entries(db, training, 2)
    mark(db, training, kept, A)
    mark(db, training, other, P)
    merge(db, kept, other)
    assert said(db, training, kept) == [(None, A), (None, P), (P, A)]


def test_a_mark_that_went_through_two_merges_keeps_its_past(db: Database) -> None:
    training = a_training(db, people=0, days=1)
    first, second, third = entries(db, training, 3)
    mark(db, training, third, A, P)
    merge(db, second, third)
    mark(db, training, second, L)
    merge(db, first, second)
    assert said(db, training, first) == [(None, A), (A, P), (P, L)]


def test_apart_again_and_together_again_the_past_is_the_same(db: Database) -> None:
    training = a_training(db, people=0, days=1)
    kept, other = entries(db, training, 2)
    mark(db, training, other, A, P)
    pair = merge(db, kept, other)
    mark(db, training, kept, L)
    with db.changing(label("Apart")) as s:
        merging.unmerge(s, pair, TODAY)
    merge(db, kept, other)
    assert said(db, training, kept) == [(None, A), (A, P), (P, L)]
