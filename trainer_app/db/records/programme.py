"""What the programme set out to do, which rules it works by, and how its offices write their lists."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, reference


class Target(Kept):
    """How much of something is to be reached where and when. Targets of districts and the overall one are both kept.

    `indicator` is a word: "held/training", "held/meeting" for the quota of a district; others follow with reports.
    """

    __tablename__ = "target"

    indicator: Mapped[str]
    place_id: Mapped[UUID | None] = mapped_column(reference("place.id"))
    """The district; overall when empty."""
    project_id: Mapped[UUID | None] = mapped_column(reference("project.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    number: Mapped[float]
    note: Mapped[str] = mapped_column(default="")


class Rule(Kept):
    """What the programme decided: what counts as attended, when an absence alarms. Key: ("rule", name)."""

    __tablename__ = "rule"

    name: Mapped[str]
    value: Mapped[dict[str, Any]]


class ImportMapping(Kept):
    """How somebody read a list with these headers, to propose it again. Key: ("mapping", kind, headers)."""

    __tablename__ = "import_mapping"

    kind: Mapped[str]
    headers: Mapped[list[Any]]
    columns: Mapped[dict[str, Any]]
    """Header > field; "" for a column that is left out."""
    used_on: Mapped[date]
