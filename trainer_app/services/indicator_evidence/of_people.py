"""People who came, who attended enough, how much they attended, and who has a certificate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from trainer_app.db.records import Certificate, Enrolment
from trainer_app.domain.coverage import was_trained
from trainer_app.domain.indicators import Asked, Counted, Counting, Wanted
from trainer_app.services import attended
from trainer_app.services.indicator_evidence.courses import Course
from trainer_app.services.indicator_evidence.evidence import Collected, Evidence
from trainer_app.services.indicator_evidence.facts import Facts
from trainer_app.services.indicator_evidence.presence import Presence


def reached(facts: Facts, wanted: Wanted, counting: Counting) -> Evidence:
    """Who came to a session in the period. Of somebody counted once, it is the first time that is told."""
    each = counting is Counting.ATTENDANCES
    own, outsiders = Collected(counting), set[UUID]()
    for course, one in _presences(facts, wanted):
        if one.first_day is not None:
            _count(facts, wanted, own, outsiders, course, one, one.first_day, one.came_in if each else 1)
    return _evidence(own, outsiders, heads_of(facts, wanted, each))


def trained(facts: Facts, wanted: Wanted, counting: Counting) -> Evidence:
    """Who attended enough of a training that ended in the period, the first training first."""
    own, outsiders = Collected(counting), set[UUID]()
    ended = [(course, one) for course, one in _presences(facts, wanted) if course.ends_in(facts.asked)]
    for course, one in sorted(ended, key=lambda pair: pair[0].last):
        if was_trained(one.came, course.sessions, one.excused, facts.attended):
            _count(facts, wanted, own, outsiders, course, one, course.last)
    return _evidence(own, outsiders)


def attendance(facts: Facts, wanted: Wanted, _counting: Counting) -> Evidence:
    """The sessions in the period that people attended, of those that they should have come to."""
    counted, outsiders = list[Counted](), set[UUID]()
    for course, one in _presences(facts, wanted):
        day = one.first_day or max(course.first, facts.asked.first)
        for counts, times in ((True, one.came_in), (False, one.expected_in - one.came_in)):
            if not times or (one.outsider and not counts):
                continue
            entry = facts.in_course(course, one.person_id, day, counts, times)
            if not fits(entry, wanted):
                continue
            if one.outsider:
                outsiders.add(one.person_id)
            else:
                counted.append(entry)
    outsiders -= {one.person_id for one in counted if one.person_id is not None}
    return Evidence(tuple(counted), len(outsiders), heads_of(facts, wanted, each_session=True))


def certified(facts: Facts, wanted: Wanted, counting: Counting) -> Evidence:
    """Who was given a certificate in the period that was not taken back in it."""
    asked = facts.asked
    rows = facts.s.execute(
        select(Certificate.training_id, Certificate.person_id, Certificate.issued_on, Enrolment.outsider)
        .outerjoin(Enrolment, attended.enrolled(Certificate.training_id, Certificate.person_id))
        .where(Certificate.issued_on.between(asked.first, asked.last), _stands(asked))
        .order_by(Certificate.issued_on, Certificate.id)
    )
    own, outsiders = Collected(counting), set[UUID]()
    for training, person, day, outsider in rows:
        course = facts.courses.get(training)
        if course is None or person not in facts.people or not _is_asked(facts, course, wanted):
            continue
        counted = facts.in_course(course, person, day)
        if fits(counted, wanted):
            if outsider:
                outsiders.add(person)
            elif not own.has(person, course.topic):
                own.add(counted, course.topic)
    return _evidence(own, outsiders)


def fits(counted: Counted, wanted: Wanted) -> bool:
    return wanted.group_kind is None or counted.group_kind is wanted.group_kind


def heads_of(facts: Facts, wanted: Wanted, each_session: bool) -> int:
    """Heads without a name: of every session, or of the fullest of each training, where people count once."""
    of_training: dict[UUID, list[int]] = {}
    for one in facts.held:
        course = facts.courses[one.training_id]
        kind = course.group.kind if course.group else None
        if _is_asked(facts, course, wanted) and wanted.group_kind in (None, kind):
            of_training.setdefault(course.id, []).append(facts.heads.get(one.session_id, 0))
    return sum(sum(counts) if each_session else max(counts) for counts in of_training.values())


def _presences(facts: Facts, wanted: Wanted) -> Iterator[tuple[Course, Presence]]:
    for one in facts.presences:
        course = facts.courses[one.training_id]
        if _is_asked(facts, course, wanted):
            yield course, one


def _is_asked(facts: Facts, course: Course, wanted: Wanted) -> bool:
    return course.fits(wanted) and facts.is_there(course.district)


def _count(
    facts: Facts,
    wanted: Wanted,
    own: Collected,
    outsiders: set[UUID],
    course: Course,
    one: Presence,
    day: date,
    times: int = 1,
) -> None:
    """Among our own, or among those from outside, unless the person is counted already."""
    if not one.outsider and own.has(one.person_id, course.topic):
        return
    counted = facts.in_course(course, one.person_id, day, times=times)
    if not fits(counted, wanted):
        return
    if one.outsider:
        outsiders.add(one.person_id)
    else:
        own.add(counted, course.topic)


def _evidence(own: Collected, outsiders: set[UUID], heads: int = 0) -> Evidence:
    """Who is counted as one of ours in one training is no outsider for having come to another from outside."""
    counted = own.counted
    return Evidence(counted, len(outsiders - {one.person_id for one in counted}), heads)


def _stands(asked: Asked) -> ColumnElement[bool]:
    return or_(Certificate.withdrawn_on.is_(None), Certificate.withdrawn_on > asked.last)
