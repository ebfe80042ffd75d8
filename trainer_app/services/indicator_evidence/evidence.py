"""What a measure found: everything that it counts, and beside it whom it does not count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from trainer_app.domain.indicators import Counted, Counting


@dataclass(frozen=True, slots=True)
class Evidence:
    counted: tuple[Counted, ...] = ()
    outsiders: int = 0
    heads: int = 0


class InTopic(NamedTuple):
    """Somebody who is counted in the topic of a training."""

    topic: str
    counted: Counted


def as_asked(found: Iterable[InTopic], counting: Counting) -> tuple[Counted, ...]:
    """What counts as one: of the entries of one person, or of one person in one topic, the first one stays."""
    if counting is Counting.ATTENDANCES:
        return tuple(one.counted for one in found)
    by_topic = counting is Counting.PEOPLE_PER_TOPIC
    kept: dict[tuple[UUID | None, str], Counted] = {}
    for topic, counted in found:
        kept.setdefault((counted.person_id, topic if by_topic else ""), counted)
    return tuple(kept.values())
