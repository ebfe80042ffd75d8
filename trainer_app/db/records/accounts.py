"""Who uses the program, on which installation, for which programme and project."""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set


class UserRole(enum.StrEnum):
    ADMINISTRATOR = "administrator"
    DATA_OFFICER = "data_officer"
    COORDINATOR = "coordinator"
    TRAINER = "trainer"
    EDITOR = "curriculum_editor"
    READER = "reader"


class Programme(Kept):
    __tablename__ = "programme"

    name: Mapped[str]


class User(Kept):
    __tablename__ = "user"

    name: Mapped[str]
    role: Mapped[UserRole] = mapped_column(closed_set(UserRole))
    language: Mapped[str] = mapped_column(default="en")
    active: Mapped[bool] = mapped_column(default=True)


class Device(Kept):
    """An installation. Its letters begin every code made on it ("RUL-014"), so codes never meet."""

    __tablename__ = "device"

    letters: Mapped[str]
    name: Mapped[str]


class Project(Kept):
    """What work is done for. The sample project is never counted or exchanged as real."""

    __tablename__ = "project"

    name: Mapped[str]
    organiser: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None]
    is_sample: Mapped[bool] = mapped_column(default=False)
