"""Trainings, their sessions, who is enrolled, who waits for a place, and who came."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.attendance import Status
from trainer_app.domain.trainings import SessionDeed, TrainingKind


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
    places: Mapped[int | None]
    """How many can take part; empty when nobody counts."""


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
    topic: Mapped[str] = mapped_column(default="")
    """What this session is about, when its number does not say it."""
    cut: Mapped[bool] = mapped_column(default=False)
    """It will not be held. It stays in the plan with its reason (`SessionEvent`), and nobody is expected in it."""
    uid: Mapped[str] = mapped_column(default="", index=True)
    """The UID of the calendar it came from; empty for our own, which leave as <id>@trainer-app."""
    list_signed: Mapped[bool | None]
    """Whether the paper list with the signatures came back; empty while nobody said."""


class SessionEvent(Kept):
    """A session was moved, cut, restored, or kept in spite of a clash, and why.

    `before` and `after` hold day, hours and venue as JSON writes them; of a kept clash, `after` says with what.
    """

    __tablename__ = "session_event"

    session_id: Mapped[UUID] = mapped_column(reference("training_session.id"), index=True)
    deed: Mapped[SessionDeed] = mapped_column(closed_set(SessionDeed))
    on_day: Mapped[date]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    reason: Mapped[str] = mapped_column(default="")


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
    left_on: Mapped[date | None]
    """Who left or was replaced stays on the register; from this day on nobody expects them."""
    left_reason: Mapped[str] = mapped_column(default="")
    replaces_id: Mapped[UUID | None] = mapped_column(reference("enrolment.id"))
    outsider: Mapped[bool] = mapped_column(default=False)
    """From a group outside the project: counted apart."""


class WaitingPlace(Kept):
    """A person who wants to take part and has no place yet. Key: ("waiting", training, person)."""

    __tablename__ = "waiting_place"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    asked_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")


class Replacement(Kept):
    """Who left, who came instead, why, and the ranked list that the committee had before it.

    Key: ("replacement", the enrolment that was left). `came_id` is empty when nobody could be found.
    """

    __tablename__ = "replacement"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    left_id: Mapped[UUID] = mapped_column(reference("enrolment.id"))
    came_id: Mapped[UUID | None] = mapped_column(reference("enrolment.id"))
    decided_on: Mapped[date]
    reason: Mapped[str]
    ranked: Mapped[list[Any]]
    """The waiting list as it was ranked: one object a person, with the criteria and their values."""


class Invitation(Kept):
    """That a person was told of a training, and what they answered. Key: ("invitation", training, person)."""

    __tablename__ = "invitation"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    told_on: Mapped[date]
    comes: Mapped[bool | None]
    note: Mapped[str] = mapped_column(default="")


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
    reason: Mapped[str] = mapped_column(default="")
    """Why it was corrected after the fact."""


class HeadCount(Kept):
    """How many came whose names nobody has. Kept apart from named people in every figure. Key: ("heads", session)."""

    __tablename__ = "head_count"

    session_id: Mapped[UUID] = mapped_column(reference("training_session.id"), index=True)
    women: Mapped[int] = mapped_column(default=0)
    men: Mapped[int] = mapped_column(default=0)
    unknown: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")
