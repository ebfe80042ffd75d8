"""Comparing names as Rwandan lists write them: in any order, by ear, with initials, and with slips of the hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from trainer_app.domain.people import folded

ENOUGH = 4  # letters of a word in which one slip still leaves it recognisable
LONG = 8  # letters of a word in which two do
INITIALS = 3  # letters that may stand for as many names: J.B., JMV
REMEMBERED = 1 << 16
SPOKEN_ALIKE = (
    (re.compile(r"iy(?=[aeou])"), "i"),  # Niyonzima, Nionzima
    (re.compile(r"y"), "i"),
    (re.compile(r"l"), "r"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"ck|q|c(?=[aou])"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),  # Muukamana, Annette
)


class Kin(IntEnum):
    """How two words are one name, from the surest way on."""

    SAME = 1
    SOUND = 2
    SLIP = 3
    INITIAL = 4


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Which words of two names belong together, and those of each that nothing in the other answers to."""

    pairs: tuple[tuple[str, str, Kin], ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    reordered: bool


@lru_cache(REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    return tuple(folded(name).split())


def name_key(name: str) -> str:
    """The same for `UWIMANA Marie` and `Marie Uwimana`."""
    return " ".join(sorted(words(name)))


@lru_cache(REMEMBERED)
def sound(word: str) -> str:
    """A folded word as it is heard: l and r, y and i, one vowel and two are one."""
    for pattern, heard in SPOKEN_ALIKE:
        word = pattern.sub(heard, word)
    return word


def slips(one: str, other: str, most: int) -> int:
    """Letters typed wrong, left out, added or swapped to make one word of the other; `most` + 1 when they are more."""
    one, other = _where_they_differ(one, other)
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for to, against in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != against))
            if at > 1 and to > 1 and letter == other[to - 2] and against == one[at - 2]:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Without the letters that both begin with, and those that both end with."""
    start, short = 0, min(len(one), len(other))
    while start < short and one[start] == other[start]:
        start += 1
    end = 0
    while end < short - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def one_digit_off(one: str, other: str) -> bool:
    """One digit typed wrong, or two that stand side by side the other way round."""
    if len(one) != len(other):
        return False
    off = [at for at in range(len(one)) if one[at] != other[at]]
    if len(off) == 2:
        first, second = off
        return second == first + 1 and one[first] == other[second] and one[second] == other[first]
    return len(off) == 1


@lru_cache(REMEMBERED)
def kin(one: str, other: str) -> Kin | None:
    """Whether two words are one name, written in two ways."""
    if one == other:
        return Kin.SAME
    if min(len(one), len(other)) == 1:
        return Kin.INITIAL if sound(one[0]) == sound(other[0]) else None
    heard, against = sound(one), sound(other)
    if heard == against:
        return Kin.SOUND
    shorter = min(len(one), len(other))
    most = 2 if shorter >= LONG else 1 if shorter >= ENOUGH else 0
    close = most and (slips(one, other, most) <= most or slips(heard, against, most) <= most)
    return Kin.SLIP if close else None


def match(one: str, other: str) -> NameMatch:
    """The words of two names side by side, the surest pairs first."""
    mine, theirs = _apart(words(one), words(other))
    if mine == theirs:
        return NameMatch(tuple((word, word, Kin.SAME) for word in mine), (), (), False)
    ways = [(way, a, b) for a, word in enumerate(mine) for b, their in enumerate(theirs) if (way := kin(word, their))]
    left, right, order = dict(enumerate(mine)), dict(enumerate(theirs)), []
    pairs: list[tuple[str, str, Kin]] = []
    for way, a, b in sorted(ways):
        if a in left and b in right:
            pairs.append((left.pop(a), right.pop(b), way))
            order.append((a, b))
    rest, others = list(left.values()), list(right.values())
    pairs += _by_initials(rest, others) + [(two, one, way) for one, two, way in _by_initials(others, rest)]
    places = [b for _a, b in sorted(order)]
    return NameMatch(tuple(pairs), tuple(rest), tuple(others), places != sorted(places))


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`JeanBosco` and `Jean Bosco` alike: what one name writes together and the other apart is written together."""
    return _together(one, other), _together(other, one)


def _together(these: tuple[str, ...], others: Iterable[str]) -> tuple[str, ...]:
    for at in range(len(these) - 1):
        if (joined := these[at] + these[at + 1]) in others:
            return (*these[:at], joined, *these[at + 2 :])
    return these


def _by_initials(short: list[str], full: list[str]) -> list[tuple[str, str, Kin]]:
    """`JB` stands for Jean Bosco."""
    for word in tuple(short):
        size = len(word)
        if 2 <= size <= INITIALS and len(full) >= size and "".join(name[0] for name in full[:size]) == word:
            found = [(word, name, Kin.INITIAL) for name in full[:size]]
            short.remove(word)
            del full[:size]
            return found
    return []
