"""Trainings, their sessions, who is enrolled, and who came."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.attendance import Status
from trainer_app.domain.trainings import TrainingKind


class Training(Kept):
    __tablename__ = "training"

    code: Mapped[str] = mapped_column(index=True)
    kind: Mapped[TrainingKind] = mapped_column(closed_set(TrainingKind))
    title: Mapped[str] = mapped_column(default="")
    """Only when it has no module: otherwise the module's title, in the language asked for."""
    module_id: Mapped[UUID | None] = mapped_column(reference("module.id"))
    group_id: Mapped[UUID | None] = mapped_column(reference("group.id"), index=True)
    project_id: Mapped[UUID | None] = mapped_column(reference("project.id"))
    place_id: Mapped[UUID | None] = mapped_column(reference("place.id"))
    venue: Mapped[str] = mapped_column(default="")
    maximum: Mapped[float] = mapped_column(default=10.0)
    """Points that the pre- and post-test can give."""


class TrainingUnit(Kept):
    """A unit that the training covers, when it does not cover its whole module."""

    __tablename__ = "training_unit"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(reference("unit.id"))


class TrainingTrainer(Kept):
    """A person who leads the training: listed, never counted as a participant."""

    __tablename__ = "training_trainer"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"))


class TrainingSession(Kept):
    """One sitting together: a day of the training, or half of one."""

    __tablename__ = "training_session"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    day: Mapped[date] = mapped_column(index=True)
    planned_day: Mapped[date]
    """The day it was first planned for; a later `day` means that the session was moved."""
    starts: Mapped[time]
    ends: Mapped[time]
    venue: Mapped[str] = mapped_column(default="")


class SessionNote(Kept):
    __tablename__ = "session_note"

    session_id: Mapped[UUID] = mapped_column(reference("training_session.id"), index=True)
    worked: Mapped[str] = mapped_column(default="")
    problems: Mapped[str] = mapped_column(default="")
    questions: Mapped[str] = mapped_column(default="")
    next_time: Mapped[str] = mapped_column(default="")


class Enrolment(Kept):
    """`number` is the No of the register: given once, never used again, the same on paper and screen."""

    __tablename__ = "enrolment"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    number: Mapped[int]


class Mark(Kept):
    """The key is derived from (session, person): a correction is a new change of the same row."""

    __tablename__ = "mark"

    session_id: Mapped[UUID] = mapped_column(reference("training_session.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    status: Mapped[Status | None] = mapped_column(closed_set(Status))
    minutes: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="typed")
    edited_late: Mapped[bool] = mapped_column(default=False)
