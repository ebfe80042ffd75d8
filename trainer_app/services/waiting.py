"""Places in a training: how many there are, who waits for one, and giving one.

A full training is told, and refused to nobody: the trainer knows whether a chair can be found.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Enrolment, Person, Training, WaitingPlace
from trainer_app.domain.ids import derived_id
from trainer_app.domain.waiting import Places, TakingPart, WaitingLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import attendance, enrolments, people, trainings


def places(s: Session, training_id: UUID, language: str) -> Places:
    """How full the training is, who is on its register, and who waits, the longest first."""
    row = s.get_one(Training, training_id)
    head = trainings.head(s, training_id, language)
    return Places(
        training_id,
        row.code,
        head.title,
        head.group,
        row.places,
        _taking_part(s, training_id),
        _waiting(s, training_id),
    )


def set_places(s: Session, training_id: UUID, number: int | None) -> None:
    """How many can take part; None when nobody counts."""
    if number is not None and number < 1:
        raise TrainerError(_("A training has at least one place."), "places")
    s.get_one(Training, training_id).places = number


def ask(s: Session, training_id: UUID, person_id: UUID, asked_on: date, note: str = "") -> None:
    """Put a person on the waiting list; who is on it already keeps their day. Raises TrainerError when they take
    part."""
    if _takes_part(s, training_id, person_id):
        raise TrainerError(_("This person takes part already."), "takes_part")
    key = derived_id("waiting", training_id, person_id)
    row = s.scalars(select(WaitingPlace).where(WaitingPlace.id == key)).first()
    first = min(row.asked_on, asked_on) if row else asked_on
    put(s, WaitingPlace, key, training_id=training_id, person_id=person_id, asked_on=first, note=note.strip())


def ask_all(s: Session, training_id: UUID, person_ids: Iterable[UUID], asked_on: date) -> int:
    """Those who do not take part yet ask for a place; how many that were."""
    wanted = [key for key in person_ids if not _takes_part(s, training_id, key)]
    for person_id in wanted:
        ask(s, training_id, person_id, asked_on)
    return len(wanted)


def drop(s: Session, training_id: UUID, person_id: UUID) -> None:
    """The person waits no longer."""
    key = derived_id("waiting", training_id, person_id)
    for row in s.scalars(select(WaitingPlace).where(WaitingPlace.id == key)):
        take_away(row)


def give(s: Session, training_id: UUID, person_id: UUID) -> UUID:
    """Give a place, also when none is free: the person is on the register, and waits no longer. The enrolment."""
    key = enrolments.enrol(s, training_id, person_id)
    s.flush()
    row = s.get_one(Enrolment, key)
    row.left_on, row.left_reason = None, ""  # who left once comes back
    drop(s, training_id, person_id)
    return key


def _takes_part(s: Session, training_id: UUID, person_id: UUID) -> bool:
    wanted = select(Enrolment.id).where(
        Enrolment.training_id == training_id, Enrolment.person_id == person_id, Enrolment.left_on.is_(None)
    )
    return s.scalars(wanted).first() is not None


def _taking_part(s: Session, training_id: UUID) -> tuple[TakingPart, ...]:
    rows = s.execute(
        select(Enrolment, Person.name)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.training_id == training_id)
        .order_by(Enrolment.number, Enrolment.id)
    ).all()
    instead = {row.replaces_id: name for row, name in rows if row.replaces_id}
    numbers = attendance.shown_numbers(row.number for row, _name in rows)
    return tuple(
        TakingPart(row.id, row.person_id, shown, name, row.left_on, row.left_reason, instead.get(row.id, ""))
        for shown, (row, name) in zip(numbers, rows, strict=True)
    )


def _waiting(s: Session, training_id: UUID) -> tuple[WaitingLine, ...]:
    rows = s.execute(
        select(WaitingPlace, Person)
        .join(Person, Person.id == WaitingPlace.person_id)
        .where(WaitingPlace.training_id == training_id)
        .order_by(WaitingPlace.asked_on, func.lower(Person.name))
    ).all()
    groups = people.group_names(s, [person.id for _row, person in rows])
    return tuple(
        WaitingLine(person.id, person.name, person.phone, groups.get(person.id, ""), row.asked_on, row.note)
        for row, person in rows
    )
