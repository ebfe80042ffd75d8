"""Two entries that are one person become one, and can be taken apart months later; or somebody says they are two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, put
from trainer_app.db.records import (
    Enrolment,
    Mark,
    NationalId,
    PairVerdict,
    Person,
    PersonPair,
    Sitting,
    TrainingSession,
)
from trainer_app.domain.people import Sex
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services.merge_moves import PERSON, REKEY, Move, change, move_all, move_back, renew
from trainer_app.services.merge_rules import in_order, pair_key
from trainer_app.services.people import FIELDS

CARD = "national_id"  # a value that may be chosen, though it is no column of the person
NAMES = ("name", "family", "given")


@dataclass(frozen=True, slots=True)
class MergedLine:
    """A merge that can be taken apart. `other` is the name of the entry that went into `kept`."""

    pair_id: UUID
    kept_id: UUID
    other_id: UUID
    kept: str
    other: str
    decided_on: date


def merge(s: Session, kept_id: UUID, other_id: UUID, today: date, values: Mapping[str, Any] | None = None) -> UUID:
    """Make one person of two entries; the key of the pair, by which they are taken apart.

    `values` are those that were chosen, by field; where nothing was chosen, what is empty in the kept entry is filled.
    """
    kept, other = _living(s, kept_id), _living(s, other_id)
    if kept_id == other_id:
        raise TrainerError(_("These are the same entry already."), "same_entry")
    chosen = dict(_missing(kept, other) if values is None else values)
    card = chosen.pop(CARD, "")
    moves = [change(kept, chosen)] if chosen else []
    moves += move_all(s, PERSON, other_id, kept_id)
    moves += _show_card(s, kept_id, card) if card else []
    other.gone = True
    return _decide(s, kept_id, other_id, PairVerdict.MERGED, today, kept_id, moves)


def unmerge(s: Session, pair_id: UUID, today: date) -> UUID:
    """Take two entries apart; the key of the one that comes back.

    What was moved goes back, with what was corrected in it since. What was done since for the person stays there.
    """
    pair = s.get_one(PersonPair, pair_id)
    if pair.verdict is not PairVerdict.MERGED or pair.kept_id is None:
        raise TrainerError(_("These two are apart already."), "not_merged")
    other_id = _other(pair, pair.kept_id)
    _refuse_inner(s, pair.kept_id)
    moves = list(pair.moves or ())
    other = s.get_one(Person, other_id, execution_options={INCLUDE_GONE: True})
    other.gone = False
    s.flush()
    move_back(s, moves)
    _keep_lines(s, moves)
    _decide(s, pair.first_id, pair.second_id, PairVerdict.DIFFERENT, today)
    return other_id


def different(s: Session, one: UUID, other: UUID, today: date) -> UUID:
    """Remember that two entries are two people: they are not proposed again."""
    _living(s, one)
    _living(s, other)
    return _decide(s, one, other, PairVerdict.DIFFERENT, today)


def merged(s: Session, person_id: UUID | None = None) -> tuple[MergedLine, ...]:
    """Merges that stand, the latest first; only those into one person when asked."""
    rows = s.scalars(
        select(PersonPair).where(PersonPair.verdict == PairVerdict.MERGED).order_by(PersonPair.decided_on.desc())
    ).all()
    rows = [row for row in rows if person_id in (None, row.kept_id)]
    keys = {key for row in rows for key in (row.first_id, row.second_id)}
    wanted = select(Person.id, Person.name).where(Person.id.in_(keys))
    names = {key: name for key, name in s.execute(wanted.execution_options(**{INCLUDE_GONE: True}))}
    return tuple(_line(row, names) for row in rows)


def became(s: Session) -> dict[UUID, UUID]:
    """Entry that became part of another > the person it is now."""
    rows = s.execute(
        select(PersonPair.first_id, PersonPair.second_id, PersonPair.kept_id).where(
            PersonPair.verdict == PairVerdict.MERGED
        )
    )
    into = {second if kept == first else first: kept for first, second, kept in rows if kept is not None}
    for other in into:
        while into[other] in into:
            into[other] = into[into[other]]
    return into


def _line(pair: PersonPair, names: Mapping[UUID, str]) -> MergedLine:
    kept_id = pair.kept_id or pair.first_id
    other_id = _other(pair, kept_id)
    return MergedLine(pair.id, kept_id, other_id, names[kept_id], names[other_id], pair.decided_on)


def _other(pair: PersonPair, kept_id: UUID) -> UUID:
    return pair.second_id if kept_id == pair.first_id else pair.first_id


def _decide(
    s: Session,
    one: UUID,
    other: UUID,
    verdict: PairVerdict,
    today: date,
    kept_id: UUID | None = None,
    moves: list[Move] | None = None,
) -> UUID:
    first, second = in_order(one, other)
    told = {"verdict": verdict, "decided_on": today, "kept_id": kept_id, "moves": moves}
    return put(s, PersonPair, pair_key(one, other), first_id=first, second_id=second, **told).id


def _living(s: Session, person_id: UUID) -> Person:
    found = s.get(Person, person_id)
    if found is None or found.gone:
        raise TrainerError(_("One of the two was removed meanwhile. Open the list again."), "person_gone")
    return found


def _missing(kept: Person, other: Person) -> dict[str, Any]:
    """What only the other entry knows."""
    empty = (None, "", Sex.UNKNOWN)
    found = {name: getattr(other, name) for name in FIELDS if name not in NAMES}
    found = {name: value for name, value in found.items() if value not in empty and getattr(kept, name) in empty}
    if kept.birth_date or (kept.birth_year and kept.birth_year != (other.birth_date and other.birth_date.year)):
        found.pop("birth_date", None)
    if kept.birth_date:
        found.pop("birth_year", None)
    return found


def _show_card(s: Session, person_id: UUID, number: str) -> list[Move]:
    """The card that was written down last is shown: the chosen one becomes it."""
    s.flush()
    rows = s.scalars(select(NationalId).where(NationalId.person_id == person_id).order_by(NationalId.id)).all()
    chosen = next((row for row in rows if row.number == number), None)
    return [renew(s, chosen)] if chosen is not None and chosen is not rows[-1] else []


def _refuse_inner(s: Session, kept_id: UUID) -> None:
    """A merge inside another one comes apart after it."""
    kept = s.get_one(Person, kept_id, execution_options={INCLUDE_GONE: True})
    if not kept.gone:
        return
    outer = next((line for line in merged(s) if line.other_id == kept_id), None)
    if outer is None:
        raise TrainerError(_("One of the two was removed meanwhile. Open the list again."), "person_gone")
    sentence = _("{other} became part of {kept} later. Take those two apart first.")
    raise TrainerError(sentence.format(other=kept.name, kept=outer.kept), "merged_further")


def _keep_lines(s: Session, moves: list[Move]) -> None:
    """Who was marked since in a training that only the other entry was enrolled in keeps a line of the register."""
    for move in moves:
        if move["table"] != Enrolment.__tablename__ or move["do"] != REKEY:
            continue
        line = s.get_one(Enrolment, UUID(move["to"]), execution_options={INCLUDE_GONE: True})
        if line.gone and _has_work(s, line):
            wanted = select(func.max(Enrolment.number)).where(Enrolment.training_id == line.training_id)
            line.number = (s.scalar(wanted.execution_options(**{INCLUDE_GONE: True})) or 0) + 1
            line.gone = False
            s.flush()


def _has_work(s: Session, line: Enrolment) -> bool:
    marks = (
        select(Mark.id)
        .join(TrainingSession, TrainingSession.id == Mark.session_id)
        .where(TrainingSession.training_id == line.training_id, Mark.person_id == line.person_id)
        .where(Mark.status.is_not(None))
    )
    sat = select(Sitting.id).where(Sitting.training_id == line.training_id, Sitting.person_id == line.person_id)
    return any(s.scalars(wanted.limit(1)).first() is not None for wanted in (marks, sat))
