"""Persons: their national ids, what they agreed to, what they can train, and which of them are the same person."""

from __future__ import annotations

import enum
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.consent import ConsentWay
from trainer_app.domain.people import Sex
from trainer_app.domain.trainers import Tier


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
    project_id: Mapped[UUID | None] = mapped_column(reference("project.id"))


class NationalId(Kept):
    """One card number that a person has had. Cards are reissued with new numbers, so it is never a key."""

    __tablename__ = "national_id"

    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    number: Mapped[str] = mapped_column(index=True)
    noted_on: Mapped[date | None]
    """When somebody read it off a card; the card of the latest day is shown."""


class Consent(Kept):
    """One time that a person agreed to what is kept about them, and whether they took it back."""

    __tablename__ = "consent"

    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    given_on: Mapped[date]
    way: Mapped[ConsentWay] = mapped_column(closed_set(ConsentWay))
    language: Mapped[str]
    """In which language the text was read to them."""
    text_version: Mapped[str]
    withdrawn_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class TrainerProfile(Kept):
    """That a person trains others. Key: ("trainer", person)."""

    __tablename__ = "trainer_profile"

    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    tier: Mapped[Tier] = mapped_column(closed_set(Tier))
    modules: Mapped[list[Any]]
    """Codes of the modules that they can teach."""
    languages: Mapped[list[Any]]
    since: Mapped[date | None]
    until: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class PairVerdict(enum.StrEnum):
    DIFFERENT = "different"
    MERGED = "merged"


class PersonPair(Kept):
    """What somebody decided about two entries that look like one person. Key: ("person-pair", both keys in order).

    `moves` lists the rows that a merge rewrote, enough to take it apart months later.
    """

    __tablename__ = "person_pair"

    first_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    second_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    verdict: Mapped[PairVerdict] = mapped_column(closed_set(PairVerdict))
    decided_on: Mapped[date]
    kept_id: Mapped[UUID | None] = mapped_column(reference("person.id"))
    moves: Mapped[list[Any] | None]
