"""What every table has in common: a key made on the laptop, and a mark for rows that are gone."""

from __future__ import annotations

import enum
from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from trainer_app.domain.ids import new_id

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def closed_set(kind: type[enum.StrEnum]) -> sa.Enum:
    """A closed set, kept in the file as its words and never as numbers."""
    return sa.Enum(kind, native_enum=False, length=24, values_callable=lambda cls: [item.value for item in cls])


def reference(column: str) -> sa.ForeignKey:
    """Checked when the transaction ends, so that rows may be written, undone and exchanged in any order."""
    return sa.ForeignKey(column, deferrable=True, initially="DEFERRED")


class Record(DeclarativeBase):
    metadata = sa.MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {
        UUID: sa.Uuid(),
        str: sa.Text(),
        date: sa.Date(),
        time: sa.Time(),
        datetime: sa.DateTime(),
        dict[str, Any]: sa.JSON(none_as_null=True),
        list[Any]: sa.JSON(none_as_null=True),
    }


class Kept(Record):
    """A record that the journal follows. It is never deleted: `gone` hides it, and undo brings it back."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True)
    gone: Mapped[bool] = mapped_column(default=False)

    def __init__(self, **values: Any) -> None:  # noqa: ANN401
        super().__init__(**{"id": new_id(), "gone": False} | values)


class Shipped(Kept):
    """A record that came with the program: not journalled until somebody edits it."""

    __abstract__ = True

    shipped: Mapped[bool] = mapped_column(default=False)

    def __init__(self, **values: Any) -> None:  # noqa: ANN401
        super().__init__(**{"shipped": False} | values)
