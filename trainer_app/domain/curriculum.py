"""Modules, units and handouts in one language, and how far each translation has come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID


class TextState(StrEnum):
    """State of one text in one language. Worst first, so that `min` of a page's states is the page's."""

    MISSING = "missing"
    OUTDATED = "outdated"
    DRAFT = "draft"
    REVIEWED = "reviewed"


STATE_GLYPHS = {
    TextState.MISSING: "✕",
    TextState.OUTDATED: "◔",
    TextState.DRAFT: "✎",
    TextState.REVIEWED: "✓",
}
_ORDER = list(TextState)


def worst(states: Iterable[TextState]) -> TextState:
    """What a page must own up to: the state of its weakest text."""
    return min(states, key=_ORDER.index, default=TextState.MISSING)


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A figure set by law, from a day on (pension 12 until 31/12/2026, then 14)."""

    since: date
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A rule of law that texts refer to. Only a sure one is printed as a fact."""

    key: str
    law: str
    source: str
    as_known_on: date
    sure: bool
    values: tuple[DatedValue, ...] = ()
    law_words: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What the law is called in other languages than that of the module."""

    def named_in(self, language: str) -> Fact:
        """The same with its law called as in this language."""
        return replace(self, law=self.law_words.get(language, self.law))

    def on(self, day: date) -> str | None:
        """The figure in force on `day`; None when the rule has no figure or was not yet in force."""
        in_force = [value for value in self.values if value.since <= day]
        return max(in_force, key=lambda value: value.since).value if in_force else None


PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def filled(words: str, facts: Mapping[str, Fact], day: date) -> str:
    """`words` with each `{fact}` replaced by the figure in force on `day`."""

    def figure(match: re.Match[str]) -> str:
        fact = facts.get(match[1])
        return (fact.on(day) if fact else None) or match[0]

    return PLACEHOLDER.sub(figure, words)


@dataclass(frozen=True, slots=True)
class Handout:
    """One page for people who read little, in one language, ready to be drawn."""

    code: str
    unit_title: str
    module_title: str
    language: str
    title: str
    picture: str
    caption: str
    messages: tuple[str, ...]
    do_this: str
    state: TextState
    facts: tuple[Fact, ...] = ()
    """The law that the page rests on; when there is any, the page says "as known on"."""


@dataclass(frozen=True, slots=True)
class UnitLine:
    id: UUID
    code: str
    title: str
    minutes: int
    handout_code: str
    states: Mapping[str, TextState]
    """Language > state of the unit's handout in it."""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class ModuleLine:
    id: UUID
    code: str
    title: str
    aim: str
    minutes: int
    units: tuple[UnitLine, ...]
    items: int
    retired: bool = False
    """No longer offered for a new training."""
    requires: tuple[str, ...] = ()
    """Codes of the modules that come before it."""
    complements: tuple[str, ...] = ()
    """Codes of the modules that it goes well with."""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One test item: a stem and three options, in one language."""

    number: int
    unit_code: str
    stem: str
    options: tuple[str, str, str]
    answer: str
    facts: tuple[Fact, ...] = ()
    picture: str = ""
    caption: str = ""
    """The picture in words, for who does not see it."""
