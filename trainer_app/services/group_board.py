"""What the board and the list of groups show: how far each has come, who alarms, whose mandate has ended."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Group, Module, Training
from trainer_app.domain.coverage import GroupCoverage, Part, inside_of
from trainer_app.domain.elections import Mandate
from trainer_app.domain.group_life import GroupOverview, life
from trainer_app.domain.people import Sex
from trainer_app.domain.trainings import TrainingKind
from trainer_app.services import coverage, elections, places

NO_MANDATE = Mandate()


def overview(s: Session, today: date) -> tuple[GroupOverview, ...]:
    """Every group in name order. Members of groups inside count too, each person once."""
    rows = s.scalars(select(Group).order_by(func.lower(Group.name), Group.id)).all()
    figures = {line.id: line for line in coverage.lines(s, today)}
    modules: dict[UUID, str] = dict(s.execute(select(Module.id, Module.code)).all())
    names = {row.id: row.name for row in rows}
    where = places.paths(s, [row.place_id for row in rows])
    inside = inside_of({row.id: row.parent_id for row in rows})
    mandates, planned = elections.mandates(s), _with_training(s)
    found = []
    for row in rows:
        line = figures[row.id]
        officers = line.tally.share(part=Part.COMMITTEE).members
        found.append(
            GroupOverview(
                id=row.id,
                code=row.code,
                name=row.name,
                kind=row.kind,
                place=where[row.place_id],
                district_id=line.district_id,
                district=line.district,
                value_chain=row.value_chain,
                occupation=row.occupation,
                note=row.note,
                parent_id=row.parent_id,
                parent=names.get(row.parent_id, "") if row.parent_id else "",
                inside=len(inside[row.id]) - 1,
                formed_by_itself=row.formed_by_itself,
                women=line.tally.share(sex=Sex.FEMALE).members,
                officers=officers,
                covered=line.tally.share(),
                life=life(line.tally.share(), officers, row.id in planned),
                alarms=_codes(line, modules),
                mandate=mandates.get(row.id, NO_MANDATE),
                people=frozenset(member.person_id for member in line.people),
            )
        )
    return tuple(found)


def _codes(line: GroupCoverage, modules: dict[UUID, str]) -> tuple[str, ...]:
    return tuple(sorted(modules[key] for key in line.alarms if key in modules))


def _with_training(s: Session) -> set[UUID]:
    wanted = select(Training.group_id).where(Training.kind == TrainingKind.TRAINING, Training.group_id.is_not(None))
    return {key for key in s.scalars(wanted) if key is not None}
