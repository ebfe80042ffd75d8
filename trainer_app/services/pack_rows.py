"""A pack as the rows of the database that it stands for: loaded when it ships, merged when it is imported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from trainer_app.db.journal import Values
from trainer_app.db.records import Fact, Handout, Module, Part, Shipped, Step, TestItem, Text, Unit
from trainer_app.domain import packs
from trainer_app.domain.curriculum import Fact as PackFact
from trainer_app.domain.ids import derived_id
from trainer_app.domain.packs import Pack, PackItem, PackText, PackUnit


def values(pack: Pack, *, shipped: bool) -> dict[type[Shipped], list[Values]]:
    """Everything of the pack as plain columns: records are made only of what an older pack said otherwise."""
    module = packs.module_id(pack.code)
    numbered = [(packs.unit_id(unit.code), unit) for unit in pack.units]
    told: dict[type[Shipped], list[Values]] = {
        Module: [_module(module, pack)],
        Fact: [_fact(module, pack.code, fact) for fact in pack.facts],
        Unit: [_unit(module, key, place, unit) for place, (key, unit) in enumerate(numbered, start=1)],
        Step: [row for key, unit in numbered for row in _steps(key, unit)],
        Handout: [_handout(key, unit) for key, unit in numbered if unit.handout_code],
        Part: [row for key, unit in numbered for row in _parts(key, unit)],
        TestItem: [_item(module, item) for item in pack.items],
        Text: [_text(pack.source, text) for text in pack.texts],
    }
    return {kind: [row | {"shipped": shipped} for row in found] for kind, found in told.items()}


def structure(pack: Pack) -> list[Shipped]:
    """All but the texts, as records of no session, to be compared with those that are here."""
    told = values(replace(pack, texts=()), shipped=False)
    return [kind(**row) for kind, found in told.items() for row in found]


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
        "retired": pack.retired,
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
        "retired": unit.retired,
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
        }


def _handout(unit_id: UUID, unit: PackUnit) -> Values:
    return {
        "id": packs.handout_id(unit.handout_code),
        "unit_id": unit_id,
        "code": unit.handout_code,
        "picture": unit.picture,
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
        "retired": item.retired,
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
    }


def _made_from(source: str, text: PackText) -> int | None:
    """The revision a translation was made from: none of ours where it was outdated already."""
    if text.language == source:
        return None
    return 1 if text.from_words is None else 0
