"""Tests before and after a training: how each is given, what everybody scored, and what was gained between them.

What follows from many scores is told in `domain/test_figures.py`, answers to single questions in `domain/answers.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.people import Sex

HAIR = 1e-9  # 0.55 of 100 points is a hair more than 55 in a computer's numbers


class Phase(StrEnum):
    PRE = "pre"
    POST = "post"
    LATER = "later"


class Way(StrEnum):
    """How a test is given. In the last three everybody answers at once, and only hands and beans are counted."""

    WRITTEN = "written"
    ORAL = "oral"  # one person after the other, with pictures
    CARDS = "cards"  # everybody holds up a card
    HANDS = "hands"
    BEANS = "beans"  # one bag for each answer


TALLIED = frozenset({Way.CARDS, Way.HANDS, Way.BEANS})

FORMS = ("A", "B")
CROSSED = ""
"""The form of a test of which half of the people have A first."""

DID_NOT_SIT = "-"
ABSENT = "a"
ABSENT_WORDS = frozenset({"a", "n", "abs", "absent", "absente", "absent(e)", "ntiyaje", "yasibye", "ntahari"})
"""The letters and words for "absent" of the register, in all three languages at once; but not its digits."""


class ScoreProblem(ValueError):
    """What was typed is not a score: `args[0]` is "number", "negative" or "too_high"."""


class Standing(StrEnum):
    """What is known of a person in one phase."""

    SCORE = "score"
    DID_NOT_SIT = "did_not_sit"  # came, and sat no test
    ABSENT = "absent"
    NOT_ENTERED = "not_entered"


@dataclass(frozen=True, slots=True)
class Mark:
    """A result in one phase: a value, did not sit, or absent. No Mark at all means not yet entered."""

    value: float | None
    absent: bool = False

    @property
    def sat(self) -> bool:
        return self.value is not None

    @property
    def standing(self) -> Standing:
        if self.value is not None:
            return Standing.SCORE
        return Standing.ABSENT if self.absent else Standing.DID_NOT_SIT


@dataclass(frozen=True, slots=True)
class TestPlan:
    """What somebody decided about the test of one phase; what is empty is as usual."""

    __test__ = False  # pytest would take it for a test of the program

    form: str = CROSSED
    way: Way = Way.WRITTEN
    held_on: date | None = None
    maximum: float | None = None
    pass_mark: float | None = None
    module_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class GivenTest:
    """The test of one phase as it is: what is usual filled in."""

    phase: Phase
    plan: TestPlan
    maximum: float
    pass_mark: float
    """Points from which it is passed."""
    module_id: UUID | None
    """Whose questions are asked."""
    forms: tuple[str, ...] = FORMS
    """The forms that these questions have."""

    @property
    def is_crossed(self) -> bool:
        return self.plan.form == CROSSED and len(self.forms) > 1

    @property
    def is_tallied(self) -> bool:
        return self.plan.way in TALLIED

    def form_for(self, number: int) -> str:
        """The form that the person with this number of the register gets."""
        if self.plan.form:
            return self.plan.form
        return crossed_form(number, self.phase) if self.is_crossed else next(iter(self.forms), FORMS[0])

    def passes(self, score: float) -> bool:
        return score >= self.pass_mark - HAIR

    def share(self, mark: Mark | None) -> float | None:
        """The score as a share of the points that there are."""
        return None if mark is None or mark.value is None else mark.value / self.maximum


def crossed_form(number: int, phase: Phase) -> str:
    """Odd numbers have A before the training and B after it, even numbers B and then A; later, the first form again.

    So each question is asked before and after, nobody meets it twice in a few days, and a form that is easier than
    the other makes nobody's gain.
    """
    return FORMS[(number + (phase is not Phase.POST)) % 2]


def other_form(form: str) -> str:
    return FORMS[1] if form == FORMS[0] else FORMS[0]


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A person of the register in the three phases."""

    person_id: UUID
    number: str
    name: str
    pre: Mark | None
    post: Mark | None
    later: Mark | None = None
    sex: Sex = Sex.UNKNOWN
    forms: tuple[str, str, str] = ("A", "A", "A")
    """The form in each phase: the one that the person had, else the one to be given."""
    answers: tuple[str, str, str] = ("", "", "")
    """What was answered in each phase, a sign a question; "" where nobody typed it."""
    scale: float = 1.0
    """What a point of the pre-test is in points of the post-test."""
    left: bool = False
    """Left the training; their scores stay."""

    def mark(self, phase: Phase) -> Mark | None:
        return (self.pre, self.post, self.later)[ORDER[phase]]

    def form(self, phase: Phase) -> str:
        return self.forms[ORDER[phase]]

    def answered(self, phase: Phase) -> str:
        return self.answers[ORDER[phase]]

    def standing(self, phase: Phase) -> Standing:
        mark = self.mark(phase)
        return Standing.NOT_ENTERED if mark is None else mark.standing

    @property
    def gain(self) -> float | None:
        """In points of the post-test."""
        if self.pre is None or self.pre.value is None:
            return None
        return gain(Mark(self.pre.value * self.scale), self.post)


ORDER = {phase: place for place, phase in enumerate(Phase)}


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    training_id: UUID
    title: str
    maximum: float
    """Of a test that says nothing else."""
    lines: tuple[ScoreLine, ...]
    tests: tuple[GivenTest, ...] = field(default=())

    def test(self, phase: Phase) -> GivenTest:
        return self.tests[ORDER[phase]]

    def maximum_of(self, phase: Phase) -> float:
        return self.tests[ORDER[phase]].maximum if self.tests else self.maximum


@dataclass(frozen=True, slots=True)
class ScoreTotals:
    mean_pre: float | None
    mean_post: float | None
    mean_gain: float | None
    """Mean over the people who sat both tests, never the difference of the two means."""
    missing_post: int


def parse_score(text: str, maximum: float) -> Mark | None:
    """`7,5` and `7.5` are a score, `-` is did not sit, `a` is absent, "" clears. Raises ScoreProblem."""
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    if typed in ("-", "–", "—"):
        return Mark(None)
    try:
        value = float(typed)
    except ValueError as error:
        if typed.casefold() in ABSENT_WORDS:
            return Mark(None, absent=True)
        raise ScoreProblem("number") from error
    if not value >= 0:
        raise ScoreProblem("negative")
    if value > maximum:
        raise ScoreProblem("too_high")
    return Mark(value)


def gain(pre: Mark | None, post: Mark | None) -> float | None:
    """Points gained; blank when one of the two tests is missing."""
    if pre is None or post is None or pre.value is None or post.value is None:
        return None
    return post.value - pre.value


def mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def totals(lines: Iterable[ScoreLine]) -> ScoreTotals:
    lines = tuple(lines)
    return ScoreTotals(
        mean(line.pre.value for line in lines if line.pre),
        mean(line.post.value for line in lines if line.post),
        mean(line.gain for line in lines),
        sum(line.post is None or not line.post.sat for line in lines),
    )


def last_after(line: ScoreLine) -> Phase | None:
    """The last test after the training that the person sat."""
    return next((phase for phase in (Phase.LATER, Phase.POST) if line.standing(phase) is Standing.SCORE), None)


def is_low(score: float, maximum: float, below: float) -> bool:
    """Whether somebody with this score needs help: less than the share `below` of the points."""
    return score < below * maximum - HAIR
