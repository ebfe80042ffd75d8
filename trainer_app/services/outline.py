"""What a unit, a step or a module is, apart from its words: asked by the editor before it changes something."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Module, Step, Text, Unit
from trainer_app.domain.material import Method


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A unit, or a module with the codes of its units and what it stands beside."""

    code: str
    is_unit: bool
    retired: bool
    unit_codes: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepLine:
    title: str
    minutes: int
    method: Method | None
    may_skip: bool


def of(s: Session, key: UUID) -> OutlineLine:
    if (unit := s.get(Unit, key)) is not None:
        return OutlineLine(unit.code, True, unit.retired)
    row = s.get_one(Module, key)
    codes = s.scalars(select(Unit.code).where(Unit.module_id == key).order_by(Unit.position)).all()
    return OutlineLine(
        row.code, False, row.retired, tuple(codes), tuple(row.requires), tuple(row.complements), tuple(row.topics)
    )


def step(s: Session, step_id: UUID) -> StepLine:
    row = s.get_one(Step, step_id)
    title = s.scalars(select(Text.words).where(Text.owner_id == step_id, Text.from_revision.is_(None))).first()
    return StepLine(title or "", row.minutes, Method(row.method) if row.method else None, row.may_skip)


def module_codes(s: Session) -> tuple[str, ...]:
    return tuple(s.scalars(select(Module.code).order_by(Module.position)))


def keys_of(s: Session, owner_id: UUID) -> frozenset[str]:
    """Which kinds of text something has already."""
    return frozenset(s.scalars(select(Text.key).where(Text.owner_id == owner_id)))


def first_ref(s: Session, owner_id: UUID) -> str:
    """The id of the text that something is known by: its title, or its stem."""
    wanted = select(Text.ref).where(
        Text.owner_id == owner_id, Text.from_revision.is_(None), Text.key.in_(("title", "text", "stem"))
    )
    return s.scalars(wanted).one()
