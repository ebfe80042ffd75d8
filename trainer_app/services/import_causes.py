"""The causes for which rows of a list wait, each once, with the rows and one of them in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from trainer_app.domain.imports.causes import BY_VALUE, Cause, cause_of
from trainer_app.domain.imports.notes import Doubt, Note
from trainer_app.services.import_marks import AttendanceCheck, MarksCheck, ScoresCheck
from trainer_app.services.import_words import differs, doubt_reason, reason, remark_words
from trainer_app.services.imports import ImportCheck

AnyCheck: TypeAlias = ImportCheck | AttendanceCheck | ScoresCheck
ASKED = frozenset({Note.PLACE_UNKNOWN, Note.ROLE_UNKNOWN, Note.GROUP_UNKNOWN})
"""Of what was understood, that which somebody may know better; the rest is only told."""


@dataclass(frozen=True, slots=True)
class CauseLine:
    cause: Cause
    rows: tuple[int, ...]
    words: str
    """Why the first of the rows waits."""

    @property
    def is_example(self) -> bool:
        return self.cause.code not in BY_VALUE and len(self.rows) > 1


def causes(check: AnyCheck) -> tuple[CauseLine, ...]:
    """The causes of a check, those of most rows first."""
    found: dict[Cause, tuple[str, list[int]]] = {}
    for cause, words, row in _met(check):
        found.setdefault(cause, (words, []))[1].append(row)
    lines = (CauseLine(cause, tuple(rows), words) for cause, (words, rows) in found.items())
    return tuple(sorted(lines, key=lambda line: -len(line.rows)))


def _met(check: AnyCheck) -> Iterator[tuple[Cause, str, int]]:
    for left in check.rejected:
        yield cause_of(left.code, left.value), reason(left), left.row
    if isinstance(check, MarksCheck):
        yield from ((cause_of(Doubt.DIFFERS), differs(one.name), one.row) for one in check.doubtful)
    else:
        yield from _met_people(check)


def _met_people(check: ImportCheck) -> Iterator[tuple[Cause, str, int]]:
    for doubt in check.doubtful:
        yield cause_of(doubt.code), doubt_reason(doubt), doubt.row.row
    rows = [*check.ready, *(known.row for known in check.existing), *(doubt.row for doubt in check.doubtful)]
    for row in rows:
        for remark in row.remarks:
            if remark.note in ASKED:
                yield cause_of(remark.note, remark.value), remark_words(remark), row.row
