"""What waits for somebody: calls, visits, replacements, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID


class TaskKind(StrEnum):
    ABSENCE = "absence"
    VISIT = "visit"
    LOW_SCORE = "low_score"
    NOT_REACHED = "not_reached"
    OWN = "own"


class TaskState(StrEnum):
    OPEN = "open"
    SNOOZED = "snoozed"
    DONE = "done"


class CallOutcome(StrEnum):
    COMES_BACK = "comes_back"
    HAS_REASON = "has_reason"
    STOPS = "stops"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


class VisitOutcome(StrEnum):
    GOOD = "good"
    NEEDS_HELP = "needs_help"
    NOT_MET = "not_met"


WAIT_AFTER_PROMISE = 7  # days that somebody who said they come back is left alone


class When(StrEnum):
    DUE = "due"
    THIS_WEEK = "this_week"
    LATER = "later"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class CallLine:
    called_on: date
    outcome: CallOutcome
    words: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing that waits for somebody, whoever found it: a rule, a plan of visits, or a person who wrote it down."""

    id: UUID
    """Of the task, whether its row was written already or not; of the visit."""
    kind: TaskKind
    due: date
    state: TaskState = TaskState.OPEN
    person_id: UUID | None = None
    group_id: UUID | None = None
    training_id: UUID | None = None
    name: str = ""
    """Of the person or the group."""
    phone: str = ""
    training: str = ""
    title: str = ""
    since: date | None = None
    sessions: int = 0
    days: int = 0
    unmarked: int = 0
    score: float | None = None
    maximum: float | None = None
    owner_id: UUID | None = None
    owner: str = ""
    snoozed_until: date | None = None
    done_on: date | None = None
    outcome: str = ""
    note: str = ""
    visit_days: int | None = None
    """Of a visit: how many days after the training it was planned for."""
    to_plan: bool = False
    """The visits of a training that ended, which nobody planned yet."""
    visitor: str = ""
    calls: tuple[CallLine, ...] = ()

    def when(self, today: date) -> When:
        """Which tab it stands in on this day."""
        if self.state is TaskState.DONE:
            return When.DONE
        day = max(self.due, self.snoozed_until or self.due)
        return When.DUE if day <= today else When.THIS_WEEK if day <= today + timedelta(days=7) else When.LATER

    @property
    def can_be_replaced(self) -> bool:
        return self.kind is TaskKind.ABSENCE and self.state is not TaskState.DONE


def after_call(outcome: CallOutcome, today: date) -> tuple[TaskState, date | None]:
    """What a call makes of its task, and until when that lets it rest.

    Who promised to come back is left alone for a week; who did not answer is called again tomorrow. A reason settles
    it. Who stops, or has a wrong number, stays on the list: somebody must find another person, or another number.
    """
    if outcome is CallOutcome.HAS_REASON:
        return TaskState.DONE, None
    if outcome is CallOutcome.COMES_BACK:
        return TaskState.SNOOZED, today + timedelta(days=WAIT_AFTER_PROMISE)
    if outcome is CallOutcome.NO_ANSWER:
        return TaskState.SNOOZED, today + timedelta(days=1)
    return TaskState.OPEN, None
