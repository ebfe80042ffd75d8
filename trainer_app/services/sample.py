"""The sample programme: something to explore before one's own list is in. Everybody in it is invented.

It follows a real project's shape: seven districts, savings groups and cooperatives, a five-day training in its
third day, and two that are over. It belongs to a project that is marked as a sample, so that no report counts it and
every paper says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Election, Group, Membership, Person, Project, Training
from trainer_app.domain.attendance import Status
from trainer_app.domain.elections import ElectionForm, Seat
from trainer_app.domain.groups import GroupForm, GroupKind, Role
from trainer_app.domain.people import PersonForm, Sex, joined_name
from trainer_app.domain.scores import Phase
from trainer_app.domain.trainers import Tier, TrainerForm
from trainer_app.domain.trainings import NewTraining
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.paths import resources
from trainer_app.services import (
    attendance,
    certificates,
    codes,
    consent,
    curriculum,
    elections,
    groups,
    ledger,
    people,
    places,
    programme,
    sample_indicators,
    sample_tests,
    trainers,
    trainings,
)

SEED = 214  # cooperatives that the project in Rwanda set out to form; the same sample on every laptop
OFFICERS = (Role.PRESIDENT, Role.VICE_PRESIDENT, Role.SECRETARY, Role.TREASURER, Role.PEER_EDUCATOR)
COMMITTEE = OFFICERS[:4]
MANDATE = timedelta(days=3 * 365)
TRAINERS = (
    TrainerForm(Tier.MASTER, ("M1", "M2", "M3", "M4", "M5", "M6", "M7"), ("rw", "fr", "en")),
    TrainerForm(Tier.TRAINER, ("M1", "M2", "M3"), ("rw", "fr")),
    TrainerForm(Tier.PEER_EDUCATOR, ("M1", "M4"), ("rw",)),
)
SUNDAY = 6
OF_WOMEN = ("MUKA", "NYIRA")  # beginnings of names that only women bear


def fill(s: Session, today: date) -> None:
    """Fill an empty data folder. Raises TrainerError when it holds data already."""
    if programme.has_data(s):
        raise TrainerError(_("This data folder already holds data. The sample needs an empty one."), "not_empty")
    told = json.loads((resources() / "sample" / "programme.json").read_text("utf-8"))
    project = Project(
        name=_("Sample programme"), organiser=_("Invented example"), starts=today - timedelta(days=60), is_sample=True
    )
    s.add(project)
    s.flush()
    cast = _Cast(told, codes.for_persons(s), project.id)
    leads = cast.trainers(s)
    made = {group["name"]: _group(s, group, cast, today) for group in told["groups"]}
    for group in told["groups"]:
        if parent := group.get("parent"):
            s.get_one(Group, made[group["name"]]).parent_id = made[parent]
    for plan in told["held"]:
        _training_held(s, made[plan["group"]], plan, leads, today)
    first_day = _training_under_way(s, made[told["main"]], leads, today)
    s.flush()
    sample_indicators.measure(s, project.id, _districts(s, made.values()), first_day, today)
    for plan in told["later"]:
        _plan(s, made[plan["group"]], plan["module"], today + timedelta(days=plan["in_days"]), plan["days"], leads)


def remove(s: Session) -> None:
    """Take the sample away, with everything that was done to it."""
    projects = s.scalars(select(Project).where(Project.is_sample)).all()
    keys = [project.id for project in projects]
    held = [key for kind in (Training, Group) for key in s.scalars(select(kind.id).where(kind.project_id.in_(keys)))]
    ledger.forget(s, held)
    sample_indicators.remove(s, keys)
    for training in s.scalars(select(Training.id).where(Training.project_id.in_(keys))).all():
        trainings.remove(s, training)
        certificates.forget(s, training)
    for person in s.scalars(select(Person.id).where(Person.project_id.in_(keys))).all():
        people.remove(s, person)
    for group in s.scalars(select(Group).where(Group.project_id.in_(keys))).all():
        for kind in (Membership, Election):
            for row in s.scalars(select(kind).where(kind.group_id == group.id)):
                take_away(row)
        take_away(group)
    for project in projects:
        take_away(project)


class _Cast:
    """Invented people, the same ones each time."""

    def __init__(self, told: Mapping[str, Any], codes: Iterator[str], project_id: UUID) -> None:
        self._told = told
        self._codes = codes
        self.project_id = project_id
        self._random = Random(SEED)
        self._used: set[str] = set()
        self._number = 0
        self._occupations = (
            _("street vendor"),
            _("bicycle-taxi rider"),
            _("cross-border trader"),
            _("salon worker"),
            _("miner"),
            _("tea picker"),
            _("domestic worker"),
        )

    def person(self, s: Session, place_id: UUID | None, occupation: str | None = None) -> UUID:
        self._number += 1
        sex = Sex.FEMALE if self._random.random() < 0.56 else Sex.MALE
        name = self._name(sex)
        form = PersonForm(
            name,
            sex=sex,
            birth_year=self._random.choice((*range(1988, 2008), *range(1970, 1988, 3))),
            phone=f"+250700000{self._number:03}",
            occupation=occupation or self._random.choice(self._occupations),
            place_id=place_id,
        )
        return people.add(s, form, code=next(self._codes), project_id=self.project_id)

    def trainers(self, s: Session) -> tuple[UUID, ...]:
        made = tuple(self.person(s, None, _("trainer")) for _number in range(3))
        for person, form in zip(made, TRAINERS, strict=True):
            trainers.write(s, person, form)
        return made

    def _name(self, sex: Sex) -> str:
        given = self._told["women" if sex is Sex.FEMALE else "men"]
        families = [name for name in self._told["families"] if sex is Sex.FEMALE or not name.startswith(OF_WOMEN)]
        while True:
            name = joined_name(self._random.choice(families), self._random.choice(given))
            if name not in self._used:
                self._used.add(name)
                return name


def _group(s: Session, told: Mapping[str, Any], cast: _Cast, today: date) -> UUID:
    place = places.one(s, told["place"])
    form = GroupForm(
        told["name"],
        GroupKind(told["kind"]),
        place,
        formed_by_itself=told.get("formed_by_itself", False),
        value_chain=told.get("value_chain", ""),
    )
    group = groups.add(s, form, project_id=cast.project_id)
    s.flush()
    elected = told.get("elected_days_ago")
    seats = []
    for number in range(told["members"]):
        role = OFFICERS[number] if number < len(OFFICERS) else Role.MEMBER
        person = cast.person(s, place)
        if elected and role in COMMITTEE:
            seats.append(Seat(person, role))
            role = Role.MEMBER
        groups.add_member(s, group, person, role)
    if elected:
        _elect(s, group, today - timedelta(days=elected), seats, today)
    return group


def _elect(s: Session, group: UUID, held_on: date, seats: list[Seat], today: date) -> None:
    """A committee for three years: of some groups it has just ended."""
    form = ElectionForm(
        held_on, held_on + MANDATE, women=11, men=7, witness=_("officer of the sector"), seats=tuple(seats)
    )
    elections.hold(s, group, form, today)


def _plan(
    s: Session,
    group: UUID,
    module: str,
    first_day: date,
    days: int,
    leads: tuple[UUID, ...],
    skip_sundays: bool = True,
) -> UUID:
    row = s.get_one(Group, group)
    order = NewTraining(
        curriculum.by_code(s, module).id,
        group,
        first_day,
        days,
        venue=_("Sector hall"),
        place_id=row.place_id,
        trainers=leads[:2],
        skip_sundays=skip_sundays,
    )
    return trainings.add(s, order)


def _training_under_way(s: Session, group: UUID, leads: tuple[UUID, ...], today: date) -> date:
    """Five days, two of them marked, the third today; the pre-test was sat by those who came on the first.

    The first of the days.
    """
    first_day = _two_days_before(today)
    training = _plan(s, group, "M1", first_day, 5, leads, skip_sundays=today.weekday() != SUNDAY)
    s.flush()
    register = attendance.register(s, training, "en")
    random = Random(SEED)
    for day in register.days[:2]:
        marks = [(day.session_id, line.person_id, _status(random)) for line in register.lines]
        attendance.mark_many(s, marks, day.day)
    s.flush()
    consent.give_on_list(s, training, first_day, "rw", today)
    sample_tests.written(s, training, Phase.PRE, first_day, random)
    return first_day


def _training_held(s: Session, group: UUID, plan: Mapping[str, Any], leads: tuple[UUID, ...], today: date) -> None:
    """All days are marked, with a test before and after: on paper, or with beans in bags."""
    first_day = today - timedelta(days=plan["days_ago"])
    training = _plan(s, group, plan["module"], first_day, plan["days"], leads)
    s.flush()
    register = attendance.register(s, training, "en")
    random = Random(SEED + plan["days_ago"])
    for day in register.days:
        marks = [(day.session_id, line.person_id, _status(random, faithful=True)) for line in register.lines]
        attendance.mark_many(s, marks, day.day)
    s.flush()
    test = sample_tests.beans if plan.get("beans") else sample_tests.written
    test(s, training, Phase.PRE, register.days[0].day, random)
    test(s, training, Phase.POST, register.days[-1].day, random)


def _districts(s: Session, groups: Iterable[UUID]) -> list[UUID]:
    """In which the groups are, by name."""
    at_home = s.scalars(select(Group.place_id).where(Group.id.in_(list(groups)))).all()
    found = dict((name, key) for key, name in places.districts_of(s, at_home).values())
    return [found[name] for name in sorted(found)]


def _two_days_before(today: date) -> date:
    """The first day of a training whose third day is today; a Sunday in between is left out."""
    days = [today]
    while len(days) < 3:
        day = days[-1] - timedelta(days=1)
        days.append(day - timedelta(days=1) if day.weekday() == SUNDAY else day)
    return days[-1]


def _status(random: Random, faithful: bool = False) -> Status:
    weights = (94, 2, 3, 1) if faithful else (84, 8, 5, 3)
    return random.choices((Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED), weights=weights)[0]
