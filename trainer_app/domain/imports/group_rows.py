"""A list of groups, read row by row: savings groups, cooperatives, branches, each with its place and what it is inside.

Nothing is looked up here: the place and the group around it are still words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.imports.cells import CellValue, Row, cell, filled, is_filled, letter, text_of, width
from trainer_app.domain.imports.columns import HEADER_WITHIN, LOOKED_AT, SAMPLES, header_texts
from trainer_app.domain.imports.dates import DateColumn, Day, date_column, looks_like_date, read_day
from trainer_app.domain.imports.notes import Ignored, Unreadable
from trainer_app.domain.imports.people_rows import LONGEST_NAME, LONGEST_TEXT, NOWHERE, PlaceWords
from trainer_app.domain.imports.words import said
from trainer_app.domain.people import folded

T = TypeVar("T")
MOSTLY = 0.8  # of the values of a column without a header, to say what it holds
TOTAL = re.compile(r"(grand |sous |sub)?(total|totaux|igiteranyo)\b.*")


class GroupField(StrEnum):
    NUMBER = "number"
    NAME = "name"
    KIND = "kind"
    PLACE = "place"
    DISTRICT = "place_district"
    SECTOR = "place_sector"
    CELL = "place_cell"
    VALUE_CHAIN = "value_chain"
    OCCUPATION = "occupation"
    PARENT = "parent"
    FORMED_ON = "formed_on"
    BY_ITSELF = "formed_by_itself"
    NOTE = "note"


# Accents, case, plurals in s and little words are not compared.
HEADERS = {
    GroupField.NUMBER: "no; n; nr; num; number; serial number; sn; numero; rang; index; nimero; inomero",
    GroupField.NAME: "name; group; group name; savings group; vsla; vsla name; cooperative; cooperative name; nom; "
    "groupe; nom groupe; nom cooperative; groupement; cohort; branch; izina; itsinda; izina itsinda; ikimina; "
    "izina ikimina; koperative; izina koperative; ishyirahamwe",
    GroupField.KIND: "kind; type; group kind; group type; type groupe; categorie; category; ubwoko; ubwoko itsinda",
    GroupField.PLACE: "place; location; address; lieu; adresse; localite; aho riherereye; aho riri; aho rikorera; "
    "aderesi",
    GroupField.DISTRICT: "district; akarere",
    GroupField.SECTOR: "sector; secteur; umurenge",
    GroupField.CELL: "cell; cellule; akagari",
    GroupField.VALUE_CHAIN: "value chain; chain; product; crop; filiere; chaine valeur; produit; culture; "
    "uruhererekane nyongeragaciro; uruhererekane; igihingwa; umusaruro",
    GroupField.OCCUPATION: "occupation; profession; trade; activity; work; metier; activite; umwuga; umurimo; akazi; "
    "icyo bakora; ibyo bakora",
    GroupField.PARENT: "parent; parent group; inside; inside group; part; belongs to; union; federation; umbrella; "
    "mother group; groupe parent; dans groupe; fait partie; groupe mere; union federation; itsinda rikuriye; ihuriro; "
    "impuzamashyirahamwe; riri mu",
    GroupField.FORMED_ON: "formed; formed on; date formed; date formation; formation date; created; created on; "
    "creation date; start date; since; forme le; date creation; cree le; itariki ryashinzweho; ryashinzwe; "
    "igihe ryashingiwe; itariki ryashingiweho",
    GroupField.BY_ITSELF: "formed by itself; by itself; spontaneous; self formed; how formed; how it was formed; "
    "spontane; forme lui meme; mode formation; mode creation; ryishinze; uko ryashinzwe",
    GroupField.NOTE: "note; remark; comment; observation; obs; remarque; commentaire; icyitonderwa; ibisobanuro",
}
LITTLE_WORDS = "the of a an and de du des la le les l d en ry rya ya w wa bw cy y un une it et"
LITTLE = frozenset(LITTLE_WORDS.split())

KINDS = {
    GroupKind.SAVINGS: "savings group; saving group; savings; savings and loan group; vsla; vsl; slg; groupe epargne; "
    "groupe epargne credit; groupe epargne et credit; avec; ikimina; itsinda kuzigama; itsinda ryo kuzigama; "
    "itsinda ryo kubitsa no kugurizanya; itsinda kubitsa kugurizanya",
    GroupKind.COOPERATIVE: "cooperative; coop; societe cooperative; koperative",
    GroupKind.COHORT: "cohort; training cohort; tvet cohort; tvet; vtc; promotion; cohorte; icyiciro; "
    "icyiciro cy amahugurwa",
    GroupKind.BRANCH: "union branch; branch; section; section syndicale; ishami; ishami sendika; ishami rya sendika",
    GroupKind.UNION: "union; labour union; trade union; syndicat; sendika; union cooperative",
    GroupKind.FEDERATION: "federation; confederation; ihuriro; impuzamashyirahamwe; impuzamakoperative; "
    "federation cooperative; impuzamahuriro",
}
YES = "yes y oui o yego x 1 true vrai spontaneous spontane ryishinze itself"
NO = "no n non oya 0 false faux project projet umushinga"


class GroupProblem(StrEnum):
    """Why a row cannot be taken as it stands."""

    NO_NAME = "no_name"
    NAME_WITHOUT_LETTERS = "name_without_letters"
    TOO_LONG = "too_long"
    KIND_UNKNOWN = "kind_unknown"
    DATE_UNREADABLE = "date_unreadable"
    DATE_IN_FUTURE = "date_in_future"
    WAY_UNKNOWN = "way_unknown"
    LOOP = "group_in_itself"


@dataclass(frozen=True, slots=True)
class GroupRejected:
    row: int
    column: str
    code: GroupProblem
    value: str = ""


@dataclass(frozen=True, slots=True)
class GroupColumn:
    index: int
    header: str
    field: GroupField | None
    samples: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the user calls the column: its header, or its letter."""
        return self.header or letter(self.index)


@dataclass(frozen=True, slots=True)
class GroupProposal:
    """`header_row` counts from 0; None when the list begins at once."""

    header_row: int | None
    columns: tuple[GroupColumn, ...]

    @property
    def first_row(self) -> int:
        return 0 if self.header_row is None else self.header_row + 1

    @property
    def has_names(self) -> bool:
        return any(column.field is GroupField.NAME for column in self.columns)

    def with_field(self, index: int, field: GroupField | None) -> GroupProposal:
        """The same with one column decided by somebody; another column that had the field loses it."""
        columns = (
            replace(column, field=field)
            if column.index == index
            else replace(column, field=None)
            if field is not None and column.field is field
            else column
            for column in self.columns
        )
        return replace(self, columns=tuple(columns))


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group read from one row, numbered from 1 as in the sheet."""

    row: int
    form: GroupForm
    place: PlaceWords = NOWHERE
    parent: str = ""


@dataclass(frozen=True, slots=True)
class GroupsRead:
    """Every row below the header is in exactly one of the three; blank rows are in none."""

    groups: tuple[GroupRow, ...]
    rejected: tuple[GroupRejected, ...]
    ignored: tuple[Ignored, ...]


def propose(rows: Sequence[Row]) -> GroupProposal:
    """The header row that reads most like one, and what its columns hold; each field once."""
    header_row = _find_header(rows)
    headers = header_texts(rows, header_row)
    below = [row for row in rows[0 if header_row is None else header_row + 1 :] if filled(row)][:LOOKED_AT]
    columns: list[GroupColumn] = []
    taken: set[GroupField] = set()
    for index in range(width(rows)):
        values = [cell(row, index) for row in below]
        header = headers.get(index, "")
        field = field_of(header) if header_row is not None else _told_by(values)
        if field is None and header_row is None and GroupField.NAME not in taken and _has_letters(values):
            field = GroupField.NAME
        samples = tuple(dict.fromkeys(text_of(value) for value in values if is_filled(value)))[:SAMPLES]
        if header or samples:
            columns.append(GroupColumn(index, header, None if field in taken else field, samples))
            taken |= {field} if field else set()
    return GroupProposal(header_row, tuple(columns))


def field_of(header: str) -> GroupField | None:
    return KNOWN.get(_words(header))


def kind_of(text: str) -> GroupKind | None:
    return KIND_OF.get(_words(text))


def read_groups(
    rows: Sequence[Row], proposal: GroupProposal, today: date, kind: GroupKind = GroupKind.SAVINGS
) -> GroupsRead:
    """The groups in `rows`; `kind` is that of the rows which do not say theirs."""
    reader = _Reader(rows, proposal, today, kind)
    found: list[GroupRow] = []
    rejected: list[GroupRejected] = []
    ignored: list[Ignored] = []
    for position, row in islice(enumerate(rows), proposal.first_row, None):
        if not filled(row):
            continue
        if reader.is_extra(row):
            ignored.append(Ignored(position + 1, " ".join(text_of(value) for value in row if is_filled(value))))
            continue
        try:
            found.append(reader.group(position + 1, row))
        except _Bad as bad:
            rejected.append(GroupRejected(position + 1, bad.column, bad.problem, bad.value))
    return GroupsRead(tuple(found), tuple(rejected), tuple(ignored))


class _Bad(Exception):
    def __init__(self, column: str, problem: GroupProblem, value: str = "") -> None:
        super().__init__(problem)
        self.column, self.problem, self.value = column, problem, value


class _Reader:
    """Knows the columns of one list, and in which order its dates are written."""

    def __init__(self, rows: Sequence[Row], proposal: GroupProposal, today: date, kind: GroupKind) -> None:
        self._index = {column.field: column.index for column in proposal.columns if column.field}
        self._title = {column.field: column.name for column in proposal.columns if column.field}
        self._header = rows[proposal.header_row] if proposal.header_row is not None else None
        self._today, self._kind = today, kind
        days = (cell(row, self._index.get(GroupField.FORMED_ON)) for row in rows[proposal.first_row :])
        self._dates: DateColumn = date_column(days, self._title.get(GroupField.FORMED_ON, ""))

    def is_extra(self, row: Row) -> bool:
        """A total, the header again, or a line of which only the number is written."""
        first = next((text_of(value) for value in row if isinstance(value, str) and text_of(value)), "")
        number = self._index.get(GroupField.NUMBER)
        only_number = number is not None and filled(row) == 1 and is_filled(cell(row, number))
        return row == self._header or only_number or bool(TOTAL.fullmatch(folded(first)))

    def group(self, number: int, row: Row) -> GroupRow:
        day = self._day(row)
        note = self._text(GroupField.NOTE, row)
        if day is not None and day.day is None:  # only the year is known: it is no day, and not lost either
            note = "; ".join(part for part in (note, f"{day.year}") if part)
        form = GroupForm(
            name=self._name(row),
            kind=self._read(GroupField.KIND, row, kind_of, GroupProblem.KIND_UNKNOWN) or self._kind,
            formed_by_itself=self._read(GroupField.BY_ITSELF, row, WAY_OF, GroupProblem.WAY_UNKNOWN) or False,
            formed_on=day.day if day else None,
            value_chain=self._text(GroupField.VALUE_CHAIN, row),
            occupation=self._text(GroupField.OCCUPATION, row),
            note=note,
        )
        fields = (GroupField.DISTRICT, GroupField.SECTOR, GroupField.CELL, GroupField.PLACE)
        place = PlaceWords(*(self._text(field, row) for field in fields))
        return GroupRow(number, form, place, self._text(GroupField.PARENT, row))

    def _name(self, row: Row) -> str:
        name = self._text(GroupField.NAME, row)
        if not name:
            raise self._bad(GroupField.NAME, GroupProblem.NO_NAME)
        if not any(map(str.isalpha, name)):
            raise self._bad(GroupField.NAME, GroupProblem.NAME_WITHOUT_LETTERS, name)
        if len(name) > LONGEST_NAME:
            raise self._bad(GroupField.NAME, GroupProblem.TOO_LONG, name)
        return name

    def _read(self, field: GroupField, row: Row, meaning: Callable[[str], T | None], problem: GroupProblem) -> T | None:
        text = self._text(field, row)
        found = meaning(text) if text else None
        if text and found is None:
            raise self._bad(field, problem, text)
        return found

    def _day(self, row: Row) -> Day | None:
        value = cell(row, self._index.get(GroupField.FORMED_ON))
        if isinstance(value, bool) or value is None:
            return None
        try:
            day = read_day(value, self._dates, self._today)
        except Unreadable as unreadable:
            raise self._bad(GroupField.FORMED_ON, GroupProblem.DATE_UNREADABLE, text_of(value)) from unreadable
        if day is not None and (day.day or date(day.year, 1, 1)) > self._today:
            raise self._bad(GroupField.FORMED_ON, GroupProblem.DATE_IN_FUTURE, text_of(value))
        return day

    def _text(self, field: GroupField, row: Row) -> str:
        text = said(cell(row, self._index.get(field)))
        if len(text) > LONGEST_TEXT:
            raise self._bad(field, GroupProblem.TOO_LONG, text)
        return text

    def _bad(self, field: GroupField, problem: GroupProblem, value: str = "") -> _Bad:
        return _Bad(self._title.get(field, ""), problem, value[:LONGEST_NAME])


def _way_of(text: str) -> bool | None:
    """Whether the words say that a group was formed by itself."""
    words = set(_plain(text).split())
    if words & set(YES.split()):
        return True
    return False if words & set(NO.split()) else None


WAY_OF: Callable[[str], bool | None] = _way_of


def _find_header(rows: Sequence[Row]) -> int | None:
    """The row with most known headers. One alone must be the name of the group, in the first row that says anything."""
    best, most = None, 1
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        found = {field for value in row if isinstance(value, str) and (field := field_of(value))}
        if len(found) > most:
            best, most = number, len(found)
    return _lone_header(rows) if best is None else best


def _lone_header(rows: Sequence[Row]) -> int | None:
    """`Cooperative` above names, but not beside a first group: then others of the column are kinds too."""
    first = next((number for number, row in enumerate(rows[:HEADER_WITHIN]) if filled(row)), None)
    if first is None:
        return None
    for index, value in enumerate(rows[first]):
        if isinstance(value, str) and field_of(value) is GroupField.NAME:
            below = (text_of(cell(row, index)) for row in rows[first + 1 :])
            return None if any(map(kind_of, below)) else first
    return None


def _told_by(values: Sequence[CellValue]) -> GroupField | None:
    """What the values of a column without a header say."""
    said_values = [value for value in values if is_filled(value)]
    if not said_values:
        return None
    if _share(said_values, lambda value: kind_of(text_of(value)) is not None) > MOSTLY:
        return GroupField.KIND
    return GroupField.FORMED_ON if _share(said_values, looks_like_date) > MOSTLY else None


def _share(values: Sequence[CellValue], test: Callable[[CellValue], bool]) -> float:
    return sum(map(test, values)) / len(values)


def _has_letters(values: Iterable[CellValue]) -> bool:
    return any(any(map(str.isalpha, value)) for value in values if isinstance(value, str))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", folded(text)))


def _words(text: str) -> frozenset[str]:
    """Folded words without plural endings and little words."""
    found = _plain(text).split()
    kept = [word for word in found if word not in LITTLE] or found
    return frozenset(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in kept)


KNOWN = {_words(phrase): field for field, phrases in HEADERS.items() for phrase in phrases.split(";")}
KIND_OF = {_words(phrase): kind for kind, phrases in KINDS.items() for phrase in phrases.split(";")}
