"""What changed between two wordings, word by word, so that a translator sees at once what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    change: Change
    words: str


def diff(old: str, new: str) -> tuple[Piece, ...]:
    """Pieces in reading order: those that stayed, those taken out of `old`, those put into `new`."""
    return tuple(_pieces(_WORD.findall(old), _WORD.findall(new)))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if what == "equal":
            yield Piece(Change.SAME, "".join(old[old_from:old_to]))
            continue
        if old_to > old_from:
            yield Piece(Change.OUT, "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Piece(Change.IN, "".join(new[new_from:new_to]))
