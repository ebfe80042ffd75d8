"""Loading what ships: places, packs, the glossary, days to mind. Rows that somebody edited here stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import INCLUDE_GONE, Values, chunked
from trainer_app.db.records import CalendarDay, ChangeRow, Place, PlaceAlias, Shipped, ShippedFile, Term
from trainer_app.domain.days_off import ShippedDay
from trainer_app.domain.ids import derived_id
from trainer_app.domain.packs import Pack
from trainer_app.domain.places import ShippedPlace, place_id
from trainer_app.domain.terms import Term as ShippedTerm
from trainer_app.services import pack_rows


def has_places(s: Session) -> bool:
    return s.scalars(select(Place.id).limit(1)).first() is not None


def digests(s: Session) -> dict[str, str]:
    """Name of a pack or a file > the digest it had when it was loaded. Not kept in the module's own row: that may be
    edited here, and is then left as it is."""
    return {name: digest for name, digest in s.execute(select(ShippedFile.name, ShippedFile.digest))}


def keep_digest(s: Session, name: str, digest: str) -> None:
    s.merge(ShippedFile(name=name, digest=digest))


def load_places(s: Session, places: Iterable[ShippedPlace]) -> None:
    places = list(places)
    bulk.add_all(s, Place, map(_place, places))
    bulk.add_all(s, PlaceAlias, (alias for place in places for alias in _aliases(place)))


def load_pack(s: Session, pack: Pack) -> None:
    """Add the pack, or bring the rows of an older one up to date."""
    _bring_up_to_date(s, pack_rows.values(pack, shipped=True))
    keep_digest(s, pack.folder, pack.digest)


def load_terms(s: Session, terms: Sequence[ShippedTerm]) -> None:
    """Add the terms of the glossary, bring older ones up to date, and take out those it no longer has."""
    rows = [_term(position, term) for position, term in enumerate(terms)]
    _bring_up_to_date(s, {Term: rows})
    _leave_out_others(s, Term, {row["id"] for row in rows})


def load_days(s: Session, days: Sequence[ShippedDay]) -> None:
    """Add the days to mind, bring older ones up to date, and take out those that no longer ship."""
    rows = [_day(day) for day in days]
    _bring_up_to_date(s, {CalendarDay: rows})
    _leave_out_others(s, CalendarDay, {row["id"] for row in rows})


def _leave_out_others(s: Session, kind: type[Shipped], wanted: set[UUID]) -> None:
    """Of what shipped once, what ships no more is gone, and what ships again is back."""
    all_shipped = select(kind).where(kind.shipped).execution_options(**{INCLUDE_GONE: True})
    changed = {row.id: row for row in s.scalars(all_shipped) if row.gone == (row.id in wanted)}
    for key in changed.keys() - _edited(s, changed):
        changed[key].gone = not changed[key].gone


def _bring_up_to_date(s: Session, told: Mapping[type[Shipped], list[Values]]) -> None:
    for kind, rows in told.items():
        known = _known(s, kind, [row["id"] for row in rows])
        bulk.add_all(s, kind, (row for row in rows if row["id"] not in known))
        changed = {row["id"]: row for row in rows if row["id"] in known and _differ(row, known[row["id"]])}
        for key in changed.keys() - _edited(s, changed):
            _copy(changed[key], s.get_one(kind, key, execution_options={INCLUDE_GONE: True}))


def _place(place: ShippedPlace) -> Values:
    return {
        "id": place_id(place.code),
        "level": place.level,
        "code": place.code,
        "name": place.name,
        "parent_id": place_id(place.parent_code) if place.parent_code else None,
        "shipped": True,
    }


def _aliases(place: ShippedPlace) -> Iterable[Values]:
    key = place_id(place.code)
    for name in place.aliases:
        yield {"id": derived_id("place-alias", place.code, name), "place_id": key, "name": name, "shipped": True}


def _term(position: int, term: ShippedTerm) -> Values:
    return {
        "id": term.id,
        "position": position,
        "words": dict(term.words),
        "forbidden": dict(term.forbidden),
        "topic": term.topic,
        "confidence": term.confidence.value,
        "note": term.note,
        "shipped": True,
    }


def _day(day: ShippedDay) -> Values:
    return {
        "id": day.id,
        "names": dict(day.names),
        "kind": day.kind,
        "rule": dict(day.rule),
        "source": day.source,
        "known_on": day.known_on,
        "shipped": True,
    }


def _known(s: Session, kind: type[Shipped], keys: Iterable[UUID]) -> dict[UUID, RowMapping]:
    """Key > columns of the rows that are there, also of those that somebody took away."""
    found: dict[UUID, RowMapping] = {}
    for part in chunked(list(keys)):
        wanted = select(*kind.__table__.columns).where(kind.__table__.c.id.in_(part))
        found |= {row["id"]: row for row in s.execute(wanted).mappings()}
    return found


def _edited(s: Session, keys: Iterable[UUID]) -> set[UUID]:
    wanted = (select(ChangeRow.row_key).where(ChangeRow.row_key.in_(part)) for part in chunked(list(keys)))
    return {key for statement in wanted for key in s.scalars(statement)}


def _differ(new: Values, old: RowMapping) -> bool:
    return any(old[name] != value for name, value in new.items())


def _copy(new: Values, old: Shipped) -> None:
    for name, value in new.items():
        if getattr(old, name) != value:
            setattr(old, name, value)
