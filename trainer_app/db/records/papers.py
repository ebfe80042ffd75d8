"""What papers bear besides their words: letterheads, logos, the columns of a donor, certificates and their keys."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, Record, reference


class Letterhead(Kept):
    """What stands above and below the papers of a project. Key: ("letterhead", project), or with nothing for all."""

    __tablename__ = "letterhead"

    project_id: Mapped[UUID | None] = mapped_column(reference("project.id"))
    title: Mapped[str] = mapped_column(default="")
    """Of the project, in the middle."""
    organisation: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    """Lines under the organisation's name on letters."""
    funding: Mapped[str] = mapped_column(default="")
    """The sentence on who pays: "Funded by the European Union"."""
    reference: Mapped[str] = mapped_column(default="")
    """What the reference of every paper begins with."""
    signatory: Mapped[str] = mapped_column(default="")
    function: Mapped[str] = mapped_column(default="")
    """Who signs certificates and letters for the office, and as what."""


class Logo(Kept):
    """A picture in a letterhead, already made small and safe: PNG, in base64, so that it travels like all else."""

    __tablename__ = "logo"

    letterhead_id: Mapped[UUID] = mapped_column(reference("letterhead.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    """What it shows, for those who do not see it: "European Union"."""
    is_donor: Mapped[bool] = mapped_column(default=True)
    is_eu: Mapped[bool] = mapped_column(default=False)
    """The EU emblem is at least as prominent as any other, and bears its sentence."""
    picture: Mapped[str]


class ListForm(Kept):
    """How one donor wants one list: columns, their order, the paper. Key: ("list-form", document, name)."""

    __tablename__ = "list_form"

    document: Mapped[str]
    name: Mapped[str]
    """Of the donor."""
    columns: Mapped[list[Any]]
    options: Mapped[dict[str, Any]]
    used_on: Mapped[date | None]


class Certificate(Kept):
    """That somebody attended, as it was signed. Key: ("certificate", training, person)."""

    __tablename__ = "certificate"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    number: Mapped[str] = mapped_column(index=True)
    """Random: from one nobody guesses another."""
    issued_on: Mapped[date]
    statement: Mapped[str]
    """What was signed, word for word."""
    signature: Mapped[str]
    """Ed25519, in base64url."""
    signer_id: Mapped[UUID] = mapped_column(reference("signer.id"))
    withdrawn_on: Mapped[date | None]
    withdrawn_reason: Mapped[str] = mapped_column(default="")


class Signer(Kept):
    """The public half of an office's key, which every laptop of the programme may know."""

    __tablename__ = "signer"

    public: Mapped[str]
    """Ed25519, 32 bytes in base64url."""
    office: Mapped[str]
    made_on: Mapped[date]
    retired_on: Mapped[date | None]


class OfficeKey(Record):
    """The private half. It is no Kept record: no journal follows it, no exchange takes it along."""

    __tablename__ = "office_key"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    signer_id: Mapped[UUID]
    private: Mapped[str]
