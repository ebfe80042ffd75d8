"""Giving the place of somebody who left to somebody who waits: ranked, with the reason, and kept for the committee."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.records import (
    Call,
    Enrolment,
    Group,
    Membership,
    Person,
    Place,
    Replacement,
    Task,
    Training,
    WaitingPlace,
)
from trainer_app.domain import ranking
from trainer_app.domain.follow_up import CallLine, TaskKind, TaskState
from trainer_app.domain.ids import derived_id
from trainer_app.domain.ranking import Ranked, Waiting
from trainer_app.domain.replacing import Leaving, Minutes, ReplacementLine
from trainer_app.domain.rules import Replacing
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import curriculum, enrolments, people, rules, selection, trainings, waiting

REPLACED = "replaced"
LEFT = "left"


def leaving(s: Session, training_id: UUID, person_id: UUID, language: str) -> Leaving:
    """Who may lose their place, the calls that were made, and the waiting list as it ranks today."""
    found = waiting.places(s, training_id, language)
    here = next((one for one in found.enrolled if one.person_id == person_id), None)
    if here is None:
        raise TrainerError(_("This person is not on the register of this training."), "not_enrolled")
    return Leaving(
        training_id,
        found.title,
        here.enrolment_id,
        person_id,
        here.name,
        here.number,
        ranked(s, training_id, person_id),
        calls(s, person_id),
    )


def ranked(s: Session, training_id: UUID, leaver_id: UUID | None = None) -> tuple[Ranked, ...]:
    """Those who wait for a place in the training, in the order of the programme's criteria."""
    rows = s.execute(
        select(WaitingPlace, Person)
        .join(Person, Person.id == WaitingPlace.person_id)
        .where(WaitingPlace.training_id == training_id)
    ).all()
    keys = [person.id for _row, person in rows]
    training = s.get_one(Training, training_id)
    leaver = s.get(Person, leaver_id) if leaver_id else None
    fellows = _fellows(s, training, leaver_id)
    where = _levels(s, [training.place_id or _place_of_group(s, training), *(person.place_id for _row, person in rows)])
    here = where.get(training.place_id or _place_of_group(s, training), {})
    groups, points = people.group_names(s, keys), selection.points_for(s, training_id)
    return ranking.ranked(
        (
            Waiting(
                person.id,
                person.name,
                person.sex,
                person.phone,
                groups.get(person.id, ""),
                row.asked_on,
                same_group=person.id in fellows,
                same_sex=leaver is not None and person.sex == leaver.sex,
                near=_near(here, where.get(person.place_id, {})),
                points=points.get(person.id),
                note=row.note,
            )
            for row, person in rows
        ),
        rules.rule(s, Replacing).criteria,
    )


def leave(s: Session, training_id: UUID, person_id: UUID, left_on: date, reason: str, today: date) -> UUID:
    """The person left and nobody came instead. The key of the replacement, which waits for somebody."""
    return _decide(s, training_id, person_id, None, left_on, reason, today)


def replace(
    s: Session, training_id: UUID, person_id: UUID, came_id: UUID, left_on: date, reason: str, today: date
) -> UUID:
    """Somebody else takes the place from `left_on` on. The list as it ranked is kept with the decision."""
    return _decide(s, training_id, person_id, came_id, left_on, reason, today)


def replacements(s: Session, language: str, training_id: UUID | None = None) -> tuple[ReplacementLine, ...]:
    """Decisions that were taken, the latest first."""
    wanted = select(Replacement, Training).join(Training, Training.id == Replacement.training_id)
    if training_id is not None:
        wanted = wanted.where(Replacement.training_id == training_id)
    rows = s.execute(wanted.order_by(Replacement.decided_on.desc(), Replacement.id)).all()
    names = _names_of(s, [key for row, _t in rows for key in (row.left_id, row.came_id) if key])
    titles = curriculum.titles(s, [training.module_id for _row, training in rows], language)
    return tuple(
        ReplacementLine(
            row.id,
            training.id,
            training.title or titles[training.module_id],
            names.get(row.left_id, ""),
            names.get(row.came_id, "") if row.came_id else "",
            row.decided_on,
        )
        for row, training in rows
    )


def minutes(s: Session, replacement_id: UUID, language: str) -> Minutes:
    """Everything that the committee signs."""
    row = s.get_one(Replacement, replacement_id)
    left = s.get_one(Enrolment, row.left_id)
    numbers = {one.enrolment_id: one for one in waiting.places(s, row.training_id, language).enrolled}
    came = numbers.get(row.came_id) if row.came_id else None
    gone = numbers.get(row.left_id)
    return Minutes(
        row.id,
        trainings.head(s, row.training_id, language),
        gone.name if gone else "",
        gone.number if gone else str(left.number),
        left.left_on or row.decided_on,
        row.reason,
        calls(s, left.person_id),
        ranking.from_kept(row.ranked),
        came.name if came else "",
        came.number if came else "",
        row.decided_on,
    )


def calls(s: Session, person_id: UUID) -> tuple[CallLine, ...]:
    """Every call to the person, the latest first."""
    rows = s.scalars(select(Call).where(Call.person_id == person_id).order_by(Call.called_on.desc(), Call.id.desc()))
    return tuple(CallLine(row.called_on, row.outcome, row.words) for row in rows)


def _decide(
    s: Session, training_id: UUID, person_id: UUID, came_id: UUID | None, left_on: date, reason: str, today: date
) -> UUID:
    if not reason.strip():
        raise TrainerError(_("Write why the person leaves: the committee signs it."), "no_reason")
    enrolments.require_enrolled(s, training_id, person_id)
    left = s.get_one(Enrolment, derived_id("enrolment", training_id, person_id))
    order = ranking.as_kept(ranked(s, training_id, person_id))
    left.left_on, left.left_reason = left_on, reason.strip()
    came = _came(s, training_id, came_id, left.id) if came_id else None
    key = derived_id("replacement", left.id)
    told = {"training_id": training_id, "left_id": left.id, "came_id": came, "decided_on": today}
    put(s, Replacement, key, reason=reason.strip(), ranked=order, **told)
    _settle(s, training_id, person_id, REPLACED if came else LEFT, today)
    return key


def _came(s: Session, training_id: UUID, person_id: UUID, left_id: UUID) -> UUID:
    key = waiting.give(s, training_id, person_id)
    s.get_one(Enrolment, key).replaces_id = left_id
    return key


def _settle(s: Session, training_id: UUID, person_id: UUID, outcome: str, today: date) -> None:
    """What waited because the person stayed away is done."""
    open_ones = select(Task).where(
        Task.kind == TaskKind.ABSENCE,
        Task.training_id == training_id,
        Task.person_id == person_id,
        Task.state != TaskState.DONE,
    )
    for task in s.scalars(open_ones):
        task.state, task.done_on, task.outcome = TaskState.DONE, today, outcome


def _fellows(s: Session, training: Training, leaver_id: UUID | None) -> set[UUID]:
    """Members of the group that the training is for; of the leaver's own groups when it is for none."""
    groups = [training.group_id] if training.group_id else []
    if not groups and leaver_id is not None:
        mine = select(Membership.group_id).where(Membership.person_id == leaver_id, Membership.until.is_(None))
        groups = list(s.scalars(mine))
    members = select(Membership.person_id).where(Membership.group_id.in_(groups), Membership.until.is_(None))
    return set(s.scalars(members))


def _place_of_group(s: Session, training: Training) -> UUID | None:
    group = s.get(Group, training.group_id) if training.group_id else None
    return group.place_id if group else None


def _levels(s: Session, place_ids: Iterable[UUID | None]) -> dict[UUID | None, dict[str, UUID]]:
    """Place > level > the place of that level that it lies in, itself included."""
    wanted = {key for key in place_ids if key}
    rows: dict[UUID, Place] = {}
    missing = set(wanted)
    while missing:
        found = s.scalars(select(Place).where(Place.id.in_(missing))).all()
        rows |= {row.id: row for row in found}
        missing = {row.parent_id for row in found if row.parent_id and row.parent_id not in rows}
    return {key: _above(rows, key) for key in wanted}


def _above(rows: dict[UUID, Place], key: UUID | None) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    while key is not None and (row := rows.get(key)) is not None:
        found[row.level] = row.id
        key = row.parent_id
    return found


def _near(here: dict[str, UUID], there: dict[str, UUID]) -> str:
    return next((level for level in ranking.NEARNESS if level in here and here[level] == there.get(level)), "")


def _names_of(s: Session, enrolment_ids: list[UUID]) -> dict[UUID, str]:
    rows = s.execute(
        select(Enrolment.id, Person.name)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.id.in_(enrolment_ids))
    )
    return {key: name for key, name in rows}
