"""Groups that somebody came from, and how many members of the groups were trained."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from trainer_app.db.records import Module
from trainer_app.domain.coverage import Member
from trainer_app.domain.indicators import Counted, Counting, Wanted
from trainer_app.services import coverage
from trainer_app.services.indicator_evidence.courses import NOWHERE, Course, District, OwnGroup
from trainer_app.services.indicator_evidence.evidence import Evidence
from trainer_app.services.indicator_evidence.facts import Facts


def groups_reached(facts: Facts, wanted: Wanted, _counting: Counting) -> Evidence:
    """Groups of which somebody came to a session in the period: the group of the training, and the people's own.

    A group is counted where it is at home; one whose place nobody knows, where the training was.
    """
    found: dict[UUID, Counted] = {}
    for one in facts.presences:
        course = facts.courses[one.training_id]
        if not one.came_in or one.first_day is None or one.outsider or not course.fits(wanted):
            continue
        for group in _groups(facts, course, one.person_id, one.first_day):
            district = group.district if group.district != NOWHERE else course.district
            if group.id not in found and _is_asked(facts, group, district, wanted):
                found[group.id] = _reached(group, district, course, one.first_day)
    return Evidence(tuple(found.values()))


def _groups(facts: Facts, course: Course, person_id: UUID, day: date) -> Iterable[OwnGroup]:
    own = [one.group for one in facts.memberships.get(person_id, ()) if one.on(day)]
    return [course.group, *own] if course.group is not None else own


def _reached(group: OwnGroup, district: District, course: Course, day: date) -> Counted:
    return Counted(
        counts=True,
        training_id=course.id,
        group_id=group.id,
        day=day,
        district=district[1],
        group_kind=group.kind,
        occupation=group.occupation,
        module=course.module,
    )


def covered(facts: Facts, wanted: Wanted, _counting: Counting) -> Evidence:
    """Members on the last day, each once, of whom some were trained in a training that ended in the period.

    It is what `services.coverage` tells of the same days. Who belongs to two groups counts with the first by name.
    """
    asked, on = facts.asked, min(facts.asked.last, facts.today)
    trained = coverage.trained(facts.s, facts.attended, first=asked.first, last=asked.last)
    of_group = coverage.members(facts.s, on, trained)
    module = _module(facts, wanted)
    found: dict[UUID, Counted] = {}
    for group in facts.groups.values():
        if _is_asked(facts, group, group.district, wanted):
            for member in of_group.get(group.id, {}).values():
                if member.person_id not in found:
                    found[member.person_id] = _member(facts, group, member, wanted, module, on)
    return Evidence(tuple(found.values()))


def _member(facts: Facts, group: OwnGroup, member: Member, wanted: Wanted, module: UUID | None, on: date) -> Counted:
    person = facts.people[member.person_id]
    return Counted(
        counts=module in member.trained if wanted.module else bool(member.trained),
        person_id=member.person_id,
        group_id=group.id,
        day=on,
        sex=person.sex,
        age=facts.age(person, on),
        district=group.district[1],
        group_kind=group.kind,
        occupation=person.occupation or group.occupation,
        module=wanted.module,
    )


def _module(facts: Facts, wanted: Wanted) -> UUID | None:
    return facts.s.scalars(select(Module.id).where(Module.code == wanted.module)).first() if wanted.module else None


def _is_asked(facts: Facts, group: OwnGroup, district: District, wanted: Wanted) -> bool:
    """Real groups and invented ones are never counted together."""
    project = facts.asked.project_id
    ours = group.is_sample is facts.asked.sample and project in (None, group.project_id)
    return ours and facts.is_there(district) and wanted.group_kind in (None, group.kind)
