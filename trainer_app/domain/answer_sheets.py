"""Answer sheets that know whose they are: a number, a name and the form of the test for each person of a register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.curriculum import TextState, worst
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase


@dataclass(frozen=True, slots=True)
class SheetOwner:
    """Who gets one, and the form of the test that they get."""

    number: str
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class AnswerSheets:
    """For everybody who is to sit one test of a training, in the order of the list."""

    head: TrainingHead
    phase: Phase
    forms: Mapping[str, TestForm]
    owners: tuple[SheetOwner, ...]

    @property
    def state(self) -> TextState:
        return worst(form.state for form in self.forms.values())
