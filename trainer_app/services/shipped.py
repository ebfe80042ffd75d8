"""Loading what ships with the program: places, packs, the glossary. Rows that somebody edited here stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import INCLUDE_GONE, Values, chunked
from trainer_app.db.records import (
    ChangeRow,
    Fact,
    Handout,
    Module,
    Part,
    Place,
    PlaceAlias,
    Shipped,
    ShippedFile,
    Step,
    Term,
    TestItem,
    Text,
    Unit,
)
from trainer_app.domain import packs
from trainer_app.domain.curriculum import Fact as PackFact
from trainer_app.domain.ids import derived_id
from trainer_app.domain.packs import Pack, PackItem, PackText, PackUnit
from trainer_app.domain.places import ShippedPlace, place_id
from trainer_app.domain.terms import Term as ShippedTerm


def has_places(s: Session) -> bool:
    return s.scalars(select(Place.id).limit(1)).first() is not None


def digests(s: Session) -> dict[str, str]:
    """Name of a pack or a file > the digest it had when it was loaded. Not kept in the module's own row: that may be
    edited here, and is then left as it is."""
    return {name: digest for name, digest in s.execute(select(ShippedFile.name, ShippedFile.digest))}


def keep_digest(s: Session, name: str, digest: str) -> None:
    s.merge(ShippedFile(name=name, digest=digest))


def load_places(s: Session, places: Iterable[ShippedPlace]) -> None:
    places = list(places)
    bulk.add_all(s, Place, map(_place, places))
    bulk.add_all(s, PlaceAlias, (alias for place in places for alias in _aliases(place)))


def load_pack(s: Session, pack: Pack) -> None:
    """Add the pack, or bring the rows of an older one up to date."""
    _bring_up_to_date(s, _rows(pack))
    keep_digest(s, pack.folder, pack.digest)


def load_terms(s: Session, terms: Sequence[ShippedTerm]) -> None:
    """Add the terms of the glossary, bring older ones up to date, and take out those it no longer has."""
    rows = [_term(position, term) for position, term in enumerate(terms)]
    _bring_up_to_date(s, {Term: rows})
    wanted = {row["id"] for row in rows}
    all_shipped = select(Term).where(Term.shipped).execution_options(**{INCLUDE_GONE: True})
    changed = {row.id: row for row in s.scalars(all_shipped) if row.gone == (row.id in wanted)}
    for key in changed.keys() - _edited(s, changed):
        changed[key].gone = not changed[key].gone


def _bring_up_to_date(s: Session, told: Mapping[type[Shipped], list[Values]]) -> None:
    for kind, rows in told.items():
        known = _known(s, kind, [row["id"] for row in rows])
        bulk.add_all(s, kind, (row for row in rows if row["id"] not in known))
        changed = {row["id"]: row for row in rows if row["id"] in known and _differ(row, known[row["id"]])}
        for key in changed.keys() - _edited(s, changed):
            _copy(changed[key], s.get_one(kind, key, execution_options={INCLUDE_GONE: True}))


def _rows(pack: Pack) -> dict[type[Shipped], list[Values]]:
    """Everything of the pack as plain columns: records are made only of what an older pack said otherwise."""
    module = packs.module_id(pack.code)
    numbered = [(packs.unit_id(unit.code), unit) for unit in pack.units]
    return {
        Module: [_module(module, pack)],
        Fact: [_fact(module, pack.code, fact) for fact in pack.facts],
        Unit: [_unit(module, key, place, unit) for place, (key, unit) in enumerate(numbered, start=1)],
        Step: [row for key, unit in numbered for row in _steps(key, unit)],
        Handout: [_handout(key, unit) for key, unit in numbered],
        Part: [row for key, unit in numbered for row in _parts(key, unit)],
        TestItem: [_item(module, item) for item in pack.items],
        Text: [_text(pack.source, text) for text in pack.texts],
    }


def _place(place: ShippedPlace) -> Values:
    return {
        "id": place_id(place.code),
        "level": place.level,
        "code": place.code,
        "name": place.name,
        "parent_id": place_id(place.parent_code) if place.parent_code else None,
        "shipped": True,
    }


def _aliases(place: ShippedPlace) -> Iterable[Values]:
    key = place_id(place.code)
    for name in place.aliases:
        yield {"id": derived_id("place-alias", place.code, name), "place_id": key, "name": name, "shipped": True}


def _term(position: int, term: ShippedTerm) -> Values:
    return {
        "id": term.id,
        "position": position,
        "words": dict(term.words),
        "forbidden": dict(term.forbidden),
        "topic": term.topic,
        "confidence": term.confidence.value,
        "note": term.note,
        "shipped": True,
    }


def _module(key: UUID, pack: Pack) -> Values:
    return {
        "id": key,
        "code": pack.code,
        "folder": pack.folder,
        "source": pack.source,
        "licence": pack.licence,
        "requires": list(pack.requires),
        "complements": list(pack.complements),
        "topics": list(pack.topics),
        "position": int("".join(filter(str.isdigit, pack.code)) or 0),
        "shipped": True,
    }


def _fact(module: UUID, code: str, fact: PackFact) -> Values:
    return {
        "id": derived_id("fact", code, fact.key),
        "module_id": module,
        "key": fact.key,
        "law": fact.law,
        "law_words": dict(fact.law_words),
        "source": fact.source,
        "as_known_on": fact.as_known_on,
        "sure": fact.sure,
        "figures": [[value.since.isoformat(), value.value] for value in fact.values],
        "shipped": True,
    }


def _unit(module: UUID, key: UUID, position: int, unit: PackUnit) -> Values:
    return {
        "id": key,
        "module_id": module,
        "code": unit.code,
        "position": position,
        "minutes": unit.minutes,
        "people_least": unit.people[0],
        "people_most": unit.people[1],
        "shipped": True,
    }


def _steps(unit_id: UUID, unit: PackUnit) -> Iterable[Values]:
    for place, step in enumerate(unit.steps, start=1):
        yield {
            "id": step.id,
            "unit_id": unit_id,
            "position": place,
            "minutes": step.minutes,
            "method": step.method,
            "may_skip": step.may_skip,
            "shipped": True,
        }


def _handout(unit_id: UUID, unit: PackUnit) -> Values:
    return {
        "id": packs.handout_id(unit.handout_code),
        "unit_id": unit_id,
        "code": unit.handout_code,
        "picture": unit.picture,
        "shipped": True,
    }


def _parts(unit_id: UUID, unit: PackUnit) -> Iterable[Values]:
    for place, part in enumerate(unit.parts, start=1):
        yield {
            "id": part.id,
            "unit_id": unit_id,
            "kind": part.kind,
            "form": part.form,
            "position": place,
            "layout": dict(part.layout),
            "shipped": True,
        }


def _item(module: UUID, item: PackItem) -> Values:
    return {
        "id": item.id,
        "module_id": module,
        "unit_code": item.unit_code,
        "number": item.number,
        "answer": item.answer,
        "form": item.form,
        "picture": item.picture,
        "shipped": True,
    }


def _text(source: str, text: PackText) -> Values:
    return {
        "id": derived_id("text", text.ref, text.language),
        "owner_id": text.owner_id,
        "key": text.key,
        "position": text.position,
        "ref": text.ref,
        "language": text.language,
        "words": text.words,
        "state": text.state,
        "revision": 1,
        "from_revision": _made_from(source, text),
        "from_words": text.from_words,
        "facts": list(text.facts),
        "shipped": True,
    }


def _made_from(source: str, text: PackText) -> int | None:
    """The revision a translation was made from: none of ours where it was outdated already."""
    if text.language == source:
        return None
    return 1 if text.from_words is None else 0


def _known(s: Session, kind: type[Shipped], keys: Iterable[UUID]) -> dict[UUID, RowMapping]:
    """Key > columns of the rows that are there, also of those that somebody took away."""
    found: dict[UUID, RowMapping] = {}
    for part in chunked(list(keys)):
        wanted = select(*kind.__table__.columns).where(kind.__table__.c.id.in_(part))
        found |= {row["id"]: row for row in s.execute(wanted).mappings()}
    return found


def _edited(s: Session, keys: Iterable[UUID]) -> set[UUID]:
    wanted = (select(ChangeRow.row_key).where(ChangeRow.row_key.in_(part)) for part in chunked(list(keys)))
    return {key for statement in wanted for key in s.scalars(statement)}


def _differ(new: Values, old: RowMapping) -> bool:
    return any(old[name] != value for name, value in new.items())


def _copy(new: Values, old: Shipped) -> None:
    for name, value in new.items():
        if getattr(old, name) != value:
            setattr(old, name, value)
