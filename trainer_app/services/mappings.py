"""How lists with certain headers were read before: remembered with the import, and proposed the next time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.records import ImportMapping
from trainer_app.domain.ids import derived_id
from trainer_app.domain.imports.columns import ColumnGuess, Proposal
from trainer_app.domain.imports.days import said_by
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.kinds import ListKind
from trainer_app.domain.people import folded

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Remembered:
    """The same list, read as it was on that day."""

    kind: ListKind
    proposal: Proposal
    used_on: date


def recall(s: Session, proposal: Proposal) -> Remembered | None:
    """How the columns were read when a list with the same headers was last taken in; None the first time."""
    keys = {_key(kind, proposal): kind for kind in ListKind} if _headers(proposal) else {}
    rows = s.scalars(select(ImportMapping).where(ImportMapping.id.in_(keys)).order_by(ImportMapping.used_on.desc()))
    row = rows.first()
    return Remembered(keys[row.id], _applied(proposal, row.columns), row.used_on) if row else None


def recall_for(s: Session, kind: ListKind, proposal: Proposal) -> Proposal:
    """The proposal as lists of this kind with the same headers were read before, or as it is."""
    row = s.get(ImportMapping, _key(kind, proposal)) if _headers(proposal) else None
    return _applied(proposal, row.columns) if row and not row.gone else proposal


def remember(s: Session, kind: ListKind, proposal: Proposal, today: date) -> None:
    headers = _headers(proposal)
    if not headers:
        return
    columns = {folded(c.header): str(c.field or "") for c in _told_apart(proposal)}
    put(s, ImportMapping, _key(kind, proposal), kind=str(kind), headers=headers, columns=columns, used_on=today)


def remembering(
    s: Session,
    kind: ListKind,
    proposal: Proposal,
    today: date,
    write: Callable[Concatenate[Session, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """`write`, and in the same change how the columns were read: taking the import back takes it back as well."""
    remember(s, kind, proposal, today)
    return write(s, *args, **kwargs)


def _applied(proposal: Proposal, decided: dict[str, str]) -> Proposal:
    known = {folded(c.header) for c in _told_apart(proposal)} & decided.keys()
    columns = (
        replace(c, field=Field(decided[name]) if decided[name] else None, sure=True)
        if (name := folded(c.header)) in known
        else c
        for c in proposal.columns
    )
    return replace(proposal, columns=tuple(columns))


def _headers(proposal: Proposal) -> list[str]:
    """The headers, folded, in their order. Days are left out: the next register has others."""
    return [folded(c.header) for c in _told_apart(proposal)]


def _told_apart(proposal: Proposal) -> list[ColumnGuess]:
    named = (
        [c for c in proposal.columns if c.header and not said_by(c.header)] if proposal.header_row is not None else []
    )
    times = [folded(c.header) for c in named]
    return [c for c in named if times.count(folded(c.header)) == 1]


def _key(kind: ListKind, proposal: Proposal) -> UUID:
    return derived_id("mapping", kind, "\n".join(_headers(proposal)))
