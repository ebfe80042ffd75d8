"""Quotas: how many trainings, meetings and the like a district is due in a period, and how many it had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Group, Place, Project, Target, Training, TrainingSession
from trainer_app.domain.ids import derived_id
from trainer_app.domain.quotas import Quota, Quotas, indicator
from trainer_app.domain.trainings import TrainingKind, TrainingLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import attended, places, trainings

MOST = 100_000


@dataclass(frozen=True, slots=True)
class Period:
    """What is counted, and from when to when: a training counts in the period of its first day."""

    kind: TrainingKind
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Counted:
    training_id: UUID
    district: UUID | None
    held: bool


def quotas(s: Session, period: Period, all_districts: bool = False) -> Quotas:
    """Every district that is due something or had something, by name; all of them, to say what they are due.

    The sample programme is not counted.
    """
    due = _due(s, period)
    counted = _counted(s, period)
    planned = Counter(one.district for one in counted)
    held = Counter(one.district for one in counted if one.held)
    overall = due.pop(None, None)
    names = {line.id: line.name for line in places.districts(s)}
    wanted = due.keys() | planned.keys() | (names.keys() if all_districts else set())
    keys = sorted(wanted, key=lambda key: (key is None, names.get(key, "") if key else ""))
    lines = (Quota(key, names.get(key, "") if key else "", due.get(key), planned[key], held[key]) for key in keys)
    return Quotas(tuple(lines), overall)


def behind(s: Session, period: Period, district: UUID | None, language: str, *, held: bool) -> tuple[TrainingLine, ...]:
    """The trainings that a number counts: of a district, or of none that is known."""
    wanted = {one.training_id for one in _counted(s, period) if one.district == district and (one.held or not held)}
    found = [line for line in trainings.trainings(s, language) if line.id in wanted]
    return tuple(sorted(found, key=lambda line: (line.first_day, line.code)))


def set_due(s: Session, period: Period, district: UUID | None, number: int | None) -> None:
    """So many are due in the district, or overall; None takes the target away. Raises TrainerError."""
    if number is not None and not 0 <= number <= MOST:
        raise TrainerError(_("A number from 0 to {most} can be due.").format(most=MOST), "bad_number")
    for row in _targets(s, period, district):
        take_away(row)
    if number is not None:
        key = derived_id("target", indicator(period.kind), district or "", period.first, period.last)
        put(
            s,
            Target,
            key,
            indicator=indicator(period.kind),
            place_id=district,
            first_day=period.first,
            last_day=period.last,
            number=float(number),
        )


def set_for_all(s: Session, period: Period, districts: Iterable[UUID], number: int) -> None:
    """The same number for several districts: "three trainings each"."""
    for district in districts:
        set_due(s, period, district, number)


def periods(s: Session) -> tuple[tuple[date, date], ...]:
    """The periods for which something is due, the latest first."""
    rows = s.execute(select(Target.first_day, Target.last_day).where(Target.indicator.startswith("held/")).distinct())
    return tuple(sorted(((first, last) for first, last in rows), reverse=True))


def _targets(s: Session, period: Period, district: UUID | None) -> list[Target]:
    wanted = select(Target).where(
        Target.indicator == indicator(period.kind),
        Target.first_day == period.first,
        Target.last_day == period.last,
        Target.place_id.is_(None) if district is None else Target.place_id == district,
    )
    return list(s.scalars(wanted))


def _due(s: Session, period: Period) -> dict[UUID | None, int]:
    rows = s.execute(
        select(Target.place_id, func.max(Target.number))
        .where(
            Target.indicator == indicator(period.kind),
            Target.first_day == period.first,
            Target.last_day == period.last,
        )
        .group_by(Target.place_id)
    )
    return {place: round(number) for place, number in rows}


def _counted(s: Session, period: Period) -> list[_Counted]:
    """Trainings of the kind whose first day, of what was not cut, lies in the period."""
    first_day = func.min(TrainingSession.day)
    rows = s.execute(
        select(Training.id, func.coalesce(Training.place_id, Group.place_id))
        .join(TrainingSession, TrainingSession.training_id == Training.id)
        .outerjoin(Group, Group.id == Training.group_id)
        .outerjoin(Project, Project.id == Training.project_id)
        .where(Training.kind == period.kind, TrainingSession.cut.is_(False))
        .where(or_(Project.id.is_(None), Project.is_sample.is_(False)))
        .group_by(Training.id, Training.place_id, Group.place_id)
        .having(and_(first_day >= period.first, first_day <= period.last))
    ).all()
    held = set(
        s.scalars(select(TrainingSession.training_id).where(TrainingSession.cut.is_(False), attended.was_held()))
    )
    where = _districts(s, {place for _key, place in rows if place is not None})
    return [_Counted(key, where.get(place) if place else None, key in held) for key, place in rows]


def _districts(s: Session, place_ids: set[UUID]) -> dict[UUID, UUID]:
    """Place > the district it lies in, found level by level for all at once."""
    here, found = {key: key for key in place_ids}, dict[UUID, UUID]()
    while here:
        rows = s.execute(select(Place.id, Place.level, Place.parent_id).where(Place.id.in_(set(here.values()))))
        known = {key: (level, parent) for key, level, parent in rows}
        found |= {own: at for own, at in here.items() if known.get(at, ("", None))[0] == "district"}
        up = {own: known[at][1] for own, at in here.items() if own not in found and at in known}
        here = {own: parent for own, parent in up.items() if parent is not None}
    return found
