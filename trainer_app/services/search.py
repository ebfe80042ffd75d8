"""One search over everything: people, groups, trainings, units."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from trainer_app.domain.people import folded
from trainer_app.services import curriculum, groups, people, trainings


@dataclass(frozen=True, slots=True)
class Found:
    kind: str  # "person", "group", "training" or "unit"
    id: UUID
    code: str
    title: str
    detail: str


def find(s: Session, words: str, language: str, limit: int = 20) -> tuple[Found, ...]:
    """What fits the words, whatever their order and accents: people first, then groups, trainings and units."""
    if not folded(words):
        return ()
    found = [Found("person", p.id, p.code, p.name, p.groups) for p in people.people(s, words, limit=limit)]
    found += [Found("group", g.id, g.code, g.name, g.place) for g in groups.groups(s, words, counted=False)]
    found += [Found("training", t.id, t.code, t.title, t.group) for t in trainings.trainings(s, language, words)]
    found += _units(s, words, language)
    return tuple(found[:limit])


def _units(s: Session, words: str, language: str) -> list[Found]:
    wanted = folded(words).split()
    return [
        Found("unit", unit.id, unit.code, unit.title, module.title)
        for module in curriculum.modules(s, language)
        for unit in module.units
        if all(_begins(word, f"{unit.title} {unit.code} {module.title}") for word in wanted)
    ]


def _begins(word: str, text: str) -> bool:
    return any(part.startswith(word) for part in folded(text).split())
