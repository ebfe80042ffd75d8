"""People who passed the last test, and who did better in it than before the training."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from trainer_app.domain.indicators import Counted, Counting, Wanted
from trainer_app.services.indicator_evidence.courses import Course
from trainer_app.services.indicator_evidence.evidence import Collected, Evidence
from trainer_app.services.indicator_evidence.facts import Facts
from trainer_app.services.indicator_evidence.of_people import fits
from trainer_app.services.indicator_evidence.sittings import Results


def passed(facts: Facts, wanted: Wanted, counting: Counting) -> Evidence:
    """At or above the pass mark, of those who sat the test after a training."""
    return _evidence(facts, wanted, counting, lambda one: one.passed(facts.pass_mark.share))


def gained(facts: Facts, wanted: Wanted, counting: Counting) -> Evidence:
    """More than before, of those who sat both tests. Of tests of two lengths the shares of the points are compared."""
    return _evidence(facts, wanted, counting, lambda one: one.gained, both=True)


def _evidence(
    facts: Facts, wanted: Wanted, counting: Counting, counts: Callable[[Results], bool], both: bool = False
) -> Evidence:
    """Who is counted once is counted with the last of their trainings: it tells what they know now."""
    own, outsiders = Collected(counting), set[UUID]()
    for course, one in reversed(list(_results(facts, wanted, both))):
        if not one.outsider and own.has(one.person_id, course.topic):
            continue
        counted = _counted(facts, course, one, counts(one))
        if fits(counted, wanted):
            if one.outsider:
                outsiders.add(one.person_id)
            else:
                own.add(counted, course.topic)
    kept = tuple(reversed(own.counted))
    return Evidence(kept, len(outsiders - {one.person_id for one in kept}))


def _results(facts: Facts, wanted: Wanted, both: bool) -> Iterator[tuple[Course, Results]]:
    for one in facts.results:
        course = facts.courses[one.training_id]
        sat = one.last is not None and (one.before is not None or not both)
        if sat and course.fits(wanted) and facts.is_there(course.district):
            yield course, one


def _counted(facts: Facts, course: Course, one: Results, counts: bool) -> Counted:
    return facts.in_course(course, one.person_id, one.last.day if one.last else course.last, counts)
