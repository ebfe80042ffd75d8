"""A pack as the rows of the database that it stands for: loaded when it ships, merged when it is imported."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from trainer_app.db.records import Fact, Handout, Module, Part, Shipped, Step, TestItem, Text, Unit
from trainer_app.domain import packs
from trainer_app.domain.ids import derived_id
from trainer_app.domain.packs import Pack, PackText, PackUnit


def rows(pack: Pack, *, shipped: bool) -> list[Shipped]:
    """The module and all that belongs to it, in an order in which rows refer to those before them."""
    found = [_module(pack), *_facts(pack), *_units(pack), *_items(pack), *_texts(pack)]
    for row in found:
        row.shipped = shipped
    return found


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
    )


def _facts(pack: Pack) -> Iterable[Shipped]:
    for fact in pack.facts:
        yield Fact(
            id=derived_id("fact", pack.code, fact.key),
            module_id=packs.module_id(pack.code),
            key=fact.key,
            law=fact.law,
            law_words=dict(fact.law_words),
            source=fact.source,
            as_known_on=fact.as_known_on,
            sure=fact.sure,
            figures=[[value.since.isoformat(), value.value] for value in fact.values],
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
        )
        yield from _steps(key, unit)
        if unit.handout_code:
            handout = packs.handout_id(unit.handout_code)
            yield Handout(id=handout, unit_id=key, code=unit.handout_code, picture=unit.picture)
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
            from_revision=_made_from(text, pack),
            from_words=text.from_words,
            facts=list(text.facts),
        )


def _made_from(text: PackText, pack: Pack) -> int | None:
    """The revision a translation was made from: none of ours where it was outdated already."""
    if text.language == pack.source:
        return None
    return 1 if text.from_words is None else 0
