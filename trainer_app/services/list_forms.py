"""The forms that donors ask lists in: kept once, found by the name of the donor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Group, Membership, Person, Place
from trainer_app.db.records import ListForm as Row
from trainer_app.domain.attendance import Register
from trainer_app.domain.groups import RANK
from trainer_app.domain.ids import derived_id
from trainer_app.domain.list_forms import USUAL, USUAL_PEOPLE, Details, ListForm, kept, parted
from trainer_app.domain.people import folded
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

MOST_AT_ONCE = 500


def forms(s: Session, document: str) -> tuple[ListForm, ...]:
    """Those of one list, by the name of the donor."""
    rows = s.scalars(select(Row).where(Row.document == document))
    found = (kept(document, row.name, row.columns, row.options) for row in rows)
    return tuple(sorted(found, key=lambda form: folded(form.name)))


def one(s: Session, document: str, name: str) -> ListForm:
    """The form of this donor; the usual one for no name. Raises TrainerError."""
    if not name:
        return USUAL if document == USUAL.document else USUAL_PEOPLE
    for form in forms(s, document):
        if folded(form.name) == folded(name):
            return form
    names = ", ".join(form.name for form in forms(s, document)) or "–"
    raise TrainerError(_("No form is called {name}. There are: {names}.").format(name=name, names=names), "not_found")


def keep(s: Session, form: ListForm, today: date, before: str = "") -> None:
    """As it was filled in; `before` is the name it had. Raises TrainerError."""
    name = tidy(form.name)
    if not name:
        raise TrainerError(_("Write who asks for the list in this form."), "no_name")
    if not form.columns:
        raise TrainerError(_("Choose at least one column."), "no_columns")
    if before and folded(before) != folded(name):
        remove(s, form.document, before)
    values = {"columns": [column.value for column in form.columns], "options": form.options(), "used_on": today}
    put(s, Row, _key(form.document, name), document=form.document, name=name, **values)


def remove(s: Session, document: str, name: str) -> None:
    if row := s.scalars(select(Row).where(Row.id == _key(document, name))).first():
        take_away(row)


def detailed(s: Session, register: Register, form: ListForm) -> Register:
    """The register with what this form shows beyond the usual columns."""
    if not form.needs_details:
        return register
    return replace(register, details=details(s, [line.person_id for line in register.lines]))


def details(s: Session, person_ids: Iterable[UUID]) -> Mapping[UUID, Details]:
    """What is known of each person."""
    keys, found = list(person_ids), {}
    for start in range(0, len(keys), MOST_AT_ONCE):
        some = keys[start : start + MOST_AT_ONCE]
        rows = s.scalars(select(Person).where(Person.id.in_(some))).all()
        places, roles = _places(s, {row.place_id for row in rows}), _roles(s, some)
        for row in rows:
            known = places.get(row.place_id, {}) if row.place_id else {}
            family, given = (row.family, row.given) if row.family or row.given else parted(row.name)
            found[row.id] = Details(
                family=family,
                given=given,
                birth_year=row.birth_date.year if row.birth_date else row.birth_year,
                occupation=row.occupation,
                role=roles.get(row.id, ""),
                district=known.get("district", ""),
                sector=known.get("sector", ""),
                cell=known.get("cell", ""),
            )
    return found


def _places(s: Session, place_ids: Iterable[UUID | None]) -> dict[UUID, dict[str, str]]:
    """Place > the name of each level from it outwards."""
    up, upper, top = aliased(Place), aliased(Place), aliased(Place)
    levels = (Place.level, Place.name, up.level, up.name, upper.level, upper.name, top.level, top.name)
    wanted = (
        select(Place.id, *levels)
        .outerjoin(up, up.id == Place.parent_id)
        .outerjoin(upper, upper.id == up.parent_id)
        .outerjoin(top, top.id == upper.parent_id)
        .where(Place.id.in_([key for key in place_ids if key]))
    )
    return {key: dict(zip(row[::2], row[1::2], strict=True)) for key, *row in s.execute(wanted)}


def _roles(s: Session, person_ids: list[UUID]) -> dict[UUID, str]:
    """The highest that each has now in any group."""
    held = s.execute(
        select(Membership.person_id, Membership.role)
        .join(Group, Group.id == Membership.group_id)
        .where(Membership.person_id.in_(person_ids), Membership.until.is_(None))
    ).all()
    by_rank = sorted(held, key=lambda row: RANK.index(row[1]), reverse=True)
    return {person: role.value for person, role in by_rank}


def _key(document: str, name: str) -> UUID:
    return derived_id("list-form", document, folded(name))
