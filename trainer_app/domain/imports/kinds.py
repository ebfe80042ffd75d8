"""What a list is about: people, who came to a training, or what they scored. Proposed, never decided alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from trainer_app.domain.imports import content
from trainer_app.domain.imports.cells import Row, cell
from trainer_app.domain.imports.columns import LOOKED_AT, Proposal
from trainer_app.domain.imports.days import said_by
from trainer_app.domain.imports.fields import Field

SCORES = frozenset({Field.SCORE, Field.SCORE_PRE, Field.SCORE_POST, Field.SCORE_LATER})


class ListKind(StrEnum):
    PEOPLE = "people"
    ATTENDANCE = "attendance"
    SCORES = "scores"


def kind_of(rows: Sequence[Row], proposal: Proposal) -> ListKind:
    """Columns of days with marks below, or a column of statuses; then columns of scores; else people."""
    if proposal.column(Field.STATUS) or _has_days(rows, proposal):
        return ListKind.ATTENDANCE
    if any(proposal.column(field) for field in SCORES):
        return ListKind.SCORES
    return ListKind.PEOPLE


def _has_days(rows: Sequence[Row], proposal: Proposal) -> bool:
    """A register that nobody has filled in yet has its days as well."""
    below = rows[proposal.first_row : proposal.first_row + LOOKED_AT]
    return any(
        content.share([cell(row, column.index) for row in below], content.is_status) > content.MOST / 2
        for column in proposal.columns
        if column.field in (None, Field.DATE) and said_by(column.header)
    )
