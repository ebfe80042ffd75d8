"""The key of this office: made when its first certificate is signed. Other laptops know its public half only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import signing
from trainer_app.db.journal import put
from trainer_app.db.records import Device, OfficeKey, Signer
from trainer_app.domain.certificates import composed, fingerprint
from trainer_app.domain.ids import new_id


@dataclass(frozen=True, slots=True)
class Office:
    """One that signs: this one, or one that another laptop told of."""

    id: UUID
    name: str
    public: str
    """In base64url."""
    fingerprint: str
    made_on: date
    is_own: bool


def own(s: Session) -> Office | None:
    """This office, once it has a key."""
    return next((office for office in known(s) if office.is_own), None)


def known(s: Session) -> tuple[Office, ...]:
    """Every office of the programme whose key was heard of, this one first."""
    mine = set(s.scalars(select(OfficeKey.signer_id)))
    found = [_office(row, row.id in mine) for row in s.scalars(select(Signer).order_by(Signer.made_on, Signer.id))]
    return tuple(sorted(found, key=lambda office: not office.is_own))


def ready(s: Session, name: str, today: date) -> Office:
    """This office, with a key made for it when it has none yet. `name` is what certificates call it."""
    key = s.scalars(select(OfficeKey).order_by(OfficeKey.id)).first()
    if key is None:
        private = signing.new_private()
        key = OfficeKey(id=new_id(), signer_id=new_id(), private=signing.written(private))
        s.add(key)
    public = signing.written(signing.public_of(signing.unwritten(key.private)))
    row = s.get(Signer, key.signer_id)
    if row is None:  # new, or the gesture that made it was undone
        row = put(s, Signer, key.signer_id, public=public, office=_named(s, name), made_on=today, retired_on=None)
    return _office(row, is_own=True)


def rename(s: Session, name: str) -> None:
    """What certificates call this office from now on."""
    office = own(s)
    if office is not None:
        s.get_one(Signer, office.id).office = composed(name)


def sign(s: Session, office: Office, words: str) -> bytes:
    private = s.scalars(select(OfficeKey.private).where(OfficeKey.signer_id == office.id)).one()
    return signing.sign(signing.unwritten(private), words)


def is_signed(public: str, signature: bytes, words: str) -> bool:
    return signing.is_signed(signing.unwritten(public), signature, words)


def print_of(public: str) -> str:
    """The fingerprint of a public key. Raises ValueError when it is none."""
    key = signing.unwritten(public.strip())
    if len(key) != signing.BYTES:
        raise ValueError(public)
    return fingerprint(key)


def _office(row: Signer, is_own: bool) -> Office:
    return Office(row.id, row.office, row.public, print_of(row.public), row.made_on, is_own)


def _named(s: Session, name: str) -> str:
    return composed(name) or s.scalars(select(Device.letters).order_by(Device.id)).first() or ""
