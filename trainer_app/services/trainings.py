"""Planning trainings: their sessions, who leads, and moving a day without losing what was planned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import (
    Enrolment,
    Feedback,
    Group,
    HeadCount,
    Invitation,
    Mark,
    Module,
    Observation,
    Person,
    Project,
    Replacement,
    Resolution,
    Selection,
    Sitting,
    Task,
    TestTally,
    Training,
    TrainingSession,
    TrainingTest,
    TrainingTrainer,
    TrainingUnit,
    Visit,
    WaitingPlace,
)
from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.ids import derived_id, new_id
from trainer_app.domain.people import folded
from trainer_app.domain.text import tidy
from trainer_app.domain.trainings import NewTraining, SessionDeed, Slot, TrainingKind, TrainingLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.services import (
    attended,
    clashes,
    codes,
    curriculum,
    enrolments,
    letterheads,
    places,
    refs,
    session_events,
)

YEARS = range(2000, 2101)
HANGING = (
    Enrolment,
    Invitation,
    Observation,
    Sitting,
    TestTally,
    TrainingTest,
    TrainingTrainer,
    TrainingUnit,
    WaitingPlace,
    Replacement,
    Selection,
    Task,
    Visit,
)  # what goes with a training that is taken out; a certificate that was given stays given
HANGING_ON_SESSIONS = (Mark, Feedback, Resolution)
HELD = N_("People are marked or counted in this session: it was held. Clear that first, or take it back by Undo.")
LONGEST = 60  # days in one training; more is a slip of the finger


def trainings(s: Session, language: str, search: str = "") -> tuple[TrainingLine, ...]:
    """Every training, the newest first; each word of `search` begins a word of its title, group or code."""
    rows = s.execute(
        select(Training, Group.name, Module.code, Project.is_sample)
        .outerjoin(Group, Group.id == Training.group_id)
        .outerjoin(Module, Module.id == Training.module_id)
        .outerjoin(Project, Project.id == Training.project_id)
    ).all()
    titles = curriculum.titles(s, [row[0].module_id for row in rows], language)
    days, enrolled, marked = _spans(s), _enrolled(s), _marked_sessions(s)
    found = []
    for training, group, module_code, is_sample in rows:
        first, last, sessions = days.get(training.id, (date.min, date.min, 0))
        found.append(
            TrainingLine(
                training.id,
                training.code,
                training.title or titles[training.module_id],
                module_code or "",
                group or "",
                training.venue,
                first,
                last,
                sessions,
                enrolled.get(training.id, 0),
                marked.get(training.id, 0),
                bool(is_sample),
            )
        )
    words = folded(search).split()
    kept = [line for line in found if all(_begins(word, line) for word in words)]
    return tuple(sorted(kept, key=lambda line: (line.first_day, line.code), reverse=True))


def head(s: Session, training_id: UUID, language: str) -> TrainingHead:
    """What stands above every register and list of the training."""
    row = s.get_one(Training, training_id)
    group = s.get(Group, row.group_id) if row.group_id else None
    project = s.get(Project, row.project_id) if row.project_id else None
    first, last, _sessions = _spans(s).get(training_id, (date.min, date.min, 0))
    return TrainingHead(
        id=row.id,
        code=row.code,
        title=row.title or curriculum.titles(s, [row.module_id], language)[row.module_id],
        group=group.name if group else "",
        venue=row.venue,
        place=places.path(s, row.place_id or (group.place_id if group else None)),
        first_day=first,
        last_day=last,
        trainers=tuple(name for _, name in trainers(s, training_id)),
        project=project.name if project else "",
        organiser=project.organiser if project else "",
        is_sample=bool(project and project.is_sample),
        places=row.places,
        letterhead=letterheads.of(s, row.project_id),
    )


def trainers(s: Session, training_id: UUID) -> tuple[tuple[UUID, str], ...]:
    rows = s.execute(
        select(Person.id, Person.name)
        .join(TrainingTrainer, TrainingTrainer.person_id == Person.id)
        .where(TrainingTrainer.training_id == training_id)
        .order_by(func.lower(Person.name))
    )
    return tuple((key, name) for key, name in rows)


def add(s: Session, order: NewTraining, project_id: UUID | None = None) -> UUID:
    """Plan a training: its sessions, and the group's members enrolled in name order. Raises TrainerError.

    When clashes were seen and kept, each session that has one keeps the reason.
    """
    _refuse(order)
    group = s.get(Group, order.group_id) if order.group_id else None
    row = Training(
        id=new_id(),
        code=codes.for_training_or_group(s),
        kind=order.kind,
        title=tidy(order.title),
        module_id=order.module_id,
        group_id=order.group_id,
        project_id=project_id or (group.project_id if group else None),
        place_id=order.place_id or (group.place_id if group else None),
        venue=tidy(order.venue),
        places=order.places,
    )
    slots = clashes.slots(s, order)
    seen = clashes.of_order(s, order, "en") if order.reason is not None else ()
    s.add(row)
    for unit in order.unit_ids:
        s.add(TrainingUnit(id=derived_id("training-unit", row.id, unit), training_id=row.id, unit_id=unit))
    for slot in slots:
        session = _session(row.id, slot, order.venue)
        s.add(session)
        here = (clash for clash in seen if clash.day == slot.day)
        session_events.note_clashes(s, session, here, order.decided_on, order.reason or "")
    set_trainers(s, row.id, order.trainers)
    if order.group_id is not None:
        enrolments.enrol_members(s, row.id, order.group_id)
    return row.id


def edit(
    s: Session,
    training_id: UUID,
    *,
    venue: str,
    place_id: UUID | None,
    title: str = "",
    kind: TrainingKind | None = None,
    places: int | None = None,
) -> None:
    """Correct what stands at the head of a training; sessions that had its venue follow."""
    row = s.get_one(Training, training_id)
    for session in _sessions(s, training_id):
        if session.venue == row.venue != venue.strip():
            session.venue = venue.strip()
    row.venue, row.place_id, row.title = venue.strip(), place_id, title.strip()
    row.kind, row.places = kind or row.kind, places


def set_trainers(s: Session, training_id: UUID, person_ids: Iterable[UUID]) -> None:
    """Those who lead the training, and nobody else: they are listed, and never counted as participants."""
    wanted = set(person_ids)
    for row in s.scalars(select(TrainingTrainer).where(TrainingTrainer.training_id == training_id)):
        if row.person_id not in wanted:
            take_away(row)
    for person_id in wanted:
        key = derived_id("training-trainer", training_id, person_id)
        put(s, TrainingTrainer, key, training_id=training_id, person_id=person_id)


def add_session(s: Session, training_id: UUID, day: date, starts: time, ends: time, venue: str = "") -> UUID:
    _refuse_hours(starts, ends)
    row = _session(training_id, Slot(day, starts, ends), venue or s.get_one(Training, training_id).venue)
    s.add(row)
    return row.id


def move_session(
    s: Session,
    session_id: UUID,
    day: date,
    starts: time,
    ends: time,
    venue: str | None = None,
    *,
    reason: str = "",
    on: date | None = None,
    keep_clashes: bool = False,
) -> None:
    """Hold the session on another day, at other hours or elsewhere: the day it was planned for and the reason are kept.

    `keep_clashes` when clashes were seen and it is moved all the same, for the same reason.
    """
    _refuse_hours(starts, ends)
    row = s.get_one(TrainingSession, session_id)
    seen = clashes.of_move(s, session_id, day, starts, ends, "en", venue) if keep_clashes else ()
    before = session_events.when(row)
    row.day, row.starts, row.ends = day, starts, ends
    if venue is not None:
        row.venue = venue.strip()
    if session_events.when(row) != before:
        session_events.note(s, row, SessionDeed.MOVED, on, reason, before)
    session_events.note_clashes(s, row, seen, on, reason)


def remove_session(s: Session, session_id: UUID) -> None:
    """Take a session out; refused when it was held."""
    row = s.get_one(TrainingSession, session_id)
    if is_marked(s, row):
        raise TrainerError(_(HELD), "session_marked")
    take_away(row)


def is_marked(s: Session, row: TrainingSession) -> bool:
    """Whether the session was held: somebody on the register has a mark in it, or heads were counted."""
    return row.id in marked(s, row.training_id)


def marked(s: Session, training_id: UUID) -> frozenset[UUID]:
    """The sessions of a training that were held: with a mark of somebody on the register, or with heads counted."""
    own = select(TrainingSession.id).where(TrainingSession.training_id == training_id)
    named = (
        own.join(Mark, Mark.session_id == TrainingSession.id)
        .join(Enrolment, attended.enrolled(TrainingSession.training_id, Mark.person_id))
        .where(Mark.status.is_not(None))
    )
    counted = own.join(HeadCount, HeadCount.session_id == TrainingSession.id)
    return frozenset((*s.scalars(named), *s.scalars(counted)))


def remove(s: Session, training_id: UUID) -> None:
    """Take a training out of the lists with all that hangs on it; undo brings it back."""
    take_away(s.get_one(Training, training_id))
    sessions = _sessions(s, training_id)
    for row in sessions:
        take_away(row)
        for table in HANGING_ON_SESSIONS:
            for noted in s.scalars(select(table).where(table.session_id == row.id)):
                take_away(noted)
    for kind in HANGING:
        for hanging in s.scalars(select(kind).where(kind.training_id == training_id)):
            take_away(hanging)


def one(s: Session, ref: str) -> UUID:
    """The training that a key, a code, or words that fit one only stand for. Raises TrainerError."""
    return refs.one(s, Training, ref, lambda: (line.id for line in trainings(s, "en", ref)))


def _refuse(order: NewTraining) -> None:
    if order.module_id is None and not order.title.strip():
        raise TrainerError(_("Choose a module or write a title."), "no_title")
    if not 1 <= order.days <= LONGEST:
        raise TrainerError(_("A training has 1 to {count} days.").format(count=LONGEST), "days")
    if order.first_day.year not in YEARS:
        sentence = _("A training begins between {first} and {last}.")
        raise TrainerError(sentence.format(first=YEARS[0], last=YEARS[-1]), "year")
    if len(order.slots) > LONGEST:
        raise TrainerError(_("A training has 1 to {count} days.").format(count=LONGEST), "days")
    for starts, ends in ((order.starts, order.ends), *((slot.starts, slot.ends) for slot in order.slots)):
        _refuse_hours(starts, ends)
    if order.afternoon is not None:
        _refuse_hours(*order.afternoon)
        if order.afternoon[0] < order.ends:
            raise TrainerError(_("The afternoon begins before the morning ends."), "hours")


def _refuse_hours(starts: time, ends: time) -> None:
    if ends <= starts:
        raise TrainerError(_("The session ends before it begins."), "hours")


def _session(training_id: UUID, slot: Slot, venue: str) -> TrainingSession:
    return TrainingSession(
        id=new_id(),
        training_id=training_id,
        day=slot.day,
        planned_day=slot.day,
        starts=slot.starts,
        ends=slot.ends,
        venue=venue.strip(),
        topic=slot.topic,
    )


def _sessions(s: Session, training_id: UUID) -> list[TrainingSession]:
    wanted = select(TrainingSession).where(TrainingSession.training_id == training_id)
    return list(s.scalars(wanted.order_by(TrainingSession.day, TrainingSession.starts)))


def _spans(s: Session) -> dict[UUID, tuple[date, date, int]]:
    """Training > its first and last day and how many sessions; what was cut counts only where nothing else is left."""
    kept = case((TrainingSession.cut.is_(False), TrainingSession.day))
    rows = s.execute(
        select(
            TrainingSession.training_id,
            func.coalesce(func.min(kept), func.min(TrainingSession.day)),
            func.coalesce(func.max(kept), func.max(TrainingSession.day)),
            func.count(kept),
        ).group_by(TrainingSession.training_id)
    )
    return {key: (first, last, sessions) for key, first, last, sessions in rows}


def first_days(s: Session) -> dict[UUID, date]:
    """Training > its first day, on which ages are reckoned."""
    return {key: first for key, (first, _last, _count) in _spans(s).items()}


def _enrolled(s: Session) -> dict[UUID, int]:
    rows = s.execute(select(Enrolment.training_id, func.count(Enrolment.id)).group_by(Enrolment.training_id))
    return {key: count for key, count in rows}


def _marked_sessions(s: Session) -> dict[UUID, int]:
    rows = s.execute(
        select(TrainingSession.training_id, func.count(func.distinct(Mark.session_id)))
        .join(Mark, Mark.session_id == TrainingSession.id)
        .join(Enrolment, attended.enrolled(TrainingSession.training_id, Mark.person_id))
        .where(Mark.status.is_not(None), TrainingSession.cut.is_(False))
        .group_by(TrainingSession.training_id)
    )
    return {key: count for key, count in rows}


def _begins(word: str, line: TrainingLine) -> bool:
    text = f"{line.title} {line.group} {line.code} {line.venue} {line.module_code}"
    return any(part.startswith(word) for part in folded(text).split())
