"""How a donor wants a list: which columns in which order, on which paper, in which languages, with what in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

ATTENDANCE, PEOPLE = "attendance_list", "people_list"
MOST_EMPTY = 40
LANGUAGES = frozenset({"en", "fr", "rw"})


class ListColumn(StrEnum):
    NUMBER = "number"
    CODE = "code"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    SEX = "sex"
    AGE = "age"
    BIRTH = "birth_year"
    PHONE = "phone"
    ID = "id"
    ORGANISATION = "organisation"
    ROLE = "role"
    OCCUPATION = "occupation"
    PLACE = "place"
    """Sector and cell in one."""
    DISTRICT = "district"
    SECTOR = "sector"
    CELL = "cell"
    NOTE = "note"
    MARKS = "marks"
    """A column for each session: its mark, or room to sign."""
    TOTAL = "total"
    SHARE = "share"


OF_PEOPLE = frozenset({ListColumn.CODE})
OF_ATTENDANCE = frozenset(
    {ListColumn.NUMBER, ListColumn.AGE, ListColumn.NOTE, ListColumn.MARKS, ListColumn.TOTAL, ListColumn.SHARE}
)
NEED_DETAILS = frozenset(
    {
        *(ListColumn.FAMILY, ListColumn.GIVEN, ListColumn.BIRTH, ListColumn.ROLE, ListColumn.OCCUPATION),
        *(ListColumn.DISTRICT, ListColumn.SECTOR, ListColumn.CELL),
    }
)
"""What is read only when somebody asks for it."""


def available(document: str) -> tuple[ListColumn, ...]:
    """What a list can show, in the order in which it is proposed."""
    foreign = OF_ATTENDANCE if document == PEOPLE else OF_PEOPLE
    return tuple(column for column in ListColumn if column not in foreign)


PROPOSED = {
    ATTENDANCE: (
        *(ListColumn.NUMBER, ListColumn.NAME, ListColumn.SEX, ListColumn.AGE),
        *(ListColumn.PHONE, ListColumn.ORGANISATION, ListColumn.PLACE, ListColumn.MARKS),
    ),
    PEOPLE: (
        *(ListColumn.CODE, ListColumn.NAME, ListColumn.SEX, ListColumn.BIRTH),
        *(ListColumn.PHONE, ListColumn.ORGANISATION, ListColumn.PLACE),
    ),
}


@dataclass(frozen=True, slots=True)
class Details:
    """What a list says of a person beyond what every list says."""

    family: str = ""
    given: str = ""
    birth_year: int | None = None
    occupation: str = ""
    role: str = ""
    """The word of a `Role`, or nothing."""
    district: str = ""
    sector: str = ""
    cell: str = ""


NO_DETAILS: Mapping[UUID, Details] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ListForm:
    """`columns` is empty for the usual list, whose columns follow from what there is to show."""

    document: str = ATTENDANCE
    name: str = ""
    """Of the donor."""
    columns: tuple[ListColumn, ...] = ()
    is_upright: bool = False
    languages: tuple[str, ...] = ()
    """One, or two whose labels stand beside each other; none: as it is asked each time."""
    empty: int | None = None
    """Rows for those who come unannounced; None: as is usual."""
    phones: bool = False
    ids: bool = False
    """Phones and cards in full."""

    @property
    def shown_in_full(self) -> frozenset[str]:
        return frozenset({"phone"} if self.phones else ()) | frozenset({"id"} if self.ids else ())

    @property
    def needs_details(self) -> bool:
        return not NEED_DETAILS.isdisjoint(self.columns)

    def options(self) -> dict[str, Any]:
        """As they are kept, beside the name and the columns."""
        return {
            "upright": self.is_upright,
            "languages": list(self.languages),
            "empty": self.empty,
            "phones": self.phones,
            "ids": self.ids,
        }


def parted(name: str) -> tuple[str, str]:
    """(family, given) as a name is written: UWIMANA Marie. Where no word is in capitals, the first is the family's."""
    words = name.split()
    loud = next((place for place, word in enumerate(words) if not word.isupper()), 1)
    return " ".join(words[: loud or 1]), " ".join(words[loud or 1 :])


USUAL, USUAL_PEOPLE = ListForm(), ListForm(PEOPLE)


def kept(document: str, name: str, columns: Sequence[object], options: Mapping[str, Any]) -> ListForm:
    """A form as another laptop may have written it: what this one does not know is left out."""
    known = {column.value: column for column in available(document)}
    found = dict.fromkeys(known[word] for word in columns if isinstance(word, str) and word in known)
    languages = [code for code in options.get("languages") or () if code in LANGUAGES]
    empty = options.get("empty")
    return ListForm(
        document,
        name,
        tuple(found) or PROPOSED[document],
        is_upright=bool(options.get("upright")),
        languages=tuple(dict.fromkeys(languages))[:2],
        empty=min(max(empty, 0), MOST_EMPTY) if isinstance(empty, int) else None,
        phones=bool(options.get("phones")),
        ids=bool(options.get("ids")),
    )
