"""The terms of the trade, and where they stand in a text.

A term has one cell for each language: its forms with " / " between them, the first of which is offered, and a plural
that no rule gives in brackets: `umunyamuryango (pl. abanyamuryango)`. Forms that mean different things stand in the
same order in each language: `to repay / to pay` is `rembourser / payer`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from uuid import UUID

from trainer_app.domain.term_words import WORD, Token, is_english_order, names, tokens, verb_stems

BETWEEN = " / "
JOINS = " \n\t\u00a0\u202f-\u2010\u2011'’ʼ"
SCREEN = "screen"
"""The topic of words that stand on buttons; in a text of the curriculum they mean something else."""
LEAST_STEM = 3  # letters of a verb by which its other forms are known
_FORM = re.compile(r"([^()]+?)\s*(?:\(([^()]*)\))?\s*$")
_PLURAL = "pl."


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Term:
    """`words` and `forbidden` have a cell for each language; what is forbidden is taken for the term, wrongly."""

    id: UUID
    words: Mapping[str, str]
    forbidden: Mapping[str, str] = field(default_factory=dict)
    topic: str = ""
    confidence: Confidence = Confidence.HIGH
    note: str = ""

    def is_sure(self, language: str) -> bool:
        """English and French are well known; what is doubted is how it is called in Kinyarwanda."""
        return language in ("en", "fr") or self.confidence != Confidence.LOW

    def offered(self, language: str) -> str:
        """The words to put in; "" where nobody knows any."""
        forms = forms_of(self.words.get(language, ""))
        return forms[0].one if forms else ""


@dataclass(frozen=True, slots=True)
class Form:
    one: str
    many: str = ""
    is_verb: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """From letter `start` to `end` stands one of these terms: the same word may mean several. `forms` says for each
    which of its forms it is."""

    start: int
    end: int
    terms: tuple[Term, ...]
    forms: tuple[int, ...]
    is_many: bool
    language: str

    def offered(self, term: Term, language: str) -> str:
        """What to call it there: the form of the same place, in the plural where that is known and meant."""
        theirs, ours = forms_of(term.words.get(language, "")), forms_of(term.words.get(self.language, ""))
        if not theirs:
            return ""
        place = self.forms[self.terms.index(term)] if len(theirs) >= len(ours) else 0
        return (theirs[place].many if self.is_many else "") or theirs[place].one


@lru_cache(maxsize=4096)
def forms_of(cell: str) -> tuple[Form, ...]:
    """The forms that are written in a cell. What else stands in brackets is a remark."""
    return tuple(form for part in cell.split(BETWEEN.strip()) if (form := _form(part.strip())) is not None)


def _form(part: str) -> Form | None:
    match = _FORM.match(part)
    if match is None:
        return None
    words, remark = match[1].strip(), (match[2] or "").strip()
    many = remark.removeprefix(_PLURAL).strip() if remark.startswith(_PLURAL) else ""
    is_verb = words.startswith("to ")
    return Form(words.removeprefix("to ") if is_verb else words, many, is_verb) if words else None


# --- finding --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    """As they are written, which matters where a name begins with a capital."""
    names: tuple[str, ...]
    is_verb: bool
    is_many: bool
    form: int
    term: Term


class Finder:
    """The terms of one language, arranged so that a text is gone through once."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self.language = language
        self._by_first: dict[str, list[_Pattern]] = {}
        for term in terms:
            for pattern in _patterns(term, language):
                self._by_first.setdefault(pattern.names[0], []).append(pattern)
        for patterns in self._by_first.values():
            patterns.sort(key=lambda pattern: -len(pattern.names))

    def find(self, text: str) -> tuple[Found, ...]:
        """In reading order, the longest first where several fit, and never one inside another."""
        return tuple(self._found(text, tokens(text, self.language)))

    def _found(self, text: str, words: tuple[Token, ...]) -> Iterator[Found]:
        at = 0
        while at < len(words):
            fitting = self._fitting(text, words, at)
            if not fitting:
                at += 1
                continue
            length = len(fitting[0][0].names)
            if length == 1 and self.language == "en" and is_english_order(text, words, at):
                fitting = [(pattern, is_exact) for pattern, is_exact in fitting if pattern.is_verb]
            if fitting:
                yield self._one(fitting, words[at].start, words[at + length - 1].end)
            at += length

    def _one(self, fitting: list[tuple[_Pattern, bool]], start: int, end: int) -> Found:
        best = [(pattern, is_exact) for pattern, is_exact in fitting if is_exact] or fitting
        first, is_exact = best[0]
        patterns = {pattern.term.id: pattern for pattern, _ in reversed(best)}.values()
        ordered = tuple(reversed(patterns))
        return Found(
            start,
            end,
            tuple(pattern.term for pattern in ordered),
            tuple(pattern.form for pattern in ordered),
            first.is_many or (not is_exact and not first.is_verb),
            self.language,
        )

    def _fitting(self, text: str, words: tuple[Token, ...], at: int) -> list[tuple[_Pattern, bool]]:
        """The longest patterns that begin with this word, each with whether it is written just so."""
        heads = dict.fromkeys(words[at].names)
        if self.language == "en":
            heads |= dict.fromkeys(verb_stems(words[at].names[0]))
        found = [
            (pattern, fit == _EXACT)
            for head in heads
            for pattern in self._by_first.get(head, ())
            if (fit := _fit(pattern, text, words[at : at + len(pattern.names)]))
        ]
        longest = max((len(pattern.names) for pattern, _ in found), default=0)
        return [(pattern, is_exact) for pattern, is_exact in found if len(pattern.names) == longest]


_EXACT, _NEARLY = 2, 1


def _fit(pattern: _Pattern, text: str, words: tuple[Token, ...]) -> int:
    if len(words) < len(pattern.names) or not _stand_together(text, words):
        return 0
    exact = True
    for name, written, token in zip(pattern.names, pattern.words, words, strict=True):
        if not _has_its_capitals(written, token.word):
            return 0
        if token.names[0] == name:
            continue
        exact = False
        if name not in token.names and not (pattern.is_verb and name in verb_stems(token.names[0])):
            return 0
    return _EXACT if exact else _NEARLY


def _has_its_capitals(written: str, seen: str) -> bool:
    """`May` is a month and `may` is not; `AVEC` is a group and `avec` is not."""
    return all(there.isupper() for wanted, there in zip(written, seen, strict=False) if wanted.isupper())


def _stand_together(text: str, words: tuple[Token, ...]) -> bool:
    gaps = (text[one.end : other.start] for one, other in pairwise(words))
    return all(not gap.strip(JOINS) for gap in gaps)


def _patterns(term: Term, language: str) -> Iterator[_Pattern]:
    for place, form in enumerate(forms_of(term.words.get(language, ""))):
        for words, is_many in ((form.one, False), (form.many, True)):
            written = tuple(match[0] for match in WORD.finditer(words))
            if written:
                wanted = tuple(names(word.casefold(), language)[0] for word in written)
                yield _Pattern(written, wanted, form.is_verb, is_many, place, term)


# --- what a translation says ----------------------------------------------------------------------------------------


class Said:
    """The words of a translation, to ask whether a term is among them."""

    def __init__(self, text: str, language: str) -> None:
        self._language = language
        self._roots = [token.names[-1] for token in tokens(text, language)]
        self._line = f" {' '.join(self._roots)} "

    def has(self, cell: str, is_verb: bool = False) -> bool:
        """Whether any form of the cell stands in it, in the singular or the plural."""
        wanted = [words for form in forms_of(cell) for words in (form.one, form.many) if words]
        return any(self._has(words) for words in wanted) or (is_verb and any(self._has_verb(w) for w in wanted))

    def _has(self, words: str) -> bool:
        roots = [names(match[0].casefold(), self._language)[-1] for match in WORD.finditer(words)]
        return bool(roots) and f" {' '.join(roots)} " in self._line

    def _has_verb(self, words: str) -> bool:
        """A verb is known by its stem: `payer` in `payez`, `kugurisha` in `bagurishije`."""
        fits = _VERB_FORM.get(self._language)
        stem = _stem(words.split()[0].casefold())
        return fits is not None and len(stem) >= LEAST_STEM and any(fits(stem, root) for root in self._roots)


def _stem(infinitive: str) -> str:
    """Of a French verb in -er, -ir or -re, or of a Kinyarwanda one in ku-...-a; "" of anything else."""
    if infinitive.endswith(("er", "ir", "re")):
        return _unaccented(infinitive[:-2])
    if infinitive.startswith(("ku", "gu", "kw", "ko")):
        return infinitive[2:].removesuffix("a")
    return ""


def _is_french(stem: str, word: str) -> bool:
    return _unaccented(word).startswith(stem)


def _is_kinyarwanda(stem: str, word: str) -> bool:
    """A short stem is inside many words: it counts where the verb ends."""
    return stem in word if len(stem) > LEAST_STEM else word[:-1].endswith(stem)


def _unaccented(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


_VERB_FORM = {"fr": _is_french, "rw": _is_kinyarwanda}


def is_verb(term: Term) -> bool:
    return any(form.is_verb for form in forms_of(term.words.get("en", "")))


def says(term: Term, said: Said, language: str) -> bool:
    """Whether a translation calls the thing as the glossary does."""
    return said.has(term.words.get(language, ""), is_verb(term))


def misused(found: Iterable[Found], said: Said, language: str) -> tuple[tuple[str, Term], ...]:
    """Words of a translation that stand for a term of the source and mean something else; where the source speaks
    of that other thing too, they may be right."""
    terms = [term for one in found for term in one.terms]
    right = {form.one for term in terms for form in forms_of(term.words.get(language, ""))}
    wrong: dict[str, Term] = {}
    for term in terms:
        for form in forms_of(term.forbidden.get(language, "")):
            for words in (form.one, form.many):
                if words and form.one not in right and said.has(words):
                    wrong.setdefault(words, term)
    return tuple(wrong.items())
