"""That a person agreed to what is kept about them, how, and to which text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

TEXT_VERSION = "1"  # of resources/consent: the folder of the text that is read to people today
LIST_VERSION = "list-1"  # of the sentence above the signatures of a list


class ConsentWay(StrEnum):
    SIGNED = "signed"
    SAID = "said"  # before a witness
    ON_LIST = "on_list"  # by signing a list that bears the sentence
    BY_PARENT = "by_parent"


class ConsentState(StrEnum):
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not_asked"


GLYPHS = {ConsentState.AGREED: "✓", ConsentState.WITHDRAWN: "✕", ConsentState.NOT_ASKED: "?"}


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """One time that somebody agreed, as it is written down."""

    given_on: date
    way: ConsentWay = ConsentWay.SIGNED
    language: str = "rw"
    text_version: str = TEXT_VERSION
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConsentLine:
    id: UUID
    form: ConsentForm
    withdrawn_on: date | None


@dataclass(frozen=True, slots=True)
class Consented:
    """How it stands with one person today, and since when."""

    state: ConsentState = ConsentState.NOT_ASKED
    day: date | None = None


NOT_ASKED = Consented()


@dataclass(frozen=True, slots=True)
class ConsentText:
    """The text that is read to people: a title, and one short sentence a line."""

    language: str
    version: str
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignedList:
    """Who may be recorded at once from the list of a training: those who came, and how it stands with them."""

    training_id: UUID
    not_asked: tuple[UUID, ...]
    agreed: int
    withdrawn: int
    first_day: date | None

    @property
    def came(self) -> int:
        return len(self.not_asked) + self.agreed + self.withdrawn


def standing(lines: tuple[ConsentLine, ...]) -> Consented:
    """What the latest word of a person was: `lines` in any order.

    Taking back ends whatever was agreed until then, so what still stands on that same day was said after it.
    """
    if not lines:
        return NOT_ASKED
    agreed = [line.form.given_on for line in lines if line.withdrawn_on is None]
    back = [line.withdrawn_on for line in lines if line.withdrawn_on is not None]
    if agreed and (not back or max(agreed) >= max(back)):
        return Consented(ConsentState.AGREED, max(agreed))
    return Consented(ConsentState.WITHDRAWN, max(back))
