"""Groups of people, and who belongs to them in which role."""

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
    project_id: Mapped[UUID | None] = mapped_column(reference("project.id"))


class Membership(Kept):
    """The key is derived from (person, group, role, since): two laptops that record it meet in one row."""

    __tablename__ = "membership"

    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    group_id: Mapped[UUID] = mapped_column(reference("group.id"), index=True)
    role: Mapped[Role] = mapped_column(closed_set(Role), default=Role.MEMBER)
    since: Mapped[date | None]
    until: Mapped[date | None]
