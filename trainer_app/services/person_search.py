"""Finding persons as one types: the index of the data file, and when to walk through the names instead."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, false, select, text
from sqlalchemy.orm import Session

from trainer_app.db.records import Membership, Person
from trainer_app.domain.consent import ConsentState
from trainer_app.domain.people import Sex, folded
from trainer_app.domain.text import tidy
from trainer_app.services import consent

FOUND = "person.rowid IN (SELECT rowid FROM person_search WHERE words MATCH :words)"
WALKING = f"+{FOUND}"
MANY = 1_000  # of one search


def filters(
    search: str,
    sex: Sex | None,
    group_id: UUID | None,
    in_order: bool = False,
    agreed: ConsentState | None = None,
) -> tuple[ColumnElement[bool], ...]:
    wanted: list[ColumnElement[bool]] = []
    if search.strip():
        wanted.append(matches(search, in_order))
    if sex is not None:
        wanted.append(Person.sex == sex)
    if group_id is not None:
        members = select(Membership.person_id).where(Membership.group_id == group_id, Membership.until.is_(None))
        wanted.append(Person.id.in_(members))
    if agreed is not None:
        wanted.append(consent.narrowed(agreed))
    return tuple(wanted)


def matches(search: str, in_order: bool = False) -> ColumnElement[bool]:
    """The index finds words by their beginnings and knows nothing of accents; nothing typed is syntax to it.

    `in_order` walks the list of names and asks of each whether it was found (the + keeps SQLite from starting at
    what was found): the first page of thousands is there without sorting them all.
    """
    words = _index_words(search)
    if not words:
        return false()
    found = text(WALKING if in_order else FOUND)
    return cast(ColumnElement[bool], found.bindparams(words=words))


def _index_words(search: str) -> str:
    return " ".join(f'"{word}"*' for word in folded(tidy(search)).replace('"', " ").split())


def are_many(s: Session, search: str) -> bool:
    """Whether so many fit that sorting them costs more than walking through the names."""
    if not (words := _index_words(search)):
        return False
    counted = text("SELECT count(*) FROM (SELECT 1 FROM person_search WHERE words MATCH :words LIMIT :most)")
    return bool(s.execute(counted, {"words": words, "most": MANY}).scalar_one() == MANY)
