"""A module as it leaves: all that the database holds of it, as one frozen pack that no session is needed for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Handout, Kept, Module, Part, Step, TestItem, Text, Unit
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import PartKind
from trainer_app.domain.pack_layout import CARDS, KEYS_OF
from trainer_app.domain.packs import Pack, PackItem, PackPart, PackStep, PackText, PackUnit
from trainer_app.services.curriculum_words import facts_of

K = TypeVar("K", bound=Kept)


def pack(s: Session, module_id: UUID) -> Pack:
    """The module with its units, items, facts and links, and every text in every language."""
    module = s.get_one(Module, module_id)
    facts = facts_of(s, module_id)
    units = s.scalars(select(Unit).where(Unit.module_id == module_id).order_by(Unit.position, Unit.code)).all()
    items = s.scalars(
        select(TestItem).where(TestItem.module_id == module_id).order_by(TestItem.form, TestItem.number, TestItem.id)
    ).all()
    parts = _Parts(s, units)
    owners = [("module", module_id), *parts.owners(), *(("item", item.id) for item in items)]
    texts = tuple(_texts(s, owners, module.source))
    cards = _cards(texts, module.source)
    return Pack(
        code=module.code,
        folder=module.folder,
        source=module.source,
        licence=module.licence,
        digest="",
        facts=tuple(facts[key] for key in sorted(facts)),
        units=tuple(parts.unit(unit, cards) for unit in units),
        items=tuple(map(_item, items)),
        texts=texts,
        requires=tuple(module.requires),
        complements=tuple(module.complements),
        topics=tuple(module.topics),
        retired=module.retired,
    )


class _Parts:
    """What the units are made of, asked for together."""

    def __init__(self, s: Session, units: Sequence[Unit]) -> None:
        self._units = units
        keys = [unit.id for unit in units]
        self._steps = _by_unit(_of_units(s, Step, keys, Step.position))
        self._handouts = _by_unit(_of_units(s, Handout, keys, Handout.code))
        self._parts = _by_unit(_of_units(s, Part, keys, Part.position))

    def owners(self) -> Iterator[tuple[str, UUID]]:
        """What each thing that has texts is, in the order of the file."""
        for unit in self._units:
            yield "unit", unit.id
            yield from (("step", step.id) for step in self._steps.get(unit.id, ()))
            yield from (("handout", handout.id) for handout in self._handouts.get(unit.id, ())[:1])
            yield from ((part.kind.value, part.id) for part in self._in_order(unit))

    def unit(self, unit: Unit, cards: dict[UUID, int]) -> PackUnit:
        steps = tuple(
            PackStep(step.id, step.minutes, step.method, step.may_skip) for step in self._steps.get(unit.id, ())
        )
        handout = next(iter(self._handouts.get(unit.id, ())), None)
        return PackUnit(
            unit.code,
            unit.minutes,
            steps,
            handout.code if handout else "",
            handout.picture if handout else "",
            (unit.people_least, unit.people_most),
            tuple(
                PackPart(part.id, part.kind, part.form, _layout(part, cards.get(part.id, 0)))
                for part in self._in_order(unit)
            ),
            unit.retired,
        )

    def _in_order(self, unit: Unit) -> list[Any]:
        kinds = list(PartKind)
        return sorted(self._parts.get(unit.id, ()), key=lambda part: (kinds.index(part.kind), part.position))


def _of_units(s: Session, kind: Any, units: list[UUID], order: Any) -> list[Any]:  # noqa: ANN401
    wanted = (select(kind).where(kind.unit_id.in_(part)).order_by(order, kind.id) for part in chunked(units))
    return [row for statement in wanted for row in s.scalars(statement)]


def _by_unit(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.unit_id, []).append(row)
    return found


def _item(row: TestItem) -> PackItem:
    return PackItem(row.id, row.number, row.unit_code, row.answer, row.form, row.picture, row.retired)


def _layout(part: Part, cards: int) -> dict[str, Any]:
    """One picture for each card, or none, however many were noted."""
    layout = {name: value for name, value in part.layout.items() if name != "pictures"}
    if part.form == CARDS:
        pictures = [*part.layout.get("pictures", ()), *[""] * cards]
        layout["pictures"] = pictures[:cards]
    return layout


def _cards(texts: Iterable[PackText], source: str) -> dict[UUID, int]:
    counts: dict[UUID, int] = {}
    for text in texts:
        if text.key == "card" and text.language == source:
            counts[text.owner_id] = counts.get(text.owner_id, 0) + 1
    return counts


def _texts(s: Session, owners: Sequence[tuple[str, UUID]], source: str) -> Iterator[PackText]:
    """First those of the source, in reading order; then the same of each language."""
    rows = [
        row
        for part in chunked([key for _what, key in owners])
        for row in s.scalars(select(Text).where(Text.owner_id.in_(part)))
    ]
    sources = list(_sources(rows, owners))
    yield from sources
    said = {(row.ref, row.language): row for row in rows if row.from_revision is not None}
    for language in sorted({language for _ref, language in said}):
        for text in sources:
            if row := said.get((text.ref, language)):
                yield replace(
                    text, language=language, words=row.words, state=row.state, from_words=_older(row, text.words)
                )


def _sources(rows: Iterable[Text], owners: Sequence[tuple[str, UUID]]) -> Iterator[PackText]:
    found: dict[tuple[UUID, str], list[Text]] = {}
    for row in rows:
        if row.from_revision is None:
            found.setdefault((row.owner_id, row.key), []).append(row)
    for what, owner in owners:
        for key in KEYS_OF[what]:
            in_order = sorted(found.get((owner, key), ()), key=lambda row: (row.position, row.ref))
            for position, row in enumerate(in_order):
                yield PackText(
                    owner, key, position, row.ref, row.language, row.words, TextState.REVIEWED, tuple(row.facts)
                )


def _older(row: Text, source: str) -> str | None:
    return None if row.from_words == source else row.from_words
