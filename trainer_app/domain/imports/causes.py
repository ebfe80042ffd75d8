"""What keeps rows from being taken, each cause once, and the one answer that may be given to all its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias
from uuid import UUID

from trainer_app.domain.groups import Role
from trainer_app.domain.imports.notes import Doubt, Note, Problem
from trainer_app.domain.people import Sex, folded
from trainer_app.domain.statuses import Status

Code: TypeAlias = Problem | Note | Doubt


class Deed(StrEnum):
    """What becomes of all rows with one cause, where no value answers it."""

    EMPTY = "empty"  # taken without the cell that cannot be read
    LEAVE = "leave"
    NEW = "new"
    SAME = "same"
    REPLACE = "replace"  # what the list says goes over what is recorded


Answer: TypeAlias = Sex | Role | Status | UUID | Deed
"""A UUID is the place that the words mean."""

BY_VALUE: frozenset[Code] = frozenset(
    {
        Problem.SEX_UNKNOWN_WORD,
        Problem.STATUS_UNKNOWN_WORD,
        Problem.NO_SESSION,
        Problem.FUTURE_SESSION,
        Note.ROLE_UNKNOWN,
        Note.PLACE_UNKNOWN,
        Note.GROUP_UNKNOWN,
    }
)
"""Causes that are another one with another word: “Kigari” and “Gasabu” are two places."""

WITHOUT = (Deed.EMPTY,)
DECISIONS = (Deed.NEW, Deed.LEAVE)
OFFERS: Mapping[Code, tuple[Answer, ...]] = {
    Problem.SEX_UNKNOWN_WORD: (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN),
    Problem.STATUS_UNKNOWN_WORD: (*Status, Deed.EMPTY),
    Problem.BIRTH_UNREADABLE: WITHOUT,
    Problem.BIRTH_IN_FUTURE: WITHOUT,
    Problem.BIRTH_TOO_OLD: WITHOUT,
    Problem.PHONE_UNREADABLE: WITHOUT,
    Problem.PHONE_LOST_DIGITS: WITHOUT,
    Problem.NATIONAL_ID_UNREADABLE: WITHOUT,
    Problem.NATIONAL_ID_LOST_DIGITS: WITHOUT,
    Problem.SCORE_UNREADABLE: WITHOUT,
    Problem.SCORE_TOO_HIGH: WITHOUT,
    Problem.ANSWER_UNREADABLE: WITHOUT,
    Problem.NO_SESSION: WITHOUT,
    Problem.FUTURE_SESSION: WITHOUT,
    Note.ROLE_UNKNOWN: tuple(Role),
    Note.PLACE_UNKNOWN: (Deed.LEAVE,),
    Doubt.SAME_NAME: (Deed.SAME, *DECISIONS),
    Doubt.SAME_CARD: (Deed.SAME, *DECISIONS),
    Doubt.SAME_PHONE: DECISIONS,  # a phone is shared at home: nobody is taken for another by it alone
    Doubt.TWICE_IN_FILE: DECISIONS,
    Doubt.PHONE_TWICE_IN_FILE: DECISIONS,
    Doubt.CARD_TWICE_IN_FILE: DECISIONS,
    Doubt.ID_FROM_NUMBER: DECISIONS,
    Doubt.DIFFERS: (Deed.REPLACE, Deed.LEAVE),
}


@dataclass(frozen=True, slots=True)
class Cause:
    """`value` is the folded word of the list, for causes that are told apart by it."""

    code: Code
    value: str = ""


Fixes: TypeAlias = Mapping[Cause, Answer]
NO_FIXES: Fixes = MappingProxyType({})


def cause_of(code: Code, value: str = "") -> Cause:
    return Cause(code, folded(value) or value.strip() if code in BY_VALUE else "")


def offers(cause: Cause) -> tuple[Answer, ...]:
    """What may be answered; nothing where only the sheet can be corrected. A place is chosen besides."""
    return OFFERS.get(cause.code, ())
