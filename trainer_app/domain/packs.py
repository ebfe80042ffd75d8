"""A module as it travels: its structure, its test items, and every text in every language it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from trainer_app.domain.curriculum import Fact, TextState
from trainer_app.domain.ids import derived_id
from trainer_app.domain.material import PartKind


@dataclass(frozen=True, slots=True)
class PackText:
    """One text in one language. `owner_id` is the module, unit, step, handout or item that it belongs to."""

    owner_id: UUID
    key: str
    position: int
    ref: str
    language: str
    words: str
    state: TextState
    facts: tuple[str, ...]
    from_words: str | None = None
    """The source words it was translated from, where the source says something else by now: it is outdated."""


@dataclass(frozen=True, slots=True)
class PackStep:
    id: UUID
    minutes: int
    method: str = ""
    may_skip: bool = False


@dataclass(frozen=True, slots=True)
class PackPart:
    """A reading, an exercise or a prop of a unit; its words are texts that it owns."""

    id: UUID
    kind: PartKind
    form: str
    layout: Mapping[str, Any]
    """What is not words: `lines`, `rows`, `amounts`, `pictures`."""


@dataclass(frozen=True, slots=True)
class PackUnit:
    code: str
    minutes: int
    steps: tuple[PackStep, ...]
    handout_code: str
    """Empty where there is no handout."""
    picture: str
    people: tuple[int, int] = (0, 0)
    """Least and most participants; zeros where nothing is said."""
    parts: tuple[PackPart, ...] = ()
    retired: bool = False


@dataclass(frozen=True, slots=True)
class PackItem:
    id: UUID
    number: int
    unit_code: str
    answer: str
    form: str = "A"
    picture: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    code: str
    folder: str
    source: str
    licence: str
    digest: str = field(compare=False)
    """Of the files it was read from: the same module can be written in many ways."""
    facts: tuple[Fact, ...]
    units: tuple[PackUnit, ...]
    items: tuple[PackItem, ...]
    texts: tuple[PackText, ...]
    requires: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    retired: bool = False

    @property
    def title(self) -> str:
        """In the language it was written in."""
        wanted = (module_id(self.code), "title", self.source)
        return next((text.words for text in self.texts if (text.owner_id, text.key, text.language) == wanted), "")

    @property
    def languages(self) -> tuple[str, ...]:
        """The source's first."""
        return tuple(dict.fromkeys((self.source, *(text.language for text in self.texts))))


def module_id(code: str) -> UUID:
    return derived_id("module", code)


def unit_id(code: str) -> UUID:
    return derived_id("unit", code)


def handout_id(code: str) -> UUID:
    return derived_id("handout", code)


def step_id(ref: str) -> UUID:
    """From the id of its text, which is given once, and not from its place in the unit, which may change."""
    return derived_id("step", ref)


def item_id(ref: str) -> UUID:
    return derived_id("item", ref)


def part_id(ref: str) -> UUID:
    """From the id of its title, as for a step."""
    return derived_id("part", ref)
