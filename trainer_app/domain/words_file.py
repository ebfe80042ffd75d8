"""The words of a module in one language, as they leave for a translator and as they come back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import TextPair


@dataclass(frozen=True, slots=True)
class WordsPart:
    """The texts of one unit; those of the module itself and its test items stand first, without a code."""

    code: str
    title: str
    pairs: tuple[TextPair, ...]


@dataclass(frozen=True, slots=True)
class ModuleWords:
    code: str
    title: str
    source: str
    language: str
    parts: tuple[WordsPart, ...]

    @property
    def pairs(self) -> tuple[TextPair, ...]:
        return tuple(pair for part in self.parts for pair in part.pairs)


@dataclass(frozen=True, slots=True)
class SaidText:
    """A translation as a file says it."""

    ref: str
    words: str
    made_from: str
    """The source that stands beside it."""
    state: TextState | None = None
    """None where the file cannot say it: a table in Word."""


@dataclass(frozen=True, slots=True)
class WordsFile:
    """`language` is empty where the file does not say it."""

    file: str
    language: str
    texts: tuple[SaidText, ...]
    untranslated: int = 0


class WordsKind(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    REVIEWED = "reviewed"
    """The same words, which a reader has approved; or a doubt about approved ones."""


class Skip(StrEnum):
    UNKNOWN = "unknown"
    """No text here has this id."""
    SOURCE = "source"
    """The language is the one that the text was written in."""
    OLDER = "older"
    """It was made from an older source, and what stands here from today's."""
    LONG = "long"


@dataclass(frozen=True, slots=True)
class WordsLine:
    """What the file would do to one text."""

    ref: str
    kind: WordsKind
    source: str
    before: str
    after: str
    state: TextState
    from_words: str | None
    """The source it was made from, where that is no longer today's: it comes in as outdated."""


@dataclass(frozen=True, slots=True)
class Skipped:
    ref: str
    code: Skip
    words: str


@dataclass(frozen=True, slots=True)
class WordsCheck:
    file: str
    language: str
    texts: int
    untranslated: int
    same: int
    lines: tuple[WordsLine, ...]
    skipped: tuple[Skipped, ...]

    def count(self, kind: WordsKind) -> int:
        return sum(line.kind is kind for line in self.lines)

    @property
    def outdated(self) -> int:
        return sum(line.from_words is not None for line in self.lines)
