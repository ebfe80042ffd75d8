"""`pack.yaml` as it is read: the structure of a module, and its words in the language they were written in.

Words are quoted, so that no reader takes `no` for false, `08:30` for a time or `007` for seven.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import yaml

from trainer_app.domain import packs
from trainer_app.domain.curriculum import Fact
from trainer_app.domain.pack_layout import CARDS, NOTES, ONE_TEXT, PART_TEXTS, PARTS, UNIT_LISTS, UNIT_ONE
from trainer_app.domain.packs import Pack, PackItem, PackPart, PackStep, PackText, PackUnit

FORMAT = 1
PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
Told = dict[str, Any]


def text(pack: Pack) -> str:
    return yaml.dump(_told(pack), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)


class _Dumper(yaml.CSafeDumper):
    """Says everything where it stands: nothing refers to anything."""

    def ignore_aliases(self, data: object) -> bool:
        return True


class _OnOneLine(dict[str, Any]):
    """A text with its id."""


class _List(list[Any]):
    """Short values beside each other."""


def _short_or_quoted(dumper: _Dumper, words: str) -> yaml.ScalarNode:
    """A code stands as it is where nothing else can be read in it."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=None if PLAIN.fullmatch(words) else '"')


def _on_one_line(dumper: _Dumper, values: Mapping[str, Any]) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", values.items(), flow_style=True)


def _beside(dumper: _Dumper, values: Iterable[Any]) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=True)


_Dumper.add_representer(str, _short_or_quoted)
_Dumper.add_multi_representer(str, lambda dumper, words: _short_or_quoted(dumper, str(words)))
_Dumper.add_representer(_OnOneLine, _on_one_line)
_Dumper.add_representer(_List, _beside)


class _Texts:
    """The texts of the source by whose they are and as what."""

    def __init__(self, pack: Pack) -> None:
        self._found: dict[tuple[UUID, str], list[PackText]] = {}
        for one in pack.texts:
            if one.language == pack.source:
                self._found.setdefault((one.owner_id, one.key), []).append(one)

    def all(self, owner: UUID, key: str) -> list[Told]:
        return [_text(one) for one in sorted(self._found.get((owner, key), ()), key=lambda one: one.position)]

    def lists(self, owner: UUID, keys: Iterable[tuple[str, str]]) -> Told:
        """Name of a list > its texts; those that are empty are left out."""
        return {where: found for key, where in keys if (found := self.all(owner, key))}

    def single(self, owner: UUID, keys: Iterable[str]) -> Told:
        return {key: found[0] for key in keys if (found := self.all(owner, key))}


def _text(one: PackText) -> Told:
    told = _OnOneLine(id=one.ref, text=one.words)
    if one.facts:
        told["facts"] = _List(one.facts)
    return told


def _told(pack: Pack) -> Told:
    texts = _Texts(pack)
    module = packs.module_id(pack.code)
    told: Told = {"format": FORMAT, "module": pack.folder, "code": pack.code, "source": pack.source}
    told["licence"] = pack.licence
    told |= texts.single(module, ("title", "aim"))
    links = (("requires", pack.requires), ("complements", pack.complements), ("topics", pack.topics))
    told |= {name: _List(value) for name, value in links if value}
    told |= _retired(pack.retired)
    told["facts"] = [_fact(fact, pack.source) for fact in pack.facts]
    told["units"] = [_unit(unit, texts) for unit in pack.units]
    told["items"] = [_item(item, texts) for item in pack.items]
    return told


def _retired(retired: bool) -> Told:
    return {"retired": True} if retired else {}


def _fact(fact: Fact, source: str) -> Told:
    return {
        "key": fact.key,
        "law": {source: fact.law} | dict(fact.law_words) if fact.law_words else fact.law,
        "source": fact.source,
        "as_known_on": fact.as_known_on,
        "sure": fact.sure,
        "values": [_OnOneLine({"from": one.since, "value": one.value}) for one in fact.values],
    }


def _unit(unit: PackUnit, texts: _Texts) -> Told:
    owner = packs.unit_id(unit.code)
    told: Told = {"code": unit.code} | texts.single(owner, ("title",))
    told["minutes"] = unit.minutes
    told |= _retired(unit.retired)
    if any(unit.people):
        told["people"] = _List(unit.people)
    told |= texts.single(owner, [key for key in UNIT_ONE if key != "title"])
    told |= texts.lists(owner, UNIT_LISTS)
    told["steps"] = [_step(step, texts) for step in unit.steps]
    if notes := texts.single(owner, NOTES):
        told["notes"] = notes
    if unit.handout_code:
        told["handout"] = _handout(unit, texts)
    for kind, where in PARTS.items():
        if found := [_part(part, texts) for part in unit.parts if part.kind == kind]:
            told[where] = found
    return told


def _step(step: PackStep, texts: _Texts) -> Told:
    told: Told = {"minutes": step.minutes}
    if step.method:
        told["method"] = step.method
    if step.may_skip:
        told["skip"] = True
    return told | texts.single(step.id, ("text",)) | texts.lists(step.id, (("instruction", "instructions"),))


def _handout(unit: PackUnit, texts: _Texts) -> Told:
    owner = packs.handout_id(unit.handout_code)
    told = {"code": unit.handout_code} | texts.single(owner, ("title",))
    told |= _picture(unit.picture, owner, texts)
    told |= texts.lists(owner, (("message", "messages"),)) | texts.single(owner, ("do_this",))
    return told | texts.lists(owner, (("spoken", "spoken"),))


def _picture(name: str, owner: UUID, texts: _Texts) -> Told:
    caption = texts.single(owner, ("caption",))
    return {"picture": {"name": name} | caption} if name or caption else {}


def _part(part: PackPart, texts: _Texts) -> Told:
    told: Told = {"form": part.form} | texts.single(part.id, ("title", *ONE_TEXT[part.kind]))
    told |= {name: _List(v) if isinstance(v, list) else v for name, v in part.layout.items() if name != "pictures"}
    told |= texts.lists(part.id, [(key, where) for where, key in PART_TEXTS[part.kind].items()])
    if part.form == CARDS:
        for card, picture in zip(told.get(CARDS, ()), part.layout.get("pictures", ()), strict=False):
            if picture:
                card["picture"] = picture
    return told


def _item(item: PackItem, texts: _Texts) -> Told:
    told: Told = {"number": item.number, "form": item.form, "unit": item.unit_code, "answer": item.answer}
    told |= _retired(item.retired) | _picture(item.picture, item.id, texts) | texts.single(item.id, ("stem",))
    told["options"] = dict(zip("ABC", texts.all(item.id, "option"), strict=False))
    return told
