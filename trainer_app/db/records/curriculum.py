"""Modules, units and all that belongs to them; every text of theirs is one row for each language."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Shipped, closed_set, reference
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import PartKind


class Module(Shipped):
    __tablename__ = "module"

    code: Mapped[str] = mapped_column(index=True)
    folder: Mapped[str]
    source: Mapped[str]
    licence: Mapped[str]
    position: Mapped[int]
    requires: Mapped[list[Any]] = mapped_column(default=list)
    """Codes of modules that come before this one."""
    complements: Mapped[list[Any]] = mapped_column(default=list)
    """Codes of modules that go well with it."""
    topics: Mapped[list[Any]] = mapped_column(default=list)
    retired: Mapped[bool] = mapped_column(default=False)
    """No longer offered for a new training; those that were held keep it."""


class Fact(Shipped):
    """A rule of law that texts refer to by its key, with the figures it has had since when."""

    __tablename__ = "fact"

    module_id: Mapped[UUID] = mapped_column(reference("module.id"), index=True)
    key: Mapped[str]
    law: Mapped[str]
    law_words: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Language > what the law is called in it."""
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
    people_least: Mapped[int] = mapped_column(default=0)
    people_most: Mapped[int] = mapped_column(default=0)
    retired: Mapped[bool] = mapped_column(default=False)


class Step(Shipped):
    __tablename__ = "step"

    unit_id: Mapped[UUID] = mapped_column(reference("unit.id"), index=True)
    position: Mapped[int]
    minutes: Mapped[int]
    method: Mapped[str] = mapped_column(default="")
    may_skip: Mapped[bool] = mapped_column(default=False)


class Part(Shipped):
    """A reading, an exercise or a prop of a unit. `layout` holds what is not words."""

    __tablename__ = "part"

    unit_id: Mapped[UUID] = mapped_column(reference("unit.id"), index=True)
    kind: Mapped[PartKind] = mapped_column(closed_set(PartKind))
    form: Mapped[str]
    position: Mapped[int]
    layout: Mapped[dict[str, Any]] = mapped_column(default=dict)


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
    picture: Mapped[str] = mapped_column(default="")
    retired: Mapped[bool] = mapped_column(default=False)


class Text(Shipped):
    """The words of one text in one language, with the revision it has and the one it was translated from.

    `state` is a draft or reviewed; whether it is outdated besides is told by `from_words`, so that a text that has
    caught up with its source is again what it was.
    """

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
    """None in the language that the module was written in."""
    from_words: Mapped[str | None] = mapped_column(default=None)
    """The source as it was translated, kept while the source says something else."""
    declined: Mapped[list[Any] | None] = mapped_column(sa.JSON(none_as_null=True), default=None)
    """Words and state of an imported file that these were kept against, so that nobody is asked twice."""
    facts: Mapped[list[Any]] = mapped_column(default=list)

    @property
    def standing(self) -> TextState:
        """What its reader must know first."""
        return self.state if self.from_words is None else TextState.OUTDATED
