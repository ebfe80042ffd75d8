"""Translation memory: what was said before for a text like this one, in any module."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, chunked
from trainer_app.db.records import Text
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import TextPair
from trainer_app.domain.translation_help import Near

MOST = 5
LEAST = 0.6  # alike
LOOKED_AT = 40  # many texts say the same: the five best are chosen among so many


@dataclass(slots=True)
class Memory:
    """What there is to compare with: id of a text > the source that it was translated from, folded. The words
    themselves are asked for when they are wanted, so that ten thousand texts are soon read."""

    source_language: str
    language: str
    sources: dict[str, str] = field(default_factory=dict)


def read(s: Session, source_language: str, language: str) -> Memory:
    memory = Memory(source_language, language)
    _fill(s, memory)
    return memory


def refresh(s: Session, memory: Memory, text_ids: Iterable[UUID]) -> None:
    """Read the texts again that were written since; these are the keys of their rows."""
    refs: set[str] = set()
    for part in chunked(list(text_ids)):
        wanted = select(Text.ref).where(Text.id.in_(part)).execution_options(**{INCLUDE_GONE: True})
        refs.update(s.scalars(wanted))
    for ref in refs:
        memory.sources.pop(ref, None)
    for some in chunked(sorted(refs)):
        _fill(s, memory, Text.ref.in_(some))


def near(s: Session, memory: Memory, pair: TextPair) -> tuple[Near, ...]:
    """The best of what was said for texts like this one, never for the text itself."""
    wanted = _folded(pair.source)
    if not wanted:
        return ()
    found = process.extract(wanted, memory.sources, scorer=fuzz.ratio, score_cutoff=LEAST * 100, limit=LOOKED_AT)
    likeness = {ref: score / 100 for _source, score, ref in found if ref != pair.ref}
    said = _said(s, memory, list(likeness))
    lines: dict[str, Near] = {}
    for ref, share in likeness.items():
        source, words, state = said[ref]
        lines.setdefault(words, Near(source, words, share, state))
    return tuple(lines.values())[:MOST]


def _fill(s: Session, memory: Memory, *only: ColumnElement[bool]) -> None:
    """A translation that is outdated stands beside the source that it was made from."""
    of_source = Text.language == memory.source_language
    sources = {ref: words for ref, words in s.execute(select(Text.ref, Text.words).where(of_source, *only))}
    of_translation = Text.language == memory.language
    for ref, was in s.execute(select(Text.ref, Text.from_words).where(of_translation, *only)):
        if ref in sources:
            memory.sources[ref] = _folded(was or sources[ref])


def _said(s: Session, memory: Memory, refs: Sequence[str]) -> dict[str, tuple[str, str, TextState]]:
    """Id of a text > source, translation, state."""
    columns = (Text.ref, Text.language, Text.words, Text.state, Text.from_words)
    languages = (memory.source_language, memory.language)
    rows = s.execute(select(*columns).where(Text.ref.in_(refs), Text.language.in_(languages))).all()
    sources = {ref: words for ref, language, words, _, _ in rows if language == memory.source_language}
    return {
        ref: (was or sources[ref], words, state)
        for ref, language, words, state, was in rows
        if language == memory.language
    }


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
