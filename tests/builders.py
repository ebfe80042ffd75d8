"""What a test needs to begin, said in a sentence: `a_training(db, people=40, days=3)`. Every name is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from trainer_app.db.database import Database
from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.domain.trainings import NewTraining
from trainer_app.i18n import label
from trainer_app.services import attendance, curriculum, groups, people, trainings

FIRST_DAY = date(2026, 3, 9)  # a Monday
FAMILY = ("UWIMANA", "HABIMANA", "MUKAMANA", "NIYONZIMA", "UWASE", "NDAYISABA", "MUTONI", "KAYITESI")
GIVEN = ("Marie", "Jean Bosco", "Béatrice", "Théogène", "Aline", "Claude", "Immaculée", "Eric")


def a_name(number: int) -> str:
    return f"{FAMILY[number % 8]} {GIVEN[(number * 3 + number // 8) % 8]}{'' if number < 64 else f' {number}'}"


def a_person(db: Database, name: str = "UWIMANA Marie", **values: object) -> UUID:
    with db.changing(label("Add a person")) as s:
        return people.add(s, PersonForm(name, **values))  # type: ignore[arg-type]


def a_group(db: Database, name: str = "COOP Twisungane", people: int = 0) -> UUID:
    """A cooperative with so many members, women and men in turn."""
    with db.changing(label("Add a group")) as s:
        group = groups.add(s, GroupForm(name, GroupKind.COOPERATIVE))
        s.flush()
        for number in range(people):
            groups.add_member(s, group, _someone(s, number))
            s.flush()
    return group


@dataclass(frozen=True)
class ATraining:
    id: UUID
    group: UUID
    sessions: tuple[UUID, ...]
    people: tuple[UUID, ...]
    first_day: date


def a_training(
    db: Database, people: int = 3, days: int = 1, first_day: date = FIRST_DAY, module: str = "M1"
) -> ATraining:
    """A training of a module for a new group, with one session a day from `first_day`."""
    group = a_group(db, people=people)
    with db.changing(label("Plan a training")) as s:
        order = NewTraining(
            curriculum.by_code(s, module).id, group, first_day, days, time(8, 30), time(16), venue="Base hall"
        )
        training = trainings.add(s, order)
    with db.reading() as s:
        register = attendance.register(s, training, "en")
    return ATraining(
        training,
        group,
        tuple(day.session_id for day in register.days),
        tuple(line.person_id for line in register.lines),
        first_day,
    )


def _someone(s: Session, number: int) -> UUID:
    form = PersonForm(
        a_name(number),
        sex=Sex.FEMALE if number % 2 else Sex.MALE,
        birth_year=1980 + number % 30,
        phone=f"+250700000{number % 1000:03}",
    )
    person = people.add(s, form)
    s.flush()
    return person
