"""How long somebody belongs to a group, and in which role: corrected, ended, and never lost by ending."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Group, Membership, Person
from trainer_app.domain.groups import MembershipForm, Role
from trainer_app.domain.ids import derived_id
from trainer_app.services.organisations import refuse_days


def form(s: Session, membership_id: UUID) -> MembershipForm:
    row = s.get_one(Membership, membership_id)
    person, group = s.get_one(Person, row.person_id), s.get_one(Group, row.group_id)
    return MembershipForm(person.name, group.name, Role(row.role), row.since, row.until)


def edit(s: Session, membership_id: UUID, role: Role, since: date | None, until: date | None) -> None:
    """Correct role and days. Another role or first day is another fact, so it is kept under another key."""
    refuse_days(since, until)
    row = s.get_one(Membership, membership_id)
    key = derived_id("membership", row.person_id, row.group_id, role, since or "")
    same = row.role == role and row.since == since
    if same:
        row.until = until
        return
    take_away(row)
    elected = row.election_id if row.role == role else None
    values = {"person_id": row.person_id, "group_id": row.group_id, "role": role, "since": since, "until": until}
    put(s, Membership, key, **values, election_id=elected)


def end(s: Session, membership_id: UUID, day: date) -> None:
    """The person left the group on that day: the membership stays in the history of both."""
    row = s.get_one(Membership, membership_id)
    refuse_days(row.since, day)
    row.until = day
