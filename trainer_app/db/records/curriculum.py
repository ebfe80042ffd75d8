"""Modules, units, handouts and test items; every text of theirs is one row for each language."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Shipped, closed_set, reference
from trainer_app.domain.curriculum import TextState


class Module(Shipped):
    __tablename__ = "module"

    code: Mapped[str] = mapped_column(index=True)
    folder: Mapped[str]
    source: Mapped[str]
    licence: Mapped[str]
    position: Mapped[int]
    digest: Mapped[str] = mapped_column(default="")
    """Of the pack it was loaded from: another digest at start means that a newer pack is shipped."""


class Fact(Shipped):
    """A rule of law that texts refer to by its key, with the figures it has had since when."""

    __tablename__ = "fact"

    module_id: Mapped[UUID] = mapped_column(reference("module.id"), index=True)
    key: Mapped[str]
    law: Mapped[str]
    source: Mapped[str]
    as_known_on: Mapped[date]
    sure: Mapped[bool]
    figures: Mapped[list[Any]]


class Unit(Shipped):
    __tablename__ = "unit"

    module_id: Mapped[UUID] = mapped_column(reference("module.id"), index=True)
    code: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    minutes: Mapped[int]


class Step(Shipped):
    __tablename__ = "step"

    unit_id: Mapped[UUID] = mapped_column(reference("unit.id"), index=True)
    position: Mapped[int]
    minutes: Mapped[int]


class Handout(Shipped):
    __tablename__ = "handout"

    unit_id: Mapped[UUID] = mapped_column(reference("unit.id"), index=True)
    code: Mapped[str] = mapped_column(index=True)
    picture: Mapped[str]


class TestItem(Shipped):
    __tablename__ = "test_item"

    module_id: Mapped[UUID] = mapped_column(reference("module.id"), index=True)
    unit_code: Mapped[str]
    form: Mapped[str] = mapped_column(default="A")
    number: Mapped[int]
    answer: Mapped[str]


class Text(Shipped):
    """The words of one text in one language, with the revision it has and the one it was translated from."""

    __tablename__ = "text"
    __table_args__ = (sa.Index("ix_text_owner_id_language", "owner_id", "language"),)

    owner_id: Mapped[UUID]
    key: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    ref: Mapped[str] = mapped_column(index=True)
    language: Mapped[str]
    words: Mapped[str]
    state: Mapped[TextState] = mapped_column(closed_set(TextState))
    revision: Mapped[int] = mapped_column(default=1)
    from_revision: Mapped[int | None]
    facts: Mapped[list[Any]] = mapped_column(default=list)
