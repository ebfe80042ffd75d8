"""Who gets a certificate of a training, who does not, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import floor
from uuid import UUID

from trainer_app.domain.attendance import Cell, RegisterDay, RegisterLine, TrainingHead, attended
from trainer_app.domain.certificates import Sealed, Statement
from trainer_app.domain.rules import Attended, Certified
from trainer_app.domain.statuses import Status

HAIR = 1e-9  # 0.55 of 20 sessions is a hair more than 11 in a computer's numbers


class Standing(StrEnum):
    """Whether somebody gets one; the first that applies."""

    QUALIFIES = "qualifies"
    NEVER_CAME = "never_came"
    NOT_OVER = "not_over"
    TOO_FEW = "too_few"
    NOT_SAT = "not_sat"
    NOT_PASSED = "not_passed"


@dataclass(frozen=True, slots=True)
class Attendance:
    """How much of a training one person attended. `expected` are the sessions held, without the excused ones."""

    came: int = 0
    expected: int = 0
    minutes: int = 0
    """Of the sessions attended; of one that the person left, as long as they stayed."""

    @property
    def share(self) -> float:
        return self.came / self.expected if self.expected else 0.0

    @property
    def percent(self) -> int:
        """Rounded down: nobody is said to have come more often than they did."""
        return floor(self.share * 100 + HAIR)


@dataclass(frozen=True, slots=True)
class LastTest:
    """What somebody scored in the last test that they sat after the training."""

    score: float
    maximum: float
    pass_mark: float

    @property
    def passed(self) -> bool:
        return self.score >= self.pass_mark - HAIR


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate that was given."""

    id: UUID
    person_id: UUID
    statement: Statement
    sealed: Sealed
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""

    @property
    def stands(self) -> bool:
        return self.withdrawn_on is None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on the register, and whether they get a certificate."""

    person_id: UUID
    number: str
    """Of the register."""
    name: str
    attendance: Attendance
    test: LastTest | None
    standing: Standing
    issued: Issued | None = None
    is_stale: bool = False
    """The certificate that was given says something else than one that would be given now."""

    @property
    def qualifies(self) -> bool:
        return self.standing is Standing.QUALIFIES

    @property
    def is_certified(self) -> bool:
        return self.issued is not None and self.issued.stands


@dataclass(frozen=True, slots=True)
class CandidateList:
    head: TrainingHead
    lines: tuple[Candidate, ...]
    rule: Certified
    unmarked: int = 0
    """Marks that are still missing: they count as not attended."""
    to_come: int = 0
    """Sessions that are still to come: they count as not attended too."""


def attendance_of(line: RegisterLine, days: Sequence[RegisterDay], rule: Attended) -> Attendance:
    """Of one line of the register. A session that is not marked, or still to come, is one that the person missed."""
    came = [(day, cell) for day, cell in zip(days, line.cells, strict=True) if attended(cell, rule)]
    excused = 0 if rule.excused_is_expected else sum(cell.status is Status.EXCUSED for cell in line.cells)
    return Attendance(len(came), len(days) - excused, sum(_minutes(day, cell) for day, cell in came))


def _minutes(day: RegisterDay, cell: Cell) -> int:
    whole = (day.ends.hour - day.starts.hour) * 60 + day.ends.minute - day.starts.minute
    return whole if cell.minutes is None else min(cell.minutes, whole)


def standing(attendance: Attendance, test: LastTest | None, rule: Certified, to_come: int = 0) -> Standing:
    """`to_come` sessions are not held yet: who has too few until now may still get one."""
    least = attendance.expected * rule.least_share - HAIR
    if attendance.came < least and attendance.came + to_come >= least and to_come:
        return Standing.NOT_OVER
    if not attendance.came:
        return Standing.NEVER_CAME
    if attendance.came < least:
        return Standing.TOO_FEW
    if rule.must_pass and test is None:
        return Standing.NOT_SAT
    if rule.must_pass and test is not None and not test.passed:
        return Standing.NOT_PASSED
    return Standing.QUALIFIES


@dataclass(frozen=True, slots=True)
class Batch:
    """Certificates of one training, ready for the paper, in the order of the register."""

    head: TrainingHead
    titles: Mapping[str, str]
    """Language > what was taught."""
    lines: tuple[Issued, ...]
    rule: Certified
    scores: Mapping[UUID, LastTest]
    """Person > what the paper may tell of the last test, where it is asked to."""


@dataclass(frozen=True, slots=True)
class BadgeLine:
    number: str
    family: str
    given: str
    group: str
