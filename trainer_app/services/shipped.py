"""Loading what ships with the program: places, packs, the glossary. Rows that somebody edited here stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import INCLUDE_GONE, chunked
from trainer_app.db.records import ChangeRow, Module, Place, PlaceAlias, Shipped, ShippedFile, Term
from trainer_app.domain.ids import derived_id
from trainer_app.domain.packs import Pack
from trainer_app.domain.places import ShippedPlace, place_id
from trainer_app.domain.terms import Term as ShippedTerm
from trainer_app.services import pack_rows


def has_places(s: Session) -> bool:
    return s.scalars(select(Place.id).limit(1)).first() is not None


def pack_digests(s: Session) -> dict[str, str]:
    """Folder > digest of the pack that was loaded from it."""
    return {folder: digest for folder, digest in s.execute(select(Module.folder, Module.digest))}


def file_digest(s: Session, name: str) -> str:
    """Of the file as it was loaded; "" when it never was."""
    row = s.get(ShippedFile, name)
    return row.digest if row else ""


def keep_digest(s: Session, name: str, digest: str) -> None:
    s.merge(ShippedFile(name=name, digest=digest))


def load_places(s: Session, places: Iterable[ShippedPlace]) -> None:
    bulk.add_all(s, (row for place in places for row in _place(place)))


def load_pack(s: Session, pack: Pack) -> None:
    """Add the pack, or bring the rows of an older one up to date."""
    _bring_up_to_date(s, pack_rows.rows(pack, shipped=True))


def load_terms(s: Session, terms: Sequence[ShippedTerm]) -> None:
    """Add the terms of the glossary, bring older ones up to date, and take out those it no longer has."""
    rows = [_term(position, term) for position, term in enumerate(terms)]
    _bring_up_to_date(s, rows)
    wanted = {row.id for row in rows}
    all_shipped = select(Term).where(Term.shipped).execution_options(**{INCLUDE_GONE: True})
    changed = [row for row in s.scalars(all_shipped) if row.gone == (row.id in wanted)]
    edited = _edited(s, changed)
    for row in changed:
        if row.id not in edited:
            row.gone = not row.gone


def _bring_up_to_date(s: Session, rows: Sequence[Shipped]) -> None:
    known = {kind: _known(s, kind, rows) for kind in {type(row) for row in rows}}
    bulk.add_all(s, (row for row in rows if row.id not in known[type(row)]))
    edited = _edited(s, rows)
    for row in rows:
        old = known[type(row)].get(row.id)
        if old is not None and row.id not in edited:
            _copy(row, old)


def _term(position: int, term: ShippedTerm) -> Term:
    return Term(
        id=term.id,
        position=position,
        words=dict(term.words),
        forbidden=dict(term.forbidden),
        topic=term.topic,
        confidence=term.confidence.value,
        note=term.note,
        shipped=True,
    )


def _place(place: ShippedPlace) -> Iterable[Shipped]:
    parent = place_id(place.parent_code) if place.parent_code else None
    key = place_id(place.code)
    yield Place(id=key, level=place.level, code=place.code, name=place.name, parent_id=parent, shipped=True)
    for name in place.aliases:
        yield PlaceAlias(id=derived_id("place-alias", place.code, name), place_id=key, name=name, shipped=True)


def _known(s: Session, kind: type[Shipped], rows: Iterable[Shipped]) -> dict[object, Shipped]:
    keys = [row.id for row in rows if type(row) is kind]
    found: dict[object, Shipped] = {}
    for part in chunked(keys):
        wanted = select(kind).where(kind.id.in_(part)).execution_options(**{INCLUDE_GONE: True})
        found |= {row.id: row for row in s.scalars(wanted)}
    return found


def _edited(s: Session, rows: Iterable[Shipped]) -> set[object]:
    keys = [row.id for row in rows]
    wanted = (select(ChangeRow.row_key).where(ChangeRow.row_key.in_(part)) for part in chunked(keys))
    return {key for statement in wanted for key in s.scalars(statement)}


def _copy(new: Shipped, old: Shipped) -> None:
    for column in type(new).__table__.columns:
        if column.key not in ("id", "gone") and getattr(old, column.key) != getattr(new, column.key):
            setattr(old, column.key, getattr(new, column.key))
