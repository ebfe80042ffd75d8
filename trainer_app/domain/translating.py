"""One text of a module as its editor sees it: the source, its translation, and what there is still to do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trainer_app.domain.curriculum import TextState, worst


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands: in what kind of thing, as what, as which of several (from 0)."""

    owner_id: UUID
    owner: str
    """`module`, `unit`, `step`, `handout`, `reading`, `exercise`, `prop` or `item`."""
    key: str
    position: int
    number: int = 0
    """Of the owner among its like, from 1; 0 where there is only one."""
    form: str = ""
    """Of a test item: A or B; of a part: `story`, `table`, `cards`."""


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text in the language it was written in, and in another one."""

    ref: str
    place: TextPlace
    source_language: str
    source: str
    language: str
    words: str
    state: TextState
    from_words: str | None
    """The source as it was translated, where it says something else by now."""
    facts: tuple[str, ...] = ()
    own_state: TextState = TextState.MISSING
    """What it was before its source changed: a draft, or reviewed."""
    reviewed_by: str = ""
    """Who marked it as reviewed, where that was done here; and when."""
    reviewed_on: date = date.min

    @property
    def is_source(self) -> bool:
        return self.language == self.source_language

    @property
    def is_to_do(self) -> bool:
        return self.state != TextState.REVIEWED


Counts = Mapping[TextState, int]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the texts of a unit or a module have come, in each language."""

    counts: Mapping[str, Counts]

    def of(self, language: str, state: TextState) -> int:
        return self.counts.get(language, {}).get(state, 0)

    def has(self, language: str, states: Collection[TextState]) -> bool:
        """Whether any text is in one of these states."""
        return any(self.of(language, state) for state in states)

    @property
    def weakest(self) -> dict[str, TextState]:
        """Language > the state of its weakest text."""
        return {
            language: worst(state for state, count in counts.items() if count)
            for language, counts in self.counts.items()
        }
