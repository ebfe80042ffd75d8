"""Days on which one plans with a second thought, and plans to use again."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, Shipped, closed_set, reference
from trainer_app.domain.days_off import DayKind
from trainer_app.domain.trainings import TrainingKind


class CalendarDay(Shipped):
    """A holiday, a market day or the like. The key of a shipped one is derived from its name in resources/calendar.

    `rule` is one of {"fixed": "07-01"}, {"easter": -2}, {"last_weekday_of_month": 5}, {"weekday": 2},
    {"nth": 1, "weekday": 4, "month": 8}, {"day": "2026-05-27"}, {"from": "04-07", "to": "04-13"}: weekdays count from
    Monday 0. Beside them may stand "moves" (a weekend gives the next working day), "until" (an hour) and "expected".
    """

    __tablename__ = "calendar_day"

    names: Mapped[dict[str, Any]]
    """Language > name."""
    kind: Mapped[DayKind] = mapped_column(closed_set(DayKind))
    rule: Mapped[dict[str, Any]]
    place_id: Mapped[UUID | None] = mapped_column(reference("place.id"))
    """Where it matters; everywhere when empty."""
    active: Mapped[bool] = mapped_column(default=True)
    source: Mapped[str] = mapped_column(default="")
    known_on: Mapped[date | None]


class PlanTemplate(Kept):
    """A plan to use again ("the five-day plan"). `sessions`: {"day", "starts", "ends", "topic"}, days from 0."""

    __tablename__ = "plan_template"

    name: Mapped[str]
    kind: Mapped[TrainingKind] = mapped_column(closed_set(TrainingKind))
    module_id: Mapped[UUID | None] = mapped_column(reference("module.id"))
    sessions: Mapped[list[Any]]
    note: Mapped[str] = mapped_column(default="")
