"""How far a group has come, as it follows from what is known of it; nobody sets it by hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.coverage import Share
from trainer_app.domain.elections import Mandate
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.people import folded

TRAINED_FROM = 0.5  # of the members


class Life(StrEnum):
    """The columns of the board, in their order."""

    EMPTY = "no_members"
    MEMBERS = "members"
    COMMITTEE = "committee_elected"
    IN_TRAINING = "in_training"
    TRAINED = "members_trained"


def life(covered: Share, officers: int, has_training: bool) -> Life:
    """`has_training`: one is planned or was held for the group, whoever came."""
    if not covered.members:
        return Life.EMPTY
    if (covered.rate or 0) >= TRAINED_FROM:
        return Life.TRAINED
    if covered.trained or has_training:
        return Life.IN_TRAINING
    return Life.COMMITTEE if officers else Life.MEMBERS


@dataclass(frozen=True, slots=True)
class GroupOverview:
    """What the board and the list say of a group. People count once, those of the groups inside it too."""

    id: UUID
    code: str
    name: str
    kind: GroupKind
    place: str
    district_id: UUID | None
    district: str
    value_chain: str
    occupation: str
    note: str
    parent_id: UUID | None
    parent: str
    inside: int
    formed_by_itself: bool
    women: int
    officers: int
    covered: Share
    life: Life
    alarms: tuple[str, ...]
    """Codes of the modules in which only the committee was trained."""
    mandate: Mandate
    people: frozenset[UUID] = frozenset()
    """Who the members are, so that several groups together count each person once."""

    def fits(self, search: str) -> bool:
        """Each word of `search` begins a word of the name, the code, the value chain or the occupation."""
        text = folded(" ".join((self.name, self.code, self.value_chain, self.occupation))).split()
        return all(any(part.startswith(word) for part in text) for word in folded(search).split())
