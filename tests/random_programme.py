"""A small programme by chance: everything that happens in an office, so that figures can be counted again by hand."""

from __future__ import annotations

import random
from datetime import date, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import (
    Certificate,
    Enrolment,
    Group,
    HeadCount,
    Mark,
    Membership,
    Module,
    Person,
    Place,
    Project,
    Signer,
    Sitting,
    Training,
    TrainingSession,
    TrainingTest,
    TrainingTrainer,
)
from trainer_app.domain.groups import GroupKind, Role
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Phase
from trainer_app.domain.statuses import Status
from trainer_app.domain.trainings import TrainingKind

FIRST = date(2026, 1, 1)


def fill(s: Session, seed: int, *, sample: bool = False) -> UUID:
    """Half a year of a project of its own. The same seed gives the same programme; its key is returned."""
    return _Programme(s, random.Random(seed), sample).project


class _Programme:
    def __init__(self, s: Session, chance: random.Random, sample: bool) -> None:
        self.s, self.chance = s, chance
        project = Project(name=f"Project {chance.random()}", organiser="Office", is_sample=sample)
        s.add(project)
        self.project = project.id
        districts = list(s.scalars(select(Place.id).where(Place.level == "district").order_by(Place.code)))[:3]
        sectors = list(s.scalars(select(Place.id).where(Place.parent_id.in_(districts)).order_by(Place.code)))
        self.places: list[UUID | None] = [*sectors[::9], *districts, None]
        self.modules = list(s.scalars(select(Module.id).order_by(Module.code)))[:3]
        self.signer = Signer(public="x", office="Office", made_on=FIRST)
        s.add(self.signer)
        self.people = [self._person(number) for number in range(18)]
        self.groups = [self._group(number) for number in range(4)]
        for number in range(7):
            self._training(number)
        s.flush()

    def _person(self, number: int) -> UUID:
        row = Person(
            code=f"P-{number}",
            name=f"UWASE {number}",
            sex=self.chance.choice(list(Sex)),
            birth_year=self.chance.choice((None, 1970, 1990, 2009)),
            occupation=self.chance.choice(("", "miner", "tea picker")),
            project_id=self.project,
            gone=self.chance.random() < 0.08,
        )
        if self.chance.random() < 0.2:
            row.birth_date = date(2008, 2, self.chance.randint(1, 28))
        self.s.add(row)
        return row.id

    def _group(self, number: int) -> UUID:
        row = Group(
            code=f"G-{number}",
            name=f"Group {number}",
            kind=self.chance.choice(list(GroupKind)[:3]),
            place_id=self.chance.choice(self.places),
            occupation=self.chance.choice(("", "vendors")),
            project_id=self.project,
        )
        self.s.add(row)
        for person in self.chance.sample(self.people, 7):
            since = self.chance.choice((None, FIRST - timedelta(days=9), FIRST + timedelta(days=50)))
            until = self.chance.choice((None, None, None, FIRST + timedelta(days=70)))
            role = self.chance.choice((Role.MEMBER, Role.PRESIDENT))
            self.s.add(Membership(person_id=person, group_id=row.id, role=role, since=since, until=until))
        return row.id

    def _training(self, number: int) -> None:
        chance = self.chance
        row = Training(
            code=f"T-{number}",
            kind=chance.choice((TrainingKind.TRAINING, TrainingKind.TRAINING, TrainingKind.MEETING)),
            title=chance.choice(("Open day", "open DAY", "Talk")),
            module_id=chance.choice((*self.modules, None)),
            group_id=chance.choice((*self.groups, None)),
            place_id=chance.choice(self.places),
            project_id=self.project,
            maximum=chance.choice((10.0, 20.0)),
            gone=chance.random() < 0.1,
        )
        self.s.add(row)
        day = FIRST + timedelta(days=chance.randint(0, 170))
        sessions = [self._session(row.id, day + timedelta(days=n)) for n in range(chance.randint(1, 5))]
        register = chance.sample(self.people, chance.randint(0, 9))
        for place, person in enumerate(register):
            self._enrolled(row, sessions, person, place + 1)
        if register and chance.random() < 0.5:
            self.s.add(TrainingTrainer(training_id=row.id, person_id=register[0]))
        self._tests(row, register, day)

    def _session(self, training: UUID, day: date) -> TrainingSession:
        row = TrainingSession(
            training_id=training,
            day=day,
            planned_day=day,
            starts=time(8),
            ends=time(12),
            cut=self.chance.random() < 0.15,
            list_signed=self.chance.choice((None, True, False)),
        )
        self.s.add(row)
        if self.chance.random() < 0.2:
            self.s.add(HeadCount(session_id=row.id, women=self.chance.randint(0, 9), men=3))
        return row

    def _enrolled(self, training: Training, sessions: list[TrainingSession], person: UUID, number: int) -> None:
        chance = self.chance
        self.s.add(
            Enrolment(
                training_id=training.id,
                person_id=person,
                number=number,
                outsider=chance.random() < 0.15,
                left_on=sessions[0].day + timedelta(days=1) if chance.random() < 0.1 else None,
                gone=chance.random() < 0.08,
            )
        )
        often = chance.choice((0.2, 0.9, 1))
        for session in sessions:
            if chance.random() < 0.9:
                status = Status.PRESENT if chance.random() < often else chance.choice((*list(Status), None))
                minutes = chance.choice((None, None, 20, 90))
                gone = chance.random() < 0.05
                self.s.add(Mark(session_id=session.id, person_id=person, status=status, minutes=minutes, gone=gone))
        if chance.random() < 0.3:
            day = sessions[-1].day + timedelta(days=chance.randint(0, 40))
            taken = day + timedelta(days=chance.randint(0, 60)) if chance.random() < 0.3 else None
            self.s.add(
                Certificate(
                    training_id=training.id,
                    person_id=person,
                    number=str(chance.random()),
                    issued_on=day,
                    statement="x",
                    signature="x",
                    signer_id=self.signer.id,
                    withdrawn_on=taken,
                )
            )

    def _tests(self, training: Training, register: list[UUID], day: date) -> None:
        chance = self.chance
        for phase in Phase:
            if chance.random() < 0.3:
                self.s.add(
                    TrainingTest(
                        training_id=training.id,
                        phase=phase,
                        maximum=chance.choice((None, 25.0)),
                        pass_mark=chance.choice((None, 4.0)),
                        held_on=chance.choice((None, day)),
                    )
                )
            for person in register:
                if chance.random() < (0.8 if phase is not Phase.LATER else 0.2):
                    score = chance.choice((None, 0.0, 3.0, 6.0, 6.0, 10.0))
                    self.s.add(Sitting(training_id=training.id, person_id=person, phase=phase, score=score))
