"""Groups and who belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, distinct, func, select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Election, Group, Membership, Person, Training
from trainer_app.domain.groups import (
    RANK,
    GroupCard,
    GroupForm,
    GroupKind,
    GroupLine,
    InsideLine,
    MemberLine,
    Role,
    RoleLine,
)
from trainer_app.domain.ids import derived_id, new_id
from trainer_app.domain.people import PersonForm, Sex, folded
from trainer_app.domain.rules import Attended
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, screen
from trainer_app.services import codes, coverage, people, places, refs
from trainer_app.services.organisations import has_ended
from trainer_app.services.rules import rule

FIELDS = (
    "name",
    "kind",
    "place_id",
    "parent_id",
    "formed_by_itself",
    "formed_on",
    "value_chain",
    "occupation",
    "note",
)
SEARCHED = ("name", "code", "value_chain", "occupation")
FEW = 40  # groups about whom it is quicker to ask one by one than to count everybody


def groups(s: Session, search: str = "", kind: GroupKind | None = None, counted: bool = True) -> tuple[GroupLine, ...]:
    """Groups in name order; each word of `search` begins a word of the name, the code, the value chain or the
    occupation, accents aside. Who only wants the names need not have the members `counted`."""
    wanted = select(Group).order_by(func.lower(Group.name), Group.id)
    rows = s.scalars(wanted.where(Group.kind == kind) if kind else wanted).all()
    return _lines(s, [row for row in rows if fits(row, search)], counted)


def fits(row: Group, search: str) -> bool:
    text = " ".join(getattr(row, name) for name in SEARCHED)
    return all(_begins(word, text) for word in folded(search).split())


def card(s: Session, group_id: UUID) -> GroupCard:
    row = s.get_one(Group, group_id)
    form = GroupForm(**{name: getattr(row, name) for name in FIELDS})
    parent = s.get(Group, row.parent_id) if row.parent_id else None
    past = roles(s, group_id)
    return GroupCard(
        row.id,
        row.code,
        form,
        places.path(s, row.place_id),
        parent.name if parent else "",
        members(s, group_id),
        _former(past),
        tuple(line for line in past if line.role is not Role.MEMBER),
        _inside(s, group_id),
    )


def members(s: Session, group_id: UUID) -> tuple[MemberLine, ...]:
    """Those who belong to the group now, each once: officers first, from the president on, then by name."""
    rows = s.execute(
        select(Membership, Person)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.group_id == group_id, Membership.until.is_(None))
        .order_by(func.lower(Person.name))
    ).all()
    held: dict[UUID, list[Membership]] = {}
    for row, person in rows:
        held.setdefault(person.id, []).append(row)
    people_here = {person.id: person for _, person in rows}
    lines = [_member(people_here[key], sorted(found, key=_rank)) for key, found in held.items()]
    return tuple(sorted(lines, key=lambda line: RANK.index(line.role)))


def roles(s: Session, group_id: UUID) -> tuple[RoleLine, ...]:
    """Every role that anybody has had in the group, the latest first."""
    rows = s.execute(
        select(Membership, Person.name, Person.sex)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.group_id == group_id)
        .order_by(func.lower(Person.name))
    )
    lines = [role_line(row, name, sex) for row, name, sex in rows]
    return tuple(sorted(lines, key=lambda line: (line.until or date.max, line.since or date.min), reverse=True))


def role_line(row: Membership, name: str, sex: Sex) -> RoleLine:
    return RoleLine(row.id, row.person_id, name, sex, row.role, row.since, row.until, row.election_id)


def add(s: Session, form: GroupForm, project_id: UUID | None = None) -> UUID:
    form = _named(form)
    row = Group(
        code=codes.for_training_or_group(s), project_id=project_id, **{name: getattr(form, name) for name in FIELDS}
    )
    s.add(row)
    return row.id


def add_all(s: Session, forms: Iterable[GroupForm]) -> list[UUID]:
    """Many new groups at once, in the order given."""
    named = [_named(form) for form in forms]
    keys = [new_id() for _ in named]
    rows = zip(keys, codes.for_groups(s), named, strict=False)
    bulk.add_all(
        s, Group, ({"id": key, "code": code} | {f: getattr(form, f) for f in FIELDS} for key, code, form in rows)
    )
    return keys


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
    found = groups(s, counted=False)
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
    for kind in (Membership, Election):
        for row in s.scalars(select(kind).where(kind.group_id == group_id)):
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
    while (before := s.get(Membership, key)) is not None and has_ended(before):
        since = before.until  # who comes back begins anew: each time before is kept
        key = derived_id("membership", person_id, group_id, role, since)
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
    """Take somebody out who never belonged to the group: nothing is kept but the history of changes."""
    row = s.get_one(Membership, membership_id)
    for held in _held_now(s, row.group_id, row.person_id):
        take_away(held)


def leave(s: Session, membership_id: UUID, day: date) -> None:
    """Somebody left the group on a day: that they belonged to it, and in which roles, is kept."""
    row = s.get_one(Membership, membership_id)
    held = _held_now(s, row.group_id, row.person_id)
    if any(one.since is not None and one.since > day for one in held):
        since = max(one.since for one in held if one.since is not None)
        words = _("This is before the role began, on {date}.")
        raise TrainerError(words.format(date=screen().date(since)), "left_before_joining")
    for one in held:
        one.until = day


def come_back(s: Session, membership_id: UUID) -> None:
    """The day on which somebody left was a mistake: they belong to the group as before."""
    row = s.get_one(Membership, membership_id)
    left = row.until
    same = select(Membership).where(
        Membership.group_id == row.group_id, Membership.person_id == row.person_id, Membership.until == left
    )
    for held in s.scalars(same):
        held.until = None


def set_role(s: Session, membership_id: UUID, role: Role) -> None:
    """Correct a role. With a day on which it changed, `change_role` keeps the one before."""
    row = s.get_one(Membership, membership_id)
    if row.role != role:
        take_away(row)
        add_member(s, row.group_id, row.person_id, role, row.since)


def change_role(s: Session, membership_id: UUID, role: Role, day: date) -> None:
    """From this day on somebody has another role; the one before is kept with its end."""
    row = s.get_one(Membership, membership_id)
    if row.role == role:
        return
    if row.since is not None and row.since >= day:
        set_role(s, membership_id, role)
        return
    if row.role is not Role.MEMBER:  # who gets a seat goes on belonging to the group
        row.until = day
    s.flush()
    add_member(s, row.group_id, row.person_id, role, day)


def _held_now(s: Session, group_id: UUID, person_id: UUID) -> list[Membership]:
    wanted = select(Membership).where(
        Membership.group_id == group_id, Membership.person_id == person_id, Membership.until.is_(None)
    )
    return list(s.scalars(wanted))


def _rank(row: Membership) -> int:
    return RANK.index(row.role)


def _member(person: Person, held: list[Membership]) -> MemberLine:
    first, told = held[0], tuple(row.role for row in held)
    return MemberLine(
        first.id, person.id, person.code, person.name, person.sex, person.phone, first.role, first.since, told
    )


def _former(past: Iterable[RoleLine]) -> tuple[RoleLine, ...]:
    """The latest role of each who has none any more."""
    latest: dict[UUID, RoleLine] = {}
    for line in past:
        latest.setdefault(line.person_id, line)
    return tuple(line for line in latest.values() if line.until is not None)


def _inside(s: Session, group_id: UUID) -> tuple[InsideLine, ...]:
    rows = s.execute(
        select(Group.id, Group.name, Group.kind, func.count(distinct(Membership.person_id)), Group.formed_by_itself)
        .outerjoin(Membership, and_(Membership.group_id == Group.id, Membership.until.is_(None)))
        .where(Group.parent_id == group_id)
        .group_by(Group.id)
        .order_by(func.lower(Group.name))
    )
    return tuple(InsideLine(*row) for row in rows)


def one(s: Session, ref: str) -> UUID:
    """The group that a key, a code, or a name that fits one only stands for. Raises TrainerError."""

    def search() -> list[UUID]:
        same = list(s.scalars(select(Group.id).where(func.lower(Group.name) == ref.lower())))
        return same or [found.id for found in groups(s, ref, counted=False)]

    return refs.one(s, Group, ref, search)


def _begins(word: str, text: str) -> bool:
    return any(part.startswith(word) for part in folded(text).split())


def _lines(s: Session, rows: Iterable[Group], counted: bool = True) -> tuple[GroupLine, ...]:
    rows = tuple(rows)
    where = places.paths(s, [row.place_id for row in rows])
    counts = _counts(s, [row.id for row in rows]) if counted else {}
    return tuple(
        GroupLine(row.id, row.code, row.name, row.kind, where[row.place_id], *counts.get(row.id, (0, 0, 0)))
        for row in rows
    )


def _counts(s: Session, keys: list[UUID]) -> dict[UUID, tuple[int, int, int]]:
    """Group > (members, women among them, members who were trained); of each group by itself."""
    few = keys if len(keys) <= FEW else None
    trained = coverage.trained(s, rule(s, Attended), of_groups=few) if keys else {}
    wanted = (
        select(Membership.group_id, Membership.person_id, Person.sex)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.until.is_(None))
        .distinct()
    )
    found: dict[UUID, tuple[int, int, int]] = {}
    for group, person, sex in s.execute(wanted.where(Membership.group_id.in_(few)) if few is not None else wanted):
        members, women, came = found.get(group, (0, 0, 0))
        found[group] = (members + 1, women + (sex is Sex.FEMALE), came + (person in trained))
    return found


def _named(form: GroupForm) -> GroupForm:
    form = replace(
        form,
        name=tidy(form.name),
        value_chain=tidy(form.value_chain),
        occupation=tidy(form.occupation),
        note=form.note.strip(),
    )
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
