"""Words as they are kept: on one line, and without characters that nobody sees."""

from __future__ import annotations

import unicodedata

UNSEEN = frozenset({"Cc", "Cf", "Cs"})  # control, format (text running backwards, no width), half a character


def tidy(text: str) -> str:
    """`text` with single spaces. What is left out would make two equal names differ, or turn a line around."""
    words = " ".join(text.split())
    if words.isprintable():
        return words
    return " ".join("".join(map(_seen, words)).split())


def _seen(character: str) -> str:
    return "" if unicodedata.category(character) in UNSEEN else character
