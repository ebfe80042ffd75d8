"""What the form of a person answers, and how a new person is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from trainer_app.domain.groups import Role
from trainer_app.domain.people import PersonForm
from trainer_app.i18n import N_, label
from trainer_app.services import groups, people
from trainer_app.ui.widgets.date_field import read_date

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

OLDEST = 1900


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """What was typed, and the group to put the person in; or `existing`, the person it turned out to be."""

    form: PersonForm
    group_id: UUID | None = None
    role: Role = Role.MEMBER
    existing: UUID | None = None


def write_new(work: Work, answer: PersonAnswer) -> UUID:
    """Write the new person of an answer, in the group of the answer."""
    done = label(N_("Add {name}"), name=answer.form.name)
    if answer.group_id is None:
        return work.change(done, people.add, answer.form)
    return work.change(done, groups.add_new_member, answer.group_id, answer.form, answer.role)


def read_birth(text: str, today: date) -> tuple[int | None, date | None]:
    """`1994` is a year, `05/03/1994` a day; nothing is neither. Raises ValueError."""
    text = text.strip()
    if not text:
        return None, None
    is_year = text.isdecimal() and len(text) == 4
    day = None if is_year else read_date(text, today)
    year = day.year if day else int(text)
    if not OLDEST <= year <= today.year or (day and day > today):
        raise ValueError(text)
    return (None, day) if day else (year, None)
