"""The words of modules, units and their parts in one language, and the facts of law they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Fact as FactRow
from trainer_app.db.records import Text
from trainer_app.domain.curriculum import DatedValue, Fact, TextState, filled, worst

Facts = Mapping[str, Fact]
Place = tuple[UUID, str, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of some owners: each in the language asked for, or in the source's when it has none."""

    rows: Mapping[Place, Text]
    language: str
    facts: Facts
    day: date
    """Of law: a figure is the one in force on it."""

    def one(self, owner: UUID, key: str, position: int = 0) -> str:
        row = self.rows.get((owner, key, position))
        return filled(row.words, self.facts, self.day) if row else ""

    def all(self, owner: UUID, key: str) -> tuple[str, ...]:
        return tuple(filled(row.words, self.facts, self.day) for row in self.texts(owner, key))

    def texts(self, owner: UUID, key: str) -> tuple[Text, ...]:
        found: list[Text] = []
        while row := self.rows.get((owner, key, len(found))):
            found.append(row)
        return tuple(found)

    def state(self, row: Text) -> TextState:
        return row.standing if row.language == self.language else TextState.MISSING

    @property
    def weakest(self) -> TextState:
        return worst(self.state(row) for row in self.rows.values())

    @property
    def law(self) -> tuple[Fact, ...]:
        """The facts that any of the texts rests on, each of them once."""
        return self.law_of(self.rows.values())

    def law_of(self, rows: Iterable[Text]) -> tuple[Fact, ...]:
        named = dict.fromkeys(key for row in rows for key in row.facts)
        return tuple(self.facts[key].named_in(self.language) for key in named if key in self.facts)


def words_of(
    s: Session, owners: Iterable[UUID], language: str, facts: Facts | None = None, day: date | None = None
) -> Words:
    """Texts of the owners in `language`; where there is none, in the language they were written in."""
    found: dict[Place, Text] = {}
    for part in chunked(list(owners)):
        wanted = select(Text).where(Text.owner_id.in_(part), (Text.language == language) | Text.from_revision.is_(None))
        for row in s.scalars(wanted):
            place = (row.owner_id, row.key, row.position)
            if place not in found or row.language == language:
                found[place] = row
    return Words(found, language, facts or {}, day or date.min)


def facts_of(s: Session, module_id: UUID) -> dict[str, Fact]:
    rows = s.scalars(select(FactRow).where(FactRow.module_id == module_id))
    return {
        row.key: Fact(
            row.key,
            row.law,
            row.source,
            row.as_known_on,
            row.sure,
            tuple(DatedValue(date.fromisoformat(since), value) for since, value in row.figures),
            row.law_words,
        )
        for row in rows
    }
