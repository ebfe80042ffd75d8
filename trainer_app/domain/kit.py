"""All papers of one training: what they are made of, what they take, and what that costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trainer_app.domain.attendance import Register
from trainer_app.domain.curriculum import Handout
from trainer_app.domain.material import TestForm, UnitMaterial
from trainer_app.domain.scores import Phase


class KitPaper(StrEnum):
    """In the order in which they are printed, and used."""

    SIGN_IN = "sign_in"
    BLANK = "blank"
    PLAN = "plan"
    CUES = "cues"
    PROPS = "props"
    TRAINER = "trainer"
    HANDOUTS = "handouts"
    WORKBOOK = "workbook"
    PRE_TEST = "pre_test"
    PRE_KEY = "pre_key"
    POST_TEST = "post_test"
    POST_KEY = "post_key"


@dataclass(frozen=True, slots=True)
class KitContents:
    """Everything that the papers of a training are made of, in one language."""

    register: Register
    language: str
    units: tuple[UnitMaterial, ...] = ()
    pages: dict[str, Handout] = field(default_factory=dict)
    """Code > handout, of the units that have one in this language."""
    tests: tuple[TestForm, ...] = ()
    forms: Mapping[tuple[Phase, str], int] = field(default_factory=dict)
    """How many people get which form in which test."""

    def given_out(self, phase: Phase) -> list[tuple[TestForm, int]]:
        """The forms of a test with their copies. A before and the last one after, while nobody is enrolled."""
        found = [(test, count) for test in self.tests if (count := self.forms.get((phase, test.form), 0))]
        usual = self.tests[:1] if phase is Phase.PRE else self.tests[-1:]
        return found or [(test, self.people) for test in usual]

    @property
    def people(self) -> int:
        """How many copies of what everybody gets."""
        return max(len(self.register.lines), 1)


@dataclass(frozen=True, slots=True)
class Amount:
    """Printed sides, copies of them, and sheets of paper."""

    pages: int = 0
    copies: int = 1
    sheets: int = 0

    @property
    def sides(self) -> int:
        """What an office that prints asks money for."""
        return self.pages * self.copies


@dataclass(frozen=True, slots=True)
class Total:
    papers: int
    sides: int
    sheets: int

    def cost(self, price: int) -> int:
        """In francs, at this price for a printed side; 0 where there is no price."""
        return self.sides * price


def total(amounts: Iterable[Amount]) -> Total:
    found = tuple(amounts)
    return Total(len(found), sum(amount.sides for amount in found), sum(amount.sheets for amount in found))
