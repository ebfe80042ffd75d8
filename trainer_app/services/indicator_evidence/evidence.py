"""What a measure found: everything that it counts, and beside it whom it does not count."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from trainer_app.domain.indicators import Counted, Counting


@dataclass(frozen=True, slots=True)
class Evidence:
    counted: tuple[Counted, ...] = ()
    outsiders: int = 0
    heads: int = 0


class Collected:
    """Entries in their order, of which one person, or one person in one topic, is one: the first to come stays."""

    def __init__(self, counting: Counting) -> None:
        self._each = counting is Counting.ATTENDANCES
        self._by_topic = counting is Counting.PEOPLE_PER_TOPIC
        self._kept: list[Counted] = []
        self._seen: set[tuple[UUID | None, str]] = set()

    def has(self, person_id: UUID, topic: str) -> bool:
        """Whether another entry would not count: it need not be made."""
        return not self._each and (person_id, topic if self._by_topic else "") in self._seen

    def add(self, counted: Counted, topic: str) -> None:
        self._seen.add((counted.person_id, topic if self._by_topic else ""))
        self._kept.append(counted)

    @property
    def counted(self) -> tuple[Counted, ...]:
        return tuple(self._kept)
