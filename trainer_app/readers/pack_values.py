"""What a value of `pack.yaml` may be: a file that was written by hand, or by an enemy, names what is wrong with it."""

from __future__ import annotations

import re
from datetime import date

LONGEST_TEXT = 20_000  # letters
LONGEST_WORD = 400
LARGEST = 1_000_000
REF = re.compile(r"t-[a-z0-9]{1,30}")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,39}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Za-z]{2,4})?")
NAME = re.compile(r"[A-Za-z0-9_-]{0,60}")
UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def text(value: object) -> str:
    """Words of any length that are read by people."""
    words = _of_letters(value, LONGEST_TEXT)
    if UNPRINTED.search(words):
        raise ValueError(f"{words[:40]!r} holds characters that are no letters")
    return words


def word(value: object, pattern: re.Pattern[str] | None = None) -> str:
    """A short word, of a certain look where there is a `pattern`."""
    said = text(_of_letters(value, LONGEST_WORD))
    if pattern is not None and not pattern.fullmatch(said):
        raise ValueError(f"{said[:40]!r} is not what stands here")
    return said


def number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST:
        raise ValueError(f"{str(value)[:40]!r} is no number")
    return value


def is_true(value: object) -> bool:
    if value not in (None, True, False):
        raise ValueError(f"{str(value)[:40]!r} is neither true nor false")
    return bool(value)


def day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(word(value))


def words(values: object) -> tuple[str, ...]:
    """A list of short words; nothing where it is left out."""
    if values is None:
        return ()
    if not isinstance(values, list):
        raise ValueError(f"{str(values)[:40]!r} is no list")
    return tuple(map(word, values))


def _of_letters(value: object, longest: int) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{str(value)[:40]!r} is no text")
    if len(value) > longest:
        raise ValueError(f"{value[:40]!r} is too long")
    return value
