"""Groups that people belong to, inside one another: group, union, federation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.people import Sex


class GroupKind(StrEnum):
    SAVINGS = "savings_group"
    COOPERATIVE = "cooperative"
    COHORT = "cohort"
    BRANCH = "union_branch"
    UNION = "union"
    FEDERATION = "federation"


class Role(StrEnum):
    MEMBER = "member"
    PEER_EDUCATOR = "peer_educator"
    PRESIDENT = "president"
    VICE_PRESIDENT = "vice_president"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    COMMITTEE = "committee"


RANK = (
    Role.PRESIDENT,
    Role.VICE_PRESIDENT,
    Role.SECRETARY,
    Role.TREASURER,
    Role.COMMITTEE,
    Role.PEER_EDUCATOR,
    Role.MEMBER,
)
"""In the order in which a list names them."""
OFFICERS = frozenset(RANK[:5])
"""The committee: those whom an election chooses."""
HELD_BY_ONE = frozenset(RANK[:4])


@dataclass(frozen=True, slots=True)
class GroupForm:
    name: str
    kind: GroupKind = GroupKind.SAVINGS
    place_id: UUID | None = None
    parent_id: UUID | None = None
    formed_by_itself: bool = False
    formed_on: date | None = None
    value_chain: str = ""
    occupation: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class GroupLine:
    id: UUID
    code: str
    name: str
    kind: GroupKind
    place: str
    members: int
    women: int
    trained: int = 0
    """Members who attended a training to the end, as `domain.coverage` says it."""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A person who belongs to the group, once: `role` is the highest of `roles`, and `membership_id` its row."""

    membership_id: UUID
    person_id: UUID
    code: str
    name: str
    sex: Sex
    phone: str
    role: Role
    since: date | None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role that somebody had, or has while `until` is empty."""

    membership_id: UUID
    person_id: UUID
    name: str
    sex: Sex
    role: Role
    since: date | None
    until: date | None
    election_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class InsideLine:
    """A group that lies directly inside another one."""

    id: UUID
    name: str
    kind: GroupKind
    members: int
    formed_by_itself: bool


@dataclass(frozen=True, slots=True)
class MembershipForm:
    """One membership to be corrected or ended: whose, where, in which role, since when and until when."""

    person: str
    group: str
    role: Role
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class GroupCard:
    id: UUID
    code: str
    form: GroupForm
    place: str
    parent: str
    members: tuple[MemberLine, ...]
    former: tuple[RoleLine, ...] = ()
    """Who left: the last role of each, the latest to leave first."""
    roles: tuple[RoleLine, ...] = ()
    """Every role of the past and of today, but for plain members, the latest first."""
    inside: tuple[InsideLine, ...] = ()
