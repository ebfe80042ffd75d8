"""What is known of an import so far: the file, its sheet, the header row, what each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from trainer_app.domain.attendance import RegisterDay
from trainer_app.domain.imports.cells import Row, filled
from trainer_app.domain.imports.columns import ColumnGuess, Proposal, best_sheet, propose, propose_below
from trainer_app.domain.imports.content import is_status
from trainer_app.domain.imports.days import said_by
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.kinds import ListKind, kind_of
from trainer_app.domain.imports.training_rows import PHASES, day_columns
from trainer_app.i18n import N_
from trainer_app.readers.workbook import Sheet, Workbook

DO_NOT_IMPORT = N_("Do not import")
FIELDS: tuple[tuple[Field | None, str], ...] = (
    (None, DO_NOT_IMPORT),
    (Field.NAME, N_("Full name")),
    (Field.FAMILY, N_("Family name")),
    (Field.GIVEN, N_("Given names")),
    (Field.SEX, N_("Sex")),
    (Field.BIRTH, N_("Birth: date, year or age")),
    (Field.PHONE, N_("Phone")),
    (Field.NATIONAL_ID, N_("National ID")),
    (Field.GROUP, N_("Group")),
    (Field.ROLE, N_("Role in the group")),
    (Field.DISTRICT, N_("District")),
    (Field.SECTOR, N_("Sector")),
    (Field.CELL, N_("Cell")),
    (Field.VILLAGE, N_("Village")),
    (Field.PLACE, N_("Place, in one column")),
    (Field.OCCUPATION, N_("Occupation")),
    (Field.LANGUAGE, N_("Language")),
    (Field.REMARK, N_("Note")),
)
WHO: tuple[tuple[Field | None, str], ...] = (
    (None, DO_NOT_IMPORT),
    (Field.NUMBER, N_("No of the register")),
    (Field.NAME, N_("Full name")),
    (Field.FAMILY, N_("Family name")),
    (Field.GIVEN, N_("Given names")),
)
FIELDS_OF = {
    ListKind.PEOPLE: FIELDS,
    ListKind.ATTENDANCE: (*WHO, (Field.DATE, N_("Date of the mark")), (Field.STATUS, N_("Present or absent"))),
    ListKind.SCORES: (
        *WHO,
        (Field.SCORE_PRE, N_("Pre-test")),
        (Field.SCORE_POST, N_("Post-test")),
        (Field.SCORE_LATER, N_("Later test")),
    ),
}
KEPT = {kind: frozenset(field for field, _words in fields if field) for kind, fields in FIELDS_OF.items()}
Goes = Field | UUID | None
"""Where a column goes: to a field, to the session of this key, or nowhere."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Each step gives another draft; the sheets in it are never changed."""

    file: str
    sheets: tuple[Sheet, ...]
    number: int
    proposal: Proposal
    assumed_encoding: str = ""
    kind: ListKind = ListKind.PEOPLE
    training_id: UUID | None = None
    days: tuple[RegisterDay, ...] = ()
    sessions: Mapping[int, UUID] = field(default_factory=dict)
    """Of a register: the column of each session, found by its header or chosen."""

    @property
    def kept(self) -> frozenset[Field]:
        return KEPT[self.kind]

    @property
    def is_people(self) -> bool:
        return self.kind is ListKind.PEOPLE

    @property
    def sheet(self) -> Sheet:
        return self.sheets[self.number]

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.sheet.rows

    @property
    def columns(self) -> tuple[ColumnGuess, ...]:
        return self.proposal.columns

    @property
    def has_names(self) -> bool:
        """In a sheet of a training the number is enough."""
        numbered = not self.is_people and self.proposal.column(Field.NUMBER) is not None
        return numbered or self.proposal.has_names

    @property
    def has_values(self) -> bool:
        """Whether a column holds what the list is for: marks, or scores."""
        if self.kind is ListKind.ATTENDANCE:
            return bool(self.sessions) or self.proposal.column(Field.STATUS) is not None
        scored = any(self.proposal.column(phase) for phase in PHASES.values())
        return self.is_people or scored

    @property
    def has_groups(self) -> bool:
        return self.proposal.column(Field.GROUP) is not None

    @property
    def unsure(self) -> tuple[ColumnGuess, ...]:
        """Columns that would be kept, though it is not certain what they hold."""
        return tuple(column for column in self.columns if self.is_unsure(column))

    def is_unsure(self, column: ColumnGuess) -> bool:
        """Also a day that is none of the training's: its marks would be lost without a word."""
        if column.index in self.sessions:
            return False
        is_day = self.kind is ListKind.ATTENDANCE and column.field is None and _may_be_day(column)
        return not column.sure and (column.field in self.kept or is_day)

    def goes_to(self, column: ColumnGuess) -> Goes:
        return self.sessions.get(column.index) or (column.field if column.field in self.kept else None)

    @property
    def is_sure(self) -> bool:
        named = self.is_people or self.training_id is not None
        return named and self.has_names and self.has_values and not self.unsure

    def with_sheet(self, number: int) -> Draft:
        proposal = propose(self.sheets[number].rows)
        return replace(self, number=number, proposal=proposal)._found_again()

    def with_header(self, row: int | None) -> Draft:
        """The header is this row, counted from 0; None when the list begins at once."""
        return replace(self, proposal=propose_below(self.rows, row))._found_again()

    def with_kind(self, kind: ListKind) -> Draft:
        return replace(self, kind=kind)._found_again()

    def with_training(self, training_id: UUID | None, days: tuple[RegisterDay, ...]) -> Draft:
        return replace(self, training_id=training_id, days=days)._found_again()

    def with_field(self, index: int, goes: Goes) -> Draft:
        """A session has one column, as a field has."""
        others = {column: key for column, key in self.sessions.items() if column != index and key != goes}
        chosen = goes if isinstance(goes, Field) else None
        sessions = others | {index: goes} if isinstance(goes, UUID) else others
        return replace(self, proposal=self.proposal.with_field(index, chosen), sessions=sessions)

    def _found_again(self) -> Draft:
        """The days of the training among the columns; a score without a phase is taken for the post-test."""
        proposal = self.proposal
        if self.kind is ListKind.SCORES and (one := proposal.column(Field.SCORE)) and not self.has_values:
            named = (replace(c, field=Field.SCORE_POST, sure=False) if c is one else c for c in proposal.columns)
            proposal = replace(proposal, columns=tuple(named))
        found = day_columns(proposal, self.days) if self.kind is ListKind.ATTENDANCE else ()
        sessions = {column.index: day.session_id for column, day in found if day is not None}
        return replace(self, proposal=proposal, sessions=sessions)


def _may_be_day(column: ColumnGuess) -> bool:
    """By its header, or by the marks in it."""
    marked = bool(column.samples) and all(map(is_status, column.samples))
    return marked or said_by(column.header) is not None


def begin(file: str, workbook: Workbook) -> Draft | None:
    """The sheet that looks most like a list of people, and what it seems to hold; None when nothing is in the file."""
    sheets = tuple(sheet for sheet in workbook.sheets if any(map(filled, sheet.rows)))
    if not sheets:
        return None
    number = best_sheet([sheet.rows for sheet in sheets])
    proposal = propose(sheets[number].rows)
    kind = kind_of(sheets[number].rows, proposal)
    return Draft(file, sheets, number, proposal, workbook.assumed_encoding).with_kind(kind)
