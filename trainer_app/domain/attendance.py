"""Who came to a session, and what that adds up to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.people import AgeBand, Sex

LATE_EDIT_AFTER = timedelta(hours=48)  # after the session's day; the edit is kept, and shown with a corner mark


class Status(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"
    EXCUSED = "excused"


CAME = frozenset({Status.PRESENT, Status.LATE})
LETTERS = {Status.PRESENT: "P", Status.ABSENT: "A", Status.LATE: "L", Status.EXCUSED: "E"}
GLYPHS = {Status.PRESENT: "✓", Status.ABSENT: "✕", Status.LATE: "◔", Status.EXCUSED: "◇"}

# One map for the three languages at once, without collisions: Present/Yaje, Absent/Ntiyaje,
# Late/Retard/Kererewe, Excused/Justifié/Uruhushya; numpad 1-4 and the same keys of an AZERTY row.
KEYS = {
    **dict.fromkeys("PY1&", Status.PRESENT),
    **dict.fromkeys("AN2É", Status.ABSENT),
    **dict.fromkeys('LRK3"', Status.LATE),
    **dict.fromkeys("EJU4'", Status.EXCUSED),
}
WORDS = {
    **dict.fromkeys(("present", "présent", "présente", "yaje", "x", "✓", "oui", "yes", "yego"), Status.PRESENT),
    **dict.fromkeys(("absent", "absente", "ntiyaje", "yasibye", "0", "non", "no", "oya", "✕"), Status.ABSENT),
    **dict.fromkeys(("late", "retard", "yakererewe", "◔"), Status.LATE),
    **dict.fromkeys(("excused", "excusé", "excusée", "afite impamvu", "uruhushya", "◇"), Status.EXCUSED),
}


def status_for_key(text: str) -> Status | None:
    """The status that one typed character stands for, in any of the three languages and either case."""
    return KEYS.get(text.upper())


def status_for_word(text: str) -> Status | None:
    """The status that a cell pasted or imported from a sheet stands for; None when it is not one."""
    word = text.strip().casefold()
    return WORDS.get(word) or (KEYS.get(word.upper()) if len(word) == 1 else None)


@dataclass(frozen=True, slots=True)
class RegisterDay:
    """One column of the register: a session of the training."""

    session_id: UUID
    number: int
    day: date
    starts: time
    ends: time

    def is_future(self, today: date) -> bool:
        return self.day > today


@dataclass(frozen=True, slots=True)
class Cell:
    status: Status | None = None
    note: str = ""
    edited_late: bool = False


@dataclass(frozen=True, slots=True)
class RegisterLine:
    person_id: UUID
    number: str  # the No of the register: given once, the same on paper and screen
    name: str
    sex: Sex
    age: AgeBand
    phone: str  # E.164, or ""
    organisation: str
    cells: tuple[Cell, ...]  # one for each RegisterDay
    occupation: str = ""
    place: str = ""
    national_id: str = ""

    @property
    def rate(self) -> float | None:
        return rate(cell.status for cell in self.cells)


@dataclass(frozen=True, slots=True)
class TrainingHead:
    """What stands above every register and list of a training, in one content language."""

    id: UUID
    code: str
    title: str
    group: str
    venue: str
    place: str
    first_day: date
    last_day: date
    trainers: tuple[str, ...]
    project: str = ""
    organiser: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    head: TrainingHead
    days: tuple[RegisterDay, ...]
    lines: tuple[RegisterLine, ...]

    def column(self, session_id: UUID) -> int:
        return next(n for n, day in enumerate(self.days) if day.session_id == session_id)


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of one session by status; `came` by sex and by age band."""

    by_status: Counter[Status | None]
    came_by_sex: Counter[Sex]
    came_by_age: Counter[AgeBand]

    @property
    def came(self) -> int:
        return sum(self.by_status[status] for status in CAME)

    @property
    def unmarked(self) -> int:
        return self.by_status[None]


def totals(register: Register, column: int) -> Totals:
    came = [line for line in register.lines if line.cells[column].status in CAME]
    return Totals(
        Counter(line.cells[column].status for line in register.lines),
        Counter(line.sex for line in came),
        Counter(line.age for line in came),
    )


def rate(statuses: Iterable[Status | None]) -> float | None:
    """Share of the marked sessions that a person came to; an excused session is not expected of them."""
    expected = [status for status in statuses if status not in (None, Status.EXCUSED)]
    return sum(status in CAME for status in expected) / len(expected) if expected else None


def numbers_in(text: str) -> tuple[str, ...]:
    """The register numbers in `7, 12 23;31-33 12b`, in the order written and without repeats.

    Raises ValueError with the first piece that is not a number.
    """
    found: dict[str, None] = {}
    for piece in re.split(r"[\s,;]+", text.strip()):
        if span := re.fullmatch(r"(\d+)-(\d+)", piece):
            first, last = int(span[1]), int(span[2])
            if not first <= last <= first + 999:
                raise ValueError(piece)
            found |= dict.fromkeys(str(n) for n in range(first, last + 1))
        elif re.fullmatch(r"\d+[a-z]?", piece.lower()):
            found[piece.lower().lstrip("0") or "0"] = None
        elif piece:
            raise ValueError(piece)
    return tuple(found)
