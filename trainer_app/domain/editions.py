"""The edition of a page: six letters that are the same as long as its words are, and others once they change.

They are printed on the page, so that anyone can tell whether the paper in the hand is the page of today.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from trainer_app.domain.curriculum import Handout

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that is taken for another when read aloud or copied by hand
LENGTH = 6
BETWEEN = "\x1f"  # stands in no text


def edition(words: Iterable[str]) -> str:
    """How a letter was typed and how words are spaced makes no other edition."""
    plain = (" ".join(unicodedata.normalize("NFC", text).split()) for text in words)
    number = int.from_bytes(hashlib.sha256(BETWEEN.join(plain).encode("utf-8", "replace")).digest())
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "".join(letters)


def of_handouts(handouts: Iterable[Handout]) -> str:
    """Of one page, or of all that are printed together: what they say and show, and the law they name."""
    return edition(text for handout in handouts for text in _words(handout))


def _words(handout: Handout) -> Iterable[str]:
    yield from (handout.code, handout.language, handout.title, handout.picture, handout.caption)
    yield from handout.messages
    yield handout.do_this
    yield from (f"{fact.law} {fact.as_known_on}" for fact in handout.facts if fact.sure)


def mark(handout: Handout, edition_of: str) -> str:
    """What stands beside the code that a telephone reads, and in it: `M1-1.1 rw 7f3k2a`."""
    return f"{handout.code} {handout.language} {edition_of}"
