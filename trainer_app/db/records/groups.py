"""Groups of people, who belongs to them in which role, and who was elected when."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.groups import GroupKind, Role


class Group(Kept):
    __tablename__ = "group"

    code: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    kind: Mapped[GroupKind] = mapped_column(closed_set(GroupKind))
    place_id: Mapped[UUID | None] = mapped_column(reference("place.id"))
    parent_id: Mapped[UUID | None] = mapped_column(reference("group.id"))
    formed_by_itself: Mapped[bool] = mapped_column(default=False)
    formed_on: Mapped[date | None]
    value_chain: Mapped[str] = mapped_column(default="")
    """What they live from together: maize, milk, sewing."""
    occupation: Mapped[str] = mapped_column(default="")
    """What its members do, when they all do the same: street vendors, miners."""
    note: Mapped[str] = mapped_column(default="")
    project_id: Mapped[UUID | None] = mapped_column(reference("project.id"))


class Membership(Kept):
    """The key is derived from (person, group, role, since): two laptops that record it meet in one row."""

    __tablename__ = "membership"

    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    group_id: Mapped[UUID] = mapped_column(reference("group.id"), index=True)
    role: Mapped[Role] = mapped_column(closed_set(Role), default=Role.MEMBER)
    since: Mapped[date | None]
    until: Mapped[date | None]
    election_id: Mapped[UUID | None] = mapped_column(reference("election.id"))
    """The election that gave the role."""


class Election(Kept):
    """The members chose their committee. Key: ("election", group, day)."""

    __tablename__ = "election"

    group_id: Mapped[UUID] = mapped_column(reference("group.id"), index=True)
    held_on: Mapped[date]
    mandate_until: Mapped[date | None]
    women: Mapped[int | None]
    """Women among those who voted."""
    men: Mapped[int | None]
    witness: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
