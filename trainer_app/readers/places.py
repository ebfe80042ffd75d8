"""Rwanda's places as they ship: provinces to cells with their official codes, and villages as suggestions."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache

from trainer_app.domain.places import ShippedPlace
from trainer_app.paths import resources

COUNTRY = "RW"


def rwanda() -> tuple[ShippedPlace, ...]:
    """The country, 5 provinces, 30 districts, 416 sectors and 2,148 cells, parents before children."""
    aliases: dict[str, list[str]] = {}
    for row in _rows("rwanda_aliases.csv"):
        aliases.setdefault(row["code"], []).append(row["alias"])
    places = [ShippedPlace("country", COUNTRY, "", "Rwanda", ("U Rwanda",))]
    for row in _rows("rwanda.csv"):
        code, parent = f"{COUNTRY}/{row['code']}", row["parent_code"]
        above = f"{COUNTRY}/{parent}" if parent else COUNTRY
        names = tuple(aliases.get(row["code"], ()))
        places.append(ShippedPlace(row["level"], code, above, row["name"], names))
    return tuple(places)


@cache
def villages() -> dict[str, tuple[str, ...]]:
    """Code of a cell > its villages. Spellings differ between sources, so a village is typed text, never a key."""
    found: dict[str, list[str]] = {}
    for row in _rows("rwanda_villages.csv"):
        found.setdefault(f"{COUNTRY}/{row['cell']}", []).append(row["village"])
    return {cell: tuple(names) for cell, names in found.items()}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (resources() / "places" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
