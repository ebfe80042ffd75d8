"""Organisations beside the groups, and which post a person holds in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class OrganisationKind(StrEnum):
    PROJECT = "project"
    UNION = "union"
    DISTRICT = "district_office"
    SECTOR = "sector_office"
    AGENCY = "agency"  # of the State: the cooperative agency, the social security board
    BUSINESS_SERVICES = "business_services"
    VOCATIONAL_CENTRE = "vocational_centre"
    MICROFINANCE = "microfinance"
    OTHER = "other"


class Duty(StrEnum):
    """What somebody does in an organisation. `Post.title` holds the words on their card."""

    FIELD_OFFICER = "field_officer"
    SUPERVISOR = "supervisor"
    COORDINATOR = "coordinator"
    TRAINER = "trainer"
    DISTRICT_OFFICER = "district_officer"
    LOCAL_LEADER = "local_leader"
    ADVISER = "adviser"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OrganisationForm:
    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    place_id: UUID | None = None
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    id: UUID
    name: str
    kind: OrganisationKind
    place: str
    phone: str
    people: int
    """Those who hold a post in it now."""


@dataclass(frozen=True, slots=True)
class PostForm:
    """What somebody does somewhere: since when, and until when if it has ended."""

    person_id: UUID
    organisation_id: UUID
    duty: Duty = Duty.OTHER
    title: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PostLine:
    """One post, for the card of the organisation as for the card of the person."""

    id: UUID
    form: PostForm
    person: str
    phone: str
    organisation: str

    @property
    def is_held(self) -> bool:
        return self.form.until is None


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    id: UUID
    form: OrganisationForm
    place: str
    posts: tuple[PostLine, ...]
    """Those of today first, then those that have ended."""
