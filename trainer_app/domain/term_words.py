"""Words of a text as a glossary looks them up: where each stands, and how it is called in the singular.

Words are told apart at every apostrophe and hyphen, so that `l'épargne` and `y'amahugurwa` are found as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from trainer_app.domain.curriculum import PLACEHOLDER

WORD = re.compile(r"[^\W\d_]+")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    word: str
    """As it is written."""
    names: tuple[str, ...]
    """How a glossary may call it: as it is and, by simple rules, in the singular."""


def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The words of a text; what stands in braces is none."""
    seen = PLACEHOLDER.sub(_blank, text)
    return tuple(
        Token(match.start(), match.end(), match[0], names(match[0].casefold(), language))
        for match in WORD.finditer(seen)
    )


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


@lru_cache(maxsize=16384)
def names(word: str, language: str) -> tuple[str, ...]:
    if language == "rw":
        return (_without_augment(word),)
    singular = _SINGULAR.get(language, str)(word)
    return (word,) if singular == word else (word, singular)


def _without_augment(word: str) -> str:
    """`amahugurwa` is `mahugurwa` after `nta` or `ayo`: the first vowel comes and goes."""
    is_noun = len(word) > 3 and word[0] in _VOWELS and word[1] not in _VOWELS
    return word[1:] if is_noun else word


def _english(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _french(word: str) -> str:
    if len(word) > 4 and word.endswith("aux") and not word.endswith("eaux"):
        return f"{word[:-3]}al"
    if len(word) > 3 and word.endswith(("s", "eaux", "eux")):
        return word[:-1]
    return word


_SINGULAR = {"en": _english, "fr": _french}


def verb_stems(word: str) -> tuple[str, ...]:
    """What an English verb may be of which this is a form: `saved` is of `save`, `training` of `train`."""
    found = []
    for ending in ("ing", "ed", "s"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3:
            found += [stem, f"{stem}e"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(found)


_HELPERS = frozenset(
    {"to", "will", "can", "must", "may", "shall", "could", "would", "should", "not", "please", "they", "we", "you"}
)
_OBJECTS = frozenset(
    {
        "the",
        "a",
        "an",
        "your",
        "their",
        "our",
        "his",
        "her",
        "its",
        "each",
        "every",
        "all",
        "both",
        "it",
        "them",
        "this",
    }
    | {"that", "these", "those", "what", "who", "how", "out", "up", "one", "two", "three", "no"}
)


def is_english_order(text: str, words: tuple[Token, ...], at: int) -> bool:
    """Whether the word at this place tells what to do: `Share the cards`, `they leave`. As a noun it is a term."""
    before = words[at - 1].word.casefold() if at else ""
    after = words[at + 1].word.casefold() if at + 1 < len(words) else ""
    if before in _HELPERS and not text[words[at - 1].end : words[at].start].strip():
        return True
    return after in _OBJECTS and words[at].word[0].isupper()
