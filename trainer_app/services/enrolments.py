"""The register of a training: who is enrolled, under which number, and who left it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import INCLUDE_GONE, put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Enrolment, Membership, Person, Training
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import PersonLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import people


def enrol(s: Session, training_id: UUID, person_id: UUID) -> UUID:
    """Enrol a person at the end of the register; the number they had before, when they come back."""
    key = derived_id("enrolment", training_id, person_id)
    before = s.get(Enrolment, key, execution_options={INCLUDE_GONE: True})
    number = before.number if before else _last_number(s, training_id) + 1
    there = before is not None and not before.gone
    anew: dict[str, object] = {} if there else {"left_on": None, "left_reason": ""}
    return put(s, Enrolment, key, training_id=training_id, person_id=person_id, number=number, **anew).id


def enrol_all(s: Session, training_id: UUID, person_ids: Iterable[UUID]) -> int:
    """Enrol those who are not yet; how many that were."""
    rows = select(Enrolment).where(Enrolment.training_id == training_id).execution_options(**{INCLUDE_GONE: True})
    known = {row.person_id: row for row in s.scalars(rows)}
    wanted = list(dict.fromkeys(person_ids))
    back = [known[key] for key in wanted if key in known and known[key].gone]
    for row in back:
        row.gone, row.left_on, row.left_reason = False, None, ""
    new = [key for key in wanted if key not in known]
    first = max((row.number for row in known.values()), default=0) + 1
    _enrol_new(s, training_id, new, first)
    return len(back) + len(new)


def enrol_members(s: Session, training_id: UUID, group_id: UUID) -> None:
    """Enrol everybody in the group, by the alphabet: for a training that has nobody yet."""
    members = select(Membership.person_id).where(Membership.group_id == group_id, Membership.until.is_(None))
    rows = s.scalars(select(Person.id).where(Person.id.in_(members)).order_by(func.lower(Person.name), Person.id))
    _enrol_new(s, training_id, rows.all(), first=1)


def require_enrolled(s: Session, training_id: UUID, person_id: UUID) -> None:
    """Raises TrainerError when the person is not, or no more, on the register."""
    row = s.get(Enrolment, derived_id("enrolment", training_id, person_id))
    if row is None or row.gone:
        person = s.get(Person, person_id, execution_options={INCLUDE_GONE: True})
        sentence = _("{name} is not on the register any more. Open it again.")
        raise TrainerError(sentence.format(name=person.name if person else "?"), "not_enrolled")


def withdraw(s: Session, training_id: UUID, person_id: UUID) -> None:
    """Take a person off the register. Their number is not given to anybody else."""
    take_away(s.get_one(Enrolment, derived_id("enrolment", training_id, person_id)))


def proposed(s: Session, training_id: UUID) -> tuple[PersonLine, ...]:
    """Members who joined the group after the training was made: proposed, never enrolled by themselves."""
    training = s.get_one(Training, training_id)
    if training.group_id is None:
        return ()
    enrolled = select(Enrolment.person_id).where(Enrolment.training_id == training_id)
    members = select(Membership.person_id).where(
        Membership.group_id == training.group_id, Membership.until.is_(None), Membership.person_id.not_in(enrolled)
    )
    rows = s.scalars(select(Person).where(Person.id.in_(members)).order_by(func.lower(Person.name))).all()
    return people.lines(s, rows)


def _enrol_new(s: Session, training_id: UUID, person_ids: Iterable[UUID], first: int) -> None:
    numbered = enumerate(person_ids, start=first)
    bulk.add_all(s, Enrolment, (_enrolment(training_id, key, number) for number, key in numbered))


def _enrolment(training_id: UUID, person_id: UUID, number: int) -> dict[str, Any]:
    key = derived_id("enrolment", training_id, person_id)
    return {"id": key, "training_id": training_id, "person_id": person_id, "number": number}


def _last_number(s: Session, training_id: UUID) -> int:
    """The highest number ever given, also to those who left."""
    wanted = select(func.max(Enrolment.number)).where(Enrolment.training_id == training_id)
    return s.scalar(wanted.execution_options(**{INCLUDE_GONE: True})) or 0
