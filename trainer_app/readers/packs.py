"""Curriculum packs: `pack.yaml` with the structure and the source words, one `.po` for each other language.

A `.po` entry is tied to its text by `msgctxt`. No entry means missing; `#, fuzzy` a draft; fuzzy with a previous
msgid, or with another source than the pack's, outdated; anything else reviewed. Poedit and Weblate read and
write the same files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import polib
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from trainer_app.domain import packs
from trainer_app.domain.curriculum import DatedValue, Fact, TextState
from trainer_app.domain.packs import Pack, PackItem, PackStep, PackText, PackUnit
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.readers.pack_digest import STRUCTURE, digest

FORMAT = 1


def read(folder: Path) -> Pack:
    """The pack in `folder`. Raises TrainerError when it is not one, or is of a newer format."""
    try:
        told = YAML(typ="safe", pure=True).load(folder / STRUCTURE)
        translations = {file.stem: polib.pofile(str(file)) for file in sorted(folder.glob("*.po"))}
        return _pack(folder, told, translations)
    except (YAMLError, OSError, KeyError, TypeError, AttributeError, ValueError) as error:
        words = _("The module pack in {folder} cannot be read: {problem}")
        raise TrainerError(words.format(folder=folder.name, problem=str(error)), "bad_pack") from error


def _pack(folder: Path, told: Mapping[str, Any], translations: Mapping[str, polib.POFile]) -> Pack:
    if told["format"] != FORMAT:
        raise ValueError(f"format {told['format']}")
    sources = tuple(_sources(told))
    return Pack(
        code=told["code"],
        folder=folder.name,
        source=told["source"],
        licence=told["licence"],
        digest=digest(folder),
        facts=tuple(_fact(fact) for fact in told["facts"]),
        units=tuple(_unit(unit) for unit in told["units"]),
        items=tuple(_item(item) for item in told["items"]),
        texts=tuple(_texts(told["source"], sources, translations)),
    )


def _fact(fact: Mapping[str, Any]) -> Fact:
    values = tuple(DatedValue(_day(value["from"]), str(value["value"])) for value in fact["values"])
    return Fact(fact["key"], fact["law"], fact["source"], _day(fact["as_known_on"]), fact["sure"], values)


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _unit(unit: Mapping[str, Any]) -> PackUnit:
    steps = tuple(PackStep(packs.step_id(step["text"]["id"]), step["minutes"]) for step in unit["steps"])
    handout = unit["handout"]
    return PackUnit(unit["code"], unit["minutes"], steps, handout["code"], handout["picture"]["name"])


def _item(item: Mapping[str, Any]) -> PackItem:
    return PackItem(packs.item_id(item["stem"]["id"]), item["number"], item["unit"], item["answer"])


_Source = tuple[UUID, str, int, Mapping[str, Any], tuple[str, ...]]


def _sources(told: Mapping[str, Any]) -> Iterator[_Source]:
    """(owner, key, position, text, facts) of every text in the pack."""
    module = packs.module_id(told["code"])
    yield module, "title", 0, told["title"], ()
    yield module, "aim", 0, told["aim"], ()
    for unit in told["units"]:
        yield from _unit_sources(unit)
    for item in told["items"]:
        owner = packs.item_id(item["stem"]["id"])
        facts = tuple(item.get("facts") or ())
        yield owner, "stem", 0, item["stem"], facts
        for position, letter in enumerate("ABC"):
            yield owner, "option", position, item["options"][letter], facts


def _unit_sources(unit: Mapping[str, Any]) -> Iterator[_Source]:
    owner = packs.unit_id(unit["code"])
    yield owner, "title", 0, unit["title"], ()
    yield owner, "materials", 0, unit["materials"], ()
    for key, texts in (("objective", unit["objectives"]), ("message", unit["messages"])):
        for position, text in enumerate(texts):
            yield owner, key, position, text, tuple(text.get("facts") or ())
    for step in unit["steps"]:
        yield packs.step_id(step["text"]["id"]), "text", 0, step["text"], ()
    yield from _handout_sources(unit["handout"])


def _handout_sources(handout: Mapping[str, Any]) -> Iterator[_Source]:
    owner = packs.handout_id(handout["code"])
    yield owner, "title", 0, handout["title"], ()
    yield owner, "caption", 0, handout["picture"]["caption"], ()
    for position, text in enumerate(handout["messages"]):
        yield owner, "message", position, text, tuple(text.get("facts") or ())
    yield owner, "do_this", 0, handout["do_this"], tuple(handout["do_this"].get("facts") or ())


def _texts(source: str, sources: tuple[_Source, ...], translations: Mapping[str, polib.POFile]) -> Iterator[PackText]:
    for owner, key, position, text, facts in sources:
        ref, words = text["id"], text["text"]
        yield PackText(owner, key, position, ref, source, words, TextState.REVIEWED, facts)
    for language, catalogue in translations.items():
        entries = {entry.msgctxt: entry for entry in catalogue if entry.msgstr and not entry.obsolete}
        for owner, key, position, text, facts in sources:
            if entry := entries.get(text["id"]):
                state = _state(entry, text["text"])
                yield PackText(owner, key, position, text["id"], language, entry.msgstr, state, facts)


def _state(entry: polib.POEntry, source_words: str) -> TextState:
    if entry.msgid != source_words or (entry.fuzzy and entry.previous_msgid):
        return TextState.OUTDATED
    return TextState.DRAFT if entry.fuzzy else TextState.REVIEWED
