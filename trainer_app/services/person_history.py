"""What a person's card tells beside who they are: posts, consent, trainings day by day, calls, visits, former names."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from trainer_app.db.records import (
    Call,
    Election,
    Enrolment,
    Group,
    Mark,
    Membership,
    NationalId,
    Person,
    Replacement,
    Task,
    TrainingSession,
    Visit,
)
from trainer_app.domain.attendance import Status
from trainer_app.domain.follow_up import TaskKind
from trainer_app.domain.person_history import (
    CallMade,
    CardNumber,
    FormerName,
    PersonHistory,
    Stay,
    TaskAbout,
    VisitMade,
)
from trainer_app.services import cascade, certificates, consent, history, observations, organisations, trainers


def of(s: Session, person_id: UUID) -> PersonHistory:
    return PersonHistory(
        posts=organisations.posts_of(s, person_id),
        trainer=trainers.profile(s, person_id),
        cascade=cascade.standing(s, person_id),
        consents=consent.of(s, person_id),
        stays=_stays(s, person_id),
        elected=_elected(s, person_id),
        calls=_calls(s, person_id),
        visits=_visits(s, person_id),
        observations=observations.of_person(s, person_id),
        tasks=_tasks(s, person_id),
        names=_names(s, person_id),
        cards=_cards(s, person_id),
        certificates=certificates.of_person(s, person_id),
    )


def _stays(s: Session, person_id: UUID) -> dict[UUID, Stay]:
    marks = _marks(s, person_id)
    instead_of, replaced_by = _replacements(s, person_id)
    rows = s.scalars(select(Enrolment).where(Enrolment.person_id == person_id))
    return {
        row.training_id: Stay(
            tuple(marks.get(row.training_id, ())),
            row.left_on,
            row.left_reason,
            replaced_by.get(row.id, ""),
            instead_of.get(row.id, ""),
            row.outsider,
        )
        for row in rows
    }


def _marks(s: Session, person_id: UUID) -> dict[UUID, list[tuple[date, Status | None]]]:
    """Training > (day, mark) of each session that is held, also of those nobody has marked yet."""
    mine = (Mark.session_id == TrainingSession.id) & (Mark.person_id == person_id)
    rows = s.execute(
        select(TrainingSession.training_id, TrainingSession.day, Mark.status)
        .join(Enrolment, Enrolment.training_id == TrainingSession.training_id)
        .outerjoin(Mark, mine)
        .where(Enrolment.person_id == person_id, TrainingSession.cut.is_(False))
        .order_by(TrainingSession.day, TrainingSession.starts)
    )
    found: dict[UUID, list[tuple[date, Status | None]]] = {}
    for training, day, status in rows:
        found.setdefault(training, []).append((day, status))
    return found


def _replacements(s: Session, person_id: UUID) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """Enrolment of this person > name of whom they came for; and > name of who came for them."""
    left, came = aliased(Enrolment), aliased(Enrolment)
    for_whom = s.execute(
        select(came.id, Person.name)
        .join(left, left.id == came.replaces_id)
        .join(Person, Person.id == left.person_id)
        .where(came.person_id == person_id)
    )
    by_whom = s.execute(
        select(left.id, Person.name)
        .join(Replacement, Replacement.left_id == left.id)
        .join(came, came.id == Replacement.came_id)
        .join(Person, Person.id == came.person_id)
        .where(left.person_id == person_id, came.id != left.id)  # two entries that became one person since
    )
    return {key: name for key, name in for_whom}, {key: name for key, name in by_whom}


def _elected(s: Session, person_id: UUID) -> dict[UUID, date]:
    rows = s.execute(
        select(Membership.id, Election.held_on)
        .join(Election, Election.id == Membership.election_id)
        .where(Membership.person_id == person_id)
    )
    return {key: day for key, day in rows}


def _calls(s: Session, person_id: UUID) -> tuple[CallMade, ...]:
    rows = s.scalars(select(Call).where(Call.person_id == person_id).order_by(Call.called_on.desc(), Call.id.desc()))
    return tuple(CallMade(row.called_on, row.outcome, row.words) for row in rows)


def _visits(s: Session, person_id: UUID) -> tuple[VisitMade, ...]:
    mine = select(Membership.group_id).where(Membership.person_id == person_id, Membership.until.is_(None))
    rows = s.execute(
        select(Visit, Group.name)
        .join(Group, Group.id == Visit.group_id)
        .where(Visit.group_id.in_(mine) | (Visit.visitor_id == person_id))
        .order_by(Visit.planned_on.desc(), Visit.id)
    )
    return tuple(
        VisitMade(
            row.done_on or row.planned_on,
            row.done_on is not None,
            row.outcome,
            group,
            row.visitor_id == person_id,
            row.note,
        )
        for row, group in rows
    )


def _tasks(s: Session, person_id: UUID) -> tuple[TaskAbout, ...]:
    rows = s.scalars(select(Task).where(Task.person_id == person_id).order_by(Task.due.desc(), Task.id))
    return tuple(
        TaskAbout(row.kind, row.state, row.done_on or row.snoozed_until or row.due, _said(row)) for row in rows
    )


def _said(row: Task) -> str:
    """What somebody wrote about it; the outcome of a call is told by the call itself."""
    outcome = row.outcome if row.kind is TaskKind.OWN else ""
    return " · ".join(part for part in (row.title, outcome) if part)


def _names(s: Session, person_id: UUID) -> tuple[FormerName, ...]:
    """What the person was called before, the latest first; the journal knows until when."""
    now = s.get_one(Person, person_id).name
    told: dict[str, FormerName] = {}
    for line in history.of(s, [person_id]):
        if line.field == "name" and line.before and line.before != now:
            told.setdefault(line.before, FormerName(line.before, line.when))
    return tuple(told.values())


def _cards(s: Session, person_id: UUID) -> tuple[CardNumber, ...]:
    """Numbers of cards of before: all but the one that is shown."""
    rows = s.scalars(select(NationalId).where(NationalId.person_id == person_id).order_by(NationalId.id)).all()
    return tuple(CardNumber(row.number, row.noted_on) for row in reversed(rows[:-1]))
