"""What a trainer holds in the hands for one unit, and a test, in one language: values that papers are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.curriculum import Fact, ItemLine, TextState


class Method(StrEnum):
    """How people work during a step."""

    WELCOME = "welcome"
    RECALL = "recall"
    INPUT = "input"
    GAME = "game"
    SORTING = "sorting"
    STORY = "story"
    CASE = "case"
    ROLE_PLAY = "role_play"
    PAIRS = "pairs"
    GROUPS = "groups"
    DISCUSSION = "discussion"
    DEMONSTRATION = "demonstration"
    EXERCISE = "exercise"
    WALK = "walk"
    SIMULATION = "simulation"
    DEBRIEF = "debrief"
    CLOSING = "closing"


class PartKind(StrEnum):
    """What belongs to a unit besides its plan and its handout."""

    READING = "reading"
    EXERCISE = "exercise"
    PROP = "prop"


FORMS = {
    PartKind.READING: ("story", "case", "role", "solution", "form"),
    PartKind.EXERCISE: ("lines", "table", "ticks"),
    PartKind.PROP: ("cards", "money", "checklist", "poster"),
}


@dataclass(frozen=True, slots=True)
class PlanStep:
    """`begins` counts minutes from the start of the unit, so that a trainer who is late sees it."""

    begins: int
    minutes: int
    title: str
    method: Method | None
    may_skip: bool
    instructions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A story, a case, a role, a form that is filled in, or a solution, which is for the trainer alone."""

    form: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def is_for_trainer(self) -> bool:
        return self.form == "solution"


@dataclass(frozen=True, slots=True)
class Exercise:
    """A page or less of the participant's workbook."""

    form: str
    title: str
    instruction: str
    lines: int = 0
    rows: int = 0
    columns: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    """Words of the first column of a table, where it has any."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    words: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Prop:
    """What is cut out, or put on the wall."""

    form: str
    title: str
    use: str
    cards: tuple[Card, ...] = ()
    amounts: tuple[int, ...] = ()
    """Of paper money, in francs: one note each."""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitMaterial:
    """Everything of one unit, in one language. `state` is that of its weakest text."""

    id: UUID
    code: str
    title: str
    module_code: str
    module_title: str
    language: str
    minutes: int
    people: tuple[int, int]
    room: str
    objectives: tuple[str, ...]
    materials: str
    preparation: tuple[str, ...]
    steps: tuple[PlanStep, ...]
    questions: tuple[str, ...]
    messages: tuple[str, ...]
    low_literacy: str
    women: str
    disability: str
    readings: tuple[Reading, ...]
    cue_card: tuple[str, ...]
    spoken: tuple[str, ...]
    """What is said with the handout, for those who do not read."""
    exercises: tuple[Exercise, ...]
    props: tuple[Prop, ...]
    handout_code: str
    state: TextState
    facts: tuple[Fact, ...] = ()
    """The law that its words rest on."""


@dataclass(frozen=True, slots=True)
class TestForm:
    """One of the two parallel tests of a module."""

    __test__ = False  # pytest would take it for a test of the program

    module_code: str
    module_title: str
    form: str
    language: str
    items: tuple[ItemLine, ...]
    state: TextState
