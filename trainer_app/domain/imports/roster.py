"""Finding the person of a register that a row of a list is about: by number, then by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from trainer_app.domain.imports.notes import Problem, Unreadable
from trainer_app.domain.names import name_key, words
from trainer_app.domain.people import split_name


class Listed(Protocol):
    """A line of a register or of a score sheet."""

    @property
    def person_id(self) -> UUID: ...
    @property
    def number(self) -> str: ...
    @property
    def name(self) -> str: ...


class Roster:
    def __init__(self, lines: Iterable[Listed]) -> None:
        self._by_number: dict[str, Listed] = {}
        self._by_name: dict[str, list[Listed]] = defaultdict(list)
        for line in lines:
            self._by_number[line.number] = line
            self._by_name[name_key(line.name)].append(line)

    def find(self, number: str, name: str) -> Listed:
        """The one that both fit. The whole name is believed more than the number: sheets are numbered anew.

        Raises Unreadable.
        """
        same = self._by_name.get(name_key(name), []) if name else []
        numbered = self._by_number.get(number.lower().rstrip(".").lstrip("0"))
        if len(same) == 1:
            return same[0]
        if numbered is not None and (numbered in same if same else _may_be(name, numbered.name)):
            return numbered
        if same:
            raise Unreadable(Problem.SEVERAL)
        raise Unreadable(Problem.NAME_DIFFERS if numbered is not None else Problem.NOBODY)


def _may_be(name: str, other: str) -> bool:
    """No name, some words of the other and none beside, or the same family name."""
    mine, others = set(words(name)), set(words(other))
    family, other_family = words(split_name(name)[0]), words(split_name(other)[0])
    return mine <= others or others <= mine or family == other_family


def share_a_word(name: str, other: str) -> bool:
    return not set(words(name)).isdisjoint(words(other))
