"""Organisations beside the groups, and which post a person holds in one."""

from __future__ import annotations

from enum import StrEnum


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
