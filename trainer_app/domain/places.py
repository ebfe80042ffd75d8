"""Places as paths, from country to cell: names alone are not unique (30 sectors share one)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from trainer_app.domain.ids import derived_id

LEVELS = ("country", "province", "district", "sector", "cell")


@dataclass(frozen=True, slots=True)
class ShippedPlace:
    level: str
    code: str
    parent_code: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceLine:
    id: UUID
    level: str
    code: str
    name: str
    path: str
    """From the place up to its district: "Base, Rulindo"."""


def place_id(code: str) -> UUID:
    """By official code: equal on every laptop."""
    return derived_id("place", code)
