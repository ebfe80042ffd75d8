"""What is said of one row: why it cannot be taken, or what was understood that somebody should look at.

The words that a user reads for these codes are in the services: the domain knows no language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Why a row cannot be taken as it stands."""

    NO_NAME = "no_name"
    NOT_A_PERSON = "not_a_person"
    NAME_WITHOUT_LETTERS = "name_without_letters"
    TOO_LONG = "too_long"
    SEX_UNKNOWN_WORD = "sex_unknown_word"
    BIRTH_UNREADABLE = "birth_unreadable"
    BIRTH_IN_FUTURE = "birth_in_future"
    BIRTH_TOO_OLD = "birth_too_old"
    PHONE_UNREADABLE = "phone_unreadable"
    PHONE_LOST_DIGITS = "phone_lost_digits"
    NATIONAL_ID_UNREADABLE = "national_id_unreadable"
    NATIONAL_ID_LOST_DIGITS = "national_id_lost_digits"
    DATE_UNREADABLE = "date_unreadable"
    STATUS_UNKNOWN_WORD = "status_unknown_word"
    SCORE_UNREADABLE = "score_unreadable"
    SCORE_TOO_HIGH = "score_too_high"
    ANSWER_UNREADABLE = "answer_unreadable"
    QUESTION_UNKNOWN = "question_unknown"
    NOBODY = "nobody"
    SEVERAL = "several"
    NAME_DIFFERS = "name_differs"
    NO_SESSION = "no_session"
    FUTURE_SESSION = "future_session"
    TWICE = "twice"
    LEFT_OUT = "left_out"


class Note(StrEnum):
    """What was understood, and how."""

    ASSUMED_DAY_FIRST = "assumed_day_first"
    MAYBE_SWAPPED = "maybe_swapped"
    YEAR_FROM_AGE = "year_from_age"
    DATE_FROM_NUMBER = "date_from_number"
    SEVERAL_PHONES = "several_phones"
    ID_FROM_NUMBER = "id_from_number"
    ROLE_UNKNOWN = "role_unknown"
    PLACE_UNKNOWN = "place_unknown"
    GROUP_UNKNOWN = "group_unknown"


class Doubt(StrEnum):
    """Why a row waits for somebody to decide."""

    SAME_NAME = "same_name"
    SAME_PHONE = "same_phone"
    SAME_CARD = "same_card"
    TWICE_IN_FILE = "twice_in_file"
    PHONE_TWICE_IN_FILE = "phone_twice_in_file"
    CARD_TWICE_IN_FILE = "card_twice_in_file"
    ID_FROM_NUMBER = "id_from_number"
    DIFFERS = "differs"


class Unreadable(ValueError):
    """A cell does not say what its column is for."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Remark:
    note: Note
    value: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row left out, numbered from 1 as in the sheet; `column` is its header, or its letter."""

    row: int
    column: str
    code: Problem
    value: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that is no entry of the list: a total, a note, a signature, a repeated header."""

    row: int
    text: str
