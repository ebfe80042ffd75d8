"""Lists that a coordinator should look at again: what was seen in them, and what was answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import Row, Select, and_, func, or_, select, union
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, chunked, put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import (
    Change,
    ChangeRow,
    Enrolment,
    FlagAnswer,
    Group,
    Mark,
    PairVerdict,
    Person,
    PersonPair,
    TrainingSession,
)
from trainer_app.db.records import Training as TrainingRow
from trainer_app.domain.ids import derived_id
from trainer_app.domain.integrity import (
    Answer,
    Flag,
    FlagKind,
    FlagVerdict,
    Held,
    LooksAgain,
    always_full,
    apart,
    facts,
    same_rolls,
    two_places,
    unsigned,
)
from trainer_app.domain.statuses import Status
from trainer_app.services import attended, curriculum, places
from trainer_app.services.history import moment
from trainer_app.services.rules import rule


def flags(
    s: Session,
    today: date,
    language: str,
    first: date | None = None,
    last: date | None = None,
    training_id: UUID | None = None,
) -> tuple[Flag, ...]:
    """What is worth a second look in the sessions between these days, the latest first; answered ones come last."""
    kept = rule(s, LooksAgain)
    sessions = _held(s, language, first, min(last or today, today), training_id)
    rolls = _rolls(s, sessions)
    pairs = apart(sessions)
    marked = frozenset(held.id for held, marks in rolls.items() if any(marks))
    found = [
        *two_places(pairs, _present(s, {held.id for pair in pairs for held in pair})),
        *same_rolls(rolls, kept),
        *always_full(rolls, kept),
        *_bulk_late(s, {held.id: held for held in sessions}, kept),
        *unsigned(sessions, marked, today, kept),
    ]
    answers = _answers(s)
    told = [replace(flag, answer=answers.get((flag.kind, flag.about))) for flag in found]
    return tuple(sorted(told, key=lambda flag: (flag.answer is not None, -flag.day.toordinal(), flag.kind, flag.about)))


def answer(s: Session, kind: FlagKind, about: str, verdict: FlagVerdict, words: str, today: date) -> None:
    """What a look at the list brought. It stands until the facts change: then it is another flag."""
    key = derived_id("flag", kind, about)
    put(s, FlagAnswer, key, kind=kind, about=about, answered_on=today, verdict=verdict, words=words.strip())


def take_back(s: Session, kind: FlagKind, about: str) -> None:
    """The flag is open again."""
    take_away(s.get_one(FlagAnswer, derived_id("flag", kind, about)))


def _answers(s: Session) -> dict[tuple[FlagKind, str], Answer]:
    rows = s.scalars(select(FlagAnswer))
    return {(row.kind, row.about): Answer(row.verdict, row.words, row.answered_on) for row in rows}


def _held(s: Session, language: str, first: date | None, last: date, training_id: UUID | None) -> list[Held]:
    wanted = (
        select(TrainingSession, TrainingRow, Group.name, Group.place_id)
        .join(TrainingRow, TrainingRow.id == TrainingSession.training_id)
        .outerjoin(Group, Group.id == TrainingRow.group_id)
        .where(TrainingSession.cut.is_(False), TrainingSession.day <= last)
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )
    wanted = wanted.where(TrainingSession.day >= first) if first else wanted
    wanted = wanted.where(TrainingRow.id == training_id) if training_id else wanted
    rows = s.execute(wanted).all()
    titles = curriculum.titles(s, [training.module_id for _, training, _, _ in rows], language)
    numbers = _numbers(s)
    districts = places.districts_of(s, {training.place_id or where for _, training, _, where in rows})
    return [
        Held(
            id=row.id,
            training_id=training.id,
            training=training.title or titles[training.module_id],
            code=training.code,
            number=numbers[row.id],
            day=row.day,
            starts=row.starts,
            ends=row.ends,
            group=group or "",
            venue=row.venue,
            district=_district(districts, training.place_id or where),
            list_signed=row.list_signed,
        )
        for row, training, group, where in rows
    ]


def _district(districts: dict[UUID, tuple[UUID, str]], place: UUID | None) -> UUID | None:
    return districts[place][0] if place in districts else None


def _numbers(s: Session) -> dict[UUID, int]:
    """Session > its number in the plan of its training."""
    order = TrainingSession.day, TrainingSession.starts, TrainingSession.id
    place = func.row_number().over(partition_by=TrainingSession.training_id, order_by=order)
    return {key: number for key, number in s.execute(select(TrainingSession.id, place))}


def _rolls(s: Session, sessions: Iterable[Held]) -> dict[Held, list[Status | None]]:
    """Session > the marks of those expected there, in the order of the register."""
    by_id = {held.id: held for held in sessions}
    found: dict[Held, list[Status | None]] = {held: [] for held in by_id.values()}
    there = or_(Enrolment.left_on.is_(None), Enrolment.left_on > TrainingSession.day, Mark.status.is_not(None))
    wanted = (
        select(TrainingSession.id, Mark.status)
        .join(Enrolment, Enrolment.training_id == TrainingSession.training_id)
        .outerjoin(Mark, and_(Mark.session_id == TrainingSession.id, Mark.person_id == Enrolment.person_id))
        .where(attended.participates(), there)
        .order_by(TrainingSession.id, Enrolment.number, Enrolment.id)
    )
    for part in chunked(list(by_id)):
        for key, status in s.execute(wanted.where(TrainingSession.id.in_(part))):
            found[by_id[key]].append(status)
    return found


def _present(s: Session, keys: Iterable[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Session > person > name, of those who came."""
    found: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    wanted = attended.of_register(select(Mark.session_id, Mark.person_id, Person.name).select_from(Mark))
    wanted = wanted.join(Person, Person.id == Mark.person_id).where(Mark.status.in_((Status.PRESENT, Status.LATE)))
    for part in chunked(list(keys)):
        for session, person, name in s.execute(wanted.where(Mark.session_id.in_(part))):
            found[session][person] = name
    return found


def _bulk_late(s: Session, sessions: dict[UUID, Held], kept: LooksAgain) -> list[Flag]:
    """Many marks of past sessions written on one day: what the journal's clock says of when."""
    late: dict[tuple[UUID, date], list[Row[UUID, int, int, UUID, int]]] = defaultdict(list)
    for row in s.execute(_written(), execution_options={INCLUDE_GONE: True}):
        entered, held = moment(row.clock).date(), sessions.get(row.session_id)
        if held is not None and (entered - held.day).days >= kept.late_days:
            late[held.training_id, entered].append(row)
    found, no_entry = [], _undone(s) | _merges(s) if late else frozenset()
    for (_training, entered), rows in late.items():
        counts: Counter[UUID] = Counter()
        for row in rows:
            counts[row.session_id] += row.marks if (row.device_id, row.number) not in no_entry else 0
        if counts.total() >= kept.late_marks:
            found.append(_late_flag(entered, {sessions[key]: count for key, count in counts.items() if count}))
    return found


def _undone(s: Session) -> frozenset[tuple[UUID | None, int | None]]:
    """Changes that were undone and not done again since."""
    wanted = select(Change.of_device, Change.of_number, Change.forward).where(Change.of_number.is_not(None))
    last = {(row[0], row[1]): row[2] for row in s.execute(wanted.order_by(Change.clock, Change.device_id))}
    return frozenset(key for key, forward in last.items() if not forward)


def _merges(s: Session) -> frozenset[tuple[UUID | None, int | None]]:
    """Changes that made one person of two entries, or two again: they move marks, and enter none."""
    pairs = select(PersonPair.id)
    wanted = select(ChangeRow.device_id, ChangeRow.number).where(ChangeRow.row_key.in_(pairs))
    rows = s.execute(wanted, execution_options={INCLUDE_GONE: True})
    return frozenset((device, number) for device, number in rows)


def _late_flag(entered: date, counts: dict[Held, int]) -> Flag:
    some = sorted(counts, key=lambda held: (held.day, held.starts))
    values: dict[str, int | date] = {
        "marks": sum(counts.values()),
        "sessions": len(some),
        "days": (entered - some[0].day).days,
        "entered": entered,
    }
    key = facts(entered, *(f"{held.id}/{count}" for held, count in counts.items()))
    return Flag(FlagKind.BULK_LATE, key, tuple(some), values=values)


def _written() -> Select[UUID, int, int, UUID, int]:
    """Of each change that gave people marks: in which sessions, and how many.

    Read with what is gone: the marks of an entry that became part of another person were entered under its name.
    """
    merged = and_(PersonPair.verdict == PairVerdict.MERGED, PersonPair.gone.is_(False))
    went = union(
        select(PersonPair.first_id).where(merged, PersonPair.first_id != PersonPair.kept_id),
        select(PersonPair.second_id).where(merged, PersonPair.second_id != PersonPair.kept_id),
    )
    return (
        select(
            Change.device_id,
            Change.number,
            Change.clock,
            Mark.session_id,
            func.count(ChangeRow.position).label("marks"),
        )
        .join(ChangeRow, and_(ChangeRow.device_id == Change.device_id, ChangeRow.number == Change.number))
        .join(Mark, Mark.id == ChangeRow.row_key)
        .where(
            ChangeRow.table_name == Mark.__tablename__,
            ChangeRow.after["status"].as_string().is_not(None),
            Change.of_number.is_(None),
            or_(Mark.gone.is_(False), Mark.person_id.in_(went)),
        )
        .group_by(Change.device_id, Change.number, Change.clock, Mark.session_id)
    )
