"""Answers to single questions: what is typed from an answer sheet, what is right, and what a whole room answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from uuid import UUID

from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Phase, Way

OPTIONS = ("A", "B", "C")
DO_NOT_KNOW = "?"
NO_ANSWER = ""
BLANK = "-"
SIGNS = {
    **{letter: letter for letter in OPTIONS},
    **dict.fromkeys("D?", DO_NOT_KNOW),  # the fourth box of the sheet
    **dict.fromkeys("-–—_.", NO_ANSWER),
}
Z = 1.959963984540054
"""The 97.5 % point of the normal distribution, for intervals of 95 %."""


class AnswerProblem(ValueError):
    """What was typed is no row of answers: `args` is "sign" and the sign, or "count" and how many were read."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a test, in one language."""

    item_id: UUID
    form: str
    number: int
    unit_code: str
    answer: str
    words: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnsweredSheet:
    """The answer sheet of one person in one phase."""

    person_id: UUID
    phase: Phase
    form: str
    answers: Mapping[UUID, str]


def parse_answers(text: str, count: int) -> tuple[str, ...]:
    """`ABCCA?B-AC` typed in one go: a letter, `?` (or D) for "I do not know", `-` or a space for no answer.

    Spaces between groups of letters are none when there are letters enough without them. "" is nobody's sheet: no
    answers at all. Raises AnswerProblem.
    """
    typed = text.strip("\r\n\t").upper().replace(",", "").replace(";", "")
    if not typed.strip():
        return ()
    closed = "".join(typed.split())
    typed = closed if len(closed) == count else typed.replace(" ", BLANK)
    for sign in typed:
        if sign not in SIGNS:
            raise AnswerProblem("sign", sign)
    if len(typed) != count:
        raise AnswerProblem("count", len(typed))
    return tuple(SIGNS[sign] for sign in typed)


def as_typed(answers: Mapping[UUID, str], questions: Iterable[Question]) -> str:
    """The answers as one would type them, in the order of the questions; "" where nothing was typed."""
    if not answers:
        return ""
    return "".join(answers.get(question.item_id, NO_ANSWER) or BLANK for question in questions)


def number_right(answers: Mapping[UUID, str], questions: Iterable[Question]) -> int:
    return sum(answers.get(question.item_id) == question.answer for question in questions)


def points(answers: Mapping[UUID, str], questions: Sequence[Question], maximum: float) -> float:
    """What the answers give of the points that there are: each question the same."""
    return number_right(answers, questions) * maximum / len(questions) if questions else 0.0


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tally:
    """Of so many asked, so many held up the right card or put the bean into the right bag."""

    right: int
    asked: int

    @property
    def share(self) -> float | None:
        return self.right / self.asked if self.asked else None

    @property
    def interval(self) -> Interval | None:
        return wilson(self.right, self.asked)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.asked + other.asked)


@dataclass(frozen=True, slots=True)
class ItemTally:
    """What a room answered to one question, by sex; no key where nobody counted."""

    question: Question
    by_sex: Mapping[Sex, Tally]

    @property
    def all(self) -> Tally:
        return sum(self.by_sex.values(), Tally(0, 0))


@dataclass(frozen=True, slots=True)
class TallySheet:
    """Every question of the form that was asked, with what was counted so far."""

    phase: Phase
    form: str
    way: Way
    lines: tuple[ItemTally, ...]

    @property
    def all(self) -> Tally:
        return sum((line.all for line in self.lines), Tally(0, 0))


def wilson(right: int, asked: int, z: float = Z) -> Interval | None:
    """The score interval of a share (Wilson 1927, as in Brown, Cai and DasGupta 2001); None when nobody was asked.

    It never leaves 0 to 1, and says something sensible even for five people of whom all are right.
    """
    if not asked:
        return None
    share, half = right / asked, z * z / asked
    middle = (share + half / 2) / (1 + half)
    reach = z * sqrt(share * (1 - share) / asked + half / (4 * asked)) / (1 + half)
    return Interval(middle - reach if right else 0.0, middle + reach if right < asked else 1.0)
