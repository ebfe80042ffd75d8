"""Places, from country to cell. Villages are suggestions in a file of their own, not rows."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Shipped, reference


class Place(Shipped):
    """A province, district, sector or cell. The key is derived from its official code: equal on every laptop."""

    __tablename__ = "place"

    level: Mapped[str]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(index=True)
    parent_id: Mapped[UUID | None] = mapped_column(reference("place.id"), index=True)


class PlaceAlias(Shipped):
    """Another way to write a place's name, in another language or spelling."""

    __tablename__ = "place_alias"

    place_id: Mapped[UUID] = mapped_column(reference("place.id"), index=True)
    name: Mapped[str]
