"""What people agreed to: written down for one, or for all who signed a list, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked, put
from trainer_app.db.records import Consent, Enrolment, Mark, Person, TrainingSession
from trainer_app.domain import consent
from trainer_app.domain.consent import (
    LIST_VERSION,
    NOT_ASKED,
    TEXT_VERSION,
    Consented,
    ConsentForm,
    ConsentLine,
    ConsentState,
    ConsentText,
    ConsentWay,
    SignedList,
)
from trainer_app.domain.ids import derived_id, new_id
from trainer_app.domain.statuses import SEEN
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.paths import resources


def text(language: str, version: str = TEXT_VERSION) -> ConsentText:
    """The words that are read to people. Older versions stay, so that one can read what somebody agreed to."""
    words = (resources() / "consent" / version / f"{language}.md").read_text("utf-8").splitlines()
    title, *sentences = (line.strip() for line in words if line.strip())
    return ConsentText(language, version, title.removeprefix("# "), tuple(sentences))


def give(s: Session, person_id: UUID, form: ConsentForm, today: date) -> UUID:
    """Write down that a person agreed. Refused for a day that has not come."""
    refuse_future(form.given_on, today)
    key = derived_id("consent", person_id, form.given_on, form.way)
    before = s.scalars(select(Consent).where(Consent.id == key)).first()
    if before is not None and before.withdrawn_on is not None:
        key = new_id()  # agreed again on the day on which it was taken back: both stay
    values = {name: getattr(form, name) for name in ("given_on", "way", "language", "text_version", "note")}
    return put(s, Consent, key, person_id=person_id, withdrawn_on=None, **values).id


def give_all(s: Session, person_ids: Iterable[UUID], form: ConsentForm, today: date) -> None:
    """The same for several persons."""
    for person_id in person_ids:
        give(s, person_id, form, today)


def withdraw(s: Session, person_id: UUID, day: date, today: date, note: str = "") -> None:
    """The person takes back whatever they agreed to until then."""
    refuse_future(day, today)
    standing = [row for row in _rows(s, [person_id]) if row.withdrawn_on is None]
    if not standing:
        raise TrainerError(_("This person has agreed to nothing that could be taken back."), "nothing_agreed")
    if any(row.given_on > day for row in standing):
        raise TrainerError(_("It cannot be taken back before it was given."), "days")
    for row in standing:
        row.withdrawn_on = day
        row.note = " · ".join(part for part in (row.note, note.strip()) if part)


def of(s: Session, person_id: UUID) -> tuple[ConsentLine, ...]:
    """All that is written down for a person, the latest first."""
    return tuple(_line(row) for row in _rows(s, [person_id]))


def states(s: Session, person_ids: list[UUID]) -> Mapping[UUID, Consented]:
    """Person > how it stands today, of those who were ever asked."""
    told: dict[UUID, list[ConsentLine]] = {}
    for part in chunked(person_ids):
        for row in _rows(s, part):
            told.setdefault(row.person_id, []).append(_line(row))
    return {key: consent.standing(tuple(lines)) for key, lines in told.items()}


def narrowed(state: ConsentState) -> ColumnElement[bool]:
    """The persons with whom it stands like this, as a list of people asks for them."""
    if state is ConsentState.NOT_ASKED:
        return Person.id.not_in(select(Consent.person_id))
    given = func.max(Consent.given_on).filter(Consent.withdrawn_on.is_(None))
    back = func.coalesce(func.max(Consent.withdrawn_on), date.min)
    agreed = select(Consent.person_id).group_by(Consent.person_id).having(given >= back)
    if state is ConsentState.AGREED:
        return Person.id.in_(agreed)
    return Person.id.in_(select(Consent.person_id).where(Consent.person_id.not_in(agreed)))


def signed_list(s: Session, training_id: UUID) -> SignedList:
    """Those on the register of a training who came, and how it stands with them.

    Whoever took it back is not asked through a list: that is a talk with the person.
    """
    rows = s.execute(
        select(Mark.person_id, func.min(TrainingSession.day))
        .join(TrainingSession, TrainingSession.id == Mark.session_id)
        .join(
            Enrolment,
            (Enrolment.training_id == TrainingSession.training_id) & (Enrolment.person_id == Mark.person_id),
        )
        .where(TrainingSession.training_id == training_id, Mark.status.in_(SEEN))
        .group_by(Mark.person_id)
    ).all()
    came = {key: day for key, day in rows}
    known = states(s, list(came))
    found = {state: [key for key in came if known.get(key, NOT_ASKED).state is state] for state in ConsentState}
    return SignedList(
        training_id,
        tuple(found[ConsentState.NOT_ASKED]),
        len(found[ConsentState.AGREED]),
        len(found[ConsentState.WITHDRAWN]),
        min(came.values(), default=None),
    )


def give_on_list(s: Session, training_id: UUID, day: date, language: str, today: date) -> int:
    """Write down that all who signed the list of a training agreed; how many that were."""
    found = signed_list(s, training_id)
    form = ConsentForm(day, ConsentWay.ON_LIST, language, LIST_VERSION)
    give_all(s, found.not_asked, form, today)
    return len(found.not_asked)


def refuse_future(day: date, today: date) -> None:
    if day > today:
        raise TrainerError(_("This day has not come yet."), "future")


def _rows(s: Session, person_ids: Iterable[UUID]) -> Sequence[Consent]:
    wanted = select(Consent).where(Consent.person_id.in_(list(person_ids)))
    return s.scalars(wanted.order_by(Consent.given_on.desc(), Consent.id.desc())).all()


def _line(row: Consent) -> ConsentLine:
    form = ConsentForm(row.given_on, row.way, row.language, row.text_version, row.note)
    return ConsentLine(row.id, form, row.withdrawn_on)
