"""Taking the register: one mark, the rest of a day, or the numbers that stayed away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Enrolment, Mark, Person, TrainingSession
from trainer_app.domain.age_bands import AgeBands
from trainer_app.domain.attendance import (
    LATE_EDIT_AFTER,
    Cell,
    Heads,
    Register,
    RegisterDay,
    RegisterLine,
    SessionState,
    Status,
    parts_of_day,
)
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import PersonForm
from trainer_app.domain.rules import Attended
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, screen
from trainer_app.services import attended, enrolments, head_counts, people, places, trainings
from trainer_app.services.rules import rule

SessionMark = tuple[UUID, UUID, Status | None]
"""(session, person, status); no status clears the mark."""
LONGEST = 24 * 60  # minutes that anybody can have stayed


def register(s: Session, training_id: UUID, language: str) -> Register:
    """Everybody enrolled, in the order of their numbers, with the marks given so far for each session held."""
    head = trainings.head(s, training_id, language)
    days = _days(s, training_id)
    rows = s.execute(
        select(Enrolment, Person, attended.participates())
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.training_id == training_id)
        .order_by(Enrolment.number, Enrolment.id)
    ).all()
    cells = marks(s, days)
    keys = [person.id for _, person, _counts in rows]
    groups, cards = people.group_names(s, keys), people.card_numbers(s, keys)
    where = places.paths(s, [person.place_id for _, person, _counts in rows])
    numbers = shown_numbers(enrolment.number for enrolment, _person, _counts in rows)
    shown = {row.id: f"{number} {who.name}" for number, (row, who, _counts) in zip(numbers, rows, strict=True)}
    counted = head_counts.of_sessions(s, [day.session_id for day in days])
    ages = rule(s, AgeBands)
    return Register(
        head,
        days,
        tuple(
            RegisterLine(
                person_id=person.id,
                number=number,
                name=person.name,
                sex=person.sex,
                age=ages.on(head.first_day, person.birth_year, person.birth_date),
                phone=person.phone,
                organisation=groups.get(person.id, ""),
                cells=tuple(cells.get((day.session_id, person.id), Cell()) for day in days),
                occupation=person.occupation,
                place=where[person.place_id],
                national_id=cards.get(person.id, ""),
                left_on=enrolment.left_on,
                replaces=shown.get(enrolment.replaces_id, "") if enrolment.replaces_id else "",
                outsider=enrolment.outsider,
                leads=not counts,
            )
            for number, (enrolment, person, counts) in zip(numbers, rows, strict=True)
        ),
        rule(s, Attended),
        tuple(counted.get(day.session_id, Heads()) for day in days) if counted else (),
        ages.bands,
    )


def marks(s: Session, days: Iterable[RegisterDay]) -> dict[tuple[UUID, UUID], Cell]:
    """(session, person) > what is marked: enough to refresh a register whose people stay the same."""
    shown = Mark.status, Mark.note, Mark.edited_late, Mark.minutes, Mark.reason
    wanted = select(Mark.session_id, Mark.person_id, *shown)
    rows = s.execute(wanted.where(Mark.session_id.in_([day.session_id for day in days])))
    return {(row[0], row[1]): Cell(*row[2:]) for row in rows}


def mark(s: Session, session_id: UUID, person_id: UUID, status: Status | None, today: date) -> None:
    """Give a person a mark, change it, or clear it. A future day refuses; a late edit is kept, and says so."""
    session = s.get_one(TrainingSession, session_id)
    _refuse_future(session, today)
    key = derived_id("mark", session_id, person_id)
    row = s.get(Mark, key)
    if status is None and row is not None and not row.note:
        take_away(row)
    elif status is not None or row is not None:
        stays = {} if status in (Status.PRESENT, Status.LATE) else {"minutes": None}
        _write(s, session, person_id, today, status=status, **stays)


def mark_many(s: Session, wanted: Iterable[SessionMark], today: date) -> None:
    """Several marks as one gesture: a range filled, a column pasted."""
    wanted = list(wanted)
    held = _rows_of(s, {session_id for session_id, _, _ in wanted})  # held, so that each is not asked for anew
    for session_id, person_id, status in wanted:
        mark(s, session_id, person_id, status, today)
    del held


def _rows_of(s: Session, session_ids: set[UUID]) -> list[object]:
    """The sessions, their marks and who is enrolled: the session finds them by key while they are held."""
    held = s.scalars(select(TrainingSession).where(TrainingSession.id.in_(session_ids))).all()
    keys = {row.training_id for row in held}
    enrolled = s.scalars(select(Enrolment).where(Enrolment.training_id.in_(keys))).all()
    return [*held, *enrolled, *s.scalars(select(Mark).where(Mark.session_id.in_(session_ids)))]


def mark_rest(s: Session, session_id: UUID, today: date) -> int:
    """Mark present whoever has no mark in this session yet; how many that were."""
    unmarked = _unmarked(s, session_id)
    mark_many(s, [(session_id, person_id, Status.PRESENT) for person_id in unmarked], today)
    return len(unmarked)


def mark_absent(s: Session, session_id: UUID, numbers: Iterable[str], today: date) -> tuple[int, int]:
    """Mark the numbers absent and everybody unmarked present: (present, absent).

    Late and excused marks stay. Raises TrainerError, with nothing changed, when a number is not on the register.
    """
    everybody = _numbered(s, session_id)
    wanted = list(numbers)
    if unknown := [number for number in wanted if number not in everybody]:
        sentence = _("Not on the register: {numbers}.")
        raise TrainerError(sentence.format(numbers=", ".join(unknown)), "unknown_number")
    kept = _having(s, session_id, Status.LATE, Status.EXCUSED)
    absent = [everybody[number] for number in wanted if everybody[number] not in kept]
    mark_many(s, [(session_id, person_id, Status.ABSENT) for person_id in absent], today)
    s.flush()
    return mark_rest(s, session_id, today), len(absent)


def remark(s: Session, session_id: UUID, person_id: UUID, note: str, today: date) -> None:
    """A few words beside a mark ("sick child")."""
    session = s.get_one(TrainingSession, session_id)
    row = s.get(Mark, derived_id("mark", session_id, person_id))
    if row is not None and not note.strip() and row.status is None:
        take_away(row)
    elif row is not None or note.strip():
        _write(s, session, person_id, today, note=note.strip())


def set_minutes(s: Session, wanted: Iterable[tuple[UUID, UUID]], minutes: int | None, today: date) -> None:
    """How long these people stayed, by (session, person); who had no mark is present by that."""
    if minutes is not None and not 0 < minutes <= LONGEST:
        raise TrainerError(_("Write the minutes as a number from 1 to {most}.").format(most=LONGEST), "minutes")
    wanted = list(wanted)
    held = _rows_of(s, {session_id for session_id, _person in wanted})
    for session_id, person_id in wanted:
        session = s.get_one(TrainingSession, session_id)
        _refuse_future(session, today)
        row = s.get(Mark, derived_id("mark", session_id, person_id))
        if row is not None and row.status is not None:
            _write(s, session, person_id, today, minutes=minutes)
        elif minutes is not None:
            _write(s, session, person_id, today, status=Status.PRESENT, minutes=minutes)
    del held


def explain(s: Session, wanted: Iterable[tuple[UUID, UUID]], reason: str) -> None:
    """Why these marks, by (session, person), were corrected after the fact. The marks stand either way."""
    for session_id, person_id in wanted:
        row = s.get(Mark, derived_id("mark", session_id, person_id))
        if row is not None:
            row.reason = reason.strip()


def set_outsider(s: Session, training_id: UUID, person_id: UUID, outsider: bool) -> None:
    """Whether the person is from a group outside the project, and so counted apart."""
    s.get_one(Enrolment, derived_id("enrolment", training_id, person_id)).outsider = outsider


def state(s: Session, session_id: UUID) -> SessionState:
    row = s.get_one(TrainingSession, session_id)
    return SessionState(row.cut, row.list_signed)


def set_list_signed(s: Session, session_id: UUID, signed: bool | None) -> None:
    """Whether the paper list with the signatures came back; None while nobody knows."""
    s.get_one(TrainingSession, session_id).list_signed = signed


def walk_in(s: Session, session_id: UUID, who: PersonForm | UUID, today: date) -> UUID:
    """Somebody who came without being on the list: enrolled, and present today. The person."""
    session = s.get_one(TrainingSession, session_id)
    _refuse_future(session, today)
    person_id = who if isinstance(who, UUID) else people.add(s, who)
    enrolments.enrol(s, session.training_id, person_id)
    _write(s, session, person_id, today, status=Status.PRESENT)
    return person_id


def _write(s: Session, session: TrainingSession, person_id: UUID, today: date, **values: object) -> None:
    enrolments.require_enrolled(s, session.training_id, person_id)
    late = today - session.day > timedelta(0) and today - session.day >= LATE_EDIT_AFTER
    key = derived_id("mark", session.id, person_id)
    row = s.get(Mark, key, execution_options={INCLUDE_GONE: True})
    if row is not None and row.gone:
        values = {"note": "", "status": None, "minutes": None, "reason": ""} | values
    put(s, Mark, key, session_id=session.id, person_id=person_id, edited_late=late, **values)


def _refuse_future(session: TrainingSession, today: date) -> None:
    if session.cut:
        raise TrainerError(_("This session was cut. Bring it back in the schedule, and it can be marked."), "cut")
    if session.day > today:
        sentence = _("This session is on {date}: it can be marked from that day on.")
        raise TrainerError(sentence.format(date=screen().date(session.day)), "future_day")


def _days(s: Session, training_id: UUID) -> tuple[RegisterDay, ...]:
    """The sessions that are held. Each keeps the number it has in the plan when another one is cut."""
    rows = s.scalars(
        select(TrainingSession)
        .where(TrainingSession.training_id == training_id)
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    ).all()
    held = [(number, row) for number, row in enumerate(rows, start=1) if not row.cut]
    of_day: dict[date, list[TrainingSession]] = defaultdict(list)
    for _number, row in held:
        of_day[row.day].append(row)
    parts = {
        row.id: part
        for some in of_day.values()
        for row, part in zip(some, parts_of_day(row.starts for row in some), strict=True)
    }
    return tuple(RegisterDay(row.id, n, row.day, row.starts, row.ends, parts[row.id]) for n, row in held)


def shown_numbers(numbers: Iterable[int]) -> list[str]:
    """12, then 12b: two laptops may have given one number before they met."""
    seen: dict[int, int] = {}
    shown = []
    for number in numbers:
        times = seen.get(number, 0)
        shown.append(f"{number}{'abcdefghijklmnopqrstuvwxyz'[times] if times else ''}")
        seen[number] = times + 1
    return shown


def _numbered(s: Session, session_id: UUID) -> dict[str, UUID]:
    """Shown number > person, of everybody on the register of this session's training."""
    training_id = s.get_one(TrainingSession, session_id).training_id
    rows = s.execute(
        select(Enrolment.number, Enrolment.person_id)
        .where(Enrolment.training_id == training_id)
        .order_by(Enrolment.number, Enrolment.id)
    ).all()
    return dict(zip(shown_numbers(number for number, _ in rows), (person for _, person in rows), strict=True))


def _unmarked(s: Session, session_id: UUID) -> list[UUID]:
    """Who is expected in the session and has no mark, in the order of the register: nobody who left, or leads."""
    session = s.get_one(TrainingSession, session_id)
    marked = select(Mark.person_id).where(Mark.session_id == session_id, Mark.status.is_not(None))
    there = or_(Enrolment.left_on.is_(None), Enrolment.left_on > session.day)
    wanted = select(Enrolment.person_id).where(Enrolment.training_id == session.training_id, there)
    wanted = wanted.where(attended.participates(), Enrolment.person_id.not_in(marked))
    return list(s.scalars(wanted.order_by(Enrolment.number, Enrolment.id)))


def _having(s: Session, session_id: UUID, *statuses: Status) -> set[UUID]:
    return set(s.scalars(select(Mark.person_id).where(Mark.session_id == session_id, Mark.status.in_(statuses))))
