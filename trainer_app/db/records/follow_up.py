"""Calls, visits, flags and spot checks: what is done about those who stayed away, and about doubtful lists."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.follow_up import CallOutcome, TaskKind, TaskState, VisitOutcome
from trainer_app.domain.integrity import CheckOutcome, FlagKind, FlagVerdict


class Task(Kept):
    """Something that waits. What a rule finds gets its row when somebody acts on it.

    Key of those: ("task", kind, training or group, person, since), so that two laptops meet in one.
    """

    __tablename__ = "task"

    kind: Mapped[TaskKind] = mapped_column(closed_set(TaskKind))
    state: Mapped[TaskState] = mapped_column(closed_set(TaskState), default=TaskState.OPEN)
    person_id: Mapped[UUID | None] = mapped_column(reference("person.id"), index=True)
    group_id: Mapped[UUID | None] = mapped_column(reference("group.id"), index=True)
    training_id: Mapped[UUID | None] = mapped_column(reference("training.id"), index=True)
    owner_id: Mapped[UUID | None] = mapped_column(reference("user.id"))
    title: Mapped[str] = mapped_column(default="")
    """Only of a task that somebody wrote; the others are worded from what they are about."""
    since: Mapped[date | None]
    """From when on: the first absence, the day of the training that a visit follows."""
    due: Mapped[date]
    snoozed_until: Mapped[date | None]
    done_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(default="")


class Call(Kept):
    """One call and what was said."""

    __tablename__ = "call"

    task_id: Mapped[UUID | None] = mapped_column(reference("task.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    called_on: Mapped[date]
    outcome: Mapped[CallOutcome] = mapped_column(closed_set(CallOutcome))
    words: Mapped[str] = mapped_column(default="")


class Visit(Kept):
    """A visit to a group after its training. Key of those made from a training: ("visit", training, group, days)."""

    __tablename__ = "visit"

    group_id: Mapped[UUID] = mapped_column(reference("group.id"), index=True)
    training_id: Mapped[UUID | None] = mapped_column(reference("training.id"), index=True)
    visitor_id: Mapped[UUID | None] = mapped_column(reference("person.id"))
    days: Mapped[int | None]
    """After the last day of the training: 30, 60, 90."""
    planned_on: Mapped[date]
    done_on: Mapped[date | None]
    outcome: Mapped[VisitOutcome | None] = mapped_column(closed_set(VisitOutcome))
    note: Mapped[str] = mapped_column(default="")


class FlagAnswer(Kept):
    """What a coordinator found about a flag. Key: ("flag", kind, what it is about)."""

    __tablename__ = "flag_answer"

    kind: Mapped[FlagKind] = mapped_column(closed_set(FlagKind))
    about: Mapped[str] = mapped_column(index=True)
    answered_on: Mapped[date]
    verdict: Mapped[FlagVerdict] = mapped_column(closed_set(FlagVerdict))
    words: Mapped[str] = mapped_column(default="")


class SpotCheck(Kept):
    """People drawn at random to be called back. The seed draws the same ones from the same marks again."""

    __tablename__ = "spot_check"

    drawn_on: Mapped[date]
    seed: Mapped[int]
    first_day: Mapped[date]
    last_day: Mapped[date]
    training_id: Mapped[UUID | None] = mapped_column(reference("training.id"))
    note: Mapped[str] = mapped_column(default="")


class SpotCheckLine(Kept):
    """One person to ask about one day. Key: ("spot-check", check, session, person)."""

    __tablename__ = "spot_check_line"

    check_id: Mapped[UUID] = mapped_column(reference("spot_check.id"), index=True)
    session_id: Mapped[UUID] = mapped_column(reference("training_session.id"))
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    position: Mapped[int]
    outcome: Mapped[CheckOutcome | None] = mapped_column(closed_set(CheckOutcome))
    called_on: Mapped[date | None]
    words: Mapped[str] = mapped_column(default="")
