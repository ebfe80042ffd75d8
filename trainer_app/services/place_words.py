"""Which place the words of a list mean: "Remera, Gasabo", or district, sector and cell in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Place, PlaceAlias
from trainer_app.domain.imports.people_rows import PlaceWords
from trainer_app.domain.people import folded
from trainer_app.domain.places import LEVELS

Named = tuple[str, str | None]
"""A name, and its level when the list tells it."""


class PlaceFinder:
    """Knows every place by its names, and remembers what it was asked: a list says few places many times."""

    def __init__(self, s: Session) -> None:
        rows = s.execute(select(Place.id, Place.level, Place.name, Place.parent_id)).all()
        self._level = {key: level for key, level, _, _ in rows}
        self._parent = {key: parent for key, _, _, parent in rows}
        self._by_name: dict[str, list[UUID]] = {}
        aliases = s.execute(select(PlaceAlias.place_id, PlaceAlias.name)).all()
        for key, name in (*((key, name) for key, _, name, _ in rows), *((key, name) for key, name in aliases)):
            self._by_name.setdefault(folded(name), []).append(key)
        self._found: dict[PlaceWords, tuple[UUID | None, str]] = {}

    def find(self, words: PlaceWords) -> tuple[UUID | None, str]:
        """The smallest place that all the words fit, and the words that fit nothing."""
        if words not in self._found:
            self._found[words] = self._search(words)
        return self._found[words]

    def _search(self, words: PlaceWords) -> tuple[UUID | None, str]:
        names: list[Named] = [(words.district, "district"), (words.sector, "sector"), (words.cell, "cell")]
        names += [(part, None) for part in re.split(r"[,;/>]|\s[-–]\s", words.text)]
        names = [(name.strip(), level) for name, level in names if name.strip()]
        known = [(name, self._called(name, level)) for name, level in names]
        left = [name for name, places in known if not places]
        place = self._deepest([places for _, places in known if places])
        return (place, ", ".join(left)) if place else (None, str(words))

    def _called(self, name: str, level: str | None) -> set[UUID]:
        plain = folded(name)
        for prefix in ("district ", "secteur ", "sector ", "cellule ", "akarere ka ", "umurenge wa ", "akagari ka "):
            plain = plain.removeprefix(prefix)
        return {key for key in self._by_name.get(plain, ()) if level is None or self._level[key] == level}

    def _deepest(self, named: list[set[UUID]]) -> UUID | None:
        """The only place that lies in one of each; None when none does, or several do."""
        everywhere = {key for places in named for key in places}
        fits = [key for key in everywhere if all(places & set(self._path(key)) for places in named)]
        lowest = max((LEVELS.index(self._level[key]) for key in fits), default=-1)
        outer = min((LEVELS.index(self._level[key]) for key in fits), default=-1)
        wanted = outer if len(named) == 1 else lowest
        found = [key for key in fits if LEVELS.index(self._level[key]) == wanted]
        return found[0] if len(found) == 1 else None

    def _path(self, key: UUID) -> Iterable[UUID]:
        here: UUID | None = key
        while here is not None:
            yield here
            here = self._parent.get(here)
