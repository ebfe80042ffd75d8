"""Every indicator counted again with plain loops over the records: nothing of the services is used.

It is slow and says what is meant: the services are held to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import records
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.indicators import Asked, Counting, Measure, Wanted
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Phase
from trainer_app.domain.statuses import Status
from trainer_app.domain.trainings import TrainingKind


@dataclass(frozen=True)
class One:
    """Something that counts, or is of those that could."""

    key: Any
    topic: str
    day: date
    sex: Sex | None
    age: str
    district: str
    counts: bool = True
    times: int = 1


@dataclass
class Programme:
    """All rows that are not gone, by kind."""

    s: Session
    share: float = 0.8
    late_counts: bool = True
    excused_is_expected: bool = False
    least_minutes: int = 0
    pass_share: float = 0.6

    def __post_init__(self) -> None:
        self.persons = self._by_id(records.Person)
        self.groups = self._by_id(records.Group)
        self.places = self._by_id(records.Place)
        self.modules = self._by_id(records.Module)
        self.projects = self._by_id(records.Project)
        self.trainings = self._by_id(records.Training)
        self.sessions = self._by_id(records.TrainingSession)
        self.marks: dict[UUID, list[Any]] = {}
        for mark in self._by_id(records.Mark).values():
            self.marks.setdefault(mark.session_id, []).append(mark)
        self.enrolments = list(self._by_id(records.Enrolment).values())
        self.leaders = {(row.training_id, row.person_id) for row in self._by_id(records.TrainingTrainer).values()}
        self.memberships = list(self._by_id(records.Membership).values())
        self.heads = {row.session_id: row for row in self._by_id(records.HeadCount).values()}
        self.sittings = list(self._by_id(records.Sitting).values())
        self.tests = {(row.training_id, row.phase): row for row in self._by_id(records.TrainingTest).values()}
        self.certificates = list(self._by_id(records.Certificate).values())
        self.of_training: dict[UUID, list[Any]] = {}
        for session in self.sessions.values():
            if not session.cut:
                self.of_training.setdefault(session.training_id, []).append(session)

    def _by_id(self, kind: Any) -> dict[UUID, Any]:  # noqa: ANN401
        return {row.id: row for row in self.s.scalars(select(kind)) if not row.gone}

    # ---- what a training is --------------------------------------------------------------------------------------

    def of(self, asked: Asked, wanted: Wanted) -> Iterator[Any]:
        """Trainings of the project, the module and the kind."""
        for training in self.trainings.values():
            project = self.projects.get(training.project_id)
            if bool(project and project.is_sample) is not asked.sample:
                continue
            if asked.project_id and training.project_id != asked.project_id:
                continue
            if wanted.module and self.module(training) != wanted.module:
                continue
            if (not wanted.kind or training.kind == wanted.kind) and self.days(training):
                yield training

    def module(self, training: Any) -> str:  # noqa: ANN401
        module = self.modules.get(training.module_id)
        return module.code if module else ""

    def topic(self, training: Any) -> str:  # noqa: ANN401
        return self.module(training) or training.title.lower()

    def kept(self, training: Any) -> list[Any]:  # noqa: ANN401
        return self.of_training.get(training.id, [])

    def days(self, training: Any) -> list[date]:  # noqa: ANN401
        return sorted(one.day for one in self.kept(training))

    def district_of(self, place_id: UUID | None) -> str:
        here = self.places.get(place_id)
        while here is not None and here.level != "district":
            here = self.places.get(here.parent_id)
        return here.name if here else ""

    def district(self, training: Any) -> str:  # noqa: ANN401
        group = self.groups.get(training.group_id)
        return self.district_of(training.place_id) or (self.district_of(group.place_id) if group else "")

    def is_there(self, district: str, asked: Asked) -> bool:
        return asked.district_id is None or self.places[asked.district_id].name == district

    def takes_part(self, training: Any) -> dict[UUID, bool]:  # noqa: ANN401
        """Person on the register > whether from outside."""
        return {
            row.person_id: row.outsider
            for row in self.enrolments
            if row.training_id == training.id
            and row.person_id in self.persons
            and (training.id, row.person_id) not in self.leaders
        }

    # ---- who came ------------------------------------------------------------------------------------------------

    def marks_of(self, training: Any, person: UUID) -> list[tuple[date, Any]]:  # noqa: ANN401
        found = [(one.day, mark) for one in self.kept(training) for mark in self.marks.get(one.id, ())]
        return [(day, mark) for day, mark in found if mark.person_id == person and mark.status is not None]

    def came(self, mark: Any) -> bool:  # noqa: ANN401
        if mark.minutes is not None and mark.minutes < self.least_minutes:
            return False
        return mark.status is Status.PRESENT or (self.late_counts and mark.status is Status.LATE)

    def trained(self, training: Any, person: UUID) -> bool:  # noqa: ANN401
        marks = [mark for _day, mark in self.marks_of(training, person)]
        attended = sum(self.came(mark) for mark in marks)
        excused = sum(mark.status is Status.EXCUSED for mark in marks)
        sessions = len(self.kept(training)) - (0 if self.excused_is_expected else excused)
        return attended > 0 and attended >= sessions * self.share - 1e-9

    def age(self, person: UUID, day: date) -> str:
        row = self.persons[person]
        if row.birth_date:
            born = row.birth_date
            years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        elif row.birth_year:
            years = day.year - row.birth_year
        else:
            return "unknown"
        return "<18" if years < 18 else "18-35" if years < 36 else "36+"

    def own_groups(self, person: UUID, day: date) -> list[Any]:
        found = [
            self.groups[row.group_id]
            for row in self.memberships
            if row.person_id == person
            and row.group_id in self.groups
            and (row.since is None or row.since <= day)
            and (row.until is None or row.until > day)
        ]
        return sorted(found, key=lambda group: (group.name, str(group.id)))

    def kind_of(self, training: Any, person: UUID, day: date) -> GroupKind | None:  # noqa: ANN401
        if group := self.groups.get(training.group_id):
            return group.kind
        own = self.own_groups(person, day)
        return own[0].kind if own else None

    # ---- the measures --------------------------------------------------------------------------------------------

    def count(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        """What counts or could, and the people from outside."""
        found, outsiders = getattr(self, f"_{wanted.measure.value}")(wanted, asked)
        found = [one for one in found if self.is_there(one.district, asked)]
        return found, outsiders - {one.key for one in found}

    def _person(self, training: Any, person: UUID, day: date, **more: Any) -> One:  # noqa: ANN401
        return One(
            person,
            self.topic(training),
            day,
            self.persons[person].sex,
            self.age(person, self.days(training)[0]),
            self.district(training),
            **more,
        )

    def _once(self, found: list[One], counting: Counting, latest: bool = False) -> list[One]:
        if counting is Counting.ATTENDANCES:
            return found
        kept: dict[Any, One] = {}
        for one in reversed(found) if latest else found:
            kept.setdefault((one.key, one.topic if counting is Counting.PEOPLE_PER_TOPIC else ""), one)
        return list(kept.values())

    def _pairs(self, wanted: Wanted, asked: Asked) -> Iterator[tuple[Any, UUID, bool]]:
        for training in self.of(asked, wanted):
            if self.is_there(self.district(training), asked):
                for person, outsider in self.takes_part(training).items():
                    yield training, person, outsider

    def _fits(self, wanted: Wanted, training: Any, person: UUID, day: date) -> bool:  # noqa: ANN401
        return wanted.group_kind is None or self.kind_of(training, person, day) is wanted.group_kind

    def _people_reached(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        found, outsiders = [], set()
        for training, person, outsider in self._pairs(wanted, asked):
            days = sorted(
                day
                for day, mark in self.marks_of(training, person)
                if self.came(mark) and asked.first <= day <= asked.last
            )
            if days and self._fits(wanted, training, person, days[0]):
                if outsider:
                    outsiders.add(person)
                else:
                    found.append((days[0], training.code, person, self._person(training, person, days[0])))
                    if (asked.counting or wanted.counting) is Counting.ATTENDANCES:
                        found[-1:] = [found[-1]] * len(days)
        found.sort(key=lambda row: row[:3])
        return self._once([row[3] for row in found], asked.counting or wanted.counting), outsiders

    def _people_trained(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        found, outsiders = [], set()
        for training, person, outsider in self._pairs(wanted, asked):
            last = self.days(training)[-1]
            ended = asked.first <= last <= asked.last
            if ended and self.trained(training, person) and self._fits(wanted, training, person, last):
                if outsider:
                    outsiders.add(person)
                else:
                    found.append(self._person(training, person, last))
        found.sort(key=lambda one: one.day)
        return self._once(found, asked.counting or wanted.counting), outsiders

    def _attendance(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        found, outsiders = [], set()
        for training, person, outsider in self._pairs(wanted, asked):
            inside = [(d, m) for d, m in self.marks_of(training, person) if asked.first <= d <= asked.last]
            came = sorted(day for day, mark in inside if self.came(mark))
            day = came[0] if came else max(self.days(training)[0], asked.first)
            if not self._fits(wanted, training, person, day):
                continue
            for _day, mark in inside:
                if mark.status is Status.EXCUSED and not self.excused_is_expected:
                    continue
                if not outsider:
                    found.append(self._person(training, person, day, counts=self.came(mark)))
                elif self.came(mark):
                    outsiders.add(person)
        return found, outsiders

    def held(self, session: Any) -> bool:  # noqa: ANN401
        register = {row.person_id for row in self.enrolments if row.training_id == session.training_id}
        marks = [mark for mark in self.marks.get(session.id, ()) if mark.status is not None]
        return session.id in self.heads or any(mark.person_id in register for mark in marks)

    def _event(self, training: Any, key: UUID, day: date) -> One:  # noqa: ANN401
        return One(key, self.topic(training), day, None, "", self.district(training))

    def _of_kind(self, wanted: Wanted, asked: Asked) -> Iterator[Any]:
        for training in self.of(asked, wanted):
            group = self.groups.get(training.group_id)
            if wanted.group_kind in (None, group.kind if group else None):
                yield training

    def _trainings_held(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        found = [
            self._event(training, training.id, self.days(training)[0])
            for training in self._of_kind(wanted, asked)
            if asked.first <= self.days(training)[0] <= asked.last
            and any(self.held(session) for session in self.kept(training))
        ]
        return found, set()

    def _sessions_held(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        found = [
            self._event(training, session.id, session.day)
            for training in self._of_kind(wanted, asked)
            for session in self.kept(training)
            if asked.first <= session.day <= asked.last and self.held(session)
        ]
        return found, set()

    def _groups_reached(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        found: dict[UUID, One] = {}
        for training in self.of(asked, wanted):
            for person, outsider in self.takes_part(training).items():
                days = sorted(
                    day
                    for day, mark in self.marks_of(training, person)
                    if self.came(mark) and asked.first <= day <= asked.last
                )
                if outsider or not days:
                    continue
                own = self.own_groups(person, days[0])
                for group in [self.groups.get(training.group_id), *own]:
                    if group is None or wanted.group_kind not in (None, group.kind):
                        continue
                    if asked.project_id and group.project_id != asked.project_id:
                        continue
                    home = self.district_of(group.place_id) or self.district(training)
                    if group.id not in found and self.is_there(home, asked):
                        found[group.id] = One(group.id, "", days[0], None, "", home)
        return list(found.values()), set()

    def _coverage(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        modules: dict[UUID, set[str]] = {}
        for training in self.trainings.values():
            days = self.days(training)
            if training.kind is TrainingKind.TRAINING and days and asked.first <= days[-1] <= asked.last:
                for person in self.takes_part(training):
                    if self.trained(training, person):
                        modules.setdefault(person, set()).add(self.module(training))
        found: dict[UUID, One] = {}
        for group in sorted(self.groups.values(), key=lambda group: (group.name, str(group.id))):
            project = self.projects.get(group.project_id)
            district = self.district_of(group.place_id)
            if bool(project and project.is_sample) is not asked.sample or not self.is_there(district, asked):
                continue
            if asked.project_id not in (None, group.project_id) or wanted.group_kind not in (None, group.kind):
                continue
            for row in self.memberships:
                if row.group_id != group.id or row.person_id not in self.persons or row.person_id in found:
                    continue
                if (row.since and row.since > asked.last) or (row.until and row.until <= asked.last):
                    continue
                own = modules.get(row.person_id, set())
                found[row.person_id] = One(
                    row.person_id,
                    "",
                    asked.last,
                    self.persons[row.person_id].sex,
                    self.age(row.person_id, asked.last),
                    district,
                    counts=wanted.module in own if wanted.module else bool(own),
                )
        return list(found.values()), set()

    def _share_of_points(self, training: Any, phase: Phase, score: float) -> tuple[float, float]:  # noqa: ANN401
        test = self.tests.get((training.id, phase))
        maximum = test.maximum if test and test.maximum else training.maximum
        least = test.pass_mark if test and test.pass_mark is not None else self.pass_share * maximum
        return score / maximum, least / maximum

    def _tested(self, wanted: Wanted, asked: Asked, gained: bool) -> tuple[list[One], set[UUID]]:
        found, outsiders = [], set()
        ordered = sorted(self.of(asked, wanted), key=lambda one: (self.days(one)[0], one.code))
        for training in ordered:
            last = self.days(training)[-1]
            if not asked.first <= last <= asked.last or not self.is_there(self.district(training), asked):
                continue
            register = self.takes_part(training)
            for person in sorted(register):
                sat = {
                    row.phase: row.score
                    for row in self.sittings
                    if row.training_id == training.id and row.person_id == person and row.score is not None
                }
                phase = Phase.LATER if Phase.LATER in sat else Phase.POST
                if phase not in sat or (gained and Phase.PRE not in sat):
                    continue
                share, least = self._share_of_points(training, phase, sat[phase])
                counts = share >= least - 1e-9
                if gained:
                    counts = share > self._share_of_points(training, Phase.PRE, sat[Phase.PRE])[0] + 1e-9
                test = self.tests.get((training.id, phase))
                day = test.held_on if test and test.held_on else last
                if self._fits(wanted, training, person, day):
                    if register[person]:
                        outsiders.add(person)
                    else:
                        found.append(self._person(training, person, day, counts=counts))
        return self._once(found, asked.counting or wanted.counting, latest=True), outsiders

    def _passed(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        return self._tested(wanted, asked, gained=False)

    def _gained(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        return self._tested(wanted, asked, gained=True)

    def _certified(self, wanted: Wanted, asked: Asked) -> tuple[list[One], set[UUID]]:
        found, outsiders = [], set()
        trainings = {one.id: one for one in self.of(asked, wanted) if self.is_there(self.district(one), asked)}
        for row in sorted(self.certificates, key=lambda row: (row.issued_on, row.id)):
            training = trainings.get(row.training_id)
            taken = row.withdrawn_on is not None and row.withdrawn_on <= asked.last
            if training is None or taken or not asked.first <= row.issued_on <= asked.last:
                continue
            if row.person_id in self.persons and self._fits(wanted, training, row.person_id, row.issued_on):
                outside = [e for e in self.enrolments if (e.training_id, e.person_id) == (training.id, row.person_id)]
                if outside and outside[0].outsider:
                    outsiders.add(row.person_id)
                else:
                    found.append(self._person(training, row.person_id, row.issued_on))
        return self._once(found, asked.counting or wanted.counting), outsiders


MEASURES = tuple(one for one in Measure if one not in (Measure.REGISTERED, Measure.READING))
