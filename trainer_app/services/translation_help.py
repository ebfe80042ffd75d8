"""What helps while one text is translated, read from the terms of the trade and from all that was translated before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from trainer_app.domain import terms, text_checks
from trainer_app.domain.terms import Finder, Found, Said, Term
from trainer_app.domain.translating import TextPair
from trainer_app.domain.translation_help import Finding, Near, TermHint, TranslationHelp
from trainer_app.services import glossary, memory, news
from trainer_app.services.memory import Memory
from trainer_app.services.news import Mark

NOTHING = TranslationHelp()


@dataclass(slots=True)
class Kept:
    """What is read once and then kept true by the journal, for a screen that asks at every pause of the keys."""

    mark: Mark = field(default_factory=Mark)
    finders: dict[str, Finder] = field(default_factory=dict)
    memories: dict[tuple[str, str], Memory] = field(default_factory=dict)
    near: dict[tuple[str, str, str], tuple[Near, ...]] = field(default_factory=dict)
    """Of a text of this id and these words, into this language."""


def of(s: Session, pair: TextPair, words: str, kept: Kept | None = None) -> TranslationHelp:
    """Help for `words`, as they stand in the box now, against the source of the pair."""
    count, longest = text_checks.count_words(words), text_checks.longest_sentence(words)
    if pair.is_source:
        return TranslationHelp(findings=text_checks.of(pair, words), words=count, longest_sentence=longest)
    known = kept if kept is not None else Kept()
    _refresh(s, known)
    if pair.source_language not in known.finders:
        known.finders[pair.source_language] = finder(s, pair.source_language)
    found = known.finders[pair.source_language].find(pair.source)
    said = Said(words, pair.language)
    return TranslationHelp(
        terms=_hints(found, pair, said),
        near=_near(s, known, pair),
        findings=_wrong(pair, words, found, said),
        words=count,
        longest_sentence=longest,
    )


def finder(s: Session, language: str) -> Finder:
    """Finds the terms of the trade in texts of this language. Words of buttons are none."""
    return Finder((term for term in glossary.terms(s) if term.topic != terms.SCREEN), language)


def findings(terms_of_source: Finder, pair: TextPair, words: str) -> tuple[Finding, ...]:
    """What looks wrong in `words`, and nothing else: for many texts, one after the other."""
    return _wrong(pair, words, terms_of_source.find(pair.source), Said(words, pair.language))


def _wrong(pair: TextPair, words: str, found: Sequence[Found], said: Said) -> tuple[Finding, ...]:
    misused = terms.misused(found, said, pair.language)
    return text_checks.of(pair, words, [(wrong, term.offered(pair.language)) for wrong, term in misused])


def _refresh(s: Session, kept: Kept) -> None:
    """Forget or read again what was written since the last time."""
    now = news.mark(s)
    if now == kept.mark:
        return
    rows = news.written(s, kept.mark, now)
    kept.mark = now
    kept.near.clear()
    if rows is None:
        kept.finders.clear()
        kept.memories.clear()
        return
    if any(table == "term" for table, _ in rows):
        kept.finders.clear()
    if texts := [key for table, key in rows if table == "text"]:
        for known in kept.memories.values():
            memory.refresh(s, known, texts)


def _near(s: Session, kept: Kept, pair: TextPair) -> tuple[Near, ...]:
    question = (pair.ref, pair.source, pair.language)
    if question not in kept.near:
        languages = (pair.source_language, pair.language)
        if languages not in kept.memories:
            kept.memories[languages] = memory.read(s, *languages)
        kept.near[question] = memory.near(s, kept.memories[languages], pair)
    return kept.near[question]


def _hints(found: Sequence[Found], pair: TextPair, said: Said) -> tuple[TermHint, ...]:
    hints = (_hint(one, pair, said) for one in found)
    return tuple(hint for hint in hints if hint is not None)


def _hint(found: Found, pair: TextPair, said: Said) -> TermHint | None:
    """Where the word means several things, the one that the translation has chosen."""
    known = [term for term in found.terms if term.offered(pair.language)]
    if not known:
        return None
    chosen: Term = next((term for term in known if terms.says(term, said, pair.language)), known[0])
    return TermHint(
        found.start,
        found.end,
        pair.source[found.start : found.end],
        found.offered(chosen, pair.language),
        chosen.is_sure(pair.language),
        terms.says(chosen, said, pair.language),
        chosen.note,
    )
