"""What waits for somebody: calls, visits, replacements, and what came of them."""

from __future__ import annotations

from enum import StrEnum


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
