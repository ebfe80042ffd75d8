"""Who may train whom: the tiers of a cascade, what a trainer can teach, and what each of them has done so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Tier(StrEnum):
    MASTER = "master_trainer"
    TRAINER = "trainer"
    PEER_EDUCATOR = "peer_educator"


@dataclass(frozen=True, slots=True)
class TrainerForm:
    tier: Tier = Tier.TRAINER
    modules: tuple[str, ...] = ()
    """Codes of the modules that they can teach."""
    languages: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrainerLine:
    """One row of the list of trainers. Who led a training without being written down as a trainer has no tier."""

    id: UUID
    """Of the person."""
    code: str
    name: str
    phone: str
    place: str
    tier: Tier | None
    modules: tuple[str, ...]
    languages: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    trainings: int = 0
    """Trainings they led in which somebody was seen."""
    people: int = 0
    """Who came to them, each person once."""
    last_day: date | None = None
    """Of the sessions they led and that somebody came to."""
