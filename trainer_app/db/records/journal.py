"""The journal: every change, and every row it wrote. See `trainer_app.db.journal` for what it is for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Record


class Change(Record):
    """One gesture of a user. Append-only: triggers refuse to update or delete it.

    `clock` is a hybrid logical clock, milliseconds << 16 plus a counter. `hash` covers the change, the hash of
    the device's change before it, and the digests of its rows.
    """

    __tablename__ = "change"
    __table_args__ = (sa.Index("ix_change_of_device_of_number", "of_device", "of_number"),)

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    clock: Mapped[int] = mapped_column(sa.BigInteger, index=True)
    actor_id: Mapped[UUID | None]
    label: Mapped[str]
    label_values: Mapped[dict[str, Any]]
    undoable: Mapped[bool] = mapped_column(default=True)
    of_device: Mapped[UUID | None]
    of_number: Mapped[int | None]
    """The change that this one undoes or does again; empty for a fresh gesture."""
    forward: Mapped[bool] = mapped_column(default=True)
    """False when this change undoes the one it is of."""
    previous_hash: Mapped[bytes]
    hash: Mapped[bytes]


class ChangeRow(Record):
    """What a change wrote to one row. The three payloads can be erased by law; the digest keeps the chain whole."""

    __tablename__ = "change_row"
    __table_args__ = (
        sa.ForeignKeyConstraint(["device_id", "number"], ["change.device_id", "change.number"]),
        sa.Index("ix_change_row_row_key", "row_key"),
    )

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    table_name: Mapped[str]
    row_key: Mapped[UUID]
    before: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    """Changed columns as they were; empty for a new row."""
    after: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    replaced: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    """Column > [device, number] of the change whose value this one replaced."""
    digest: Mapped[bytes]
