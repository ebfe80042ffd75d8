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


@dataclass(frozen=True, slots=True)
class GroupForm:
    name: str
    kind: GroupKind = GroupKind.SAVINGS
    place_id: UUID | None = None
    parent_id: UUID | None = None
    formed_by_itself: bool = False
    formed_on: date | None = None


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
    """Members who came to at least one session: coverage is trained / members."""


@dataclass(frozen=True, slots=True)
class MemberLine:
    membership_id: UUID
    person_id: UUID
    code: str
    name: str
    sex: Sex
    phone: str
    role: Role
    since: date | None


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
