"""What each person had in the tests of the trainings that ended in the period, as shares of the points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Enrolment, Sitting, TrainingSession, TrainingTest
from trainer_app.domain.indicators import Asked
from trainer_app.domain.scores import Phase
from trainer_app.services import attended
from trainer_app.services.indicator_evidence.courses import Course

HAIR = 1e-9  # 0.6 of 10 points is 6, whatever the machine makes of it


@dataclass(frozen=True, slots=True)
class Result:
    """What somebody had in one test, as a share of its points."""

    share: float
    pass_share: float | None
    """From which share on this test is passed, where it says so itself."""
    day: date


@dataclass(frozen=True, slots=True)
class Results:
    """Of one person in one training. The last test is the one some months later, where the person sat it."""

    training_id: UUID
    person_id: UUID
    outsider: bool
    before: Result | None
    last: Result | None

    def passed(self, usual: float) -> bool:
        if self.last is None:
            return False
        least = usual if self.last.pass_share is None else self.last.pass_share
        return self.last.share >= least - HAIR

    @property
    def gained(self) -> bool:
        return self.before is not None and self.last is not None and self.last.share > self.before.share + HAIR


def results(s: Session, asked: Asked, courses: Mapping[UUID, Course]) -> tuple[Results, ...]:
    """Of everybody on a register who sat a test, in the order of the trainings. Hands and beans name nobody."""
    tests = {(row.training_id, row.phase): row for row in s.scalars(select(TrainingTest))}
    found: dict[tuple[UUID, UUID, bool], dict[Phase, Result]] = {}
    for training, person, outsider, phase, score in s.execute(_sittings(asked)):
        if (course := courses.get(training)) is not None and score is not None:
            result = _result(course, tests.get((training, phase)), score)
            found.setdefault((training, person, outsider), {})[phase] = result
    order = {key: place for place, key in enumerate(courses)}
    return tuple(
        Results(*key, before=told.get(Phase.PRE), last=told.get(Phase.LATER) or told.get(Phase.POST))
        for key, told in sorted(found.items(), key=lambda one: (order[one[0][0]], one[0][1]))
    )


def _result(course: Course, test: TrainingTest | None, score: float) -> Result:
    maximum = (test.maximum if test else None) or course.maximum
    mark = test.pass_mark if test else None
    day = test.held_on if test else None
    return Result(score / maximum, mark / maximum if mark is not None else None, day or course.last)


def _sittings(asked: Asked) -> Select[UUID, UUID, bool, Phase, float | None]:
    last = func.max(TrainingSession.day)
    ended = (
        select(TrainingSession.training_id)
        .where(TrainingSession.cut.is_(False))
        .group_by(TrainingSession.training_id)
        .having(last.between(asked.first, asked.last))
    )
    return (
        select(Sitting.training_id, Sitting.person_id, Enrolment.outsider, Sitting.phase, Sitting.score)
        .join(Enrolment, attended.enrolled(Sitting.training_id, Sitting.person_id))
        .where(Sitting.score.is_not(None), Sitting.training_id.in_(ended), attended.participates())
    )
