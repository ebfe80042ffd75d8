"""The structure of an imported module against the one that is here: units, steps, parts, handouts, items, facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import journal
from trainer_app.db.journal import INCLUDE_GONE, Values, chunked, plain
from trainer_app.db.records import Fact, Handout, Module, Part, Shipped, Step, TestItem, Text, Unit
from trainer_app.domain import pack_merge, pack_places, packs
from trainer_app.domain.pack_merge import Choices, FieldDifference, Kind, RowDifference, Take
from trainer_app.domain.packs import Pack
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import pack_out, pack_rows
from trainer_app.services.pack_base import Past, pasts

FIELDS: dict[type[Shipped], tuple[str, ...]] = {
    Module: ("licence", "requires", "complements", "topics", "retired"),
    Fact: ("law", "law_words", "source", "as_known_on", "sure", "figures"),
    Unit: ("people_least", "people_most", "retired"),
    Step: ("minutes", "method", "may_skip"),
    Handout: ("picture",),
    Part: ("form", "layout"),
    TestItem: ("unit_code", "form", "number", "answer", "picture", "retired"),
}
"""What is compared; minutes of a unit are those of its steps."""
PARENT = {
    Fact: "module_id",
    Unit: "module_id",
    TestItem: "module_id",
    Step: "unit_id",
    Handout: "unit_id",
    Part: "unit_id",
}
IN_ORDER = (Unit, Step, Part)
OWN = frozenset({"id", "gone", "shipped", "digest", "folder"})
"""Columns that no file says."""


@dataclass(slots=True)
class _Row:
    """One row of the file beside the one here; either may be missing."""

    kind: type[Shipped]
    id: UUID
    theirs: Shipped | None
    mine: Shipped | None
    past: Past | None
    verdict: Kind | None = None
    fields: tuple[FieldDifference, ...] = ()

    @property
    def is_here(self) -> bool:
        return self.mine is not None and not self.mine.gone


class Rows:
    def __init__(self, s: Session, pack: Pack) -> None:
        self._pack = pack
        self._module = packs.module_id(pack.code)
        theirs = pack_rows.structure(pack)
        here = {row.id: row for row in _here(s, self._module)}
        known = {row.id: row for row in _by_id(s, theirs)} | here
        self._check_owners(s, theirs, known)
        past = pasts(s, known)
        wanted = {row.id: row for row in theirs}
        self._rows = [
            _Row(type(wanted.get(key) or known[key]), key, wanted.get(key), known.get(key), past.get(key))
            for key in dict.fromkeys((*wanted, *here))
        ]
        for row in self._rows:
            _judge(row)
        self._orders = list(self._ordered())
        self.moved = sum(len(one.moved) for one in self._orders)
        self.stay_out = frozenset(row.id for row in self._rows if row.theirs is not None and _stays_out(row))
        """Things that were taken out here, and whose texts are therefore not looked at."""
        self._owners = pack_places.owners(pack)
        if here and any(row.theirs is None for row in self._rows):
            self._owners = pack_places.owners(pack_out.pack(s, self._module)) | self._owners
        titles = _titles(s, [row.id for row in self._rows if row.verdict is not None], pack)
        self.differences = tuple(
            self._difference(row, titles.get(row.id, "")) for row in self._rows if row.verdict is not None
        )

    def write(self, s: Session, choices: Choices, take_out: bool) -> None:
        for row in self._rows:
            _write(s, row, choices.get((str(row.id), "")), take_out)
        s.flush()
        for order in self._orders:
            order.write(s)

    def _check_owners(self, s: Session, theirs: Iterable[Shipped], known: dict[UUID, Shipped]) -> None:
        """A file may not reach into another module: what it names by key must belong to this one."""
        units = set(
            s.scalars(select(Unit.id).where(Unit.module_id == self._module).execution_options(**{INCLUDE_GONE: True}))
        )
        for row in theirs:
            mine = known.get(row.id)
            if mine is None or isinstance(mine, Module):
                continue
            parent = getattr(mine, PARENT[type(mine)])
            if type(mine) is not type(row) or (parent != self._module and parent not in units):
                words = _("{code} holds parts of another module that is here. It was not taken in.")
                raise TrainerError(words.format(code=self._pack.code), "other_module")

    def _ordered(self) -> Iterator[_Order]:
        groups: dict[tuple[type[Shipped], UUID, str], list[_Row]] = {}
        for row in self._rows:
            if row.kind in IN_ORDER and (row.theirs is not None or row.is_here) and not _stays_out(row):
                told: Any = row.theirs if row.theirs is not None else row.mine
                group = (row.kind, getattr(told, PARENT[row.kind]), getattr(told, "kind", ""))
                groups.setdefault(group, []).append(row)
        for rows in groups.values():
            yield _Order(rows)

    def _difference(self, row: _Row, title: str) -> RowDifference:
        assert row.verdict is not None
        owner = self._owners.get(row.id)
        told: Any = row.theirs if row.theirs is not None else row.mine
        if isinstance(told, Fact):
            return RowDifference(row.id, "fact", "", told.key, row.verdict, row.fields)
        if isinstance(told, Unit | Module):
            title = f"{told.code} {title}".strip()
        what = owner.what if owner else row.kind.__tablename__
        unit = owner.unit_code if owner else getattr(told, "unit_code", "")
        return RowDifference(row.id, what, unit, title, row.verdict, row.fields)


class _Order:
    """Units of a module, steps of a unit, readings of a unit: in which order they stand afterwards."""

    def __init__(self, rows: list[_Row]) -> None:
        self._rows = {row.id: row for row in rows}
        mine = [row.id for row in sorted(rows, key=_my_place) if row.is_here]
        theirs = [row.id for row in rows if row.theirs is not None]
        reordered = any(row.past is not None and "position" in row.past.edited for row in rows)
        self._after = pack_merge.merged(mine, theirs, reordered)
        self.moved = pack_merge.moved(mine, self._after)

    def write(self, s: Session) -> None:
        rows = [s.get(self._rows[key].kind, key) for key in self._after]
        there: list[Any] = [row for row in rows if row is not None and not row.gone]
        if [row.position for row in there] == sorted({row.position for row in there}):
            return  # in order already, whatever the numbers are
        for place, row in enumerate(there, start=1):
            if row.position != place:
                row.position = place


def _my_place(row: _Row) -> tuple[int, str]:
    mine: Any = row.mine
    return (mine.position, mine.id.hex) if mine is not None else (0, "")


def _here(s: Session, module: UUID) -> Iterator[Shipped]:
    """All that belongs to the module in the database, apart from what is gone."""
    if (row := s.get(Module, module)) is not None:
        yield row
    units = s.scalars(select(Unit).where(Unit.module_id == module).order_by(Unit.position)).all()
    yield from s.scalars(select(Fact).where(Fact.module_id == module))
    yield from units
    for kind in (Step, Handout, Part):
        for part in chunked([unit.id for unit in units]):
            yield from s.scalars(select(kind).where(kind.unit_id.in_(part)))
    yield from s.scalars(select(TestItem).where(TestItem.module_id == module))


def _by_id(s: Session, rows: Iterable[Shipped]) -> Iterator[Shipped]:
    """The rows of these keys, gone ones too, of whatever module."""
    rows = list(rows)
    for kind in FIELDS:
        for part in chunked([row.id for row in rows if type(row) is kind]):
            yield from s.scalars(select(kind).where(kind.id.in_(part)).execution_options(**{INCLUDE_GONE: True}))


def _stays_out(row: _Row) -> bool:
    """Taken out here by somebody, and not because an import was undone."""
    return row.mine is not None and row.mine.gone and _base(row) is not None


def _base(row: _Row) -> Values | None:
    """None of what never came from outside. A row that the journal does not name is as it came."""
    if row.past is not None:
        return row.past.base
    return _values(row.mine) if row.mine is not None else None


def _values(row: Shipped | None) -> Values | None:
    """What is compared; None of what is not there."""
    return None if row is None else {name: _plain(getattr(row, name)) for name in _fields(type(row))}


def _fields(kind: type[Shipped]) -> tuple[str, ...]:
    return (*FIELDS[kind], PARENT[kind]) if kind in PARENT else FIELDS[kind]


def _plain(value: object) -> Any:  # noqa: ANN401
    found = plain(value)
    return list(found) if isinstance(found, tuple) else found


def _judge(row: _Row) -> None:
    base = _base(row)
    if row.theirs is None:
        row.verdict = pack_merge.verdict(base, True, None)
    elif not row.is_here:
        row.verdict = Kind.KEPT if _stays_out(row) else Kind.NEW
    else:
        row.fields = tuple(_differing(row, base))
        row.verdict = _worst(row.fields)


def _differing(row: _Row, base: Values | None) -> Iterator[FieldDifference]:
    mine, theirs = _values(row.mine), _values(row.theirs)
    assert mine is not None
    assert theirs is not None
    for name in theirs:
        was = mine[name] if base is None else base.get(name, mine[name])
        if pack_merge.verdict(_told(was), _told(mine[name]), _told(theirs[name])) is not None:
            yield FieldDifference(name, was, mine[name], theirs[name])


def _told(value: object) -> object:
    """A field is always there, also where it holds nothing."""
    return ("", value)


def _verdict(one: FieldDifference) -> Kind | None:
    return pack_merge.verdict(_told(one.base), _told(one.mine), _told(one.theirs))


def _worst(fields: Iterable[FieldDifference]) -> Kind | None:
    """A row is a conflict when one of its fields is, and changes when one of them does."""
    found = {_verdict(one) for one in fields}
    return next((kind for kind in (Kind.CONFLICT, Kind.CHANGED, Kind.KEPT) if kind in found), None)


def _write(s: Session, row: _Row, choice: Take | None, take_out: bool) -> None:
    if row.verdict is Kind.REMOVED:
        if take_out and row.mine is not None:
            journal.remove(row.mine)
    elif row.verdict is Kind.NEW:
        _add(s, row)
    elif row.mine is not None:
        for one in row.fields:
            kind = _verdict(one)
            if kind is Kind.CHANGED or (kind is Kind.CONFLICT and choice is Take.THEIRS):
                setattr(row.mine, one.name, getattr(row.theirs, one.name))


def _add(s: Session, row: _Row) -> None:
    """A row that was never here, or that went with an import that was undone."""
    if row.mine is None:
        s.add(row.theirs)
        return
    for column in row.kind.__table__.columns:
        if column.key not in OWN and getattr(row.mine, column.key) != getattr(row.theirs, column.key):
            setattr(row.mine, column.key, getattr(row.theirs, column.key))
    row.mine.gone = False


def _titles(s: Session, keys: list[UUID], pack: Pack) -> dict[UUID, str]:
    """What each thing is called: as the file calls it, or as it is called here."""
    names = ("title", "text", "stem")
    here = {
        owner: words
        for part in chunked(keys)
        for owner, words in s.execute(
            select(Text.owner_id, Text.words).where(
                Text.owner_id.in_(part), Text.from_revision.is_(None), Text.key.in_(names)
            )
        )
    }
    said = {text.owner_id: text.words for text in pack.texts if text.language == pack.source and text.key in names}
    return here | said
