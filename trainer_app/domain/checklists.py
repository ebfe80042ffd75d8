"""Checklists for practical work: somebody watches a peer educator, and answers ten lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Checklist(StrEnum):
    TEACH_BACK = "teach_back"
    SAVINGS_MEETING = "savings_meeting"


class Seen(StrEnum):
    """What was seen of one line. NOT_SEEN is kept as no word: the watcher came late, or there was no occasion."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SEEN = ""


LINES = 10
"""On each of the checklists: as many as one can look out for."""


@dataclass(frozen=True, slots=True)
class ObservationForm:
    """One person watched on one day."""

    person_id: UUID
    checklist: Checklist
    day: date
    lines: tuple[Seen, ...] = (Seen.NOT_SEEN,) * LINES
    observer_id: UUID | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if len(self.lines) != LINES:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class ObservationLine:
    """An observation as lists show it."""

    id: UUID
    form: ObservationForm
    person: str
    observer: str

    @property
    def share(self) -> float | None:
        return share_of_yes(self.form.lines)

    @property
    def counts(self) -> tuple[int, int]:
        """(done well, seen): "7 of 9"."""
        seen = [line for line in self.form.lines if line is not Seen.NOT_SEEN]
        return seen.count(Seen.YES), len(seen)


def share_of_yes(lines: Iterable[Seen]) -> float | None:
    """Lines that were done well out of those that were seen; None where nothing was seen. "Partly" is not yet yes."""
    seen = [line for line in lines if line is not Seen.NOT_SEEN]
    return seen.count(Seen.YES) / len(seen) if seen else None


def seen_words(words: Iterable[object]) -> tuple[Seen, ...]:
    """The answers as the file keeps them; a word that is not known counts as not seen, and ten lines are ten."""
    known = set(Seen)
    answers = [Seen(str(word)) if word in known else Seen.NOT_SEEN for word in words]
    return tuple((answers + [Seen.NOT_SEEN] * LINES)[:LINES])
