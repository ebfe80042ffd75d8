"""Taking in a module that is here already: what is new, what changed, and what both sides changed.

Each text is looked at three ways: as it is here, as it is in the file, and as both came from. Whatever only one side
changed is that side's; where both did, somebody has to choose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import TextPlace

T = TypeVar("T", bound=Hashable)


class Kind(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    KEPT = "kept"
    """Changed here and not in the file: it stays as it is here."""
    CONFLICT = "conflict"
    REMOVED = "removed"
    """No longer in the file, which it once came with."""


class Take(StrEnum):
    THEIRS = "theirs"
    MINE = "mine"


def verdict(base: object, mine: object, theirs: object) -> Kind | None:
    """`None` stands for what is not there. No verdict where there is nothing to do."""
    if mine == theirs:
        return None
    if theirs is None:
        return Kind.REMOVED if base is not None else None  # what was made here is only here
    if mine is None and base is None:
        return Kind.NEW
    if mine == base:
        return Kind.CHANGED
    return Kind.KEPT if theirs == base else Kind.CONFLICT


def merged(mine: Sequence[T], theirs: Sequence[T], reordered_here: bool) -> list[T]:
    """One order of two: the file's, unless it was changed here; what one side does not know stays behind what it
    stood behind on the other."""
    first, second = (mine, theirs) if reordered_here else (theirs, mine)
    found = list(first)
    known = set(first)
    for place, one in enumerate(second):
        if one not in known:
            before = next((other for other in reversed(second[:place]) if other in known), None)
            found.insert(found.index(before) + 1 if before is not None else 0, one)
            known.add(one)
    return found


def moved(mine: Sequence[T], after: Sequence[T]) -> frozenset[T]:
    """Those that no longer stand behind the same one of what was there before."""
    kept = [one for one in after if one in set(mine)]
    stays = [one for one in mine if one in set(kept)]
    return frozenset(one for one, other in zip(kept, stays, strict=True) if one != other)


@dataclass(frozen=True, slots=True)
class TextDifference:
    """One text in one language. What is not there is None."""

    ref: str
    language: str
    unit_code: str
    place: TextPlace
    kind: Kind
    base: str | None
    mine: str | None
    theirs: str | None
    my_state: TextState
    their_state: TextState

    @property
    def key(self) -> Key:
        return self.ref, self.language


@dataclass(frozen=True, slots=True)
class FieldDifference:
    name: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A unit, a step, a part, a test item, a fact, or the module itself, apart from its words."""

    id: UUID
    what: str
    unit_code: str
    title: str
    kind: Kind
    fields: tuple[FieldDifference, ...] = ()
    """Those that the verdict is about; none of what is new or was taken out."""

    @property
    def key(self) -> Key:
        return str(self.id), ""


Key = tuple[str, str]
"""Of a difference: the id of a text and its language, or the key of a row."""
Choices = Mapping[Key, Take]
Difference = RowDifference | TextDifference


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking in the file would do. Nothing was written to find it out."""

    code: str
    title: str
    is_new: bool
    languages: tuple[str, ...]
    rows: tuple[RowDifference, ...]
    texts: tuple[TextDifference, ...]
    moved: int

    def count(self, kind: Kind) -> int:
        return self.counts[kind]

    @property
    def counts(self) -> Counter[Kind]:
        """Of rows and texts together."""
        return Counter(one.kind for one in self.all)

    @property
    def all(self) -> tuple[Difference, ...]:
        found: list[Difference] = [*self.rows, *self.texts]
        return tuple(found)

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        return tuple(one for one in self.all if one.kind == Kind.CONFLICT)

    @property
    def brings_nothing(self) -> bool:
        """Whether the file says only what is here already, or what was changed here since."""
        counts = self.counts
        return not self.moved and not sum(counts[kind] for kind in Kind if kind is not Kind.KEPT)


@dataclass(frozen=True, slots=True)
class Merged:
    """What was written."""

    code: str
    title: str
    new: int
    changed: int
    kept: int
    removed: int
    moved: int
