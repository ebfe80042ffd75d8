"""Moving the rows of one entry to another, noting each, and moving them back months later.

A row whose key says whose it is (a mark, an enrolment) cannot just be given to somebody else: it gets the key that
it would have had from the beginning, and the old row is hidden. What refers to the row goes along, and so on.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, kinds, plain, restored
from trainer_app.db.records import Enrolment, Kept, PairVerdict, Person, PersonPair
from trainer_app.db.undo import references_to
from trainer_app.domain.ids import new_id
from trainer_app.services.merge_rules import OF_ANY_TABLE, RULES, in_order

Move = dict[str, Any]
PERSON = Person.__tablename__
EDIT, REKEY, FOLD = "edit", "rekey", "fold"
LEFT_ALONE = ("id", "gone")


def move_all(s: Session, table: str, old: UUID, new: UUID) -> list[Move]:
    """Let all that refers to row `old` of the table refer to `new`. What was done, in order."""
    moves: list[Move] = []
    renamed = [(table, old, new)]
    while renamed:
        name, was, now = renamed.pop(0)
        for kind, column in references_to(name):
            column_name = str(column.key)
            for row in s.scalars(select(kind).where(column == was).order_by(kind.id)).all():
                if isinstance(row, PersonPair) and _is_settled(row, was, now):
                    continue
                move = _move(s, row, column_name, now)
                s.flush()
                moves.append(move)
                if "to" in move:
                    renamed.append((kind.__tablename__, row.id, UUID(move["to"])))
    return moves


def _is_settled(pair: PersonPair, was: UUID, now: UUID) -> bool:
    """An earlier merge stays what it was; and nobody is a pair with themselves."""
    return pair.verdict is PairVerdict.MERGED or {pair.first_id, pair.second_id} == {was, now}


def _move(s: Session, row: Kept, column: str, new: UUID) -> Move:
    rule = RULES.get(type(row), OF_ANY_TABLE)
    before = _values(row)
    after = before | {column: new}
    if isinstance(row, PersonPair):
        after["first_id"], after["second_id"] = in_order(after["first_id"], after["second_id"])
    key = rule.key(after) if rule.key and rule.key(before) == row.id else row.id
    if isinstance(row, Enrolment) and after["replaces_id"] == key:
        after["replaces_id"] = None  # nobody takes their own place
    written = {name: value for name, value in after.items() if value != before[name]}
    move: Move = {
        "table": row.__tablename__,
        "row": row.id.hex,
        "was": _plain({name: before[name] for name in written}),
        "now": _plain(written),
    }
    twin = _same_fact(s, row, column, key, after)
    if twin is not None:
        return _fold(row, twin, move)
    if key == row.id:
        _write(row, written)
        return move | {"do": EDIT}
    return _rekey(s, row, key, after, move)


def _same_fact(s: Session, row: Kept, column: str, key: UUID, after: dict[str, Any]) -> Kept | None:
    """The living row of the kept person that says what this one says."""
    kind, rule = type(row), RULES.get(type(row), OF_ANY_TABLE)
    if key != row.id and (found := s.scalars(select(kind).where(kind.id == key)).first()) is not None:
        return found
    if rule.same is None:
        return None
    columns = inspect(kind).columns
    alike = [columns[name].is_not_distinct_from(after[name]) for name in (column, *rule.same)]
    return s.scalars(select(kind).where(kind.id != row.id, *alike).order_by(kind.id)).first()


def _fold(row: Kept, twin: Kept, move: Move) -> Move:
    """Both say the same thing: the kept person's row stays, and takes what the other says when it says nothing."""
    rule = RULES[type(row)]
    mine, theirs = _values(twin), _values(row)
    move |= {"do": FOLD, "to": twin.id.hex}
    if rule.silent and rule.silent(mine) and not rule.silent(theirs):
        told = {name: theirs[name] for name in rule.tells if theirs[name] or name != "note"}
        move["took"] = _plain({name: mine[name] for name in told})
        _write(twin, told)
    row.gone = True
    return move


def _rekey(s: Session, row: Kept, key: UUID, after: dict[str, Any], move: Move) -> Move:
    there = _row(s, type(row), key)
    move |= {"do": REKEY, "to": key.hex, "hidden": _plain(_values(there)) if there is not None else None}
    if there is None:
        s.add(type(row)(id=key, **after))
    else:
        _write(there, after | {"gone": False})
    row.gone = True
    return move


def renew(s: Session, row: Kept) -> Move:
    """The same row under a fresh key, so that it is the latest of its kind."""
    move: Move = {"table": row.__tablename__, "row": row.id.hex, "was": {}, "now": {}}
    return _rekey(s, row, new_id(), _values(row), move)


# ---- back again --------------------------------------------------------------------------------------------------


def move_back(s: Session, moves: list[Move]) -> None:
    """Undo the moves, the last first. What was corrected since in a row goes back with the row."""
    for move in reversed(moves):
        _back(s, move)
        s.flush()


def _back(s: Session, move: Move) -> None:
    kind = kinds()[move["table"]]
    row = _row(s, kind, UUID(move["row"]))
    if row is None:
        return
    was, now = _restored(kind, move["was"]), _restored(kind, move["now"])
    if move["do"] == EDIT:
        _write(row, _unless_changed(_values(row), was, now))
        return
    there = _row(s, kind, UUID(move["to"]))
    if move["do"] == FOLD:
        row.gone = False
        if there is not None and "took" in move:
            _write(row, {name: getattr(there, name) for name in move["took"]})
            _write(there, _restored(kind, move["took"]))
    elif there is not None:
        _back_under_its_key(s, row, there, move, _values(there) | _unless_changed(_values(there), was, now))


def _back_under_its_key(s: Session, row: Kept, there: Kept, move: Move, values: dict[str, Any]) -> None:
    """The row as it was corrected since; what was made since for it goes along."""
    _write(row, values | {"gone": there.gone})
    if move["hidden"] is not None:
        _write(there, _restored(type(there), move["hidden"]))
    there.gone = True
    s.flush()
    move_all(s, there.__tablename__, there.id, row.id)


def _unless_changed(current: dict[str, Any], was: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in was.items() if current[name] == now[name]}


# ---- rows as values ----------------------------------------------------------------------------------------------


def _row(s: Session, kind: type[Kept], key: UUID) -> Kept | None:
    return s.get(kind, key, execution_options={INCLUDE_GONE: True})


def _values(row: Kept) -> dict[str, Any]:
    names = (column.key for column in inspect(type(row)).column_attrs)
    return {name: getattr(row, name) for name in names if name not in LEFT_ALONE}


def _write(row: Kept, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in values.items()}


def _restored(kind: type[Kept], values: dict[str, Any]) -> dict[str, Any]:
    columns = inspect(kind).columns
    return {name: restored(columns[name], value) for name, value in values.items()}


def change(row: Kept, values: dict[str, Any]) -> Move:
    """Write what was chosen for a row, noted as a move like the others."""
    written = {name: value for name, value in values.items() if getattr(row, name) != value}
    was = {name: getattr(row, name) for name in written}
    _write(row, written)
    return {"table": row.__tablename__, "row": row.id.hex, "do": EDIT, "was": _plain(was), "now": _plain(written)}
