"""What a unit, a step or a module is, apart from its words: asked by the editor before it changes something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Handout, Module, Part, Step, TestItem, Text, Unit
from trainer_app.domain.material import Method


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A unit, or a module with the codes of its units and what it stands beside."""

    code: str
    is_unit: bool
    retired: bool
    source: str
    """The language it is written in."""
    is_own: bool = False
    """Made on this laptop or another, and not shipped."""
    people: tuple[int, int] = (0, 0)
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
        source = s.get_one(Module, unit.module_id).source
        people = unit.people_least, unit.people_most
        return OutlineLine(unit.code, True, unit.retired, source, not unit.shipped, people)
    row = s.get_one(Module, key)
    codes = s.scalars(select(Unit.code).where(Unit.module_id == key).order_by(Unit.position)).all()
    return OutlineLine(
        row.code,
        False,
        row.retired,
        row.source,
        not row.shipped,
        (0, 0),
        tuple(codes),
        tuple(row.requires),
        tuple(row.complements),
        tuple(row.topics),
    )


@dataclass(frozen=True, slots=True)
class ItemOutline:
    """The right answer of a question, and whether it is still asked."""

    answer: str
    retired: bool


def item(s: Session, item_id: UUID) -> ItemOutline:
    row = s.get_one(TestItem, item_id)
    return ItemOutline(row.answer, row.retired)


def size(s: Session, part_id: UUID) -> dict[str, Any]:
    """What an exercise or a prop is as large as: its `lines`, its `rows` or its `amounts`; empty for all others."""
    layout = s.get_one(Part, part_id).layout
    return {name: layout[name] for name in ("lines", "rows", "amounts") if name in layout}


def step(s: Session, step_id: UUID) -> StepLine:
    row = s.get_one(Step, step_id)
    title = s.scalars(select(Text.words).where(Text.owner_id == step_id, Text.from_revision.is_(None))).first()
    return StepLine(title or "", row.minutes, Method(row.method) if row.method else None, row.may_skip)


def empty_handout(s: Session, unit_id: UUID) -> UUID | None:
    """The page of a unit that has no words yet; None when it has some."""
    key = s.scalars(select(Handout.id).where(Handout.unit_id == unit_id)).first()
    return None if key is None or keys_of(s, key) else key


def picture_of(s: Session, owner_id: UUID, position: int = 0) -> str:
    """Of a handout, a test item, or the card of a prop at `position`."""
    row = s.get(Handout, owner_id) or s.get(TestItem, owner_id)
    if row is not None:
        return row.picture
    pictures = s.get_one(Part, owner_id).layout.get("pictures", [])
    return pictures[position] if position < len(pictures) else ""


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
