"""Coverage: how many members of each group were trained in each module, counted once per person.

Three questions are asked of the file, however many groups there are: who belongs where, who came to how much, and
which groups and modules there are. All counting is done by `domain.coverage`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.records import (
    Enrolment,
    Group,
    Mark,
    Membership,
    Module,
    Person,
    Project,
    Training,
    TrainingSession,
)
from trainer_app.domain.attendance import Status
from trainer_app.domain.coverage import (
    CommitteeOnly,
    Coverage,
    CoveredModule,
    GroupCoverage,
    Member,
    Part,
    Share,
    Tally,
    Total,
    alarms,
    inside_of,
    is_higher,
    part_of,
    tally,
    together,
    total,
    was_trained,
)
from trainer_app.domain.groups import Role
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended
from trainer_app.domain.trainings import TrainingKind
from trainer_app.services import attended, curriculum, places
from trainer_app.services.rules import rule

People = dict[UUID, Member]
Trained = Mapping[UUID, frozenset[UUID | None]]
NOTHING: frozenset[UUID | None] = frozenset()
PARTS = {role: part_of([role]) for role in Role}


class _Group(NamedTuple):
    id: UUID
    code: str
    name: str
    kind: Any
    place_id: UUID | None
    value_chain: str
    parent_id: UUID | None
    formed_by_itself: bool
    is_sample: bool


def coverage(
    s: Session,
    language: str,
    on: date,
    *,
    training_id: UUID | None = None,
    first: date | None = None,
    last: date | None = None,
    sample: bool = False,
) -> Coverage:
    """Of every group, or of those that a training is about. Members are those of the day `on`.

    Between two days, the trainings whose last session lies between them count. Real groups and invented ones are
    never counted together: `sample` asks for the invented ones.
    """
    kept, alarm = rule(s, Attended), rule(s, CommitteeOnly)
    found = [group for group in _groups(s) if group.is_sample is sample]
    own = members(s, on, trained(s, kept, training_id=training_id, first=first, last=last))
    below = inside_of({group.id: group.parent_id for group in found})
    if training_id is not None:
        wanted = _groups_of(s, training_id, below, own)
        found = [group for group in found if group.id in wanted]
    where = places.districts_of(s, (group.place_id for group in found))
    lines = [_line(group, below[group.id], own, where, alarm) for group in found]
    return Coverage(
        on=on,
        first=first,
        last=last,
        attended=kept,
        alarm=alarm,
        modules=modules(s, language, training_id),
        groups=tuple(sorted(lines, key=_order)),
        districts=_districts(found, own, where),
        overall=total("", (own.get(group.id, {}) for group in found)),
        by_itself=total("", (own.get(group.id, {}) for group in found if group.formed_by_itself)),
        is_sample=sample,
    )


def lines(s: Session, on: date) -> tuple[GroupCoverage, ...]:
    """Each group with those inside it, real or invented, by everything that was attended up to now."""
    found = _groups(s)
    own = members(s, on, trained(s, rule(s, Attended)))
    below, alarm = inside_of({group.id: group.parent_id for group in found}), rule(s, CommitteeOnly)
    where = places.districts_of(s, (group.place_id for group in found))
    return tuple(_line(group, below[group.id], own, where, alarm) for group in found)


def only_sample(s: Session) -> bool:
    """Whether there are groups, and all of them are invented."""
    return {group.is_sample for group in _groups(s)} == {True}


def trained(
    s: Session,
    kept: Attended,
    *,
    training_id: UUID | None = None,
    first: date | None = None,
    last: date | None = None,
    of_groups: Sequence[UUID] | None = None,
) -> dict[UUID, frozenset[UUID | None]]:
    """Person > the modules of the trainings that they attended. `of_groups` asks about the members of those only."""
    wanted = _counts(kept, training_id, first, last)
    if of_groups is not None:
        wanted = wanted.where(
            Mark.person_id.in_(select(Membership.person_id).where(Membership.group_id.in_(of_groups)))
        )
    found: dict[UUID, set[UUID | None]] = {}
    for person, module, sessions, came, excused in s.execute(wanted):
        if was_trained(came, sessions, excused, kept):
            found.setdefault(person, set()).add(module)
    return {person: frozenset(modules) for person, modules in found.items()}


def _counts(kept: Attended, training_id: UUID | None, first: date | None, last: date | None) -> Select[Any]:
    """(person, module, sessions of the training, sessions they came to, sessions they were excused from)."""
    planned = (
        select(
            TrainingSession.training_id,
            func.count().label("sessions"),
            func.max(TrainingSession.day).label("last_day"),
        )
        .where(TrainingSession.cut.is_(False))
        .group_by(TrainingSession.training_id)
        .subquery()
    )
    wanted = (
        select(
            Mark.person_id,
            Training.module_id,
            planned.c.sessions,
            attended.count(attended.came(kept)),
            attended.count(Mark.status == Status.EXCUSED),
        )
        .join(TrainingSession, TrainingSession.id == Mark.session_id)
        .join(Training, Training.id == TrainingSession.training_id)
        .join(planned, planned.c.training_id == Training.id)
        .join(Enrolment, attended.enrolled(Training.id, Mark.person_id))
        .where(TrainingSession.cut.is_(False), Training.kind == TrainingKind.TRAINING, attended.participates())
        .group_by(Training.id, Mark.person_id)
    )
    wanted = wanted.where(Training.id == training_id) if training_id else wanted
    wanted = wanted.where(planned.c.last_day >= first) if first else wanted
    return wanted.where(planned.c.last_day <= last) if last else wanted


def _groups(s: Session) -> list[_Group]:
    rows = s.execute(
        select(
            Group.id,
            Group.code,
            Group.name,
            Group.kind,
            Group.place_id,
            Group.value_chain,
            Group.parent_id,
            Group.formed_by_itself,
            Project.is_sample,
        ).outerjoin(Project, Project.id == Group.project_id)
    )
    return [_Group(*row[:-1], bool(row[-1])) for row in rows]


def on_day(day: date) -> Any:  # noqa: ANN401
    """The memberships of a day: begun by then, and not over."""
    return and_(
        or_(Membership.since.is_(None), Membership.since <= day),
        or_(Membership.until.is_(None), Membership.until > day),
    )


def members(s: Session, on: date, came: Trained) -> dict[UUID, People]:
    """Group > the people who belonged to it on a day, each once."""
    rows = s.execute(
        select(Membership.group_id, Membership.person_id, Membership.role, Person.sex)
        .join(Person, Person.id == Membership.person_id)
        .where(on_day(on))
    )
    found: dict[UUID, People] = {}
    for group, person, role, sex in rows:
        members, part = found.setdefault(group, {}), PARTS[role]
        known = members.get(person)
        if known is None or is_higher(part, known.part):
            members[person] = Member(person, sex, part, came.get(person, NOTHING))
    return found


def _groups_of(s: Session, training_id: UUID, below: Mapping[UUID, set[UUID]], own: Mapping[UUID, People]) -> set[UUID]:
    """The group that a training was planned for and those inside it; else the groups of those enrolled."""
    group = s.scalars(select(Training.group_id).where(Training.id == training_id)).first()
    if group is not None:
        return below.get(group, {group})
    enrolled = set(s.scalars(select(Enrolment.person_id).where(Enrolment.training_id == training_id)))
    return {key for key, people in own.items() if not enrolled.isdisjoint(people)}


def _line(
    group: _Group,
    inside: set[UUID],
    own: Mapping[UUID, People],
    where: Mapping[UUID, tuple[UUID, str]],
    alarm: CommitteeOnly,
) -> GroupCoverage:
    alone = own.get(group.id, {}) if len(inside) == 1 else together(own.get(key, {}) for key in inside)
    people = tuple(alone.values())
    counted = tally(people)
    district_id, district = where.get(group.place_id, (None, "")) if group.place_id else (None, "")
    return GroupCoverage(
        id=group.id,
        code=group.code,
        name=group.name,
        kind=group.kind,
        district_id=district_id,
        district=district,
        value_chain=group.value_chain,
        parent_id=group.parent_id,
        formed_by_itself=group.formed_by_itself,
        people=people,
        tally=counted,
        alarms=alarms(counted, alarm),
        has_inside=len(inside) > 1,
    )


def _order(line: GroupCoverage) -> tuple[bool, str, str, UUID]:
    """Alarms first, then by district and name."""
    return not line.alarms, line.district, line.name.casefold(), line.id


def _districts(
    found: Iterable[_Group], own: Mapping[UUID, People], where: Mapping[UUID, tuple[UUID, str]]
) -> tuple[Total, ...]:
    """A total for each district that has groups, in name order; groups without a place are last, under no name."""
    of_district: dict[str, list[People]] = {}
    for group in found:
        name = where.get(group.place_id, (None, ""))[1] if group.place_id else ""
        of_district.setdefault(name, []).append(own.get(group.id, {}))
    return tuple(total(name, of_district[name]) for name in sorted(of_district, key=lambda name: (not name, name)))


def modules(s: Session, language: str, training_id: UUID | None = None) -> tuple[CoveredModule, ...]:
    """All modules, in their order; of one training, its own."""
    wanted = select(Module.id, Module.code)
    if training_id is not None:
        wanted = wanted.join(Training, Training.module_id == Module.id).where(Training.id == training_id)
    rows = s.execute(wanted.order_by(Module.code)).all()
    titles = curriculum.titles(s, [key for key, _ in rows], language)
    return tuple(CoveredModule(key, code, titles[key]) for key, code in rows)


def as_dict(found: Coverage) -> dict[str, Any]:
    """For scripts: every figure with what it is of."""
    return {
        "on": found.on.isoformat(),
        "from": found.first.isoformat() if found.first else None,
        "to": found.last.isoformat() if found.last else None,
        "sample": found.is_sample,
        "definition": {
            "share_of_sessions": found.attended.share_of_sessions,
            "late_counts": found.attended.late_counts,
            "excused_is_expected": found.attended.excused_is_expected,
            "least_minutes": found.attended.least_minutes,
            "alarm_committee_from": found.alarm.committee,
            "alarm_others_below": found.alarm.others,
            "alarm_fewest_others": found.alarm.fewest,
        },
        "modules": [{"id": str(m.id), "code": m.code, "name": m.title} for m in found.modules],
        "overall": _figures(found, found.overall.tally) | {"groups": found.overall.groups},
        "formed_by_themselves": _figures(found, found.by_itself.tally) | {"groups": found.by_itself.groups},
        "districts": [
            {"name": line.name, "groups": line.groups} | _figures(found, line.tally) for line in found.districts
        ],
        "groups": [_group_dict(found, line) for line in found.groups],
    }


def _group_dict(found: Coverage, line: GroupCoverage) -> dict[str, Any]:
    codes = {module.id: module.code for module in found.modules}
    return {
        "id": str(line.id),
        "code": line.code,
        "name": line.name,
        "kind": line.kind.value,
        "district": line.district,
        "value_chain": line.value_chain,
        "formed_by_itself": line.formed_by_itself,
        "inside": str(line.parent_id) if line.parent_id else None,
        "committee_only": sorted(codes[key] for key in line.alarms if key in codes),
    } | _figures(found, line.tally)


def _figures(found: Coverage, counted: Tally) -> dict[str, Any]:
    whole = counted.share()
    return {
        "members": whole.members,
        "trained": whole.trained,
        "by_sex": {sex.value: _share(counted.share(sex=sex)) for sex in Sex},
        "by_role": {part.value: _share(counted.share(part=part)) for part in Part},
        "by_module": {module.code: _of_module(counted, module) for module in found.modules},
    }


def _of_module(counted: Tally, module: CoveredModule) -> dict[str, Any]:
    return _share(counted.share(module.id)) | {
        "by_sex": {sex.value: _share(counted.share(module.id, sex=sex)) for sex in Sex},
        "by_role": {part.value: _share(counted.share(module.id, part)) for part in Part},
    }


def _share(share: Share) -> dict[str, Any]:
    return {"trained": share.trained, "members": share.members, "rate": share.rate}
