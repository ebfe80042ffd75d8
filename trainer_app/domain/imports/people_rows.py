"""Each row of a list, read as a person, or left out with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar

from trainer_app.domain.groups import Role
from trainer_app.domain.imports.cards import read_card
from trainer_app.domain.imports.causes import NO_FIXES, Deed, Fixes, cause_of
from trainer_app.domain.imports.cells import CellValue, Row, cell, filled, is_filled, text_of
from trainer_app.domain.imports.columns import Proposal
from trainer_app.domain.imports.content import is_name
from trainer_app.domain.imports.dates import Day, date_column, read_birth
from trainer_app.domain.imports.extras import Extras
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.notes import Ignored, Note, Problem, Rejected, Remark, Unreadable
from trainer_app.domain.imports.phones import read_phone
from trainer_app.domain.imports.words import language_of, role_of, said, sexes_in
from trainer_app.domain.people import PersonForm, Sex, joined_name, split_name

T = TypeVar("T")

LONGEST_NAME = 200
LONGEST_TEXT = 2_000
NO_DAY = Day(0)
NAMES_IN_ORDER = (Field.NAME, Field.FAMILY, Field.GIVEN)
PLACES = (Field.DISTRICT, Field.SECTOR, Field.CELL, Field.PLACE)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Where somebody lives, in the words of the list; a village is kept on the person's form."""

    district: str = ""
    sector: str = ""
    cell: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.district or self.sector or self.cell or self.text)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.text, self.cell, self.sector, self.district) if part)


NOWHERE = PlaceWords()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person read from one row, numbered from 1 as in the sheet. The place is still words."""

    row: int
    form: PersonForm
    group: str = ""
    role: Role | None = None
    place: PlaceWords = NOWHERE
    remarks: tuple[Remark, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """What was read may be wrong in itself, whoever else is known."""
        return any(remark.note is Note.ID_FROM_NUMBER for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """Every row below the header is in exactly one of the three."""

    people: tuple[PersonRow, ...]
    rejected: tuple[Rejected, ...]
    ignored: tuple[Ignored, ...]

    @property
    def assumed_day_first(self) -> bool:
        """Nothing proved whether `03/04/1990` is in April or in March: ask."""
        return any(r.note is Note.ASSUMED_DAY_FIRST for person in self.people for r in person.remarks)


def read_people(rows: Sequence[Row], proposal: Proposal, today: date, fixes: Fixes = NO_FIXES) -> PeopleRead:
    """The people in `rows`, with columns as proposed or as chosen since; `fixes` answer what could not be read."""
    reader, extras = _Reader(rows, proposal, today, fixes), Extras(rows, proposal)
    people: list[PersonRow] = []
    rejected: list[Rejected] = []
    ignored: list[Ignored] = []
    for position, row in islice(enumerate(rows), proposal.first_row, None):
        if extras.has(position, row):
            ignored += _noted(position, row)
            continue
        try:
            people.append(reader.person(position + 1, row))
        except _Bad as bad:
            rejected.append(Rejected(position + 1, bad.column, bad.problem, bad.value))
    return PeopleRead(tuple(people), tuple(rejected), tuple(ignored))


def _noted(position: int, row: Row) -> Iterator[Ignored]:
    """Blank rows are not worth a word."""
    text = " ".join(text_of(value) for value in row if is_filled(value))
    if text:
        yield Ignored(position + 1, text[:LONGEST_TEXT])


class _Bad(Exception):
    def __init__(self, column: str, problem: Problem, value: str) -> None:
        super().__init__(problem)
        self.column, self.problem, self.value = column, problem, value


class _Reader:
    """Knows the columns of one list, and what its values prove together."""

    def __init__(self, rows: Sequence[Row], proposal: Proposal, today: date, fixes: Fixes) -> None:
        self._fixes = fixes
        self._index = {column.field: column.index for column in proposal.columns if column.field}
        self._title = {column.field: column.name for column in proposal.columns if column.field}
        self._today = today
        below = rows[proposal.first_row :]
        birth, sex = self._index.get(Field.BIRTH), self._index.get(Field.SEX)
        self._dates = date_column((cell(row, birth) for row in below), self._title.get(Field.BIRTH, ""))
        self._sexes = sexes_in(cell(row, sex) for row in below)
        self._has_places = any(field in self._index for field in PLACES)

    def person(self, number: int, row: Row) -> PersonRow:
        name, family, given = self._name(row)
        phone, phone_remark = self._read(Field.PHONE, row, read_phone) or ("", None)
        card, card_remark = self._read(Field.NATIONAL_ID, row, read_card) or ("", None)
        born = self._read(Field.BIRTH, row, self._birth) or NO_DAY
        role, role_remark = self._role(row)
        form = PersonForm(
            name=name,
            family=family,
            given=given,
            sex=self._read(Field.SEX, row, self._sex) or Sex.UNKNOWN,
            birth_year=born.year or None,
            birth_date=born.day,
            phone=phone,
            national_id=card,
            occupation=self._text(Field.OCCUPATION, row),
            language=language_of(self._text(Field.LANGUAGE, row)),
            village=self._text(Field.VILLAGE, row),
            note=self._text(Field.REMARK, row),
        )
        remarks = tuple(r for r in (phone_remark, card_remark, born.remark, role_remark) if r)
        return PersonRow(number, form, self._text(Field.GROUP, row), role, self._place(row), remarks)

    def _name(self, row: Row) -> tuple[str, str, str]:
        """The name as one or as two; family and given are proposed where the list does not part them."""
        whole, family, given = (self._text(field, row) for field in (Field.NAME, Field.FAMILY, Field.GIVEN))
        name = whole or joined_name(family, given)
        if problem := self._name_problem(name, row):
            raise self._bad(self._name_field(row), problem, name)
        if whole and not (family and given):
            family, given = split_name(whole)
        return name, family if whole else family.upper(), given

    def _name_problem(self, name: str, row: Row) -> Problem | None:
        if not name:
            return Problem.NO_NAME
        if not any(map(str.isalpha, name)):
            return Problem.NAME_WITHOUT_LETTERS
        if len(name) > LONGEST_NAME:
            return Problem.TOO_LONG
        is_sentence = len(name.split()) > 3 and not is_name(name)
        is_alone = is_sentence and len(self._index) > 2 and filled(row) == 1
        return Problem.NOT_A_PERSON if is_alone else None

    def _name_field(self, row: Row) -> Field:
        """The column to look at: the first that says something, else the first there is."""
        columns = [field for field in NAMES_IN_ORDER if field in self._index]
        return next((field for field in columns if self._text(field, row)), columns[0] if columns else Field.NAME)

    def _read(self, field: Field, row: Row, read: Callable[[CellValue], T]) -> T | None:
        value = cell(row, self._index.get(field))
        if value is None:
            return None
        try:
            return read(value)
        except Unreadable as unreadable:
            if self._fixes.get(cause_of(unreadable.problem, text_of(value))) is Deed.EMPTY:
                return None
            raise self._bad(field, unreadable.problem, text_of(value)) from unreadable

    def _birth(self, value: CellValue) -> Day | None:
        return read_birth(value, self._dates, self._today)

    def _sex(self, value: CellValue) -> Sex:
        text = said(value)
        if text and text not in self._sexes:
            fixed = self._fixes.get(cause_of(Problem.SEX_UNKNOWN_WORD, text))
            if isinstance(fixed, Sex):
                return fixed
            raise Unreadable(Problem.SEX_UNKNOWN_WORD)
        return self._sexes[text] if text else Sex.UNKNOWN

    def _role(self, row: Row) -> tuple[Role | None, Remark | None]:
        text = self._text(Field.ROLE, row)
        role = role_of(text) if text else None
        if text and role is None and isinstance(fixed := self._fixes.get(cause_of(Note.ROLE_UNKNOWN, text)), Role):
            return fixed, None
        return role, Remark(Note.ROLE_UNKNOWN, text) if text and role is None else None

    def _place(self, row: Row) -> PlaceWords:
        if not self._has_places:
            return NOWHERE
        district, sector, cell_name, text = (self._text(field, row) for field in PLACES)
        return PlaceWords(district, sector, cell_name, text)

    def _text(self, field: Field, row: Row) -> str:
        index = self._index.get(field)
        if index is None or index >= len(row):
            return ""
        text = said(row[index])
        if len(text) > LONGEST_TEXT:
            raise self._bad(field, Problem.TOO_LONG, text[:LONGEST_NAME])
        return text

    def _bad(self, field: Field, problem: Problem, value: str) -> _Bad:
        return _Bad(self._title.get(field, ""), problem, value[:LONGEST_NAME])
