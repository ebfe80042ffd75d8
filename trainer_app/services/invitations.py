"""Telling people of a training: who was told when, and who comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Enrolment, Invitation, Person, TrainingSession
from trainer_app.domain.attendance import RegisterDay
from trainer_app.domain.ids import derived_id
from trainer_app.domain.invitations import InvitationList, Invited
from trainer_app.domain.text import tidy
from trainer_app.services import attendance, people, trainings


def invited(s: Session, training_id: UUID, language: str) -> InvitationList:
    """Everybody on the register who has not left, in the order of their numbers."""
    rows = s.execute(
        select(Enrolment.number, Person)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.training_id == training_id)
        .order_by(Enrolment.number, Enrolment.id)
    ).all()
    numbers = attendance.shown_numbers(number for number, _person in rows)
    left = set(
        s.scalars(
            select(Enrolment.person_id).where(Enrolment.training_id == training_id, Enrolment.left_on.is_not(None))
        )
    )
    told = {row.person_id: row for row in s.scalars(select(Invitation).where(Invitation.training_id == training_id))}
    groups = people.group_names(s, [person.id for _number, person in rows])
    return InvitationList(
        trainings.head(s, training_id, language),
        _days(s, training_id),
        tuple(
            _line(shown, person, groups.get(person.id, ""), told.get(person.id))
            for shown, (_number, person) in zip(numbers, rows, strict=True)
            if person.id not in left
        ),
    )


def tell(s: Session, training_id: UUID, person_ids: Iterable[UUID], on: date) -> int:
    """Keep that these people were told; who was told before keeps their day. How many are new."""
    known = set(s.scalars(select(Invitation.person_id).where(Invitation.training_id == training_id)))
    new = [key for key in dict.fromkeys(person_ids) if key not in known]
    for person_id in new:
        key = derived_id("invitation", training_id, person_id)
        put(s, Invitation, key, training_id=training_id, person_id=person_id, told_on=on, comes=None, note="")
    return len(new)


def answer(s: Session, training_id: UUID, person_id: UUID, comes: bool | None, on: date, note: str = "") -> None:
    """What somebody answered; who was not told before was told today. None takes the answer back."""
    row = s.get(Invitation, derived_id("invitation", training_id, person_id))
    told_on = row.told_on if row is not None and not row.gone else on
    key = derived_id("invitation", training_id, person_id)
    values = {"told_on": told_on, "comes": comes, "note": tidy(note)}
    put(s, Invitation, key, training_id=training_id, person_id=person_id, **values)


def take_back(s: Session, training_id: UUID, person_ids: Iterable[UUID]) -> None:
    """They were not told after all."""
    wanted = select(Invitation).where(Invitation.training_id == training_id, Invitation.person_id.in_(list(person_ids)))
    for row in s.scalars(wanted):
        take_away(row)


def _line(number: str, person: Person, group: str, told: Invitation | None) -> Invited:
    answered = (told.told_on, told.comes, told.note) if told else (None, None, "")
    return Invited(person.id, number, person.name, person.sex, person.phone, group, *answered)


def _days(s: Session, training_id: UUID) -> tuple[RegisterDay, ...]:
    """What is still to be held, for the head of the list."""
    rows = s.scalars(
        select(TrainingSession)
        .where(TrainingSession.training_id == training_id, TrainingSession.cut.is_(False))
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )
    return tuple(RegisterDay(row.id, n, row.day, row.starts, row.ends) for n, row in enumerate(rows, start=1))
