"""Groups and who belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import case, distinct, func, select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Group, Membership, Person, Training
from trainer_app.domain.groups import GroupCard, GroupForm, GroupKind, GroupLine, MemberLine, Role
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import PersonForm, Sex, folded
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import attended, codes, people, places, refs

FIELDS = ("name", "kind", "place_id", "parent_id", "formed_by_itself", "formed_on")


def groups(s: Session, search: str = "", kind: GroupKind | None = None) -> tuple[GroupLine, ...]:
    """Groups in name order; each word of `search` begins a word of the name or code, accents aside."""
    wanted = select(Group).order_by(func.lower(Group.name), Group.id)
    rows = s.scalars(wanted.where(Group.kind == kind) if kind else wanted).all()
    words = folded(search).split()
    found = [row for row in rows if all(_begins(word, f"{row.name} {row.code}") for word in words)]
    return _lines(s, found)


def card(s: Session, group_id: UUID) -> GroupCard:
    row = s.get_one(Group, group_id)
    form = GroupForm(**{name: getattr(row, name) for name in FIELDS})
    parent = s.get(Group, row.parent_id) if row.parent_id else None
    above = parent.name if parent else ""
    return GroupCard(row.id, row.code, form, places.path(s, row.place_id), above, members(s, group_id))


def members(s: Session, group_id: UUID) -> tuple[MemberLine, ...]:
    """Those who belong to the group now, officers first, then by name."""
    rows = s.execute(
        select(Membership, Person)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.group_id == group_id, Membership.until.is_(None))
        .order_by(case((Membership.role == Role.MEMBER, 1), else_=0), func.lower(Person.name))
    )
    return tuple(MemberLine(m.id, p.id, p.code, p.name, p.sex, p.phone, m.role, m.since) for m, p in rows)


def add(s: Session, form: GroupForm, project_id: UUID | None = None) -> UUID:
    form = _named(form)
    row = Group(
        code=codes.for_training_or_group(s), project_id=project_id, **{name: getattr(form, name) for name in FIELDS}
    )
    s.add(row)
    return row.id


def edit(s: Session, group_id: UUID, form: GroupForm) -> None:
    form = _named(form)
    if form.parent_id is not None and group_id in _above(s, form.parent_id):
        raise TrainerError(_("A group cannot be inside itself."), "group_in_itself")
    row = s.get_one(Group, group_id)
    for name in FIELDS:
        if getattr(row, name) != getattr(form, name):
            setattr(row, name, getattr(form, name))


def line(s: Session, group_id: UUID) -> GroupLine:
    return _lines(s, [s.get_one(Group, group_id)])[0]


def possible_parents(s: Session, group_id: UUID | None) -> tuple[GroupLine, ...]:
    """Groups that this one may be inside: all but itself and those inside it."""
    found = groups(s)
    return tuple(other for other in found if group_id is None or group_id not in _above(s, other.id))


def find_card(s: Session, group_id: UUID) -> GroupCard | None:
    """The card, or None when the group was removed."""
    there = s.scalars(select(Group.id).where(Group.id == group_id)).first()
    return card(s, group_id) if there else None


def remove(s: Session, group_id: UUID) -> None:
    """Take a group out of the lists; its members stay. Refused while a training is planned for it."""
    if s.scalars(select(Training.id).where(Training.group_id == group_id).limit(1)).first():
        raise TrainerError(_("This group has trainings. Remove them first."), "group_in_use")
    take_away(s.get_one(Group, group_id))
    for row in s.scalars(select(Membership).where(Membership.group_id == group_id)):
        take_away(row)


def add_member(
    s: Session, group_id: UUID, person_id: UUID, role: Role = Role.MEMBER, since: date | None = None
) -> UUID:
    """The membership; the same one again when the person already has this role in the group."""
    already = select(Membership.id).where(
        Membership.person_id == person_id,
        Membership.group_id == group_id,
        Membership.role == role,
        Membership.until.is_(None),
    )
    if (found := s.scalars(already).first()) is not None:
        return found
    key = derived_id("membership", person_id, group_id, role, since or "")
    return put(s, Membership, key, person_id=person_id, group_id=group_id, role=role, since=since, until=None).id


def add_members(s: Session, group_id: UUID, person_ids: Iterable[UUID], role: Role = Role.MEMBER) -> None:
    for person_id in person_ids:
        add_member(s, group_id, person_id, role)


def add_new_member(s: Session, group_id: UUID, form: PersonForm, role: Role = Role.MEMBER) -> UUID:
    """A person nobody had written down yet, who belongs to the group. The key of the person."""
    person_id = people.add(s, form)
    s.flush()
    add_member(s, group_id, person_id, role)
    return person_id


def join_all(s: Session, joining: Iterable[tuple[UUID, UUID, Role | None]]) -> None:
    """Members of these groups: (group, person, role) of persons who never belonged to any before."""
    bulk.add_all(s, Membership, (_membership(group, person, role or Role.MEMBER) for group, person, role in joining))


def _membership(group_id: UUID, person_id: UUID, role: Role) -> dict[str, Any]:
    key = derived_id("membership", person_id, group_id, role, "")
    return {"id": key, "person_id": person_id, "group_id": group_id, "role": role}


def remove_member(s: Session, membership_id: UUID) -> None:
    take_away(s.get_one(Membership, membership_id))


def set_role(s: Session, membership_id: UUID, role: Role) -> None:
    row = s.get_one(Membership, membership_id)
    if row.role != role:
        take_away(row)
        add_member(s, row.group_id, row.person_id, role, row.since)


def one(s: Session, ref: str) -> UUID:
    """The group that a key, a code, or a name that fits one only stands for. Raises TrainerError."""

    def search() -> list[UUID]:
        same = list(s.scalars(select(Group.id).where(func.lower(Group.name) == ref.lower())))
        return same or [found.id for found in groups(s, ref)]

    return refs.one(s, Group, ref, search)


def _begins(word: str, text: str) -> bool:
    return any(part.startswith(word) for part in folded(text).split())


def _lines(s: Session, rows: Iterable[Group]) -> tuple[GroupLine, ...]:
    rows = tuple(rows)
    where = places.paths(s, [row.place_id for row in rows])
    counts = _counts(s)
    return tuple(
        GroupLine(row.id, row.code, row.name, row.kind, where[row.place_id], *counts.get(row.id, (0, 0, 0)))
        for row in rows
    )


def _counts(s: Session) -> dict[UUID, tuple[int, int, int]]:
    """Group > (members, women among them, members who attended a training)."""
    found = attended.trained(s).subquery()
    trained = select(found.c.person_id).distinct().subquery()
    rows = s.execute(
        select(
            Membership.group_id,
            func.count(distinct(Membership.person_id)),
            func.count(distinct(case((Person.sex == Sex.FEMALE, Person.id)))),
            func.count(distinct(trained.c.person_id)),
        )
        .join(Person, Person.id == Membership.person_id)
        .outerjoin(trained, trained.c.person_id == Membership.person_id)
        .where(Membership.until.is_(None))
        .group_by(Membership.group_id)
    )
    return {key: (members, women, came) for key, members, women, came in rows}


def _named(form: GroupForm) -> GroupForm:
    form = replace(form, name=tidy(form.name))
    if not form.name:
        raise TrainerError(_("A group needs a name."), "no_name")
    return form


def _above(s: Session, group_id: UUID) -> set[UUID]:
    """The group and every group that it is inside."""
    found: set[UUID] = set()
    here: UUID | None = group_id
    while here is not None and here not in found:
        found.add(here)
        row = s.get(Group, here)
        here = row.parent_id if row else None
    return found
