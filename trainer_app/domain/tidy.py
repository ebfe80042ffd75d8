"""Tables for other programs (R, Power BI): a row a fact, a column a thing that is known of it, the same names always.

A person is a code that is of no use outside these tables, unless names were asked for. What each column means stands
in the codebook that travels with the tables (`documents.tidy_words`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from hashlib import blake2b
from uuid import UUID

from trainer_app.domain.attendance import Status
from trainer_app.domain.groups import GroupKind, Role
from trainer_app.domain.indicators import Measure
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Phase, Way
from trainer_app.domain.trainings import TrainingKind

Cell = str | int | float | bool | date | time | None
Cells = tuple[Cell, ...]


class Type(StrEnum):
    TEXT = "text"
    WHOLE = "integer"
    NUMBER = "decimal"
    DAY = "date"
    TIME = "time"
    YES_NO = "yes_no"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: Type = Type.TEXT
    choices: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    fields: tuple[Field, ...]
    rows: Sequence[Cells]
    parent: str = ""
    """The table to which the rows belong, by the column that both have: each mark belongs to a session."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)


@dataclass(frozen=True, slots=True)
class Data:
    """Everything of these days."""

    tables: tuple[Table, ...]
    first: date | None
    last: date | None
    made_on: date
    is_sample: bool = False


def pseudonym(key: UUID) -> str:
    """The same each time for one person, on every laptop of the programme, and found on no paper."""
    return "p" + blake2b(key.bytes, digest_size=6, person=b"trainer-app data").hexdigest()


def _choice(name: str, of: type[StrEnum]) -> Field:
    return Field(name, Type.CHOICE, tuple(member.value for member in of))


SCHOOLING = ("none", "primary", "secondary", "vocational", "university")
PERSON, TRAINING, GROUP, SESSION = (Field(f"{name}_id") for name in ("person", "training", "group", "session"))
DAY = Field("day", Type.DAY)
NOMINAL = (Field("code"), Field("name"), Field("birth_year", Type.WHOLE, unit="year"))
"""Columns of people that are there only when names were asked for."""
REGISTER_NUMBER = Field("register_number", Type.WHOLE)
"""Of an enrolment, with names only: whoever holds a list could find the person by it."""
PEOPLE = (
    PERSON,
    _choice("sex", Sex),
    Field("age_group"),
    Field("occupation"),
    Field("schooling", Type.CHOICE, SCHOOLING),
    Field("language"),
    Field("district"),
    Field("sector"),
)
GROUPS = (
    GROUP,
    Field("group_name"),
    _choice("group_kind", GroupKind),
    Field("inside_group_id"),
    Field("district"),
    Field("sector"),
    Field("value_chain"),
    Field("formed_on", Type.DAY),
    Field("formed_by_itself", Type.YES_NO),
)
MEMBERSHIPS = (PERSON, GROUP, _choice("role", Role), Field("since", Type.DAY), Field("until", Type.DAY))
TRAININGS = (
    TRAINING,
    Field("title"),
    _choice("training_kind", TrainingKind),
    Field("module"),
    GROUP,
    Field("project"),
    Field("district"),
    Field("sector"),
    Field("first_day", Type.DAY),
    Field("last_day", Type.DAY),
    Field("sessions", Type.WHOLE, unit="sessions"),
)
SESSIONS = (
    SESSION,
    TRAINING,
    Field("number", Type.WHOLE),
    DAY,
    Field("starts", Type.TIME),
    Field("ends", Type.TIME),
    Field("cut", Type.YES_NO),
    Field("list_signed", Type.YES_NO),
    Field("nameless_women", Type.WHOLE, unit="people"),
    Field("nameless_men", Type.WHOLE, unit="people"),
    Field("nameless_unknown", Type.WHOLE, unit="people"),
)
ENROLMENTS = (
    TRAINING,
    PERSON,
    Field("outsider", Type.YES_NO),
    Field("leads", Type.YES_NO),
    Field("left_on", Type.DAY),
    Field("sessions_attended", Type.WHOLE, unit="sessions"),
    Field("sessions_expected", Type.WHOLE, unit="sessions"),
    Field("trained", Type.YES_NO),
)
MARKS = (
    SESSION,
    TRAINING,
    DAY,
    PERSON,
    _choice("status", Status),
    Field("minutes", Type.WHOLE, unit="minutes"),
    Field("attended", Type.YES_NO),
    Field("entered_late", Type.YES_NO),
)
SCORES = (
    TRAINING,
    PERSON,
    _choice("phase", Phase),
    Field("form", Type.CHOICE, ("A", "B")),
    _choice("way", Way),
    Field("absent", Type.YES_NO),
    Field("score", Type.NUMBER, unit="points"),
    Field("maximum", Type.NUMBER, unit="points"),
)
ANSWERS = (
    TRAINING,
    PERSON,
    _choice("phase", Phase),
    Field("form", Type.CHOICE, ("A", "B")),
    Field("question_id"),
    Field("answer"),
    Field("right_answer"),
    Field("correct", Type.YES_NO),
)
INDICATORS = (
    Field("indicator_code"),
    Field("indicator"),
    _choice("measure", Measure),
    Field("first_day", Type.DAY),
    Field("last_day", Type.DAY),
    Field("broken_down_by"),
    _choice("sex", Sex),
    Field("age_group"),
    Field("district"),
    _choice("group_kind", GroupKind),
    Field("occupation"),
    Field("module"),
    Field("numerator", Type.NUMBER),
    Field("denominator", Type.NUMBER),
    Field("target", Type.NUMBER),
)
