"""Loading what ships with the program: places and packs. Rows that somebody edited here are left as they are."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import INCLUDE_GONE, chunked
from trainer_app.db.records import (
    ChangeRow,
    Fact,
    Handout,
    Module,
    Part,
    Place,
    PlaceAlias,
    Shipped,
    Step,
    TestItem,
    Text,
    Unit,
)
from trainer_app.domain import packs
from trainer_app.domain.ids import derived_id
from trainer_app.domain.packs import Pack, PackUnit
from trainer_app.domain.places import ShippedPlace, place_id


def has_places(s: Session) -> bool:
    return s.scalars(select(Place.id).limit(1)).first() is not None


def pack_digests(s: Session) -> dict[str, str]:
    """Folder > digest of the pack that was loaded from it."""
    return {folder: digest for folder, digest in s.execute(select(Module.folder, Module.digest))}


def load_places(s: Session, places: Iterable[ShippedPlace]) -> None:
    bulk.add_all(s, (row for place in places for row in _place(place)))


def load_pack(s: Session, pack: Pack) -> None:
    """Add the pack, or bring the rows of an older one up to date."""
    rows = [_module(pack), *_facts(pack), *_units(pack), *_items(pack), *_texts(pack)]
    known = {kind: _known(s, kind, rows) for kind in {type(row) for row in rows}}
    bulk.add_all(s, (row for row in rows if row.id not in known[type(row)]))
    edited = _edited(s, rows)
    for row in rows:
        old = known[type(row)].get(row.id)
        if old is not None and row.id not in edited:
            _copy(row, old)


def _place(place: ShippedPlace) -> Iterable[Shipped]:
    parent = place_id(place.parent_code) if place.parent_code else None
    key = place_id(place.code)
    yield Place(id=key, level=place.level, code=place.code, name=place.name, parent_id=parent, shipped=True)
    for name in place.aliases:
        yield PlaceAlias(id=derived_id("place-alias", place.code, name), place_id=key, name=name, shipped=True)


def _module(pack: Pack) -> Module:
    return Module(
        id=packs.module_id(pack.code),
        code=pack.code,
        folder=pack.folder,
        source=pack.source,
        licence=pack.licence,
        requires=list(pack.requires),
        complements=list(pack.complements),
        topics=list(pack.topics),
        position=int("".join(filter(str.isdigit, pack.code)) or 0),
        digest=pack.digest,
        retired=pack.retired,
        shipped=True,
    )


def _facts(pack: Pack) -> Iterable[Shipped]:
    for fact in pack.facts:
        yield Fact(
            id=derived_id("fact", pack.code, fact.key),
            module_id=packs.module_id(pack.code),
            key=fact.key,
            law=fact.law,
            source=fact.source,
            as_known_on=fact.as_known_on,
            sure=fact.sure,
            figures=[[value.since.isoformat(), value.value] for value in fact.values],
            shipped=True,
        )


def _units(pack: Pack) -> Iterable[Shipped]:
    module = packs.module_id(pack.code)
    for position, unit in enumerate(pack.units, start=1):
        key = packs.unit_id(unit.code)
        yield Unit(
            id=key,
            module_id=module,
            code=unit.code,
            position=position,
            minutes=unit.minutes,
            people_least=unit.people[0],
            people_most=unit.people[1],
            retired=unit.retired,
            shipped=True,
        )
        yield from _steps(key, unit)
        if unit.handout_code:
            handout = packs.handout_id(unit.handout_code)
            yield Handout(id=handout, unit_id=key, code=unit.handout_code, picture=unit.picture, shipped=True)
        yield from _parts(key, unit)


def _steps(unit_id: UUID, unit: PackUnit) -> Iterable[Shipped]:
    for place, step in enumerate(unit.steps, start=1):
        yield Step(
            id=step.id,
            unit_id=unit_id,
            position=place,
            minutes=step.minutes,
            method=step.method,
            may_skip=step.may_skip,
            shipped=True,
        )


def _parts(unit_id: UUID, unit: PackUnit) -> Iterable[Shipped]:
    for place, part in enumerate(unit.parts, start=1):
        yield Part(
            id=part.id,
            unit_id=unit_id,
            kind=part.kind,
            form=part.form,
            position=place,
            layout=dict(part.layout),
            shipped=True,
        )


def _items(pack: Pack) -> Iterable[Shipped]:
    for item in pack.items:
        yield TestItem(
            id=item.id,
            module_id=packs.module_id(pack.code),
            unit_code=item.unit_code,
            number=item.number,
            answer=item.answer,
            form=item.form,
            picture=item.picture,
            retired=item.retired,
            shipped=True,
        )


def _texts(pack: Pack) -> Iterable[Shipped]:
    for text in pack.texts:
        yield Text(
            id=derived_id("text", text.ref, text.language),
            owner_id=text.owner_id,
            key=text.key,
            position=text.position,
            ref=text.ref,
            language=text.language,
            words=text.words,
            state=text.state,
            revision=1,
            from_revision=None if text.language == pack.source else 1,
            from_words=text.from_words,
            facts=list(text.facts),
            shipped=True,
        )


def _known(s: Session, kind: type[Shipped], rows: Iterable[Shipped]) -> dict[object, Shipped]:
    keys = [row.id for row in rows if type(row) is kind]
    found: dict[object, Shipped] = {}
    for part in chunked(keys):
        wanted = select(kind).where(kind.id.in_(part)).execution_options(**{INCLUDE_GONE: True})
        found |= {row.id: row for row in s.scalars(wanted)}
    return found


def _edited(s: Session, rows: Iterable[Shipped]) -> set[object]:
    keys = [row.id for row in rows]
    wanted = (select(ChangeRow.row_key).where(ChangeRow.row_key.in_(part)) for part in chunked(keys))
    return {key for statement in wanted for key in s.scalars(statement)}


def _copy(new: Shipped, old: Shipped) -> None:
    for column in type(new).__table__.columns:
        if column.key not in ("id", "gone") and getattr(old, column.key) != getattr(new, column.key):
            setattr(old, column.key, getattr(new, column.key))
