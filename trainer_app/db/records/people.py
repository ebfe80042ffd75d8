"""Persons and their national ids."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.people import Sex


class Person(Kept):
    __tablename__ = "person"

    code: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    family: Mapped[str] = mapped_column(default="")
    given: Mapped[str] = mapped_column(default="")
    sex: Mapped[Sex] = mapped_column(closed_set(Sex), default=Sex.UNKNOWN)
    birth_year: Mapped[int | None]
    birth_date: Mapped[date | None]
    phone: Mapped[str] = mapped_column(default="", index=True)
    occupation: Mapped[str] = mapped_column(default="")
    schooling: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    place_id: Mapped[UUID | None] = mapped_column(reference("place.id"))
    village: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    consent_on: Mapped[date | None]
    consent_way: Mapped[str] = mapped_column(default="")
    project_id: Mapped[UUID | None] = mapped_column(reference("project.id"))


class NationalId(Kept):
    """One card number that a person has had. Cards are reissued with new numbers, so it is never a key."""

    __tablename__ = "national_id"

    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    number: Mapped[str] = mapped_column(index=True)
