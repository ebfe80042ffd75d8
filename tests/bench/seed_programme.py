"""A programme of the size of a real one: seven districts, 323 savings groups with 9,323 members, 214 cooperatives.

Everybody in it is invented, and the same seed gives the same programme. In each district there are three trainings
and three meetings, and more of both, over half a year: with marks, scores, people from outside, heads without a name
and visits; and with what goes wrong: sessions that nobody marked, lists that did not come back, birth years unknown.

    with database.loading() as s:
        made = seed_programme.fill(s)

`times` makes it so many times as large; `busy` has the same people come to so many times as many trainings. Rows are
written many at once, past the journal: nothing of it can be undone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.records import (
    Enrolment,
    Group,
    HeadCount,
    Kept,
    Mark,
    Membership,
    Module,
    Person,
    Place,
    Project,
    Sitting,
    Training,
    TrainingSession,
    TrainingTrainer,
    Visit,
)
from trainer_app.domain.follow_up import VisitOutcome
from trainer_app.domain.groups import GroupKind, Role
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import Sex, split_name
from trainer_app.domain.scores import Phase
from trainer_app.domain.statuses import Status
from trainer_app.domain.trainings import SUNDAY, TrainingKind

DISTRICTS = ("Kicukiro", "Nyarugenge", "Rulindo", "Gakenke", "Rubavu", "Nyabihu", "Ngororero")
GROUPS, MEMBERS, COOPERATIVES = 323, 9_323, 214
FIRST_DAY = date(2026, 1, 5)
DAYS = 170
TRAININGS, MEETINGS = 10, 4  # in each district
SIZE = 40  # of a training
OCCUPATIONS = ("street vendor", "bicycle-taxi rider", "cross-border trader", "salon worker", "miner", "tea picker",
               "domestic worker", "")  # fmt: skip
CHAINS = ("maize", "milk", "sewing", "bricks", "vegetables")
FAMILY = ("UWIMANA", "HABIMANA", "MUKAMANA", "NIYONZIMA", "UWASE", "NDAYISABA", "MUTONI", "KAYITESI", "GASANA",
          "BIZIMANA", "ISHIMWE", "KABERA", "MUGISHA", "RUKUNDO", "SIBOMANA", "UWERA")  # fmt: skip
WOMEN = ("Marie", "Béatrice", "Aline", "Immaculée", "Chantal", "Odette", "Solange", "Vestine", "Thérèse", "Rose")
MEN = ("Jean Bosco", "Théogène", "Claude", "Eric", "Innocent", "Patrick", "Damascène", "Célestin", "Alexis", "Paul")
COMMITTEE = (Role.PRESIDENT, Role.VICE_PRESIDENT, Role.SECRETARY, Role.TREASURER, Role.PEER_EDUCATOR)

Row = dict[str, Any]


@dataclass
class Made:
    """What was made, by key."""

    project: UUID
    districts: list[UUID] = field(default_factory=list)
    people: list[UUID] = field(default_factory=list)
    groups: list[UUID] = field(default_factory=list)
    cooperatives: list[UUID] = field(default_factory=list)
    trainings: list[UUID] = field(default_factory=list)


def fill(s: Session, seed: int = 214, times: int = 1, first_day: date = FIRST_DAY, busy: int = 1) -> Made:
    """Into a file that has the places and modules. Larger ones have more of everything, over as many days."""
    return _Office(s, seed, times, first_day, busy).made


class _Office:
    def __init__(self, s: Session, seed: int, times: int, first_day: date, busy: int) -> None:
        self.s, self.times, self.first_day, self.busy = s, times, first_day, busy
        self.chance = random.Random(seed)
        self.seed = seed
        self.rows: dict[type[Kept], list[Row]] = {}
        self.modules = list(s.scalars(select(Module.id).order_by(Module.code)))[:5]
        self.sectors = self._sectors()
        self.made = Made(self._add(Project, name="Youth employability", organiser="AJPRODHO", starts=first_day))
        self.made.districts = list(self.sectors)
        self.members = self._groups()
        self.trainers = [self._person(district, "trainer") for district in self.sectors for _number in range(2)]
        for number, district in enumerate(self.sectors):
            self._year_of(number, district)
        for kind, rows in self.rows.items():
            bulk.add_all(s, kind, rows)

    # ---- people and groups ---------------------------------------------------------------------------------------

    def _sectors(self) -> dict[UUID, list[UUID]]:
        """District > its sectors, in the order of their codes."""
        wanted = select(Place.id, Place.name).where(Place.level == "district", Place.name.in_(DISTRICTS))
        names = {name: key for key, name in self.s.execute(wanted)}
        found = {}
        for name in DISTRICTS:
            inside = select(Place.id).where(Place.parent_id == names[name]).order_by(Place.code)
            found[names[name]] = list(self.s.scalars(inside))
        return found

    def _groups(self) -> dict[UUID, list[list[UUID]]]:
        """District > the people of each of its savings groups. Some of each group also form cooperatives."""
        districts = list(self.sectors)
        sizes = list(_shared(MEMBERS * self.times, GROUPS * self.times))
        found: dict[UUID, list[list[UUID]]] = {key: [] for key in districts}
        self.savings: dict[UUID, list[UUID]] = {key: [] for key in districts}
        for number, size in enumerate(sizes):
            district = districts[number % len(districts)]
            group = self._group(GroupKind.SAVINGS, f"Tuzamurane {number + 1}", district)
            self.made.groups.append(group)
            people = [self._person(district) for _place in range(size)]
            self.made.people += people
            self._join(group, people)
            found[district].append(people)
            self.savings[district].append(group)
        for number in range(COOPERATIVES * self.times):
            district = districts[number % len(districts)]
            coop = self._group(GroupKind.COOPERATIVE, f"COOP Abahuje {number + 1}", district)
            self.made.cooperatives.append(coop)
            source = found[district][number // len(districts) % len(found[district])]
            self._join(coop, source[: max(10, len(source) // 2)])
        return found

    def _group(self, kind: GroupKind, name: str, district: UUID) -> UUID:
        return self._add(
            Group,
            code=f"G-{len(self.rows.get(Group, ())) + 1:04}",
            name=name,
            kind=kind,
            place_id=self.chance.choice(self.sectors[district]),
            value_chain=self.chance.choice(CHAINS) if kind is GroupKind.COOPERATIVE else "",
            formed_by_itself=self.chance.random() < 0.07,
            project_id=self.made.project,
        )

    def _join(self, group: UUID, people: Sequence[UUID]) -> None:
        since = self.first_day - timedelta(days=90)
        for place, person in enumerate(people):
            role = COMMITTEE[place] if place < len(COMMITTEE) else Role.MEMBER
            key = derived_id("membership", person, group, role, since)
            self._add(Membership, key, person_id=person, group_id=group, role=role, since=since)

    def _person(self, district: UUID, occupation: str | None = None) -> UUID:
        chance, number = self.chance, len(self.rows.get(Person, ())) + 1
        sex = Sex.FEMALE if chance.random() < 0.56 else Sex.MALE
        name = f"{chance.choice(FAMILY)} {chance.choice(WOMEN if sex is Sex.FEMALE else MEN)} {number}"
        family, given = split_name(name)
        return self._add(
            Person,
            code=f"P-{number:05}",
            name=name,
            family=family,
            given=given,
            sex=sex if chance.random() > 0.01 else Sex.UNKNOWN,
            birth_year=chance.randint(1965, 2009) if chance.random() > 0.04 else None,
            phone=f"+25070{number:07}" if chance.random() < 0.8 else "",
            occupation=chance.choice(OCCUPATIONS) if occupation is None else occupation,
            place_id=chance.choice(self.sectors[district]),
            project_id=self.made.project,
        )

    # ---- what was done -------------------------------------------------------------------------------------------

    def _year_of(self, number: int, district: UUID) -> None:
        """Trainings one after the other, each for the people of two or three groups; meetings between them."""
        count, meetings = (each * self.times * self.busy for each in (TRAININGS, MEETINGS))
        for place in range(count):
            day = self.first_day + timedelta(days=(place * DAYS // count + 3 * number) % DAYS)
            self._training(district, number, place, day)
        for place in range(meetings):
            day = self.first_day + timedelta(days=(place * DAYS // meetings + 5 * number + 7) % DAYS)
            self._meeting(district, number, place, day)

    def _training(self, district: UUID, number: int, place: int, day: date) -> None:
        module = self.modules[place % len(self.modules)]
        groups = self.members[district]
        people = [*groups[2 * place % len(groups)], *groups[(2 * place + 1) % len(groups)]][:SIZE]
        of_one = self.savings[district][2 * place % len(groups)] if place % 3 == 1 else None
        training = self._event(TrainingKind.TRAINING, district, module, of_one)
        self.made.trainings.append(training)
        lead = self.trainers[2 * number + place % 2]
        key = derived_id("training-trainer", training, lead)
        self._add(TrainingTrainer, key, training_id=training, person_id=lead)
        sessions = [self._session(training, one, place) for one in _working_days(day, 5)]
        self._register(training, people, sessions, place)
        self._scores(training, people, forgotten=place % 6 == 5)
        if of_one is not None:
            self._visit(training, of_one, sessions[-1][1])

    def _meeting(self, district: UUID, number: int, place: int, day: date) -> None:
        """One day for many: those of a group by name, and others as heads."""
        training = self._event(TrainingKind.MEETING, district, None)
        self.made.trainings.append(training)
        (session,) = [self._session(training, one, place) for one in _working_days(day, 1)]
        groups = self.members[district]
        self._register(training, groups[(7 * place + number) % len(groups)][:30], [session], place + 1)
        women, men = self.chance.randint(5, 30), self.chance.randint(5, 30)
        self._add(HeadCount, derived_id("heads", session[0]), session_id=session[0], women=women, men=men)

    def _visit(self, training: UUID, group: UUID, last: date) -> None:
        key = derived_id("visit", training, group, 30)
        done = last + timedelta(days=32) if self.chance.random() < 0.7 else None
        outcome = VisitOutcome.GOOD if done else None
        self._add(
            Visit,
            key,
            training_id=training,
            group_id=group,
            days=30,
            planned_on=last + timedelta(days=30),
            done_on=done,
            outcome=outcome,
        )

    def _event(self, kind: TrainingKind, district: UUID, module: UUID | None, group: UUID | None = None) -> UUID:
        return self._add(
            Training,
            code=f"T-{len(self.rows.get(Training, ())) + 1:04}",
            kind=kind,
            title="" if module else "Meeting with the district",
            module_id=module,
            group_id=group,
            project_id=self.made.project,
            place_id=self.chance.choice(self.sectors[district]),
            venue="Sector hall",
            maximum=10.0,
        )

    def _session(self, training: UUID, day: date, place: int) -> tuple[UUID, date]:
        key = self._add(
            TrainingSession,
            training_id=training,
            day=day,
            planned_day=day,
            starts=time(8, 30),
            ends=time(16),
            list_signed=None if place % 9 == 8 else self.chance.random() > 0.03,
        )
        return key, day

    def _register(
        self, training: UUID, people: Sequence[UUID], sessions: Sequence[tuple[UUID, date]], place: int
    ) -> None:
        """Most come to most days; the last day of every twelfth training was not marked."""
        chance = self.chance
        for number, person in enumerate(people):
            key = derived_id("enrolment", training, person)
            outsider = number % 25 == 24
            self._add(Enrolment, key, training_id=training, person_id=person, number=number + 1, outsider=outsider)
            steady = chance.choices((0.97, 0.85, 0.4), weights=(70, 22, 8))[0]
            for session, _day in sessions[: -1 if place % 12 == 11 else None]:
                if chance.random() > 0.002:
                    self._add(
                        Mark,
                        derived_id("mark", session, person),
                        session_id=session,
                        person_id=person,
                        status=_status(chance, steady),
                        source="typed",
                    )

    def _scores(self, training: UUID, people: Sequence[UUID], forgotten: bool) -> None:
        for person in people:
            before = self.chance.randint(1, 7)
            self._sitting(training, person, Phase.PRE, before)
            if not forgotten and self.chance.random() > 0.06:
                self._sitting(training, person, Phase.POST, min(10, before + self.chance.randint(-1, 5)))

    def _sitting(self, training: UUID, person: UUID, phase: Phase, score: float) -> None:
        key = derived_id("sitting", training, person, phase)
        self._add(Sitting, key, training_id=training, person_id=person, phase=phase, score=float(max(score, 0)))

    # ---- rows ----------------------------------------------------------------------------------------------------

    def _add(self, kind: type[Kept], key: UUID | None = None, /, **values: Any) -> UUID:  # noqa: ANN401
        rows = self.rows.setdefault(kind, [])
        key = key or derived_id("simulated", self.seed, kind.__tablename__, len(rows))
        rows.append({"id": key, **values})
        return key


def _shared(whole: int, parts: int) -> Iterator[int]:
    """So many people in so many groups, none of which differs from another by more than one."""
    return (whole // parts + (number < whole % parts) for number in range(parts))


def _working_days(first: date, count: int) -> list[date]:
    days = (first + timedelta(days=n) for n in range(2 * count + 1))
    return [day for day in days if day.weekday() != SUNDAY][:count]


def _status(chance: random.Random, steady: float) -> Status:
    if chance.random() < steady:
        return Status.PRESENT if chance.random() > 0.05 else Status.LATE
    return Status.ABSENT if chance.random() > 0.3 else Status.EXCUSED
