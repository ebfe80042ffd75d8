"""Trainings and sessions that were held."""

from __future__ import annotations

from trainer_app.domain.indicators import Counting, Wanted
from trainer_app.services.indicator_evidence.courses import Course
from trainer_app.services.indicator_evidence.evidence import Evidence
from trainer_app.services.indicator_evidence.facts import Facts


def trainings_held(facts: Facts, wanted: Wanted, _counting: Counting) -> Evidence:
    """Trainings whose first day lies in the period and of which a session was held.

    So a training that runs from one quarter into the next counts in one of them, as it does for the quotas.
    """
    keys = dict.fromkeys(one.training_id for one in facts.held)
    found = [facts.courses[key] for key in keys]
    return Evidence(
        tuple(
            facts.of_course(course, course.first)
            for course in sorted(found, key=lambda course: (course.first, course.code))
            if course.begins_in(facts.asked) and _is_asked(facts, course, wanted)
        )
    )


def sessions_held(facts: Facts, wanted: Wanted, _counting: Counting) -> Evidence:
    asked = facts.asked
    return Evidence(
        tuple(
            facts.of_course(course, one.day)
            for one in facts.held
            if asked.first <= one.day <= asked.last
            and _is_asked(facts, course := facts.courses[one.training_id], wanted)
        )
    )


def _is_asked(facts: Facts, course: Course, wanted: Wanted) -> bool:
    kind = course.group.kind if course.group else None
    return course.fits(wanted) and facts.is_there(course.district) and wanted.group_kind in (None, kind)
