"""Where each text of a pack stands, in words that a trainer knows: of which unit, in which step, as what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from trainer_app.domain import packs
from trainer_app.domain.packs import Pack, PackUnit
from trainer_app.domain.translating import TextPlace


@dataclass(frozen=True, slots=True)
class Owner:
    """A thing that has texts: of which unit ("" of none), what it is, which of its like (from 1), in which form."""

    id: UUID
    unit_code: str
    what: str
    number: int = 0
    form: str = ""

    def place(self, key: str, position: int) -> TextPlace:
        return TextPlace(self.id, self.what, key, position, self.number, self.form)


def owners(pack: Pack) -> dict[UUID, Owner]:
    return {owner.id: owner for owner in _owners(pack)}


def _owners(pack: Pack) -> Iterator[Owner]:
    yield Owner(packs.module_id(pack.code), "", "module")
    for unit in pack.units:
        yield from _of_unit(unit)
    for item in pack.items:
        yield Owner(item.id, "", "item", item.number, item.form)


def _of_unit(unit: PackUnit) -> Iterator[Owner]:
    yield Owner(packs.unit_id(unit.code), unit.code, "unit")
    for number, step in enumerate(unit.steps, start=1):
        yield Owner(step.id, unit.code, "step", number)
    if unit.handout_code:
        yield Owner(packs.handout_id(unit.handout_code), unit.code, "handout")
    counts: Counter[str] = Counter()
    for part in unit.parts:
        counts[part.kind] += 1
        yield Owner(part.id, unit.code, part.kind.value, counts[part.kind], part.form)
