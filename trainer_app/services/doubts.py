"""What makes the numbers of a report doubtful: what is missing, and what somebody should look at again.

It is said before any number is. People who may stand in the file twice are looked for on the page of people, where
they can be compared: that takes longer than the report itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select

from trainer_app.db.records import Enrolment, Mark, TrainingSession
from trainer_app.domain.age_bands import UNKNOWN_AGE
from trainer_app.domain.indicators import OF_PEOPLE, Counted, Doubt, DoubtKind, IndicatorLine, Measure
from trainer_app.domain.integrity import FlagKind, LooksAgain
from trainer_app.domain.people import Sex
from trainer_app.services import attended, indicator_definitions, integrity
from trainer_app.services.indicator_evidence.courses import NOWHERE
from trainer_app.services.indicator_evidence.facts import Facts
from trainer_app.services.rules import rule

OF_TESTS = frozenset({Measure.PASSED, Measure.GAINED})


class _Session(NamedTuple):
    id: UUID
    training_id: UUID
    day: date
    list_signed: bool | None
    expected: int
    marked: int


def doubts(facts: Facts, lines: Sequence[IndicatorLine], language: str) -> tuple[Doubt, ...]:
    """Each kind that there is something of, the gravest first."""
    sessions = _past_sessions(facts)
    found = {
        DoubtKind.NOT_MARKED: _not_marked(facts, sessions),
        DoubtKind.PARTLY_MARKED: [one.id for one in sessions if 0 < one.marked < one.expected],
        DoubtKind.NOT_SIGNED: _not_signed(facts, sessions),
        DoubtKind.NO_SEX: _people(lines, lambda one: one.sex is Sex.UNKNOWN),
        DoubtKind.NO_AGE: _people(lines, lambda one: one.age == UNKNOWN_AGE),
        DoubtKind.NO_DISTRICT: _nowhere(facts),
        DoubtKind.NO_TEST_AFTER: _no_test_after(facts, lines),
        DoubtKind.NO_READING: _no_reading(lines),
    }
    told = {kind: Doubt(kind, len(keys), tuple(keys)) for kind, keys in found.items() if keys}
    told |= _flagged(facts, language)
    return tuple(told[kind] for kind in DoubtKind if kind in told)


def _past_sessions(facts: Facts) -> list[_Session]:
    """Those of the period and the district that are over, with how many were expected and how many have a mark."""
    courses = facts.courses
    found = (_Session(*row) for row in facts.s.execute(_sessions(facts)))
    return [one for one in found if one.training_id in courses and facts.is_there(courses[one.training_id].district)]


def _sessions(facts: Facts) -> Select[UUID, UUID, date, bool | None, int, int]:
    """Who left before the day is not expected, and who leads never is."""
    last = min(facts.asked.last, facts.today - timedelta(days=1))
    marked = and_(Mark.session_id == TrainingSession.id, Mark.person_id == Enrolment.person_id)
    there = or_(Enrolment.left_on.is_(None), Enrolment.left_on > TrainingSession.day, Mark.status.is_not(None))
    return (
        select(
            TrainingSession.id,
            TrainingSession.training_id,
            TrainingSession.day,
            TrainingSession.list_signed,
            attended.count(and_(Enrolment.id.is_not(None), there)),
            func.count(Mark.status),
        )
        .select_from(TrainingSession)
        .outerjoin(Enrolment, and_(Enrolment.training_id == TrainingSession.training_id, attended.participates()))
        .outerjoin(Mark, marked)
        .where(TrainingSession.cut.is_(False), TrainingSession.day.between(facts.asked.first, last))
        .group_by(TrainingSession.id)
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )


def _not_marked(facts: Facts, sessions: Iterable[_Session]) -> list[UUID]:
    """A session where heads were counted was held, and nobody waits for its names."""
    return [one.id for one in sessions if not one.marked and not facts.heads.get(one.id)]


def _not_signed(facts: Facts, sessions: Iterable[_Session]) -> list[UUID]:
    """Somebody said that the list did not come back, or nobody said anything for days."""
    waits_until = facts.today - timedelta(days=rule(facts.s, LooksAgain).signed_after)
    return [
        one.id
        for one in sessions
        if one.marked and (one.list_signed is False or (one.list_signed is None and one.day <= waits_until))
    ]


def _flagged(facts: Facts, language: str) -> dict[DoubtKind, Doubt]:
    """Lists to look at again that nobody answered for; those without a signature are told apart."""
    asked, courses = facts.asked, facts.courses
    open_flags = [
        flag
        for flag in integrity.flags(facts.s, facts.today, language, asked.first, asked.last)
        if flag.answer is None and flag.kind is not FlagKind.UNSIGNED
        if any(
            held.training_id in courses and facts.is_there(courses[held.training_id].district) for held in flag.sessions
        )
    ]
    keys = dict.fromkeys(held.id for flag in open_flags for held in flag.sessions)
    return {DoubtKind.FLAGGED: Doubt(DoubtKind.FLAGGED, len(open_flags), tuple(keys))} if open_flags else {}


def _people(lines: Iterable[IndicatorLine], unknown: Callable[[Counted], bool]) -> list[UUID]:
    """Each person once, however many indicators count them."""
    counted = (one for line in lines if line.wanted.measure in OF_PEOPLE for one in line.counted)
    return list(dict.fromkeys(one.person_id for one in counted if one.person_id is not None and unknown(one)))


def _nowhere(facts: Facts) -> list[UUID]:
    """Trainings held in no district that is known: a report about one district may lack them."""
    first, last = facts.asked.first, facts.asked.last
    found = dict.fromkeys(one.training_id for one in facts.held if first <= one.day <= last)
    return [key for key in found if facts.courses[key].district == NOWHERE]


def _no_test_after(facts: Facts, lines: Iterable[IndicatorLine]) -> list[UUID]:
    """Who sat the test before a training and none after it."""
    if not any(line.wanted.measure in OF_TESTS for line in lines):
        return []
    found = dict.fromkeys(
        one.person_id
        for one in facts.results
        if one.before is not None and one.last is None and not one.outsider
        if facts.is_there(facts.courses[one.training_id].district)
    )
    return list(found)


def _no_reading(lines: Iterable[IndicatorLine]) -> list[UUID]:
    told = (line for line in lines if line.wanted.measure in indicator_definitions.TOLD)
    return [line.wanted.id for line in told if not line.readings]
