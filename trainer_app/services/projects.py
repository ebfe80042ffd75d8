"""The projects that work is done for."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Project
from trainer_app.domain.people import folded
from trainer_app.errors import TrainerError
from trainer_app.i18n import _


def one(s: Session, ref: str) -> UUID:
    """The project that a key or a name stands for. Raises TrainerError."""
    wanted, key = folded(ref), ref.strip().lower()
    rows = s.execute(select(Project.id, Project.name).order_by(Project.name, Project.id)).all()
    found: list[UUID] = [row.id for row in rows if key == str(row.id) or wanted == folded(row.name)]
    if not found:
        raise TrainerError(_("Nothing is called {name}.").format(name=ref), "not_found")
    if len(found) > 1:
        raise TrainerError(_("Several are called {name}: use the key.").format(name=ref), "ambiguous")
    return found[0]
