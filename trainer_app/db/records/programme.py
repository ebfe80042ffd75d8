"""What the programme set out to do, which rules it works by, and how its offices write their lists."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.indicators import Counting, Measure


class Target(Kept):
    """How much of something is to be reached where and when. Targets of districts and the overall one are both kept.

    `indicator` is a word: "held/training", "held/meeting" for the quota of a district, else an Indicator's key.
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


class Indicator(Kept):
    """What the programme is measured by. Figures that the file can count have a measure; others have readings."""

    __tablename__ = "indicator"

    project_id: Mapped[UUID | None] = mapped_column(reference("project.id"))
    position: Mapped[int]
    measure: Mapped[Measure] = mapped_column(closed_set(Measure))
    title: Mapped[str] = mapped_column(default="")
    """As the donor words it; empty: as the measure is called in the language of the reader."""
    donor_code: Mapped[str] = mapped_column(default="")
    """A label and nothing else: two indicators may bear the same."""
    definition: Mapped[str] = mapped_column(default="")
    """What the donor adds to the definition of the measure; the whole of it where there are readings."""
    module_id: Mapped[UUID | None] = mapped_column(reference("module.id"))
    """Only what was done in this module; empty: in any."""
    group_kind: Mapped[str] = mapped_column(default="")
    """Only of groups of this kind; empty: of any."""
    kind: Mapped[str] = mapped_column(default="")
    """Only trainings of this kind: training, meeting, dialogue...; empty: any."""
    counting: Mapped[Counting] = mapped_column(closed_set(Counting), default=Counting.PEOPLE_PER_TOPIC)
    retired: Mapped[bool] = mapped_column(default=False)


class OutcomeReading(Kept):
    """So many of so many on a day, and who says so: 57.6 % of the families have access to services."""

    __tablename__ = "outcome_reading"

    indicator_id: Mapped[UUID] = mapped_column(reference("indicator.id"), index=True)
    place_id: Mapped[UUID | None] = mapped_column(reference("place.id"))
    on_day: Mapped[date]
    numerator: Mapped[float]
    denominator: Mapped[float | None]
    """Empty where it is a plain number."""
    women: Mapped[float | None]
    men: Mapped[float | None]
    """Of the numerator, where the source tells them apart."""
    source: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class FrozenReport(Kept):
    """A report as it was handed in. What is found later shows as a difference; these figures stay."""

    __tablename__ = "frozen_report"

    title: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]
    frozen_on: Mapped[date]
    asked: Mapped[dict[str, Any]]
    """The filters it was made with."""
    figures: Mapped[dict[str, Any]]
    """Each indicator with its numbers, and who was counted."""
    note: Mapped[str] = mapped_column(default="")
