"""Persons as a register needs them: names, sex, phone numbers, national ids."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.consent import NOT_ASKED, Consented

APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼ`·.-", " "))


class Sex(StrEnum):
    FEMALE = "F"
    MALE = "M"
    UNKNOWN = "unknown"


def folded(text: str) -> str:
    """Lower case without accents, apostrophes as spaces: how names are searched and compared."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(plain.translate(APOSTROPHES).split())


def is_surname(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def split_name(name: str) -> tuple[str, str]:
    """(family, given) as a proposal: the words in capitals are the family name, else the first word is."""
    words = name.split()
    family = [word for word in words if is_surname(word)]
    if not family or len(family) == len(words):
        family = words[:1]
    given = [word for word in words if word not in family]
    return " ".join(family), " ".join(given)


def joined_name(family: str, given: str) -> str:
    """The name as a Rwandan list writes it: surname in capitals, then given names."""
    return " ".join(part for part in (family.strip().upper(), given.strip()) if part)


class PhoneProblem(ValueError):
    """The text is not a phone number: too short, too long, or not a number at all."""


def phone(text: str) -> str:
    """`0788 123 456`, `788123456`, `+250 788 123 456` > `+250788123456`; "" stays "".

    Rwandan mobile numbers have nine digits after +250 and begin with 7; fixed lines begin with 2. A number of
    another country needs its + or 00 and has 8 to 15 digits (ITU-T E.164). Raises PhoneProblem.
    """
    compact = re.sub(r"[\s().\u00a0/-]", "", text)
    if not compact:
        return ""
    compact = re.sub(r"^00", "+", compact)
    if not re.fullmatch(r"\+?\d+", compact):
        raise PhoneProblem(text)
    if compact.startswith("250") and len(compact) == 12:
        compact = "+" + compact
    if compact.startswith("+") and not compact.startswith("+250"):
        if 8 <= len(compact) - 1 <= 15:
            return compact
        raise PhoneProblem(text)
    national = compact.removeprefix("+250").removeprefix("0")
    if re.fullmatch(r"(7[2389]|70|2)\d+", national) and len(national) == 9:
        return "+250" + national
    raise PhoneProblem(text)


def shown_phone(number: str) -> str:
    """`+250788123456` > `0788 123 456`; a number of another country keeps its +."""
    if number.startswith("+250") and len(number) == 13:
        national = "0" + number[4:]
        return f"{national[:4]} {national[4:7]} {national[7:]}"
    return number


def masked_phone(number: str) -> str:
    """Only the last three digits, for lists that leave the office: `••• 456`."""
    return f"••• {number[-3:]}" if number else ""


def national_id(text: str) -> str:
    """The sixteen digits of a Rwandan identity card, or "" when nothing is written. Raises ValueError."""
    digits = re.sub(r"\s", "", text)
    if digits and not re.fullmatch(r"[123]\d{15}", digits):
        raise ValueError(text)
    return digits


def masked_id(number: str) -> str:
    return f"•••• {number[-4:]}" if number else ""


def sex_and_birth_year(national_id_digits: str) -> tuple[Sex, int]:
    """What a card number proposes: digits 2-5 are the birth year, the sixth is 8 for a man and 7 for a woman."""
    sex = {"8": Sex.MALE, "7": Sex.FEMALE}.get(national_id_digits[5], Sex.UNKNOWN)
    return sex, int(national_id_digits[1:5])


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A person as typed or imported: already cleaned, not yet a record."""

    name: str
    family: str = ""
    given: str = ""
    sex: Sex = Sex.UNKNOWN
    birth_year: int | None = None
    birth_date: date | None = None
    phone: str = ""
    national_id: str = ""
    occupation: str = ""
    schooling: str = ""
    language: str = ""
    place_id: UUID | None = None
    village: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row of the list of people."""

    id: UUID
    code: str
    name: str
    sex: Sex
    birth_year: int | None
    phone: str
    groups: str
    place: str
    attended: int = 0
    sessions: int = 0
    last_seen: date | None = None
    national_id: str = ""
    consent: Consented = NOT_ASKED


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the program knows of one person, for the side panel."""

    id: UUID
    code: str
    form: PersonForm
    place: str
    memberships: tuple[MembershipLine, ...] = ()
    trainings: tuple[AttendedTraining, ...] = ()


@dataclass(frozen=True, slots=True)
class MembershipLine:
    id: UUID
    group_id: UUID
    group: str
    role: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class AttendedTraining:
    training_id: UUID
    code: str
    title: str
    first_day: date
    attended: int
    sessions: int
    pre: float | None
    post: float | None
