"""Organisations, and who holds which post in one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.organisations import Duty, OrganisationKind


class Organisation(Kept):
    __tablename__ = "organisation"

    name: Mapped[str]
    kind: Mapped[OrganisationKind] = mapped_column(closed_set(OrganisationKind))
    place_id: Mapped[UUID | None] = mapped_column(reference("place.id"))
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Post(Kept):
    """The key is derived from (person, organisation, duty, since)."""

    __tablename__ = "post"

    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(reference("organisation.id"), index=True)
    duty: Mapped[Duty] = mapped_column(closed_set(Duty))
    title: Mapped[str] = mapped_column(default="")
    since: Mapped[date | None]
    until: Mapped[date | None]
