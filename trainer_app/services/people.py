"""Persons: finding them, adding and correcting them, and what one of them has done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import chunked
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import (
    Candidate,
    Consent,
    Enrolment,
    Group,
    Invitation,
    Mark,
    Membership,
    NationalId,
    Observation,
    Person,
    Post,
    Sitting,
    TrainerProfile,
    Training,
    TrainingSession,
    TrainingTrainer,
    WaitingPlace,
)
from trainer_app.domain.consent import NOT_ASKED, ConsentState
from trainer_app.domain.ids import new_id
from trainer_app.domain.people import (
    AttendedTraining,
    MembershipLine,
    PersonCard,
    PersonForm,
    PersonLine,
    Sex,
    split_name,
)
from trainer_app.domain.rules import Attended
from trainer_app.domain.scores import Phase
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import attended, codes, consent, curriculum, likeness, places, refs
from trainer_app.services.person_search import are_many, filters, matches
from trainer_app.services.rules import rule

NEVER: tuple[int, int, date | None] = (0, 0, None)
ALIKE = 8  # persons proposed while one is typed
AT_ONCE = 1_000  # persons asked about in one question: SQLite takes a limited number of values in one
HANGING = (
    Membership,
    Enrolment,
    NationalId,
    Mark,
    Sitting,
    Observation,
    TrainingTrainer,
    Post,
    Consent,
    TrainerProfile,
    Candidate,
    WaitingPlace,
    Invitation,
)  # what goes with a person who is taken out
FIELDS = (
    "name",
    "family",
    "given",
    "sex",
    "birth_year",
    "birth_date",
    "phone",
    "occupation",
    "schooling",
    "language",
    "place_id",
    "village",
    "note",
)
TOLD = attrgetter(*FIELDS)


def people(
    s: Session,
    search: str = "",
    sex: Sex | None = None,
    group_id: UUID | None = None,
    limit: int | None = None,
    offset: int = 0,
    agreed: ConsentState | None = None,
) -> tuple[PersonLine, ...]:
    """Persons in name order. Each word of `search` begins a word of the name, code or phone, accents aside."""
    in_order = limit is not None and are_many(s, search)
    wanted = select(Person).where(*filters(search, sex, group_id, in_order, agreed))
    wanted = wanted.order_by(func.lower(Person.name), Person.id)
    return lines(s, s.scalars(wanted.limit(limit).offset(offset)).all())


def count_by_sex(
    s: Session,
    search: str = "",
    sex: Sex | None = None,
    group_id: UUID | None = None,
    agreed: ConsentState | None = None,
) -> dict[Sex, int]:
    """How many `people` would find, by sex."""
    narrowed = filters(search, sex, group_id, agreed=agreed)
    wanted = select(Person.sex, func.count(Person.id)).where(*narrowed).group_by(Person.sex)
    rows = {sex: count for sex, count in s.execute(wanted)}
    return {sex: rows.get(sex, 0) for sex in Sex}


def lines(s: Session, rows: Iterable[Person]) -> tuple[PersonLine, ...]:
    rows = tuple(rows)
    parts = (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
    return tuple(line for part in parts for line in _lines(s, part))


def _lines(s: Session, rows: tuple[Person, ...]) -> tuple[PersonLine, ...]:
    keys = [row.id for row in rows]
    where = places.paths(s, [row.place_id for row in rows])
    names, seen, cards = group_names(s, keys), _attendance(s, keys), card_numbers(s, keys)
    agreed = consent.states(s, keys)
    return tuple(
        PersonLine(
            row.id,
            row.code,
            row.name,
            row.sex,
            row.birth_date.year if row.birth_date else row.birth_year,
            row.phone,
            names.get(row.id, ""),
            where[row.place_id],
            attended=seen.get(row.id, NEVER)[0],
            sessions=seen.get(row.id, NEVER)[1],
            last_seen=seen.get(row.id, NEVER)[2],
            national_id=cards.get(row.id, ""),
            consent=agreed.get(row.id, NOT_ASKED),
        )
        for row in rows
    )


def some(s: Session, person_ids: Iterable[UUID]) -> dict[UUID, PersonLine]:
    """The lines of these persons, by key; those who were removed are left out."""
    rows = s.scalars(select(Person).where(Person.id.in_(set(person_ids)))).all()
    return {line.id: line for line in lines(s, rows)}


def card(s: Session, person_id: UUID, language: str) -> PersonCard:
    row = s.get_one(Person, person_id)
    return PersonCard(
        row.id,
        row.code,
        form(s, person_id),
        places.path(s, row.place_id),
        _memberships(s, person_id),
        _trainings(s, person_id, language),
    )


def find_card(s: Session, person_id: UUID, language: str) -> PersonCard | None:
    """The card, or None when the person was removed."""
    there = s.scalars(select(Person.id).where(Person.id == person_id)).first()
    return card(s, person_id, language) if there else None


def form(s: Session, person_id: UUID) -> PersonForm:
    row = s.get_one(Person, person_id)
    values = {name: getattr(row, name) for name in FIELDS}
    return PersonForm(**values, national_id=_card_number(s, person_id))


def add(s: Session, form: PersonForm, code: str | None = None, project_id: UUID | None = None) -> UUID:
    """A new person; family and given names are proposed from the name when they are not told."""
    person = Person(code=code or codes.for_person(s), project_id=project_id, **_columns(form))
    s.add(person)
    if form.national_id:
        s.add(NationalId(person_id=person.id, number=form.national_id))
    return person.id


def add_all(s: Session, forms: Iterable[PersonForm]) -> list[UUID]:
    """Many new persons at once, in the order given."""
    forms = list(forms)
    keys = [new_id() for _form in forms]
    numbered = zip(keys, codes.for_persons(s), forms, strict=False)
    bulk.add_all(s, Person, ({"id": key, "code": code} | _columns(form) for key, code, form in numbered))
    with_card = ((key, form.national_id) for key, form in zip(keys, forms, strict=True) if form.national_id)
    bulk.add_all(s, NationalId, ({"id": new_id(), "person_id": key, "number": card} for key, card in with_card))
    return keys


def edit(s: Session, person_id: UUID, form: PersonForm) -> None:
    row = s.get_one(Person, person_id)
    for name, value in _columns(form).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    if form.national_id and form.national_id != _card_number(s, person_id):
        s.add(NationalId(person_id=person_id, number=form.national_id))


def remove(s: Session, person_id: UUID) -> None:
    """Take a person out of the lists, with all that hangs on them; undo brings it back."""
    take_away(s.get_one(Person, person_id))
    for kind in HANGING:
        for row in s.scalars(select(kind).where(kind.person_id == person_id)):
            take_away(row)


def remove_all(s: Session, person_ids: Iterable[UUID]) -> None:
    for key in person_ids:
        remove(s, key)


def similar(s: Session, form: PersonForm) -> tuple[PersonLine, ...]:
    """Persons who may be the one of the form, the likest first: the same number, or a name that is written alike."""
    found = some(s, keys := likeness.like_form(s, form)[:ALIKE])
    return tuple(found[key] for key in keys if key in found)


def one(s: Session, ref: str) -> UUID:
    """The person that a key, a code, or a name that fits one only stands for. Raises TrainerError."""

    def search() -> list[UUID]:
        same = list(s.scalars(select(Person.id).where(func.lower(Person.name) == ref.lower()).limit(2)))
        return same or list(s.scalars(select(Person.id).where(matches(ref)).limit(2)))

    return refs.one(s, Person, ref, search)


def _columns(form: PersonForm) -> dict[str, Any]:
    """What the record holds of the form."""
    name = tidy(form.name)
    if not name:
        raise TrainerError(_("A person needs a name."), "no_name")
    told = dict(zip(FIELDS, TOLD(form), strict=True)) | {"name": name}
    if not form.family and not form.given:
        told["family"], told["given"] = split_name(name)
    return told


def _card_number(s: Session, person_id: UUID) -> str:
    return card_numbers(s, [person_id]).get(person_id, "")


def card_numbers(s: Session, person_ids: list[UUID]) -> dict[UUID, str]:
    """Person > number of the latest card, of those who have one."""
    found: dict[UUID, str] = {}
    for part in chunked(person_ids):
        wanted = select(NationalId.person_id, NationalId.number).where(NationalId.person_id.in_(part))
        found |= {person: number for person, number in s.execute(wanted.order_by(NationalId.id))}
    return found


def group_names(s: Session, person_ids: list[UUID]) -> dict[UUID, str]:
    """Person > names of the groups, of those who belong to any."""
    names: dict[UUID, dict[str, None]] = {}
    for part in chunked(person_ids):
        rows = s.execute(
            select(Membership.person_id, Group.name)
            .join(Group, Group.id == Membership.group_id)
            .where(Membership.person_id.in_(part), Membership.until.is_(None))
            .order_by(Group.name)
        )
        for key, name in rows:
            names.setdefault(key, {})[name] = None
    return {key: ", ".join(found) for key, found in names.items()}


def _attendance(s: Session, keys: list[UUID]) -> dict[UUID, tuple[int, int, date | None]]:
    """Person > (sessions attended, sessions expected of them, last day seen)."""
    kept = rule(s, Attended)
    came = attended.came(kept)
    last = func.max(case((came, TrainingSession.day)))
    counts = attended.count(came), attended.count(attended.expected(kept))
    wanted = attended.of_register(select(Mark.person_id, *counts, last))
    rows = s.execute(wanted.where(Mark.person_id.in_(keys)).group_by(Mark.person_id))
    return {key: (came, expected, last) for key, came, expected, last in rows}


def _memberships(s: Session, person_id: UUID) -> tuple[MembershipLine, ...]:
    rows = s.execute(
        select(Membership, Group.name)
        .join(Group, Group.id == Membership.group_id)
        .where(Membership.person_id == person_id)
        .order_by(Membership.since, Group.name)
    )
    return tuple(MembershipLine(row.id, row.group_id, name, row.role, row.since, row.until) for row, name in rows)


def _trainings(s: Session, person_id: UUID, language: str) -> tuple[AttendedTraining, ...]:
    mine = and_(Mark.session_id == TrainingSession.id, Mark.person_id == person_id)
    rows = s.execute(
        select(
            Training.id,
            Training.code,
            Training.title,
            Training.module_id,
            func.min(TrainingSession.day),
            attended.count(attended.came(rule(s, Attended))),
            func.count(TrainingSession.id),
        )
        .join(Enrolment, Enrolment.training_id == Training.id)
        .join(TrainingSession, TrainingSession.training_id == Training.id)
        .outerjoin(Mark, mine)
        .where(Enrolment.person_id == person_id, TrainingSession.cut.is_(False))
        .group_by(Training.id)
        .order_by(func.min(TrainingSession.day).desc())
    ).all()
    titles = curriculum.titles(s, [row.module_id for row in rows], language)
    scores = _scores(s, person_id)
    return tuple(
        AttendedTraining(
            key,
            code,
            titles[module_id] or title,
            first_day,
            came,
            sessions,
            scores.get((key, Phase.PRE)),
            scores.get((key, Phase.POST)),
        )
        for key, code, title, module_id, first_day, came, sessions in rows
    )


def _scores(s: Session, person_id: UUID) -> dict[tuple[UUID, Phase], float | None]:
    rows = s.execute(select(Sitting.training_id, Sitting.phase, Sitting.score).where(Sitting.person_id == person_id))
    return {(training, phase): score for training, phase, score in rows}
