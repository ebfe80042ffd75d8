"""Tests before and after a training: how each is given, who sat it, what the group answered; smileys, checklists."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept, closed_set, reference
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Phase, Way


class TrainingTest(Kept):
    """The test of one phase, where it differs from what is usual. Key: ("test", training, phase)."""

    __tablename__ = "training_test"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    phase: Mapped[Phase] = mapped_column(closed_set(Phase))
    module_id: Mapped[UUID | None] = mapped_column(reference("module.id"))
    """Whose questions are asked; empty: those of the training's own module."""
    form: Mapped[str] = mapped_column(default="")
    """"A" or "B" for everybody; empty: crossed over, half of the people have A first."""
    way: Mapped[Way] = mapped_column(closed_set(Way), default=Way.WRITTEN)
    held_on: Mapped[date | None]
    maximum: Mapped[float | None]
    """Points that it can give; empty: as the training says."""
    pass_mark: Mapped[float | None]
    """Points from which it is passed; empty: as the programme's rule says."""


class Sitting(Kept):
    """One person in one phase; `score` is empty when they did not sit. Key: (training, person, phase)."""

    __tablename__ = "sitting"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    phase: Mapped[Phase] = mapped_column(closed_set(Phase))
    form: Mapped[str] = mapped_column(default="A")
    way: Mapped[Way] = mapped_column(closed_set(Way), default=Way.WRITTEN)
    score: Mapped[float | None]
    absent: Mapped[bool] = mapped_column(default=False)
    """Was not there on the day of the test. Who came and did not sit it has no score and is not absent."""
    answers: Mapped[dict[str, Any] | None]
    """Key of the question > the letter chosen, "?" for "I do not know", "" for none. One sheet of paper is one fact."""


class TestTally(Kept):
    """How many answered a question rightly where everybody answers at once.

    Key: ("tally", training, phase, item, sex).
    """

    __tablename__ = "test_tally"
    __test__ = False

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    phase: Mapped[Phase] = mapped_column(closed_set(Phase))
    item_id: Mapped[UUID] = mapped_column(reference("test_item.id"))
    sex: Mapped[Sex] = mapped_column(closed_set(Sex))
    way: Mapped[Way] = mapped_column(closed_set(Way))
    right: Mapped[int]
    asked: Mapped[int]


class Feedback(Kept):
    """Smileys that people put into three boxes after a session. Key: ("feedback", session, question)."""

    __tablename__ = "feedback"

    session_id: Mapped[UUID] = mapped_column(reference("training_session.id"), index=True)
    question: Mapped[str]
    """A word of `domain.feedback.Question`."""
    good: Mapped[int] = mapped_column(default=0)
    middle: Mapped[int] = mapped_column(default=0)
    bad: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")


class Observation(Kept):
    """Somebody was watched at practical work, and each line of a checklist was answered."""

    __tablename__ = "observation"

    training_id: Mapped[UUID] = mapped_column(reference("training.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(reference("person.id"), index=True)
    observer_id: Mapped[UUID | None] = mapped_column(reference("person.id"))
    checklist: Mapped[str]
    """A word of `domain.checklists.Checklist`."""
    on_day: Mapped[date]
    lines: Mapped[list[Any]]
    """One word a line, in their order: "yes", "partly", "no", or "" where it was not seen."""
    note: Mapped[str] = mapped_column(default="")


class Resolution(Kept):
    """What a session decided or left to be done: by whom, until when."""

    __tablename__ = "resolution"

    session_id: Mapped[UUID] = mapped_column(reference("training_session.id"), index=True)
    position: Mapped[int]
    words: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    done_on: Mapped[date | None]
