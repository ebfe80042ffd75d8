"""A report of the programme's indicators between two days, with everything that was counted for each number.

What is counted is found by a function a measure, under `services/indicator_evidence`; adding up is done by
`domain.indicators`. The file is asked the same few questions however many people and trainings there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Mark, Person, Place, Project
from trainer_app.domain.indicators import (
    SHARES,
    Asked,
    Counting,
    IndicatorLine,
    IndicatorReport,
    Measure,
    Reading,
    Wanted,
    figure,
)
from trainer_app.services import doubts, indicator_definitions, readings, targets
from trainer_app.services.indicator_evidence import of_events, of_groups, of_people, of_tests
from trainer_app.services.indicator_evidence.evidence import Evidence
from trainer_app.services.indicator_evidence.facts import Facts
from trainer_app.services.targets import NO_AIMS, Applying

FOUND_BY: Mapping[Measure, Callable[[Facts, Wanted, Counting], Evidence]] = {
    Measure.PEOPLE_REACHED: of_people.reached,
    Measure.PEOPLE_TRAINED: of_people.trained,
    Measure.ATTENDANCE: of_people.attendance,
    Measure.TRAININGS_HELD: of_events.trainings_held,
    Measure.SESSIONS_HELD: of_events.sessions_held,
    Measure.GROUPS_REACHED: of_groups.groups_reached,
    Measure.COVERAGE: of_groups.covered,
    Measure.PASSED: of_tests.passed,
    Measure.GAINED: of_tests.gained,
    Measure.CERTIFIED: of_people.certified,
}
"""Every measure but those that somebody tells."""


MUCH = 3_000
"""People and marks from which on counting takes longer than a breath on a small laptop."""


def is_much(s: Session, much: int = MUCH) -> bool:
    """Whether counting is to be done in the background."""
    rows = sum(s.scalar(select(func.count(kind.id))) or 0 for kind in (Person, Mark))
    return rows > much


def report(s: Session, asked: Asked, language: str, today: date) -> IndicatorReport:
    """Every indicator of what is asked, and what makes the numbers doubtful."""
    facts, wanted = Facts(s, asked, today), indicator_definitions.wanted(s, asked)
    told = readings.in_period(s, asked, [one.id for one in wanted])
    aims = targets.applying(s, asked, wanted)
    district = _district(s, asked.district_id)
    lines = tuple(line(facts, one, told.get(one.id, ()), aims[one.id], district) for one in wanted)
    project, organiser = _project(s, asked)
    return IndicatorReport(
        asked=asked,
        lines=lines,
        doubts=doubts.doubts(facts, lines, language),
        attended=facts.attended,
        pass_mark=facts.pass_mark,
        ages=facts.ages,
        made_on=today,
        project=project,
        district=district,
        organiser=organiser,
    )


def line(
    facts: Facts, wanted: Wanted, told: tuple[Reading, ...] = (), aims: Applying = NO_AIMS, district: str = ""
) -> IndicatorLine:
    """One indicator: what was counted, or what somebody told."""
    if wanted.measure in indicator_definitions.TOLD:
        found, whole = Evidence(), readings.figure(told)
    else:
        found = FOUND_BY[wanted.measure](facts, wanted, facts.asked.counting or wanted.counting)
        whole = figure(found.counted, wanted.measure in SHARES)
    return IndicatorLine(
        wanted,
        whole,
        found.counted,
        aims.targets,
        readings=told,
        outsiders=found.outsiders,
        heads=found.heads,
        district=district,
        wider=aims.wider,
    )


def _project(s: Session, asked: Asked) -> tuple[str, str]:
    """Name and organiser of the project asked for; of all real work, of the only one there is."""
    wanted = select(Project.name, Project.organiser).where(Project.is_sample.is_(asked.sample))
    if asked.project_id is not None:
        wanted = wanted.where(Project.id == asked.project_id)
    found = s.execute(wanted.limit(2)).all()
    return (found[0].name, found[0].organiser) if len(found) == 1 else ("", "")


def _district(s: Session, district_id: UUID | None) -> str:
    wanted = select(Place.name).where(Place.id == district_id)
    return (s.scalars(wanted).first() or "") if district_id is not None else ""
