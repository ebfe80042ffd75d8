"""What `pack.yaml` holds: units with their steps, handouts and parts, test items, and the texts in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from trainer_app.domain import packs
from trainer_app.domain.curriculum import DatedValue, Fact
from trainer_app.domain.material import FORMS, Method, PartKind
from trainer_app.domain.pack_layout import CARDS, LAYOUT, NOTES, ONE_TEXT, PART_TEXTS, PARTS, UNIT_LISTS, UNIT_ONE
from trainer_app.domain.packs import PackItem, PackPart, PackStep, PackUnit
from trainer_app.readers import pack_values as value

Told = Mapping[str, Any]


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
    values = tuple(DatedValue(value.day(one["from"]), value.word(str(one["value"]))) for one in told["values"] or ())
    named = {source: told["law"]} if isinstance(told["law"], str) else dict(told["law"])
    names = {value.word(language, value.LANGUAGE): value.text(law) for language, law in named.items()}
    law = names.pop(source)
    return Fact(
        value.word(told["key"]),
        law,
        value.text(told["source"]),
        value.day(told["as_known_on"]),
        value.is_true(told["sure"]),
        values,
        names,
    )


def unit(told: Told) -> PackUnit:
    handout = told.get("handout") or {}
    return PackUnit(
        value.word(told["code"], value.CODE),
        value.number(told["minutes"]),
        tuple(map(_step, told["steps"] or ())),
        value.word(handout["code"], value.CODE) if handout else "",
        _picture(handout),
        _people(told.get("people")),
        tuple(_parts(told)),
        value.is_true(told.get("retired")),
    )


def items(told: Told) -> list[Told]:
    """The test items by form and number, whatever their order in the file."""
    return sorted(told["items"] or (), key=lambda one: (_form(one), value.number(one["number"])))


def item(told: Told) -> PackItem:
    if told["answer"] not in tuple("ABC"):
        raise ValueError(f"{str(told['answer'])[:40]!r} is no answer")
    return PackItem(
        packs.item_id(told["stem"]["id"]),
        value.number(told["number"]),
        value.word(told["unit"], value.CODE),
        told["answer"],
        _form(told),
        _picture(told),
        value.is_true(told.get("retired")),
    )


def sources(told: Told) -> Iterator[Source]:
    """Every text of the pack, in the language it was written in."""
    module = packs.module_id(told["code"])
    yield from _one(module, "title", told["title"])
    yield from _one(module, "aim", told.get("aim"))
    for one in told["units"] or ():
        yield from _unit_sources(one)
    for one in items(told):
        yield from _item_sources(one)


def _form(told: Told) -> str:
    return value.word(told.get("form", "A"))


def _picture(told: Told) -> str:
    return value.word((told.get("picture") or {}).get("name", ""), value.NAME)


def _people(told: Sequence[object] | None) -> tuple[int, int]:
    least, most = told or (0, 0)
    return value.number(least), value.number(most)


def _step(told: Told) -> PackStep:
    method = Method(told["method"]) if told.get("method") else ""
    return PackStep(
        packs.step_id(told["text"]["id"]), value.number(told["minutes"]), method, value.is_true(told.get("skip"))
    )


def _parts(told: Told) -> Iterator[PackPart]:
    for kind, where in PARTS.items():
        for part in told.get(where) or ():
            if part["form"] not in FORMS[kind]:
                raise ValueError(f"{part['form']} is no form of {kind}")
            yield PackPart(packs.part_id(part["title"]["id"]), kind, part["form"], _layout(part))


def _layout(part: Told) -> dict[str, Any]:
    kept: dict[str, Any] = {name: _numbers(part[name]) for name in LAYOUT if _is_layout(part.get(name))}
    if part["form"] == CARDS:
        kept["pictures"] = [value.word(card.get("picture", ""), value.NAME) for card in part.get(CARDS) or ()]
    return kept


def _is_layout(told: object) -> bool:
    """Numbers; a list of texts of the same name is words (`lines` of a checklist)."""
    if isinstance(told, list):
        return bool(told) and all(isinstance(one, int) for one in told)
    return isinstance(told, int)


def _numbers(told: int | list[int]) -> int | list[int]:
    return [value.number(one) for one in told] if isinstance(told, list) else value.number(told)


def _source(owner: UUID, key: str, position: int, text: Told, facts: Iterable[str] = ()) -> Source:
    named = value.words(text.get("facts")) or tuple(facts)
    return Source(owner, key, position, value.word(text["id"], value.REF), value.text(text["text"]), named)


def _all(owner: UUID, key: str, texts: Iterable[Told] | None, facts: Iterable[str] = ()) -> Iterator[Source]:
    for position, text in enumerate(texts or ()):
        yield _source(owner, key, position, text, facts)


def _one(owner: UUID, key: str, text: Told | None, facts: Iterable[str] = ()) -> Iterator[Source]:
    return _all(owner, key, (text,) if text else (), facts)


def _unit_sources(told: Told) -> Iterator[Source]:
    owner = packs.unit_id(told["code"])
    for key in UNIT_ONE:
        yield from _one(owner, key, told.get(key))
    for key, where in UNIT_LISTS:
        yield from _all(owner, key, told.get(where))
    for key in NOTES:
        yield from _one(owner, key, (told.get("notes") or {}).get(key))
    for step in told["steps"] or ():
        step_id = packs.step_id(step["text"]["id"])
        yield from _one(step_id, "text", step["text"])
        yield from _all(step_id, "instruction", step.get("instructions"))
    if told.get("handout"):
        yield from _handout_sources(told["handout"])
    for kind, where in PARTS.items():
        for part in told.get(where) or ():
            yield from _part_sources(kind, part)


def _handout_sources(told: Told) -> Iterator[Source]:
    owner = packs.handout_id(told["code"])
    yield from _one(owner, "title", told.get("title"))
    yield from _one(owner, "caption", (told.get("picture") or {}).get("caption"))
    yield from _all(owner, "message", told.get("messages"))
    yield from _one(owner, "do_this", told.get("do_this"))
    yield from _all(owner, "spoken", told.get("spoken"))


def _part_sources(kind: PartKind, told: Told) -> Iterator[Source]:
    owner = packs.part_id(told["title"]["id"])
    yield from _one(owner, "title", told["title"])
    for key in ONE_TEXT[kind]:
        yield from _one(owner, key, told.get(key))
    for where, key in PART_TEXTS[kind].items():
        if not _is_layout(told.get(where)):
            yield from _all(owner, key, told.get(where))


def _item_sources(told: Told) -> Iterator[Source]:
    owner = packs.item_id(told["stem"]["id"])
    facts = value.words(told.get("facts"))
    yield from _one(owner, "stem", told["stem"], facts)
    options = told.get("options") or {}
    yield from _all(owner, "option", [options[letter] for letter in "ABC" if letter in options], facts)
    yield from _one(owner, "caption", (told.get("picture") or {}).get("caption"))
