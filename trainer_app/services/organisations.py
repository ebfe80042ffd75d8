"""Organisations beside the groups, and who holds which post in them, since when and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import Select, distinct, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Membership, Organisation, Person, Post
from trainer_app.domain.ids import derived_id
from trainer_app.domain.organisations import (
    OrganisationCard,
    OrganisationForm,
    OrganisationKind,
    OrganisationLine,
    PostForm,
    PostLine,
)
from trainer_app.domain.people import folded
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import places

FIELDS = ("name", "kind", "place_id", "phone", "note")
POST_FIELDS = ("person_id", "organisation_id", "duty", "title", "since", "until")


def organisations(s: Session, search: str = "", kind: OrganisationKind | None = None) -> tuple[OrganisationLine, ...]:
    """In name order; each word of `search` begins a word of the name or the place, accents aside."""
    wanted = select(Organisation).order_by(func.lower(Organisation.name), Organisation.id)
    rows = s.scalars(wanted.where(Organisation.kind == kind) if kind else wanted).all()
    words = folded(search).split()
    return tuple(line for line in _lines(s, rows) if all(_begins(word, f"{line.name} {line.place}") for word in words))


def find_card(s: Session, organisation_id: UUID) -> OrganisationCard | None:
    """The card, or None when the organisation was removed."""
    row = s.scalars(select(Organisation).where(Organisation.id == organisation_id)).first()
    if row is None:
        return None
    return OrganisationCard(row.id, form(s, row.id), places.path(s, row.place_id), posts(s, row.id))


def form(s: Session, organisation_id: UUID) -> OrganisationForm:
    row = s.get_one(Organisation, organisation_id)
    return OrganisationForm(**{name: getattr(row, name) for name in FIELDS})


def add(s: Session, form: OrganisationForm) -> UUID:
    form = _named(form)
    row = Organisation(**{name: getattr(form, name) for name in FIELDS})
    s.add(row)
    return row.id


def edit(s: Session, organisation_id: UUID, form: OrganisationForm) -> None:
    form = _named(form)
    row = s.get_one(Organisation, organisation_id)
    for name in FIELDS:
        if getattr(row, name) != getattr(form, name):
            setattr(row, name, getattr(form, name))


def remove(s: Session, organisation_id: UUID) -> None:
    """Take an organisation out of the lists. Refused while somebody holds, or held, a post in it."""
    if s.scalars(select(Post.id).where(Post.organisation_id == organisation_id).limit(1)).first():
        raise TrainerError(_("People have posts in this organisation. Remove the posts first."), "organisation_in_use")
    take_away(s.get_one(Organisation, organisation_id))


# ---- posts -----------------------------------------------------------------------------------------------------


def posts(s: Session, organisation_id: UUID) -> tuple[PostLine, ...]:
    """Of an organisation: those of today first, then those that have ended, the latest first."""
    return _posts(s, _post_rows().where(Post.organisation_id == organisation_id))


def posts_of(s: Session, person_id: UUID) -> tuple[PostLine, ...]:
    """Of a person, in the same order."""
    return _posts(s, _post_rows().where(Post.person_id == person_id))


def give_post(s: Session, form: PostForm) -> UUID:
    """The post; the same one again when the person has this duty there since that day already.

    Who had it before and has it again begins anew: each time before is kept.
    """
    _refuse_post(form)
    while (before := s.get(Post, _key(form))) is not None and _comes_after(form, before):
        form = replace(form, since=before.until)
    key = _key(form)
    return put(s, Post, key, **_columns(form)).id


def edit_post(s: Session, post_id: UUID, form: PostForm) -> None:
    """Correct a post. Another duty or first day is another fact, so it is kept under another key."""
    _refuse_post(form)
    key = _key(form)
    row = s.get_one(Post, post_id)
    if key != post_id:
        take_away(row)
    put(s, Post, key, **_columns(form))


def end_post(s: Session, post_id: UUID, day: date) -> None:
    """The person left it on that day: the post stays in the history."""
    row = s.get_one(Post, post_id)
    refuse_days(row.since, day)
    row.until = day


def remove_post(s: Session, post_id: UUID) -> None:
    """It was written down by mistake."""
    take_away(s.get_one(Post, post_id))


def refuse_days(since: date | None, until: date | None) -> None:
    if since is not None and until is not None and until < since:
        raise TrainerError(_("It ends before it begins."), "days")


def has_ended(row: Membership | Post) -> bool:
    """Whether it is over, and took longer than a day."""
    return not row.gone and row.until is not None and (row.since is None or row.until > row.since)


def _comes_after(form: PostForm, before: Post) -> bool:
    return has_ended(before) and (form.until is None or (before.until is not None and form.until > before.until))


def _key(form: PostForm) -> UUID:
    return derived_id("post", form.person_id, form.organisation_id, form.duty, form.since or "")


def _refuse_post(form: PostForm) -> None:
    refuse_days(form.since, form.until)


def _columns(form: PostForm) -> dict[str, object]:
    return {name: getattr(form, name) for name in POST_FIELDS} | {"title": tidy(form.title)}


def _post_rows() -> Select[Post, Person, str]:
    return (
        select(Post, Person, Organisation.name)
        .join(Person, Person.id == Post.person_id)
        .join(Organisation, Organisation.id == Post.organisation_id)
    )


def _posts(s: Session, wanted: Select[Post, Person, str]) -> tuple[PostLine, ...]:
    lines = [
        PostLine(
            row.id,
            PostForm(**{name: getattr(row, name) for name in POST_FIELDS}),
            person.name,
            person.phone,
            organisation,
        )
        for row, person, organisation in s.execute(wanted.order_by(func.lower(Person.name), Post.id))
    ]
    ended = sorted((line for line in lines if not line.is_held), key=_ended_on, reverse=True)
    return (*(line for line in lines if line.is_held), *ended)


def _ended_on(line: PostLine) -> date:
    return line.form.until or date.max


def _lines(s: Session, rows: Iterable[Organisation]) -> tuple[OrganisationLine, ...]:
    rows = tuple(rows)
    where = places.paths(s, [row.place_id for row in rows])
    held = select(Post.organisation_id, func.count(distinct(Post.person_id))).where(Post.until.is_(None))
    people = {key: count for key, count in s.execute(held.group_by(Post.organisation_id))}
    return tuple(
        OrganisationLine(row.id, row.name, row.kind, where[row.place_id], row.phone, people.get(row.id, 0))
        for row in rows
    )


def _begins(word: str, text: str) -> bool:
    return any(part.startswith(word) for part in folded(text).replace(",", " ").split())


def _named(form: OrganisationForm) -> OrganisationForm:
    form = replace(form, name=tidy(form.name), note=form.note.strip())
    if not form.name:
        raise TrainerError(_("An organisation needs a name."), "no_name")
    return form
