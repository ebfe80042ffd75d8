"""Official letters of one page: to whom, about what, in which words, and who signs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.attendance import RegisterDay, TrainingHead

NAME, NUMBER, GROUP = "{name}", "{number}", "{group}"
FIELD = re.compile(r"\{(?:name|number|group)\}")


class LetterKind(StrEnum):
    """What an office writes about a training, in the order of its life."""

    NOTICE = "notice"
    TRAINER = "trainer_request"
    INVITATION = "invitation"
    EMPLOYER = "employer"
    THANKS = "thanks"


TO_EACH = frozenset({LetterKind.INVITATION, LetterKind.EMPLOYER})
"""Letters of which everybody on the register gets one."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person that a letter goes to, or is about."""

    id: UUID
    number: str
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the letters of a training are made from, in one language."""

    head: TrainingHead
    days: tuple[RegisterDay, ...]
    people: int
    """Who is to come."""
    addressees: tuple[Addressee, ...]
    sector: str = ""
    district: str = ""
    share_asked: float = 0.8
    came: int = 0
    """Who came at least once, as far as it is marked."""

    @property
    def took_part(self) -> int:
        """For a letter after the training; where nothing is marked yet, those who were to come."""
        return self.came or self.people

    @property
    def organisation(self) -> str:
        """Who writes."""
        return self.head.letterhead.organisation or self.head.organiser

    def of(self, person_id: UUID | None) -> tuple[Addressee, ...]:
        """One of them, or all."""
        return tuple(who for who in self.addressees if person_id in (None, who.id))


@dataclass(frozen=True, slots=True)
class LetterWords:
    """What may be changed before it is printed. `{name}`, `{number}` and `{group}` are those of the addressee."""

    recipient: str
    """A line each."""
    subject: str
    body: str
    """A paragraph each line; an empty line is air."""
    signatory: str = ""
    function: str = ""
    copies: str = ""
    """Who gets a copy for information, a line each."""

    def for_one(self, who: Addressee) -> LetterWords:
        """With the addressee's own words filled in."""
        return replace(
            self,
            recipient=_filled(self.recipient, who),
            subject=_filled(self.subject, who),
            body=_filled(self.body, who),
            copies=_filled(self.copies, who),
        )

    @property
    def differs(self) -> bool:
        """Whether more of it than the recipient is another one for everybody."""
        told = (self.subject, self.body, self.copies)
        return any(field in words for words in told for field in (NAME, NUMBER, GROUP))


@dataclass(frozen=True, slots=True)
class Letter:
    """Ready to be drawn: one page for each addressee, or one page where there are none."""

    kind: LetterKind
    head: TrainingHead
    words: LetterWords
    day: date
    place: str
    """Where it is written."""
    addressees: tuple[Addressee, ...] = ()


def _filled(words: str, who: Addressee) -> str:
    """Only the three fields are known; any other brace is a brace. Lines that are left empty by it go."""
    told = {NAME: who.name, NUMBER: who.number, GROUP: who.group}
    lines = []
    for line in words.splitlines():
        filled = FIELD.sub(lambda found: told[found[0]], line)  # at one go: a name may hold a brace too
        if filled.strip() or not line.strip():
            lines.append(filled)
    return "\n".join(lines)
