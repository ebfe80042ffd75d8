"""The figures of a test in words: what each is called, what it says in one sentence, and where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from trainer_app.domain.answers import DO_NOT_KNOW, NO_ANSWER, Tally
from trainer_app.domain.scores import GivenTest, Mark, Phase, ScoreLine, Standing, Way
from trainer_app.domain.test_figures import FEW, Figure, TestFigures
from trainer_app.i18n import Catalog

DASH = "–"
MINUS = "−"
CITED = re.compile(r"[^;]*?\(\d{4}\)")
SMALL, MEDIUM, LARGE = 0.2, 0.5, 0.8  # Cohen 1988: of an effect


class Term(StrEnum):
    """What a figure is called here."""

    MEAN = "mean"
    MEDIAN = "median"
    PASSED = "passed"
    POINTS = "points"
    CLASS_GAIN = "class_gain"
    OWN_GAIN = "own_gain"
    EFFECT = "effect"
    FACILITY = "facility"
    DISCRIMINATION = "discrimination"
    LIKELY = "likely"
    DIFFICULT = "difficult"
    TO_HELP = "to_help"
    OBJECTIVE = "objective"


@dataclass(frozen=True, slots=True)
class Definition:
    name: str
    sentence: str
    source: str = ""

    @property
    def cited(self) -> str:
        """`Wilson (1927); Brown, Cai & DasGupta (2001)`: as much as a narrow column holds."""
        return "; ".join(part.strip(" ;,") for part in CITED.findall(self.source))


def definitions(t: Catalog) -> dict[Term, Definition]:
    return {
        Term.MEAN: Definition(
            t.gettext("Mean"),
            t.gettext("All points together, divided by the number of people who sat the test."),
            "Student (1908), Biometrika 6",
        ),
        Term.MEDIAN: Definition(
            t.gettext("Median"),
            t.gettext("Half of the people have this many points or fewer, the other half as many or more."),
        ),
        Term.PASSED: Definition(
            t.gettext("Share who passed"),
            t.gettext("Of the people who sat the test, those at or above the pass mark."),
            "Wilson (1927), JASA 22; Brown, Cai & DasGupta (2001), Statistical Science 16",
        ),
        Term.POINTS: Definition(
            t.gettext("Points gained"),
            t.gettext("Points after less points before, of the people who sat both tests: their mean."),
            "Student (1908), Biometrika 6",
        ),
        Term.CLASS_GAIN: Definition(
            t.gettext("Normalised gain of the group"),
            t.gettext("How much of what the group could still learn it did learn: its means of both tests compared."),
            "Hake (1998), American Journal of Physics 66",
        ),
        Term.OWN_GAIN: Definition(
            t.gettext("Normalised gain of a person"),
            t.gettext("The same for each person, then the mean. Who had full points before is left out."),
            "Hake (1998), American Journal of Physics 66",
        ),
        Term.EFFECT: Definition(
            t.gettext("Effect size (Hedges’ g_av)"),
            t.gettext(
                "The mean gain measured by how far people lie apart: from 0.2 small, from 0.5 medium, from 0.8 large. "
                "Other things than the training may be its cause."
            ),
            "Lakens (2013), Frontiers in Psychology 4; Bonett (2008), Psychological Methods 13; Cohen (1988)",
        ),
        Term.FACILITY: Definition(
            t.gettext("Share of right answers"),
            t.gettext("Of all who were asked the question; “I do not know” and no answer are not right."),
            "Crocker & Algina (1986); Wilson (1927), JASA 22",
        ),
        Term.DISCRIMINATION: Definition(
            t.gettext("Discrimination"),
            t.gettext(
                "Whether people who know the other answers know this one too: near 1 yes, near 0 no. Below 0 the "
                "question or its key may be wrong. It needs five people."
            ),
            "Henrysson (1963), Psychometrika 28",
        ),
        Term.LIKELY: Definition(
            t.gettext("Likely range"),
            t.gettext("If many such groups were tested, the true figure would lie in 95 of 100 such ranges."),
            "Wilson (1927), JASA 22; Brown, Cai & DasGupta (2001), Statistical Science 16",
        ),
        Term.DIFFICULT: Definition(
            t.gettext("Difficult question"),
            t.gettext("Too few answered it rightly when it was last asked."),
        ),
        Term.TO_HELP: Definition(
            t.gettext("People to help"),
            t.gettext("Their last test after the training lies below the share that the programme has set."),
        ),
        Term.OBJECTIVE: Definition(
            t.gettext("Objective reached"),
            t.gettext("After the training as many answers about the unit are right as one needs to pass."),
        ),
    }


def phase_words(t: Catalog) -> dict[Phase, str]:
    return {
        Phase.PRE: t.gettext("Pre-test"),
        Phase.POST: t.gettext("Post-test"),
        Phase.LATER: t.gettext("Later test"),
    }


def way_words(t: Catalog) -> dict[Way, str]:
    return {
        Way.WRITTEN: t.pgettext("how a test is given", "written"),
        Way.ORAL: t.pgettext("how a test is given", "oral, one by one, with pictures"),
        Way.CARDS: t.pgettext("how a test is given", "answer cards held up"),
        Way.HANDS: t.pgettext("how a test is given", "hands up"),
        Way.BEANS: t.pgettext("how a test is given", "beans in bags"),
    }


def answer_words(t: Catalog) -> dict[str, str]:
    """The signs that are no letter."""
    return {DO_NOT_KNOW: t.gettext("I do not know"), NO_ANSWER: t.gettext("no answer")}


def form_words(test: GivenTest, t: Catalog) -> str:
    if test.is_crossed:
        return t.gettext("forms A and B, half of the people each")
    return t.gettext("form {form}").format(form=test.form_for(1))


def points(value: float, t: Catalog) -> str:
    """`7`, `7.5` or, outside English, `7,5`."""
    rounded = round(value, 2)
    return t.number(rounded, 0 if rounded == int(rounded) else 1 if round(rounded, 1) == rounded else 2)


def signed(value: float, t: Catalog) -> str:
    words = points(abs(value), t)
    return f"+{words}" if round(value, 2) > 0 else f"{MINUS}{words}" if round(value, 2) < 0 else words


def mark_words(mark: Mark | None, t: Catalog) -> str:
    """As it stands in a list; read back by an import in any language."""
    if mark is None:
        return ""
    if mark.value is not None:
        return points(mark.value, t)
    return t.pgettext("state of attendance", "absent") if mark.absent else DASH


def standing_words(t: Catalog) -> dict[Standing, str]:
    return {
        Standing.SCORE: "",
        Standing.DID_NOT_SIT: t.gettext("did not sit the test"),
        Standing.ABSENT: t.pgettext("state of attendance", "absent"),
        Standing.NOT_ENTERED: t.gettext("not entered"),
    }


def tally_words(tally: Tally, t: Catalog) -> str:
    """`7 of 10; between 4 and 9 of 10 would be likely`"""
    found = tally.interval
    if found is None:
        return t.gettext("Nobody was asked.")
    words = t.gettext("{right} of {asked}; between {low} and {high} of {asked} would be likely")
    low, high = round(found.low * tally.asked), round(found.high * tally.asked)
    return words.format(right=tally.right, asked=tally.asked, low=low, high=high)


def range_words(figure: Figure, t: Catalog) -> str:
    """`between 1.5 and 3 would be likely`; "" where there is no range."""
    if figure.low is None or figure.high is None:
        return ""
    words = t.gettext("between {low} and {high} would be likely")
    return words.format(low=points(figure.low, t), high=points(figure.high, t))


def effect_words(figure: Figure, t: Catalog) -> str:
    """How large the effect is; "" where it cannot be told."""
    if figure.value is None:
        return ""
    size = abs(figure.value)
    if size < SMALL:
        return t.pgettext("size of an effect", "hardly any")
    if size < MEDIUM:
        return t.pgettext("size of an effect", "small")
    return t.pgettext("size of an effect", "medium") if size < LARGE else t.pgettext("size of an effect", "large")


def few_words(n: int, t: Catalog) -> str:
    """What is said beside a figure of few people; "" where they are enough."""
    if n >= FEW:
        return ""
    words = t.ngettext("Of {count} person only: it may be chance.", "Of {count} people only: it may be chance.", n)
    return words.format(count=n)


def remark(line: ScoreLine, figures: TestFigures, t: Catalog) -> str:
    """What a trainer should know of a person: left, has no post-test, needs help, passed."""
    if line.left:
        return t.gettext("left the training")
    if any(one.person_id == line.person_id for one in figures.to_help):
        return t.gettext("needs help")
    last = next((test for test in reversed(figures.tests) if line.standing(test.phase) is Standing.SCORE), None)
    if last is None or last.phase is Phase.PRE:
        has_none = any(one.person_id == line.person_id for one in figures.without_post)
        return t.gettext("no post-test") if has_none else ""
    mark = line.mark(last.phase)
    return t.gettext("passed") if mark and mark.value is not None and last.passes(mark.value) else ""


def numbers_of(lines: tuple[ScoreLine, ...]) -> str:
    return ", ".join(line.number for line in lines)
