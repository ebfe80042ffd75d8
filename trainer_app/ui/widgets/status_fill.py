"""Which marks a gesture in the register means: one letter for a range, the mark above, the day before."""

from __future__ import annotations

from collections.abc import Iterable

from trainer_app.domain.attendance import Status
from trainer_app.ui.models.register import RegisterModel

Place = tuple[int, int]  # line and column of the model
GridMark = tuple[int, int, Status | None]


def same(places: Iterable[Place], status: Status | None) -> tuple[GridMark, ...]:
    return tuple((line, column, status) for line, column in places)


def toggled(model: RegisterModel, places: Iterable[Place]) -> tuple[GridMark, ...]:
    """Present becomes absent, everything else present."""
    return tuple(
        (line, column, Status.ABSENT if model.cell(line, column).status is Status.PRESENT else Status.PRESENT)
        for line, column in places
    )


def from_above(model: RegisterModel, places: Iterable[Place]) -> tuple[GridMark, ...]:
    """The topmost mark of each column for the cells below it; a cell alone takes the mark above it."""
    found: list[GridMark] = []
    columns: dict[int, list[int]] = {}
    for line, column in places:
        columns.setdefault(column, []).append(line)
    for column, lines in columns.items():
        first = min(lines)
        source = first if len(lines) > 1 else first - 1
        status = model.cell(source, column).status if source >= 0 else None
        found += [(line, column, status) for line in lines if status and line != source]
    return tuple(found)


def from_day_before(model: RegisterModel, places: Iterable[Place]) -> tuple[GridMark, ...]:
    """What each person had in the session before; where they had nothing, nothing changes."""
    return tuple(
        (line, column, status)
        for line, column in places
        if model.is_day(column - 1) and (status := model.cell(line, column - 1).status)
    )


def changing(model: RegisterModel, marks: Iterable[GridMark]) -> tuple[GridMark, ...]:
    """Those of the marks that are not so already."""
    return tuple((line, column, status) for line, column, status in marks if model.cell(line, column).status != status)
