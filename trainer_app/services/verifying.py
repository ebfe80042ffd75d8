"""Checking a certificate: with the keys that this programme knows, or with one that was brought along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import Certificate
from trainer_app.domain import certificates
from trainer_app.domain.certificates import NoStatement, Sealed, Statement
from trainer_app.domain.verifying import Checked, PageRead, Verdict
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import office_keys

NOTHING = Checked(Verdict.NOT_A_CERTIFICATE)
PICTURE = Checked(Verdict.NOT_READ)
"""A page without a word, whose square nothing here could read: a scan."""


def text(s: Session, words: str, key: str = "") -> Checked:
    """What a telephone read in the square of a certificate. `key` is a public key to trust and no other."""
    try:
        sealed = certificates.unsealed(words)
    except NoStatement:
        return NOTHING
    return _checked(s, sealed, _trusted(s, key))


def pages(s: Session, found: Iterable[PageRead], key: str = "") -> tuple[Checked, ...]:
    """Each page of a file, whose words have to say what was signed."""
    return tuple(_page(s, page, key) for page in found)


def _page(s: Session, page: PageRead, key: str) -> Checked:
    told = [text(s, words, key) for words in page.sealed] or [NOTHING if page.words.strip() else PICTURE]
    worst = next((one for one in told if not one.is_good), told[0])
    if worst.is_good and worst.statement and page.words.strip():
        lost = certificates.missing(worst.statement, page.words)
        if lost:
            worst = replace(worst, verdict=Verdict.ALTERED, missing=lost)
    return replace(worst, page=page.number)


def _trusted(s: Session, key: str) -> dict[str, str]:
    """Fingerprint > public key. Raises TrainerError where the one brought along is none."""
    if not key.strip():
        return {office.fingerprint: office.public for office in office_keys.known(s)}
    try:
        return {office_keys.print_of(key): key.strip()}
    except ValueError as error:
        raise TrainerError(_("This is not the public key of an office: it has 43 signs."), "bad_key") from error


def _checked(s: Session, sealed: Sealed, trusted: dict[str, str]) -> Checked:
    said = _read(sealed.statement)
    public = trusted.get(sealed.fingerprint)
    if public is None:
        return Checked(Verdict.UNKNOWN_OFFICE, said, sealed.fingerprint)
    if said is None or not office_keys.is_signed(public, sealed.signature, sealed.statement):
        return Checked(Verdict.ALTERED, said, sealed.fingerprint)
    if said.is_sample:
        return Checked(Verdict.SAMPLE, said, sealed.fingerprint)
    return _listed(s, said, sealed)


def _read(words: str) -> Statement | None:
    try:
        return certificates.read(words)
    except NoStatement:
        return None


def _listed(s: Session, said: Statement, sealed: Sealed) -> Checked:
    """Signed as it should be: whether it still stands, as far as this data folder knows.

    Where two entries of a person became one, the row that it had before is hidden and bears the same number.
    """
    wanted = select(Certificate).where(Certificate.number == said.number).order_by(Certificate.gone)
    row = s.scalars(wanted.execution_options(**{INCLUDE_GONE: True})).first()
    if row is None:
        return Checked(Verdict.GENUINE, said, sealed.fingerprint)
    if row.gone or row.withdrawn_on is not None:
        return Checked(Verdict.WITHDRAWN, said, sealed.fingerprint, True, row.withdrawn_on, row.withdrawn_reason)
    if row.statement != sealed.statement:
        return Checked(Verdict.REPLACED, said, sealed.fingerprint, True, row.issued_on)
    return Checked(Verdict.GENUINE, said, sealed.fingerprint, True)
