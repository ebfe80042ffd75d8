"""What the file says of the period: each question is asked once, however many indicators need its answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Membership, Person
from trainer_app.domain.age_bands import AgeBand, AgeBands
from trainer_app.domain.indicators import Asked, Counted
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended, PassMark
from trainer_app.services.indicator_evidence import courses, presence, sittings
from trainer_app.services.indicator_evidence.courses import Course, District, OwnGroup
from trainer_app.services.indicator_evidence.presence import Held, Presence
from trainer_app.services.indicator_evidence.sittings import Results
from trainer_app.services.rules import rule


class Trainee(NamedTuple):
    """A person as lists break them down."""

    id: UUID
    sex: Sex
    birth_year: int | None
    birth_date: date | None
    occupation: str


@dataclass(frozen=True, slots=True)
class Belongs:
    group: OwnGroup
    since: date | None
    until: date | None

    def on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or self.until > day)


class Facts:
    """Of one file for one report."""

    def __init__(self, s: Session, asked: Asked, today: date) -> None:
        self.s = s
        self.asked = asked
        self.today = today
        self.attended = rule(s, Attended)
        self.pass_mark = rule(s, PassMark)
        self.ages = rule(s, AgeBands)
        self._ages: dict[tuple[date, int | None, date | None], AgeBand] = {}

    @cached_property
    def groups(self) -> dict[UUID, OwnGroup]:
        return courses.groups(self.s)

    @cached_property
    def courses(self) -> dict[UUID, Course]:
        return courses.courses(self.s, self.asked, self.groups)

    @cached_property
    def people(self) -> dict[UUID, Trainee]:
        rows = self.s.execute(select(Person.id, Person.sex, Person.birth_year, Person.birth_date, Person.occupation))
        return {row.id: Trainee._make(row) for row in rows}

    @cached_property
    def presences(self) -> tuple[Presence, ...]:
        """Of the project, and in the order in which people first came."""
        last = date.max
        found = [
            one
            for one in presence.presences(self.s, self.asked, self.attended)
            if one.training_id in self.courses and one.person_id in self.people
        ]
        found.sort(key=lambda one: (one.first_day or last, self.courses[one.training_id].code, one.person_id))
        return tuple(found)

    @cached_property
    def held(self) -> tuple[Held, ...]:
        return tuple(one for one in presence.held(self.s, self.asked) if one.training_id in self.courses)

    @cached_property
    def heads(self) -> dict[UUID, int]:
        return presence.heads(self.s, self.asked)

    @cached_property
    def results(self) -> tuple[Results, ...]:
        """Of the tests of trainings that ended in the period, in the order of the trainings."""
        found = sittings.results(self.s, self.asked, self.courses)
        return tuple(one for one in found if one.person_id in self.people)

    @cached_property
    def memberships(self) -> dict[UUID, list[Belongs]]:
        """Person > the groups that they belong or belonged to, by name; of those who came to something."""
        rows = self.s.execute(
            select(Membership.person_id, Membership.group_id, Membership.since, Membership.until).where(
                Membership.person_id.in_(presence.people_in_period(self.asked))
            )
        ).all()
        order = {key: place for place, key in enumerate(self.groups)}
        found: dict[UUID, list[Belongs]] = defaultdict(list)
        for person, group, since, until in sorted(rows, key=lambda row: order.get(row.group_id, -1)):
            if group in self.groups:
                found[person].append(Belongs(self.groups[group], since, until))
        return found

    def is_there(self, district: District) -> bool:
        return self.asked.district_id is None or district[0] == self.asked.district_id

    def group_of(self, course: Course, person_id: UUID, day: date) -> OwnGroup | None:
        """The group that the training was for; of one for many groups, the person's own on the day."""
        if course.group is not None:
            return course.group
        return next((one.group for one in self.memberships.get(person_id, ()) if one.on(day)), None)

    def age(self, person: Trainee, day: date) -> AgeBand:
        """Asked of thousands of people, of whom many were born in one year."""
        key = day, person.birth_year, person.birth_date
        if key not in self._ages:
            self._ages[key] = self.ages.on(*key)
        return self._ages[key]

    def in_course(self, course: Course, person_id: UUID, day: date, counts: bool = True, times: int = 1) -> Counted:
        """A person in a training, with everything that it is broken down by. Ages are those of its first day."""
        person, group = self.people[person_id], self.group_of(course, person_id, day)
        return Counted(
            counts=counts,
            person_id=person_id,
            training_id=course.id,
            group_id=group.id if group else None,
            day=day,
            sex=person.sex,
            age=self.age(person, course.first),
            district=course.district[1],
            group_kind=group.kind if group else None,
            occupation=person.occupation or (group.occupation if group else ""),
            module=course.module,
            times=times,
        )

    def of_course(self, course: Course, day: date) -> Counted:
        """The training itself, or a session of it."""
        group = course.group
        return Counted(
            counts=True,
            training_id=course.id,
            group_id=group.id if group else None,
            day=day,
            district=course.district[1],
            group_kind=group.kind if group else None,
            module=course.module,
        )
