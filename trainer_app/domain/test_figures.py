"""What many scores say: means, gains, the size of an effect, questions that are too hard, people who need help.

Every figure carries how many people it rests on, and says when they are few. Scores of tests with different maxima
are compared in shares of their points. The definitions in words stand in `documents/score_words.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median
from uuid import UUID

from trainer_app.domain.answers import AnsweredSheet, Question, Tally, Z, wilson
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import FORMS, HAIR, GivenTest, Phase, ScoreLine, Standing, is_low, last_after
from trainer_app.domain.student import t_quantile

FEW = 5
"""Figures of fewer people than this are shown with a warning."""
DIFFICULT_BELOW = 0.5
"""A question that fewer than this share answered rightly is difficult."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, how many people it rests on, and where there is one the 95 % interval."""

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None

    @property
    def is_few(self) -> bool:
        return self.n < FEW


NO_FIGURE = Figure(None, 0)


@dataclass(frozen=True, slots=True)
class PhaseFigures:
    """One phase, in points."""

    phase: Phase
    maximum: float
    pass_mark: float
    sat: int
    did_not_sit: int
    absent: int
    not_entered: int
    mean: Figure
    median: Figure
    lowest: Figure
    highest: Figure
    passed: int
    pass_share: Figure
    """Of those who sat, with Wilson's interval."""

    @property
    def is_few(self) -> bool:
        return self.sat < FEW


@dataclass(frozen=True, slots=True)
class GainFigures:
    """From one phase to another, of the people who sat both."""

    first: Phase
    second: Phase
    n: int
    mean_first: Figure
    """Share of the points, of these people only."""
    mean_second: Figure
    points: Figure
    """Mean gain in points of the second test, with the interval of Student's t."""
    class_gain: Figure
    """Hake's <g>: gained of what could be gained, of the means."""
    mean_gain: Figure
    """The mean of each person's own normalised gain."""
    could_gain_nothing: int
    """Had full points already in the first test: they are in the class gain, and have none of their own."""
    more: int
    same: int
    fewer: int
    """People with more, the same and fewer points than before."""
    effect: Figure
    """Hedges' g_av."""

    @property
    def is_few(self) -> bool:
        return self.n < FEW


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The figures of some people: of all, of women, of those who had form A first."""

    people: int
    phases: tuple[PhaseFigures, ...]
    gains: tuple[GainFigures, ...]
    """From the pre-test to the post-test, and to the later one where somebody sat it."""

    def phase(self, phase: Phase) -> PhaseFigures:
        return next(one for one in self.phases if one.phase is phase)

    def gain(self, second: Phase = Phase.POST) -> GainFigures:
        return next(one for one in self.gains if one.second is second)


@dataclass(frozen=True, slots=True)
class ItemPhase:
    """How one question went in one phase."""

    phase: Phase
    right: int
    asked: int
    facility: Figure
    """Share of right answers of all who were asked, with Wilson's interval."""
    discrimination: Figure
    """Correlation with the points on all other questions of the sheet; none for a tally."""
    chosen: Mapping[str, int]
    """Letter > how many chose it."""
    is_tallied: bool = False


@dataclass(frozen=True, slots=True)
class ItemFigures:
    question: Question
    phases: tuple[ItemPhase, ...]
    """Only those in which it was asked."""

    def in_phase(self, phase: Phase) -> ItemPhase | None:
        return next((one for one in self.phases if one.phase is phase), None)

    @property
    def last(self) -> ItemPhase:
        return self.phases[-1]


@dataclass(frozen=True, slots=True)
class ObjectiveFigures:
    """A unit of the module: how many of its questions were answered rightly, before and after."""

    unit_code: str
    title: str
    objectives: tuple[str, ...]
    phases: tuple[tuple[Phase, Tally, int], ...]
    """Phase, right of asked (answers, not people), and how many people they are of."""
    is_reached: bool | None
    """In the last phase after the training: as many are right as one needs to pass; None before."""


@dataclass(frozen=True, slots=True)
class InNeed:
    """Somebody whose last test lies below the rule."""

    person_id: UUID
    number: str
    name: str
    phase: Phase
    score: float
    maximum: float


@dataclass(frozen=True, slots=True)
class TestFigures:
    """All figures of the tests of one training."""

    __test__ = False  # pytest would take it for a test of the program

    training_id: UUID
    title: str
    tests: tuple[GivenTest, ...]
    lines: tuple[ScoreLine, ...]
    all: GroupFigures
    by_sex: Mapping[Sex, GroupFigures]
    """Only those of whom there is somebody."""
    by_form: Mapping[str, GroupFigures]
    """By the form that people had first; empty unless there are both. Alike means tell that the forms are fair."""
    items: tuple[ItemFigures, ...]
    difficult: tuple[ItemFigures, ...]
    """The hardest first."""
    difficult_below: float
    objectives: tuple[ObjectiveFigures, ...]
    to_help: tuple[InNeed, ...]
    low_below: float
    without_post: tuple[ScoreLine, ...]
    """Who sat the pre-test, has not left, and has no post-test, once somebody sat it."""

    @property
    def has_answers(self) -> bool:
        return bool(self.items)


def group_figures(lines: Iterable[ScoreLine], tests: Sequence[GivenTest]) -> GroupFigures:
    lines = tuple(lines)
    phases = tuple(phase_figures(lines, test) for test in tests)
    by_phase = {test.phase: test for test in tests}
    pairs = [(Phase.PRE, Phase.POST)]
    if any(line.standing(Phase.LATER) is Standing.SCORE for line in lines):
        pairs.append((Phase.PRE, Phase.LATER))
    gains = tuple(gain_figures(lines, by_phase[first], by_phase[second]) for first, second in pairs)
    return GroupFigures(len(lines), phases, gains)


def phase_figures(lines: Iterable[ScoreLine], test: GivenTest) -> PhaseFigures:
    lines = tuple(lines)
    standings = Counter(line.standing(test.phase) for line in lines)
    scores = [mark.value for line in lines if (mark := line.mark(test.phase)) and mark.value is not None]
    passed = sum(map(test.passes, scores))
    return PhaseFigures(
        test.phase,
        test.maximum,
        test.pass_mark,
        sat=len(scores),
        did_not_sit=standings[Standing.DID_NOT_SIT],
        absent=standings[Standing.ABSENT],
        not_entered=standings[Standing.NOT_ENTERED],
        mean=mean_figure(scores),
        median=Figure(median(scores) if scores else None, len(scores)),
        lowest=Figure(min(scores, default=None), len(scores)),
        highest=Figure(max(scores, default=None), len(scores)),
        passed=passed,
        pass_share=share_figure(passed, len(scores)),
    )


def gain_figures(lines: Iterable[ScoreLine], first: GivenTest, second: GivenTest) -> GainFigures:
    """Of the people who sat both tests."""
    pairs = [
        (before, after)
        for line in lines
        if (before := first.share(line.mark(first.phase))) is not None
        and (after := second.share(line.mark(second.phase))) is not None
    ]
    starts, ends = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    own = [found for pair in pairs if (found := normalised_gain(*pair)) is not None]
    changes = Counter(_direction(end - start) for start, end in pairs)
    n = len(pairs)
    return GainFigures(
        first.phase,
        second.phase,
        n,
        mean_figure(starts),
        mean_figure(ends),
        points=mean_figure([(end - start) * second.maximum for start, end in pairs]),
        class_gain=Figure(normalised_gain(fmean(starts), fmean(ends)) if n else None, n),
        mean_gain=Figure(fmean(own) if own else None, len(own)),
        could_gain_nothing=n - len(own),
        more=changes[1],
        same=changes[0],
        fewer=changes[-1],
        effect=effect_size(starts, ends),
    )


def _direction(change: float) -> int:
    return 0 if abs(change) <= HAIR else 1 if change > 0 else -1


def normalised_gain(before: float, after: float) -> float | None:
    """What was gained of what could be gained (Hake 1998); shares of the points. None for who had all of them."""
    return None if before >= 1 - HAIR else (after - before) / (1 - before)


def share_figure(part: int, n: int) -> Figure:
    found = wilson(part, n)
    return Figure(part / n, n, found.low, found.high) if found else NO_FIGURE


def mean_figure(values: Sequence[float]) -> Figure:
    """The mean with Student's interval; one value has none."""
    n = len(values)
    if not n:
        return NO_FIGURE
    middle = fmean(values)
    if n < 2:
        return Figure(middle, n)
    reach = t_quantile(n - 1) * sqrt(variance(values) / n)
    return Figure(middle, n, middle - reach, middle + reach)


def variance(values: Sequence[float]) -> float:
    """Of a sample: divided by one less than there are."""
    middle = fmean(values)
    return sum((value - middle) ** 2 for value in values) / (len(values) - 1)


def covariance(left: Sequence[float], right: Sequence[float]) -> float:
    middles = fmean(left), fmean(right)
    return sum((a - middles[0]) * (b - middles[1]) for a, b in zip(left, right, strict=True)) / (len(left) - 1)


def effect_size(before: Sequence[float], after: Sequence[float]) -> Figure:
    """Hedges' g_av of pairs: the mean gain in units of the average spread, corrected for few people (Lakens 2013).

    The spread is the root of the mean of the two variances. The interval is Bonett's (2008) for such a standardised
    difference of paired means, times the same correction. None for fewer than two pairs, or where all are equal.
    """
    n = len(before)
    if n < 2:
        return Figure(None, n)
    first, second = variance(before), variance(after)
    spread = (first + second) / 2
    if spread <= HAIR**2:
        return Figure(None, n)
    effect = (fmean(after) - fmean(before)) / sqrt(spread)
    together = covariance(before, after)
    error = effect**2 * (first**2 + second**2 + 2 * together**2) / (8 * (n - 1) * spread**2)
    error += max(0.0, first + second - 2 * together) / ((n - 1) * spread)
    correction = 1 - 3 / (4 * (2 * n - 2) - 1)
    reach = Z * sqrt(error)
    return Figure(effect * correction, n, (effect - reach) * correction, (effect + reach) * correction)


def correlation(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Pearson's; None where one of the two is the same for all."""
    if len(left) < 2:
        return None
    spread = variance(left) * variance(right)
    return covariance(left, right) / sqrt(spread) if spread > HAIR**2 else None


def item_figures(
    questions: Iterable[Question],
    sheets: Iterable[AnsweredSheet],
    tallies: Mapping[tuple[Phase, UUID], Tally],
) -> tuple[ItemFigures, ...]:
    """Each question that somebody was asked, in the order of forms and numbers."""
    questions = sorted(questions, key=lambda question: (question.form, question.number))
    places = {question.item_id: place for place, question in enumerate(questions)}
    answered: dict[Phase, list[list[tuple[str, int]]]] = {phase: [[] for _ in questions] for phase in Phase}
    for sheet in sheets:
        given = [(place, sign) for item, sign in sheet.answers.items() if (place := places.get(item)) is not None]
        total = sum(sign == questions[place].answer for place, sign in given)
        for place, sign in given:
            answered[sheet.phase][place].append((sign, total - (sign == questions[place].answer)))
    found = []
    for place, question in enumerate(questions):
        phases = [
            _item_phase(phase, question, answered[phase][place], tallies.get((phase, question.item_id)))
            for phase in Phase
        ]
        if asked := tuple(filter(None, phases)):
            found.append(ItemFigures(question, asked))
    return tuple(found)


def _item_phase(
    phase: Phase, question: Question, answers: Sequence[tuple[str, int]], tally: Tally | None
) -> ItemPhase | None:
    """From answer sheets, from a tally, or from both."""
    if not answers and not (tally and tally.asked):
        return None
    counted = tally or Tally(0, 0)
    is_right = [float(answer == question.answer) for answer, _rest in answers]
    both = Tally(int(sum(is_right)), len(is_right)) + counted
    return ItemPhase(
        phase,
        both.right,
        both.asked,
        share_figure(both.right, both.asked),
        discrimination(is_right, [float(rest) for _answer, rest in answers]),
        Counter(answer for answer, _rest in answers),
        is_tallied=bool(counted.asked),
    )


def discrimination(is_right: Sequence[float], rest: Sequence[float]) -> Figure:
    """The corrected point-biserial correlation; None for fewer than five people, or where there is no spread."""
    n = len(is_right)
    return Figure(correlation(is_right, rest) if n >= FEW else None, n)


def difficult(items: Iterable[ItemFigures], below: float = DIFFICULT_BELOW) -> tuple[ItemFigures, ...]:
    """Questions that too few answered rightly when they were last asked, the hardest first."""
    found = [item for item in items if (share := item.last.facility.value) is not None and share < below - HAIR]
    return tuple(sorted(found, key=lambda item: item.last.facility.value or 0.0))


def in_need(lines: Iterable[ScoreLine], tests: Sequence[GivenTest], below: float) -> tuple[InNeed, ...]:
    """Whose last test after the training lies below the share, of those who have not left."""
    maxima = {test.phase: test.maximum for test in tests}
    found = []
    for line in lines:
        phase = last_after(line)
        score = mark.value if phase and (mark := line.mark(phase)) else None
        if phase and score is not None and not line.left and is_low(score, maxima[phase], below):
            found.append(InNeed(line.person_id, line.number, line.name, phase, score, maxima[phase]))
    return tuple(found)


def first_form(line: ScoreLine) -> str:
    """The form that the person had in the first test sat; "" for who sat none."""
    return next((line.form(phase) for phase in Phase if line.standing(phase) is Standing.SCORE), "")


def by_form(lines: Sequence[ScoreLine], tests: Sequence[GivenTest]) -> dict[str, GroupFigures]:
    parts = {form: [line for line in lines if first_form(line) == form] for form in FORMS}
    return {form: group_figures(some, tests) for form, some in parts.items()} if all(parts.values()) else {}


def by_sex(lines: Sequence[ScoreLine], tests: Sequence[GivenTest]) -> dict[Sex, GroupFigures]:
    parts = {sex: [line for line in lines if line.sex is sex] for sex in Sex}
    return {sex: group_figures(some, tests) for sex, some in parts.items() if some}
