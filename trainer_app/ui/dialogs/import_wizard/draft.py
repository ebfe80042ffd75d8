"""What is known of an import so far: the file, its sheet, the header row, what each column holds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trainer_app.domain.imports.cells import Row, filled
from trainer_app.domain.imports.columns import ColumnGuess, Proposal, best_sheet, propose, propose_below
from trainer_app.domain.imports.fields import Field
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
KEPT = frozenset(field for field, _words in FIELDS if field)


@dataclass(frozen=True, slots=True)
class Draft:
    """Each step gives another draft; the sheets in it are never changed."""

    file: str
    sheets: tuple[Sheet, ...]
    number: int
    proposal: Proposal
    assumed_encoding: str = ""

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
        return self.proposal.has_names

    @property
    def has_groups(self) -> bool:
        return self.proposal.column(Field.GROUP) is not None

    @property
    def unsure(self) -> tuple[ColumnGuess, ...]:
        """Columns that would be kept, though it is not certain what they hold."""
        return tuple(column for column in self.columns if column.field in KEPT and not column.sure)

    @property
    def is_sure(self) -> bool:
        return self.has_names and not self.unsure

    def with_sheet(self, number: int) -> Draft:
        return replace(self, number=number, proposal=propose(self.sheets[number].rows))

    def with_header(self, row: int | None) -> Draft:
        """The header is this row, counted from 0; None when the list begins at once."""
        return replace(self, proposal=propose_below(self.rows, row))

    def with_field(self, index: int, field: Field | None) -> Draft:
        return replace(self, proposal=self.proposal.with_field(index, field))


def begin(file: str, workbook: Workbook) -> Draft | None:
    """The sheet that looks most like a list of people, and what it seems to hold; None when nothing is in the file."""
    sheets = tuple(sheet for sheet in workbook.sheets if any(map(filled, sheet.rows)))
    if not sheets:
        return None
    number = best_sheet([sheet.rows for sheet in sheets])
    return Draft(file, sheets, number, propose(sheets[number].rows), workbook.assumed_encoding)
