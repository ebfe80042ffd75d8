"""What helps while a text is translated: terms of the trade in the source, near texts, and what looks wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trainer_app.domain.curriculum import TextState


@dataclass(frozen=True, slots=True)
class TermHint:
    """A term found in the source, from letter `start` to `end`, and what it is called in the other language."""

    start: int
    end: int
    term: str
    offered: str
    is_sure: bool
    is_used: bool
    """Whether the translation says it already."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Another text like this one that has been translated before; `likeness` is 1 for the same words."""

    source: str
    words: str
    likeness: float
    state: TextState


class Fault(StrEnum):
    """What looks wrong in a translation; its values fill the sentence that says so."""

    FIGURES = "figures"  # missing, extra
    PLACEHOLDERS = "placeholders"  # missing, extra
    ANSWER_LETTERS = "answer_letters"  # missing, extra
    LONG_SENTENCE = "long_sentence"  # count, most
    LONG_TEXT = "long_text"  # count, most: of letters
    FORBIDDEN = "forbidden"  # words, instead
    SAME_AS_SOURCE = "same_as_source"


@dataclass(frozen=True, slots=True)
class Finding:
    fault: Fault
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TranslationHelp:
    terms: tuple[TermHint, ...] = ()
    near: tuple[Near, ...] = ()
    findings: tuple[Finding, ...] = ()
    words: int = 0
    """In the translation."""
    longest_sentence: int = 0
    """In words."""

    @property
    def waiting(self) -> tuple[TermHint, ...]:
        """Terms that the translation does not have yet, each offered once."""
        found: dict[str, TermHint] = {}
        for term in self.terms:
            if not term.is_used:
                found.setdefault(term.offered, term)
        return tuple(found.values())
