"""Who came to a session, and what that adds up to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import UUID

from trainer_app.domain.age_bands import USUAL_BANDS, AgeBand
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.domain.list_forms import Details
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import USUAL, Attended
from trainer_app.domain.statuses import Status as Status

NOON = time(12)
LATE_EDIT_AFTER = timedelta(hours=48)  # after the session's day; the edit is kept, and shown with a corner mark

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
    **dict.fromkeys(("✔", "√", "☑", "true", "vrai", "présents", "prés", "pres", "arahari"), Status.PRESENT),
    **dict.fromkeys(("absent", "absente", "ntiyaje", "yasibye", "0", "non", "no", "oya", "✕"), Status.ABSENT),
    **dict.fromkeys(("✗", "✘", "false", "faux", "abs", "ntahari"), Status.ABSENT),
    **dict.fromkeys(("late", "retard", "yakererewe", "◔", "ret", "en retard"), Status.LATE),
    **dict.fromkeys(("excused", "excusé", "excusée", "afite impamvu", "uruhushya", "◇"), Status.EXCUSED),
    **dict.fromkeys(("exc", "just", "justifié", "justifiée", "yasabye uruhushya"), Status.EXCUSED),
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
    part: str = ""
    """Which of several sessions on one day: "am", "pm", or its hour where that does not tell them apart."""

    def is_future(self, today: date) -> bool:
        return self.day > today

    @property
    def week(self) -> date:
        """The Monday of its week."""
        return self.day - timedelta(days=self.day.weekday())


@dataclass(frozen=True, slots=True)
class Cell:
    status: Status | None = None
    note: str = ""
    edited_late: bool = False
    minutes: int | None = None
    """How long the person stayed, where somebody wrote it down."""
    reason: str = ""
    """Why it was corrected after the fact."""


@dataclass(frozen=True, slots=True)
class Heads:
    """How many came to a session whose names nobody has. Kept apart from named people in every figure."""

    women: int = 0
    men: int = 0
    unknown: int = 0
    note: str = ""

    @property
    def all(self) -> int:
        return self.women + self.men + self.unknown


@dataclass(frozen=True, slots=True)
class SessionState:
    """What is known of a session besides its marks."""

    cut: bool = False
    list_signed: bool | None = None
    """Whether the paper list with the signatures came back; None while nobody said."""


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
    left_on: date | None = None
    """From this day on nobody expects the person, who stays on the register."""
    replaces: str = ""
    """Number and name of the person whose place this one took."""
    outsider: bool = False
    """From a group outside the project: counted apart."""
    leads: bool = False
    """A facilitator whom somebody enrolled: listed, never counted."""

    def has_left(self, day: RegisterDay) -> bool:
        return self.left_on is not None and day.day >= self.left_on

    def is_unmarked(self, column: int, day: RegisterDay) -> bool:
        """Whether a mark is still missing there: nobody expects one of who left, or leads."""
        return self.cells[column].status is None and not self.leads and not self.has_left(day)

    def rate(self, rule: Attended) -> float | None:
        return None if self.leads else rate(self.cells, rule)


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
    places: int | None = None
    """How many can take part; None when nobody counts."""
    letterhead: Letterhead = NONE


@dataclass(frozen=True, slots=True)
class Register:
    head: TrainingHead
    days: tuple[RegisterDay, ...]
    lines: tuple[RegisterLine, ...]
    rule: Attended = USUAL
    """What counts as attended, as it was decided when the register was read."""
    heads: tuple[Heads, ...] = ()
    """One for each day where somebody counted heads; none at all where nobody did."""
    bands: tuple[AgeBand, ...] = USUAL_BANDS.bands
    """The age groups as they were decided when the register was read, without the unknown one."""
    details: Mapping[UUID, Details] = field(default_factory=dict, hash=False)
    """Of each person, where the form of a list asks for more than a line of the register says."""

    def heads_on(self, column: int) -> Heads:
        return self.heads[column] if self.heads else Heads()

    def column(self, session_id: UUID) -> int:
        return next(n for n, day in enumerate(self.days) if day.session_id == session_id)


@dataclass(frozen=True, slots=True)
class Totals:
    """One session in counts. Those from outside and heads without a name stand apart, and are in no other count."""

    came: int
    came_by_sex: Counter[Sex]
    came_by_age: Counter[AgeBand]
    by_status: Counter[Status]
    expected: int
    """Those whose mark is given or missing: not who left before."""
    unmarked: int
    too_short: int = 0
    """Marked present or late as the rule asks, but gone too soon."""
    outsiders: int = 0
    outsiders_came: int = 0
    heads: Heads = Heads()


def totals(register: Register, column: int) -> Totals:
    day, rule = register.days[column], register.rule
    counted = [line for line in register.lines if not line.leads]
    own = [line for line in counted if not line.outsider]
    outside = [line for line in counted if line.outsider]
    came = [line for line in own if attended(line.cells[column], rule)]
    marked = Counter(status for line in own if (status := line.cells[column].status) is not None)
    unmarked = sum(line.is_unmarked(column, day) for line in own)
    return Totals(
        came=len(came),
        came_by_sex=Counter(line.sex for line in came),
        came_by_age=Counter(line.age for line in came),
        by_status=marked,
        expected=marked.total() + unmarked,
        unmarked=unmarked,
        too_short=sum(marked[status] for status in rule.statuses()) - len(came),
        outsiders=len(outside),
        outsiders_came=sum(attended(line.cells[column], rule) for line in outside),
        heads=register.heads_on(column),
    )


def attended(cell: Cell, rule: Attended) -> bool:
    return rule.counts(cell.status, cell.minutes)


def rate(cells: Iterable[Cell], rule: Attended) -> float | None:
    """Share of the marked sessions that a person attended, of those that were expected of them."""
    expected = [cell for cell in cells if rule.expects(cell.status)]
    return sum(attended(cell, rule) for cell in expected) / len(expected) if expected else None


def corrects(day: date, before: Status | None, today: date) -> bool:
    """Whether writing a mark now is a correction after the fact, of which somebody may ask why."""
    return today - day >= LATE_EDIT_AFTER or (today > day and before is not None)


def parts_of_day(starts: Iterable[time]) -> tuple[str, ...]:
    """What tells sessions of one day apart: nothing when there is one, else "am" and "pm", else their hours."""
    hours = tuple(starts)
    halves = tuple("am" if hour < NOON else "pm" for hour in hours)
    if len(hours) == 1:
        return ("",)
    return halves if len(set(halves)) == len(halves) else tuple(f"{hour:%H:%M}" for hour in hours)


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
