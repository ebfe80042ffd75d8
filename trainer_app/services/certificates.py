"""Certificates of a training: who gets one, giving it with a signature, and taking it back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import signing
from trainer_app.db.journal import INCLUDE_GONE, put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Certificate, Module, Person, Signer, Training
from trainer_app.domain import certificates as words
from trainer_app.domain.attendance import Register, RegisterLine
from trainer_app.domain.certificates import Sealed, Statement
from trainer_app.domain.certifying import (
    Attendance,
    BadgeLine,
    Batch,
    Candidate,
    CandidateList,
    Issued,
    LastTest,
    attendance_of,
    standing,
)
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import split_name
from trainer_app.domain.rules import Attended, Certified
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, _, ngettext
from trainer_app.services import attendance, office_keys, scores, trainings
from trainer_app.services.given_tests import tests_of
from trainer_app.services.office_keys import Office
from trainer_app.services.rules import rule


def candidates(s: Session, training_id: UUID, language: str, today: date) -> CandidateList:
    """Everybody on the register but those who lead, with what they attended and whether they get one."""
    register, asked = attendance.register(s, training_id, language), rule(s, Certified)
    kept, tests, given = rule(s, Attended), _tests(s, training_id), of_training(s, training_id)
    office, module = office_keys.own(s), _module(s, training_id)
    lines, to_come = [], sum(day.is_future(today) for day in register.days)
    for line in (line for line in register.lines if not line.leads):
        came, test, own = attendance_of(line, register.days, kept), tests.get(line.person_id), given.get(line.person_id)
        stale = own is not None and _differs(own, register, line, came, module, office)
        found = standing(came, test, asked, to_come)
        lines.append(Candidate(line.person_id, line.number, line.name, came, test, found, own, stale))
    return CandidateList(
        register.head,
        tuple(lines),
        asked,
        unmarked=sum(
            line.is_unmarked(column, day)
            for line in register.lines
            for column, day in enumerate(register.days)
            if not day.is_future(today)
        ),
        to_come=to_come,
    )


def issue(
    s: Session, training_id: UUID, person_ids: Collection[UUID], today: date, organiser: str = "", again: bool = False
) -> int:
    """Give these people their certificates, and tell how many are new.

    Who has one keeps it, with its number. Where the name or the attendance changed since, or it was withdrawn, only
    `again` signs it anew. Raises TrainerError for who does not get one, with nothing changed.
    """
    told = candidates(s, training_id, "en", today)
    wanted = [line for line in told.lines if line.person_id in set(person_ids)]
    _refuse(wanted, again)
    register, module = attendance.register(s, training_id, "en"), _module(s, training_id)
    office = office_keys.ready(s, office_name(s, training_id) or organiser, today)
    lines = {line.person_id: line for line in register.lines}
    new = [line for line in wanted if not line.is_certified or line.is_stale]
    for line in new:
        number = line.issued.statement.number if line.issued else words.new_number()
        said = _statement(register, lines[line.person_id], line.attendance, module, office.name, number, today)
        _keep(s, training_id, line.person_id, said, office)
    return len(new)


def withdraw(s: Session, certificate_ids: Iterable[UUID], reason: str, today: date) -> None:
    """Take certificates back: who checks one is told so from now on, and why."""
    why = words.composed(reason)
    if not why:
        raise TrainerError(_("Write why: whoever checks the certificate is told."), "no_reason")
    for key in certificate_ids:
        row = s.get_one(Certificate, key)
        row.withdrawn_on, row.withdrawn_reason = today, why


def forget(s: Session, training_id: UUID) -> None:
    """Take the certificates of a training away with it: of the sample, whose never certified anything."""
    for row in s.scalars(select(Certificate).where(Certificate.training_id == training_id)):
        take_away(row)


def of_training(s: Session, training_id: UUID) -> dict[UUID, Issued]:
    """Person > the certificate that they were given."""
    rows = s.scalars(select(Certificate).where(Certificate.training_id == training_id)).all()
    prints = _prints(s)
    return {row.person_id: _issued(row, prints) for row in rows}


def of_person(s: Session, person_id: UUID) -> tuple[Issued, ...]:
    """The latest first."""
    wanted = select(Certificate).where(Certificate.person_id == person_id)
    rows = s.scalars(wanted.order_by(Certificate.issued_on.desc(), Certificate.id)).all()
    prints = _prints(s) if rows else {}
    return tuple(_issued(row, prints) for row in rows)


def batch(s: Session, training_id: UUID, language: str, person_ids: Collection[UUID] | None = None) -> Batch:
    """The certificates that stand, in the order of the register; of all, or of these people."""
    head, given = trainings.head(s, training_id, language), of_training(s, training_id)
    register = attendance.register(s, training_id, language)
    order = [line.person_id for line in register.lines]
    wanted = [key for key in order if key in given and given[key].stands]
    return Batch(
        head,
        {code: trainings.head(s, training_id, code).title for code in LANGUAGES},
        tuple(given[key] for key in wanted if person_ids is None or key in person_ids),
        rule(s, Certified),
        _tests(s, training_id),
    )


def badges(s: Session, training_id: UUID) -> tuple[BadgeLine, ...]:
    """Everybody on the register who has not left, in the order of their numbers."""
    register = attendance.register(s, training_id, "en")
    there = [line for line in register.lines if line.left_on is None]
    rows = s.execute(
        select(Person.id, Person.family, Person.given).where(Person.id.in_([line.person_id for line in there]))
    )
    names = {key: (family, given) for key, family, given in rows.all()}
    return tuple(_badge(line, *names[line.person_id]) for line in there)


def office_name(s: Session, training_id: UUID) -> str:
    """Who gives the certificates: the organisation of the letterhead, else the organiser of the project."""
    head = trainings.head(s, training_id, "en")
    return head.letterhead.organisation or head.organiser


def _badge(line: RegisterLine, family: str, given: str) -> BadgeLine:
    if not (family and given):
        family, given = split_name(line.name)
    return BadgeLine(line.number, family, given, line.organisation)


def _refuse(wanted: Collection[Candidate], again: bool) -> None:
    if not wanted:
        raise TrainerError(_("Nobody was chosen."), "nobody")
    if refused := [line.name for line in wanted if not line.qualifies and not line.is_certified]:
        sentence = ngettext(
            "{names} does not get a certificate of this training: look at the reason in the list.",
            "{names} do not get a certificate of this training: look at the reasons in the list.",
            len(refused),
        )
        raise TrainerError(sentence.format(names=", ".join(refused)), "not_qualified")
    if taken := [line.name for line in wanted if line.issued and not line.issued.stands and not again]:
        sentence = _("The certificate of {names} was withdrawn. Issue it anew, or leave it out.")
        raise TrainerError(sentence.format(names=", ".join(taken)), "withdrawn")
    if changed := [line.name for line in wanted if line.is_stale and not again]:
        sentence = _("The name or the attendance of {names} changed since. Issue anew, or leave it out.")
        raise TrainerError(sentence.format(names=", ".join(changed)), "changed")
    if lost := [line.name for line in wanted if line.is_stale and not line.qualifies]:
        sentence = _("{names} would not get a certificate any more. Withdraw it, or leave it out.")
        raise TrainerError(sentence.format(names=", ".join(lost)), "not_qualified")


def _statement(
    register: Register,
    line: RegisterLine,
    came: Attendance,
    module: str,
    office: str,
    number: str,
    today: date,
) -> Statement:
    head = register.head
    return Statement(
        number=number,
        name=words.composed(line.name),
        training=head.code,
        module=words.composed(module),
        minutes=came.minutes,
        share=came.percent,
        first=head.first_day,
        last=head.last_day,
        issued=today,
        office=office,
        is_sample=head.is_sample,
    )


def _differs(
    own: Issued, register: Register, line: RegisterLine, came: Attendance, module: str, office: Office | None
) -> bool:
    """Only the office that signed it can have another name since: one of another office bears the name of that one."""
    said = own.statement
    is_ours = office is not None and own.sealed.fingerprint == office.fingerprint
    name = office.name if office is not None and is_ours else said.office
    return said.facts != _statement(register, line, came, module, name, said.number, said.issued).facts


def _keep(s: Session, training_id: UUID, person_id: UUID, said: Statement, office: Office) -> None:
    put(
        s,
        Certificate,
        derived_id("certificate", training_id, person_id),
        training_id=training_id,
        person_id=person_id,
        number=said.number,
        issued_on=said.issued,
        statement=said.text,
        signature=signing.written(office_keys.sign(s, office, said.text)),
        signer_id=office.id,
        withdrawn_on=None,
        withdrawn_reason="",
    )


def _issued(row: Certificate, prints: dict[UUID, str]) -> Issued:
    sealed = Sealed(row.statement, prints[row.signer_id], signing.unwritten(row.signature))
    said = words.read(row.statement)
    return Issued(row.id, row.person_id, said, sealed, row.withdrawn_on, row.withdrawn_reason)


def _prints(s: Session) -> dict[UUID, str]:
    """Signer > the fingerprint of its key; of those whose making was undone too."""
    rows = s.scalars(select(Signer).execution_options(**{INCLUDE_GONE: True}))
    return {row.id: office_keys.print_of(row.public) for row in rows}


def _module(s: Session, training_id: UUID) -> str:
    """Its code; the title of a training that has none."""
    row = s.get_one(Training, training_id)
    module = s.get(Module, row.module_id) if row.module_id else None
    return module.code if module else row.title


def _tests(s: Session, training_id: UUID) -> dict[UUID, LastTest]:
    """Person > the last test that they sat after the training, with what it asked."""
    given = tests_of(s, [training_id])[training_id]
    asked = {test.phase: test.pass_mark for test in given}
    return {
        last.person_id: LastTest(last.score, last.maximum, asked[last.phase])
        for last in scores.last_scores(s, [training_id], left=True)
    }
