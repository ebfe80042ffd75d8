"""What people say of a session by putting a smiley into one of three boxes: for those too who do not write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Question(StrEnum):
    """What is asked. Short enough to be read aloud, one box of three faces for each."""

    UNDERSTOOD = "understood"
    USEFUL = "useful"
    PACE = "pace"
    RESPECTED = "respected"
    PLACE = "place"


class Face(StrEnum):
    GOOD = "good"
    MIDDLE = "middle"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Faces:
    """How many chose each face at one question, and what somebody noted beside them."""

    good: int = 0
    middle: int = 0
    bad: int = 0
    note: str = ""

    @property
    def all(self) -> int:
        return self.good + self.middle + self.bad

    @property
    def good_share(self) -> float | None:
        """None while nobody answered: no answer is not a bad answer."""
        return self.good / self.all if self.all else None

    def of(self, face: Face) -> int:
        return {Face.GOOD: self.good, Face.MIDDLE: self.middle, Face.BAD: self.bad}[face]


Said = Mapping[Question, Faces]
"""Questions that nobody answered are not in it."""


def added(several: Iterable[Said]) -> dict[Question, Faces]:
    """The answers of several sessions together, the notes left out; people who came twice answered twice."""
    totals: dict[Question, Faces] = {}
    for said in several:
        for question, faces in said.items():
            before = totals.get(question, Faces())
            totals[question] = Faces(before.good + faces.good, before.middle + faces.middle, before.bad + faces.bad)
    return {question: totals[question] for question in Question if question in totals}
