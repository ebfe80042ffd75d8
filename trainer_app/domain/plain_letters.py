"""Numbers and keys in letters that people copy by hand: no I, L, O or U, and a last sign that shows most slips."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from functools import reduce

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
MISREAD = str.maketrans("ILO", "110", " -\t\r\n\u00a0")
GROUP = 4
FIELD = 0b100101  # x^5 + x^2 + 1, of the field with 32 members


def spelt(data: bytes) -> str:
    """Bytes in letters, five bits each; the last is filled up with zeros."""
    count = -(-len(data) * 8 // 5)
    value = int.from_bytes(data) << (count * 5 - len(data) * 8)
    return "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(count)))


def unspelt(words: str) -> bytes:
    """What `spelt` was given, however it was copied: small letters, O for 0, spaces and hyphens. Raises ValueError."""
    digits = _digits(words)
    value = reduce(lambda sum, digit: sum << 5 | digit, digits, 0)
    left = len(digits) * 5 % 8
    if left >= 5 or value & ((1 << left) - 1):
        raise ValueError(words)
    return (value >> left).to_bytes(len(digits) * 5 // 8)


def grouped(words: str) -> str:
    """`7QK2M4XR9T0V` > `7QK2-M4XR-9T0V`"""
    return "-".join(words[start : start + GROUP] for start in range(0, len(words), GROUP))


def random_number(signs: int) -> str:
    """So many signs, of which the last checks the others, in groups. From one number nobody guesses another."""
    own = "".join(secrets.choice(ALPHABET) for _ in range(signs - 1))
    return grouped(own + _check(_digits(own)))


def is_number(words: str) -> bool:
    """Whether the last sign agrees: one wrong sign, or two that changed places, never do."""
    try:
        digits = _digits(words)
    except ValueError:
        return False
    return len(digits) > 1 and _check(digits[:-1]) == ALPHABET[digits[-1]]


def tidied(words: str) -> str:
    """A number as it is written, from how it was copied. Raises ValueError."""
    return grouped("".join(ALPHABET[digit] for digit in _digits(words)))


def _check(digits: Iterable[int]) -> str:
    """Each place doubles what came before it in the field: that is different for any two places of a number."""
    return ALPHABET[reduce(lambda sum, digit: _doubled(sum ^ digit), digits, 0)]


def _doubled(member: int) -> int:
    twice = member << 1
    return twice ^ FIELD if twice & 32 else twice


def _digits(words: str) -> list[int]:
    """Raises ValueError where a sign is none of ours."""
    return [ALPHABET.index(sign) for sign in words.upper().translate(MISREAD)]
