"""What `pack.yaml` holds: units with their steps, handouts and parts, test items, and the texts in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from trainer_app.domain import packs
from trainer_app.domain.curriculum import DatedValue, Fact
from trainer_app.domain.material import FORMS, Method, PartKind
from trainer_app.domain.packs import PackItem, PackPart, PackStep, PackUnit

Told = Mapping[str, Any]

PARTS = {PartKind.READING: "readings", PartKind.EXERCISE: "exercises", PartKind.PROP: "props"}
PART_TEXTS = {
    PartKind.READING: {"paragraphs": "paragraph"},
    PartKind.EXERCISE: {"columns": "column", "first": "first", "choices": "choice"},
    PartKind.PROP: {"cards": "card", "lines": "line"},
}
"""Of each kind of part: the list in the file > the key of its texts."""
ONE_TEXT = {PartKind.READING: (), PartKind.EXERCISE: ("instruction",), PartKind.PROP: ("use",)}
NOTES = ("low_literacy", "women", "disability")


@dataclass(frozen=True, slots=True)
class Source:
    """One text as the pack tells it: whose it is, what it is there, and in which place."""

    owner: UUID
    key: str
    position: int
    ref: str
    words: str
    facts: tuple[str, ...]


def fact(told: Told, source: str) -> Fact:
    """`law` is one name, or its name in each language; `source` is the language of the module."""
    values = tuple(DatedValue(_day(value["from"]), str(value["value"])) for value in told["values"])
    names = {source: told["law"]} if isinstance(told["law"], str) else dict(told["law"])
    law = names.pop(source)
    return Fact(told["key"], law, told["source"], _day(told["as_known_on"]), told["sure"], values, names)


def unit(told: Told) -> PackUnit:
    handout = told["handout"]
    return PackUnit(
        told["code"],
        told["minutes"],
        tuple(map(_step, told["steps"])),
        handout["code"],
        handout["picture"]["name"],
        _people(told.get("people")),
        tuple(_parts(told)),
    )


def item(told: Told) -> PackItem:
    return PackItem(
        packs.item_id(told["stem"]["id"]),
        told["number"],
        told["unit"],
        told["answer"],
        told.get("form", "A"),
        (told.get("picture") or {}).get("name", ""),
    )


def sources(told: Told) -> Iterator[Source]:
    """Every text of the pack, in the language it was written in."""
    module = packs.module_id(told["code"])
    yield _source(module, "title", 0, told["title"])
    yield _source(module, "aim", 0, told["aim"])
    for one in told["units"]:
        yield from _unit_sources(one)
    for one in told["items"]:
        yield from _item_sources(one)


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _people(told: Iterable[int] | None) -> tuple[int, int]:
    least, most = told or (0, 0)
    return int(least), int(most)


def _step(told: Told) -> PackStep:
    method = Method(told["method"]) if told.get("method") else ""
    return PackStep(packs.step_id(told["text"]["id"]), told["minutes"], method, bool(told.get("skip")))


def _parts(told: Told) -> Iterator[PackPart]:
    for kind, where in PARTS.items():
        for part in told.get(where) or ():
            if part["form"] not in FORMS[kind]:
                raise ValueError(f"{part['form']} is no form of {kind}")
            yield PackPart(packs.part_id(part["title"]["id"]), kind, part["form"], _layout(part))


def _layout(part: Told) -> dict[str, Any]:
    kept = {name: part[name] for name in ("lines", "rows", "amounts") if _is_layout(part.get(name))}
    if part["form"] == "cards":
        kept["pictures"] = [card.get("picture", "") for card in part["cards"]]
    return kept


def _is_layout(value: object) -> bool:
    """Numbers; a list of texts of the same name is words (`lines` of a checklist)."""
    return isinstance(value, int) or (isinstance(value, list) and all(isinstance(one, int) for one in value))


def _source(owner: UUID, key: str, position: int, text: Told, facts: Iterable[str] = ()) -> Source:
    named = tuple(text.get("facts") or facts or ())
    return Source(owner, key, position, text["id"], text["text"], named)


def _all(owner: UUID, key: str, texts: Iterable[Told] | None) -> Iterator[Source]:
    for position, text in enumerate(texts or ()):
        yield _source(owner, key, position, text)


def _one(owner: UUID, key: str, text: Told | None) -> Iterator[Source]:
    return _all(owner, key, (text,) if text else ())


def _unit_sources(told: Told) -> Iterator[Source]:
    owner = packs.unit_id(told["code"])
    for key in ("title", "room", "materials"):
        yield from _one(owner, key, told.get(key))
    for key, where in (
        ("objective", "objectives"),
        ("preparation", "preparation"),
        ("message", "messages"),
        ("question", "questions"),
        ("cue", "cue_card"),
    ):
        yield from _all(owner, key, told.get(where))
    for key in NOTES:
        yield from _one(owner, key, (told.get("notes") or {}).get(key))
    for step in told["steps"]:
        step_id = packs.step_id(step["text"]["id"])
        yield _source(step_id, "text", 0, step["text"])
        yield from _all(step_id, "instruction", step.get("instructions"))
    yield from _handout_sources(told["handout"])
    for kind, where in PARTS.items():
        for part in told.get(where) or ():
            yield from _part_sources(kind, part)


def _handout_sources(told: Told) -> Iterator[Source]:
    owner = packs.handout_id(told["code"])
    yield _source(owner, "title", 0, told["title"])
    yield _source(owner, "caption", 0, told["picture"]["caption"])
    yield from _all(owner, "message", told["messages"])
    yield _source(owner, "do_this", 0, told["do_this"])
    yield from _all(owner, "spoken", told.get("spoken"))


def _part_sources(kind: PartKind, told: Told) -> Iterator[Source]:
    owner = packs.part_id(told["title"]["id"])
    yield _source(owner, "title", 0, told["title"])
    for key in ONE_TEXT[kind]:
        yield from _one(owner, key, told.get(key))
    for where, key in PART_TEXTS[kind].items():
        if not _is_layout(told.get(where) or 0):
            yield from _all(owner, key, told[where])


def _item_sources(told: Told) -> Iterator[Source]:
    owner = packs.item_id(told["stem"]["id"])
    facts = tuple(told.get("facts") or ())
    yield _source(owner, "stem", 0, told["stem"], facts)
    for position, letter in enumerate("ABC"):
        yield _source(owner, "option", position, told["options"][letter], facts)
    yield from _one(owner, "caption", (told.get("picture") or {}).get("caption"))
