"""Pre- and post-test scores, and what was gained between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Phase(StrEnum):
    PRE = "pre"
    POST = "post"
    LATER = "later"


class Way(StrEnum):
    """How a test is given. In the last three everybody answers at once, and only hands and beans are counted."""

    WRITTEN = "written"
    ORAL = "oral"  # one person after the other, with pictures
    CARDS = "cards"  # everybody holds up a card
    HANDS = "hands"
    BEANS = "beans"  # one bag for each answer


TALLIED = frozenset({Way.CARDS, Way.HANDS, Way.BEANS})


DID_NOT_SIT = "-"


class ScoreProblem(ValueError):
    """What was typed is not a score: `args[0]` is "number", "negative" or "too_high"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A result in one phase: a value, or did not sit. No Mark at all means not yet entered."""

    value: float | None

    @property
    def sat(self) -> bool:
        return self.value is not None


@dataclass(frozen=True, slots=True)
class ScoreLine:
    person_id: UUID
    number: str
    name: str
    pre: Mark | None
    post: Mark | None

    @property
    def gain(self) -> float | None:
        return gain(self.pre, self.post)


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    training_id: UUID
    title: str
    maximum: float
    lines: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class ScoreTotals:
    mean_pre: float | None
    mean_post: float | None
    mean_gain: float | None
    """Mean over the people who sat both tests, never the difference of the two means."""
    missing_post: int


def parse_score(text: str, maximum: float) -> Mark | None:
    """`7,5` and `7.5` are a score, `-` is did not sit, "" clears. Raises ScoreProblem."""
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    if typed in ("-", "–", "—"):
        return Mark(None)
    try:
        value = float(typed)
    except ValueError as error:
        raise ScoreProblem("number") from error
    if not value >= 0:
        raise ScoreProblem("negative")
    if value > maximum:
        raise ScoreProblem("too_high")
    return Mark(value)


def gain(pre: Mark | None, post: Mark | None) -> float | None:
    """Points gained; blank when one of the two tests is missing."""
    if pre is None or post is None or pre.value is None or post.value is None:
        return None
    return post.value - pre.value


def mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def totals(lines: Iterable[ScoreLine]) -> ScoreTotals:
    lines = tuple(lines)
    return ScoreTotals(
        mean(line.pre.value for line in lines if line.pre),
        mean(line.post.value for line in lines if line.post),
        mean(line.gain for line in lines),
        sum(line.post is None or not line.post.sat for line in lines),
    )
