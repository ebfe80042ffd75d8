"""Finding a place, and writing where it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from trainer_app.db.records import Place, PlaceAlias
from trainer_app.domain.people import folded
from trainer_app.domain.places import LEVELS, PlaceLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

SHOWN_UP_TO = "district"


def provinces(s: Session) -> tuple[PlaceLine, ...]:
    return _lines(s, s.scalars(select(Place).where(Place.level == "province").order_by(Place.name)).all())


def districts(s: Session) -> tuple[PlaceLine, ...]:
    return _lines(s, s.scalars(select(Place).where(Place.level == "district").order_by(Place.name)).all())


def children(s: Session, place_id: UUID) -> tuple[PlaceLine, ...]:
    return _lines(s, s.scalars(select(Place).where(Place.parent_id == place_id).order_by(Place.name)).all())


def find(s: Session, words: str, level: str | None = None, limit: int = 30) -> tuple[PlaceLine, ...]:
    """Places of which each word begins one of the names on their path: `base rul` finds Base in Rulindo."""
    wanted = folded(words.replace(",", " ").replace("/", " ")).split()
    if not wanted:
        return ()
    found = [line for line, names in _named(s, level) if all(_begins(word, names) for word in wanted)]
    found.sort(key=lambda line: (not folded(line.name).startswith(wanted[0]), LEVELS.index(line.level), line.path))
    return tuple(found[:limit])


def one(s: Session, words: str, level: str | None = None) -> UUID:
    """The place that a code, or a name or path, stands for; of a place and those inside it with its name, the place.

    Raises TrainerError unless it fits exactly one.
    """
    fits = [Place.level == level] if level else []
    if (by_code := s.scalars(select(Place.id).where(Place.code == words, *fits)).first()) is not None:
        return by_code
    wanted = folded(words.replace(",", " ").replace("/", " "))
    found = [line for line in find(s, words, level, limit=500) if wanted in (folded(line.name), _flat(line.path))]
    found = _outermost(found) or list(find(s, words, level, limit=2))
    if len(found) != 1:
        sentence = (
            _("No place is called {words}.") if not found else _("Several places are called {words}: add the district.")
        )
        raise TrainerError(sentence.format(words=words), "unknown_place")
    return found[0].id


def _outermost(lines: list[PlaceLine]) -> list[PlaceLine]:
    outer = min((LEVELS.index(line.level) for line in lines), default=0)
    return [line for line in lines if LEVELS.index(line.level) == outer]


def code(s: Session, place_id: UUID | None) -> str:
    """The official code; "" of no place."""
    return s.scalars(select(Place.code).where(Place.id == place_id)).first() or "" if place_id else ""


def path(s: Session, place_id: UUID | None) -> str:
    """`Base, Rulindo`: the place and what it is in, up to the district."""
    return paths(s, [place_id])[place_id] if place_id else ""


def paths(s: Session, place_ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    """Place > path, for many at once; no place has an empty path."""
    wanted = {key for key in place_ids if key is not None}
    found: dict[UUID | None, str] = {None: ""}
    if wanted:
        for key, *pairs in s.execute(_with_outer_places(), {"wanted": wanted}):
            found[key] = _path(list(zip(pairs[::2], pairs[1::2], strict=True)))
    return found


@cache
def _with_outer_places() -> Select[*tuple[Any, ...]]:
    """Made once: putting the question together takes longer than its answer."""
    up, upper, top = aliased(Place), aliased(Place), aliased(Place)
    levels = (Place.level, Place.name, up.level, up.name, upper.level, upper.name, top.level, top.name)
    return (
        select(Place.id, *levels)
        .outerjoin(up, up.id == Place.parent_id)
        .outerjoin(upper, upper.id == up.parent_id)
        .outerjoin(top, top.id == upper.parent_id)
        .where(Place.id.in_(bindparam("wanted", expanding=True)))
    )


def district(s: Session, place_id: UUID | None) -> UUID | None:
    """The district that a place lies in; the place itself when it is one."""
    while place_id is not None:
        place = s.get_one(Place, place_id)
        if place.level == "district":
            return place.id
        place_id = place.parent_id
    return None


def levels(s: Session, place_id: UUID | None) -> dict[str, str]:
    """Level > name of the place and of all that it lies in."""
    found: dict[str, str] = {}
    while place_id is not None:
        place = s.get_one(Place, place_id)
        found[place.level] = place.name
        place_id = place.parent_id
    return found


def districts_of(s: Session, place_ids: Iterable[UUID | None]) -> dict[UUID, tuple[UUID, str]]:
    """Place > the district it lies in and its name, for many at once; places above a district are left out."""
    wanted = {key for key in place_ids if key is not None}
    if not wanted:
        return {}
    up, upper = aliased(Place), aliased(Place)
    levels = (Place.level, Place.id, Place.name, up.level, up.id, up.name, upper.level, upper.id, upper.name)
    rows = s.execute(
        select(Place.id, *levels)
        .outerjoin(up, up.id == Place.parent_id)
        .outerjoin(upper, upper.id == up.parent_id)
        .where(Place.id.in_(wanted))
    )
    return {key: (told[n + 1], told[n + 2]) for key, *told in rows for n in (0, 3, 6) if told[n] == SHOWN_UP_TO}


def _path(steps: list[tuple[str | None, str | None]]) -> str:
    names: list[str] = []
    for level, name in steps:
        if level is None or (level in ("country", "province") and names):
            break
        names.append(name or "")
        if level == SHOWN_UP_TO:
            break
    return ", ".join(names)


def _lines(s: Session, rows: Iterable[Place]) -> tuple[PlaceLine, ...]:
    rows = tuple(rows)
    where = paths(s, [row.id for row in rows])
    return tuple(PlaceLine(row.id, row.level, row.code, row.name, where[row.id]) for row in rows)


def _named(s: Session, level: str | None) -> Iterable[tuple[PlaceLine, list[str]]]:
    """Every place with the folded words of its path and its aliases."""
    rows = s.scalars(select(Place).where(Place.level == level) if level else select(Place)).all()
    parents = {row.id: row for row in (rows if level is None else s.scalars(select(Place)))}
    other: dict[UUID, list[str]] = {}
    for key, name in s.execute(select(PlaceAlias.place_id, PlaceAlias.name)):
        other.setdefault(key, []).extend(folded(name).split())
    for row in rows:
        steps: list[tuple[str | None, str | None]] = []
        names: list[str] = []
        here: Place | None = row
        while here is not None:
            steps.append((here.level, here.name))
            names += folded(here.name).split() + other.get(here.id, [])
            here = parents.get(here.parent_id) if here.parent_id else None
        yield PlaceLine(row.id, row.level, row.code, row.name, _path(steps)), names


def _begins(word: str, names: list[str]) -> bool:
    return any(name.startswith(word) for name in names)


def _flat(path: str) -> str:
    return folded(path.replace(",", " "))
