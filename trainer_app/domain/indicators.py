"""Indicators: what is counted, of how many, for whom; and a report of them with all that stands behind each number.

Services gather what is counted (`Counted`); all adding up is done here, so that the figure on the screen, the bar of
the chart, the cell of the sheet and the list of people behind it cannot disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.age_bands import UNKNOWN_AGE, AgeBand, AgeBands
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended, PassMark


class Measure(StrEnum):
    """What the file can count by itself; `READING` is told by somebody."""

    PEOPLE_REACHED = "people_reached"  # came to at least one session
    PEOPLE_TRAINED = "people_trained"  # attended enough of a training
    ATTENDANCE = "attendance"  # sessions attended, of those expected
    TRAININGS_HELD = "trainings_held"
    SESSIONS_HELD = "sessions_held"
    GROUPS_REACHED = "groups_reached"
    COVERAGE = "coverage"  # members trained, of all members
    PASSED = "passed"  # at or above the pass mark, of those who sat the last test
    GAINED = "gained"  # better in the last test than before, of those who sat both
    CERTIFIED = "certified"
    REGISTERED = "registered"  # cooperatives that the file knows to be registered
    READING = "reading"


class Counting(StrEnum):
    """What one is, where people are counted."""

    PEOPLE_PER_TOPIC = "people_per_topic"  # each person once in each module
    PEOPLE = "people"  # each person once
    ATTENDANCES = "attendances"  # each time somebody came


class By(StrEnum):
    """What a figure is broken down by."""

    SEX = "sex"
    AGE = "age"
    DISTRICT = "district"
    GROUP_KIND = "group_kind"
    OCCUPATION = "occupation"
    MODULE = "module"


Trait = Sex | AgeBand | GroupKind | str | None
"""A value of one `By`. A district is its name, a module its code, an occupation as it was written; "" is not known."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing that an indicator counts: a person in a topic, an attendance, a training, a group."""

    counts: bool
    """Whether it is in the numerator; in the denominator it is in any case."""
    person_id: UUID | None = None
    training_id: UUID | None = None
    group_id: UUID | None = None
    day: date | None = None
    sex: Sex = Sex.UNKNOWN
    age: AgeBand = UNKNOWN_AGE
    district: str = ""
    group_kind: GroupKind | None = None
    occupation: str = ""
    module: str = ""
    times: int = 1
    """How often it counts: the sessions of one person in one training are one entry. `figure` adds these up."""

    def trait(self, by: By) -> Trait:
        match by:
            case By.SEX:
                return self.sex
            case By.AGE:
                return self.age
            case By.DISTRICT:
                return self.district
            case By.GROUP_KIND:
                return self.group_kind
            case By.OCCUPATION:
                return self.occupation
            case By.MODULE:
                return self.module


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or so many of so many."""

    numerator: float
    denominator: float | None = None

    @property
    def value(self) -> float | None:
        """The share where there is a denominator; None of nobody: nothing is divided by zero."""
        if self.denominator is None:
            return self.numerator
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator as the programme defined it."""

    id: UUID
    measure: Measure
    title: str = ""
    """As the donor words it; empty: as the measure is called."""
    donor_code: str = ""
    definition: str = ""
    module: str = ""
    """Code of the only module that counts; "" for any."""
    group_kind: GroupKind | None = None
    kind: str = ""
    counting: Counting = Counting.PEOPLE_PER_TOPIC

    @property
    def is_share(self) -> bool:
        return self.measure in SHARES


SHARES = frozenset({Measure.ATTENDANCE, Measure.COVERAGE, Measure.PASSED, Measure.GAINED})
"""Measures that are so many of so many. A reading is one where its source named a denominator."""
OF_PEOPLE = frozenset(
    {
        Measure.PEOPLE_REACHED,
        Measure.PEOPLE_TRAINED,
        Measure.ATTENDANCE,
        Measure.COVERAGE,
        Measure.PASSED,
        Measure.GAINED,
        Measure.CERTIFIED,
    }
)
"""Measures whose evidence is people."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody found on a day, and how they know."""

    id: UUID
    on_day: date
    district: str
    """"" for the whole programme."""
    figure: Figure
    source: str
    women: float | None = None
    men: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Targeted:
    """A target of a district, or of the whole programme where `district` is "". The two need not agree."""

    district: str
    number: float
    first: date | None = None
    last: date | None = None
    """Of which days: a quarter may be made of the targets of its months."""


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator in the period, with everything that was counted for it."""

    wanted: Wanted
    figure: Figure
    counted: tuple[Counted, ...] = ()
    targets: tuple[Targeted, ...] = ()
    readings: tuple[Reading, ...] = ()
    outsiders: int = 0
    """People from outside the project, in none of the other numbers."""
    heads: int = 0
    """Came without a name, in none of the other numbers."""
    district: str = ""
    """The one that the report is about; "" for all."""
    wider: tuple[Targeted, ...] = ()
    """Targets of a longer period that holds this one. They are told and never divided."""

    @property
    def target(self) -> float | None:
        """Of what the report is about; where nobody set one for the whole programme, the sum of the districts'.

        Shares are not added up.
        """
        if (own := self.target_of(self.district)) is not None:
            return own
        return None if self.district or self.is_share else sum(one.number for one in self.targets) or None

    @property
    def is_share(self) -> bool:
        return self.wanted.is_share or self.figure.denominator is not None

    def target_of(self, district: str) -> float | None:
        return next((one.number for one in self.targets if one.district == district), None)

    @property
    def reached(self) -> float | None:
        """Actual divided by target."""
        value = self.figure.value
        return value / self.target if value is not None and self.target else None


class DoubtKind(StrEnum):
    """Why the numbers may not be whole yet, the gravest first."""

    NOT_MARKED = "not_marked"  # sessions held without a mark
    PARTLY_MARKED = "partly_marked"  # some people of the list have no mark
    NOT_SIGNED = "not_signed"  # the paper list did not come back
    FLAGGED = "flagged"  # lists to look at again that nobody answered
    NO_SEX = "no_sex"
    NO_AGE = "no_age"
    NO_DISTRICT = "no_district"
    NO_TEST_AFTER = "no_test_after"
    DUPLICATES = "duplicates"  # people who may be the same
    NO_READING = "no_reading"  # an outcome without a reading in the period


@dataclass(frozen=True, slots=True)
class Doubt:
    kind: DoubtKind
    count: int
    keys: tuple[UUID, ...] = ()
    """Of the sessions, the people or the indicators that it is about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is asked for."""

    first: date
    last: date
    project_id: UUID | None = None
    district_id: UUID | None = None
    by: tuple[By, ...] = (By.SEX, By.AGE)
    counting: Counting | None = None
    """For every indicator of people, instead of what each says."""
    sample: bool = False
    """Of the sample programme, which no other report counts."""


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    asked: Asked
    lines: tuple[IndicatorLine, ...]
    doubts: tuple[Doubt, ...]
    attended: Attended
    pass_mark: PassMark
    ages: AgeBands
    made_on: date
    project: str = ""
    district: str = ""
    organiser: str = ""

    @property
    def says_nothing(self) -> bool:
        """Nothing was done in the period and nothing was found. Members are there in any period."""
        lines = [line for line in self.lines if line.wanted.measure is not Measure.COVERAGE]
        return not any(line.counted or line.readings or line.outsiders or line.heads for line in lines)


Parts = tuple[tuple[tuple[Trait, ...], Figure], ...]
"""Values of each `By` in turn > what was counted of them."""


def figure(counted: Iterable[Counted], share: bool) -> Figure:
    found = list(counted)
    numerator = sum(one.times for one in found if one.counts)
    return Figure(numerator, sum(one.times for one in found) if share else None)


def breakdown(line: IndicatorLine, by: Sequence[By], ages: AgeBands) -> Parts:
    """Each combination that occurs with its figure, in the order in which lists name them.

    The parts add up to the whole: what is not known is a part of its own.
    """
    found: dict[tuple[Trait, ...], list[Counted]] = defaultdict(list)
    for one in line.counted:
        found[tuple(one.trait(kind) for kind in by)].append(one)
    ordered = sorted(found, key=lambda traits: [_place(trait, ages) for trait in traits])
    share = line.figure.denominator is not None
    return tuple((traits, figure(found[traits], share)) for traits in ordered)


def behind(line: IndicatorLine, by: Sequence[By], traits: Sequence[Trait]) -> tuple[Counted, ...]:
    """What a number of the breakdown counts: the list of people behind it."""
    wanted = tuple(traits)
    return tuple(one for one in line.counted if tuple(one.trait(kind) for kind in by) == wanted)


def _place(trait: Trait, ages: AgeBands) -> tuple[int, str]:
    """Women before men, young before old, names by the alphabet, what is not known last."""
    if isinstance(trait, Sex):
        return list(Sex).index(trait), ""
    if isinstance(trait, AgeBand):
        return (ages.bands.index(trait) if trait in ages.bands else len(ages.bands)), ""
    if isinstance(trait, GroupKind):
        return list(GroupKind).index(trait), ""
    return (0, trait) if trait else (1_000, "")
