"""The terms of the trade: what is called how in each language."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Record, Shipped


class Term(Shipped):
    __tablename__ = "term"

    position: Mapped[int]
    words: Mapped[dict[str, Any]]
    """Language > the approved words."""
    forbidden: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Language > words that are taken for it and mean something else."""
    topic: Mapped[str] = mapped_column(default="")
    confidence: Mapped[str] = mapped_column(default="")
    """Of the translations: high, medium or low; what is low waits for a native reader."""
    note: Mapped[str] = mapped_column(default="")


class ShippedFile(Record):
    """A file that ships with the program and was loaded: another digest at start means that a newer one ships."""

    __tablename__ = "shipped_file"

    name: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
