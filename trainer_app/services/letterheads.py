"""The letterhead of a project, or the one for all papers of the office: read by every paper, asked once."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Letterhead as Row
from trainer_app.db.records import Logo, Project
from trainer_app.domain.ids import derived_id, new_id
from trainer_app.domain.letterheads import MOST_LOGOS, NONE, Letterhead, LogoPicture
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _


def of(s: Session, project_id: UUID | None = None) -> Letterhead:
    """What the papers of a project bear: its own letterhead, else the one for all."""
    keys = [_key(None), *([_key(project_id)] if project_id else [])]
    found = {row.id: row for row in s.scalars(select(Row).where(Row.id.in_(keys)))}
    row = found.get(keys[-1]) or found.get(keys[0])
    return _value(s, row) if row else NONE


def organiser(s: Session, fallback: str = "") -> str:
    """Who calls, on papers and on the telephone. An office that has no letterhead yet may have said it before."""
    return of(s).organisation or fallback


def own(s: Session, project_id: UUID | None = None) -> Letterhead:
    """The letterhead to be edited: of the project itself, or the one for all."""
    row = s.scalars(select(Row).where(Row.id == _key(project_id))).first()
    return _value(s, row) if row else NONE


def keep(s: Session, letterhead: Letterhead, project_id: UUID | None = None) -> None:
    """As it was written, with its logos in their order. An empty one takes it away. Raises TrainerError."""
    if len(letterhead.logos) > MOST_LOGOS:
        raise TrainerError(_("A letterhead holds at most {most} logos.").format(most=MOST_LOGOS), "too_many_logos")
    key = _key(project_id)
    _keep_logos(s, key, letterhead.logos)
    if letterhead.is_empty:
        if row := s.scalars(select(Row).where(Row.id == key)).first():
            take_away(row)
        return
    put(
        s,
        Row,
        key,
        project_id=project_id,
        title=tidy(letterhead.title),
        organisation=tidy(letterhead.organisation),
        address="\n".join(filter(None, map(tidy, letterhead.address.splitlines()))),
        funding=tidy(letterhead.funding),
        reference=tidy(letterhead.reference),
        signatory=tidy(letterhead.signatory),
        function=tidy(letterhead.function),
    )


def keep_all(s: Session, drafts: Mapping[UUID | None, Letterhead]) -> None:
    """Several of them as one gesture."""
    for project_id, letterhead in drafts.items():
        keep(s, letterhead, project_id)


def projects(s: Session) -> list[tuple[UUID, str]]:
    """Those that may have a letterhead of their own, by name."""
    rows = s.execute(select(Project.id, Project.name).order_by(Project.name, Project.id))
    return [(key, name) for key, name in rows]


def _keep_logos(s: Session, key: UUID, logos: tuple[LogoPicture, ...]) -> None:
    """What is no longer among them goes; the others keep their keys, so that another laptop sees the same logo."""
    kept = {logo.id for logo in logos}
    for row in _logos(s, key):
        if row.id not in kept:
            take_away(row)
    for position, logo in enumerate(logos):
        put(
            s,
            Logo,
            logo.id or new_id(),
            letterhead_id=key,
            position=position,
            name=tidy(logo.name),
            is_donor=logo.is_donor,
            is_eu=logo.is_eu,
            picture=b64encode(logo.png).decode(),
        )


def _value(s: Session, row: Row) -> Letterhead:
    return Letterhead(
        title=row.title,
        organisation=row.organisation,
        address=row.address,
        funding=row.funding,
        reference=row.reference,
        signatory=row.signatory,
        function=row.function,
        logos=tuple(
            LogoPicture(logo.name, b64decode(logo.picture), logo.is_donor, logo.is_eu, logo.id)
            for logo in _logos(s, row.id)
        ),
    )


def _logos(s: Session, key: UUID) -> list[Logo]:
    return list(s.scalars(select(Logo).where(Logo.letterhead_id == key).order_by(Logo.position, Logo.id)))


def _key(project_id: UUID | None) -> UUID:
    return derived_id("letterhead", *([project_id] if project_id else []))
