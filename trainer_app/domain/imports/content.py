"""What a column holds, told by its cells alone: a column of ten-digit numbers is a phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from trainer_app.domain.attendance import status_for_word
from trainer_app.domain.imports.cells import CellValue, text_of
from trainer_app.domain.imports.dates import looks_like_date
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.notes import Unreadable
from trainer_app.domain.imports.phones import POWER_OF_TEN, read_phone
from trainer_app.domain.imports.words import SEX_OF, role_of, said
from trainer_app.domain.people import Sex, folded
from trainer_app.domain.scores import ABSENT_WORDS

NAME = re.compile(r"[^\W\d_][\w'’ʼ`.-]*(?: [^\W\d_][\w'’ʼ`.-]*){1,5}")
ID_DIGITS = re.compile(r"[123]\d{15}")
MOST = 0.8
FEW = 0.2

Test = Callable[[CellValue], bool]


def is_phone(value: CellValue) -> bool:
    try:
        return not isinstance(value, bool) and bool(read_phone(value)[0])
    except Unreadable:
        return False


def may_be_phone(value: CellValue) -> bool:
    """Also numbers of other countries, and ones with a digit too few: a header may call them phones."""
    return 7 <= sum(map(str.isdecimal, text_of(value))) <= 30


def is_card(value: CellValue) -> bool:
    text = text_of(value).replace(" ", "")
    return bool(ID_DIGITS.fullmatch(text) or (POWER_OF_TEN.fullmatch(text) and text[-2:] == "15"))


def is_sex(value: CellValue) -> bool:
    return SEX_OF.get(folded(text_of(value)), Sex.UNKNOWN) is not Sex.UNKNOWN


def is_birth(value: CellValue) -> bool:
    text = text_of(value)
    return looks_like_date(value) or (text.isdecimal() and len(text) in (1, 2, 3, 4, 5, 8))


def is_number(value: CellValue) -> bool:
    return bool(re.fullmatch(r"\d{1,4}[a-z]?\.?", text_of(value)))


def is_score(value: CellValue) -> bool:
    """A number, or what stands for one: `-` did not sit, "absent" in three languages."""
    text = text_of(value)
    return bool(re.fullmatch(r"\d{1,3}([.,]\d+)?( ?%|/\d+)?|[-–—]", text)) or text.casefold() in ABSENT_WORDS


def is_name(value: CellValue) -> bool:
    """Two to six words, most with a capital: as names are written, and sentences are not."""
    if not isinstance(value, str) or not NAME.fullmatch(" ".join(value.split())):
        return False
    words = value.split()
    return sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def is_status(value: CellValue) -> bool:
    return status_for_word(text_of(value)) is not None


def is_role(value: CellValue) -> bool:
    return role_of(text_of(value)) is not None


TESTS: dict[Field, Test] = {
    Field.NATIONAL_ID: is_card,
    Field.PHONE: may_be_phone,
    Field.SEX: is_sex,
    Field.BIRTH: is_birth,
    Field.DATE: looks_like_date,
    Field.NUMBER: is_number,
    Field.STATUS: is_status,
    Field.SCORE: is_score,
    Field.SCORE_PRE: is_score,
    Field.SCORE_POST: is_score,
    Field.SCORE_LATER: is_score,
}


def share(values: Sequence[CellValue], test: Test) -> float:
    """How many of the values that say something pass; 1 when none says anything."""
    speaking = [value for value in values if said(value)]
    return sum(map(test, speaking)) / len(speaking) if speaking else 1.0


def fits(field: Field, values: Sequence[CellValue]) -> bool:
    """Whether most of the values can be what the header promises. Free text can be anything."""
    return field not in TESTS or share(values, TESTS[field]) > MOST / 2


def denies(field: Field, values: Sequence[CellValue]) -> bool:
    """Whether nearly no value can be it."""
    return field in TESTS and share(values, TESTS[field]) < FEW


def told_by(values: Sequence[CellValue]) -> Field | None:
    """The field that the values alone make likely, when they are of a kind that is hard to mistake."""
    speaking = [value for value in values if said(value)]
    if not speaking:
        return None
    for field, test in ((Field.NATIONAL_ID, is_card), (Field.PHONE, is_phone), (Field.SEX, is_sex)):
        if share(speaking, test) >= MOST:
            return field
    if share(speaking, looks_like_date) >= MOST:
        return Field.BIRTH
    if share(speaking, is_role) >= MOST:
        return Field.ROLE
    return Field.NAME if share(speaking, is_name) >= MOST and _vary(speaking) else None


def _vary(values: Sequence[CellValue]) -> bool:
    """Names differ from row to row; districts and trades repeat."""
    return len(set(values)) * 2 > len(values)
