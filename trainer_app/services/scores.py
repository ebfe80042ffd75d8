"""Pre- and post-test scores of a training."""

from __future__ import annotations

from math import inf
from uuid import UUID

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Enrolment, Person, Sitting, Training
from trainer_app.domain.ids import derived_id
from trainer_app.domain.scores import Mark, Phase, ScoreLine, ScoreSheet
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, screen
from trainer_app.services import attendance, enrolments, trainings


def sheet(s: Session, training_id: UUID, language: str) -> ScoreSheet:
    """Everybody enrolled, in the order of their numbers, with what they scored so far."""
    training = s.get_one(Training, training_id)
    marks = {
        (row.person_id, row.phase): Mark(row.score)
        for row in s.scalars(select(Sitting).where(Sitting.training_id == training_id))
    }
    rows = s.execute(
        select(Enrolment.number, Person.id, Person.name)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.training_id == training_id)
        .order_by(Enrolment.number, Enrolment.id)
    ).all()
    numbers = attendance.shown_numbers(number for number, _, _ in rows)
    lines = tuple(
        ScoreLine(person, number, name, marks.get((person, Phase.PRE)), marks.get((person, Phase.POST)))
        for number, (_number, person, name) in zip(numbers, rows, strict=True)
    )
    title = trainings.head(s, training_id, language).title
    return ScoreSheet(training_id, title, training.maximum, lines)


def record(s: Session, training_id: UUID, person_id: UUID, phase: Phase, mark: Mark | None) -> None:
    """A score, "did not sit" (a Mark without a value), or None to clear. Raises TrainerError above the maximum."""
    maximum = s.get_one(Training, training_id).maximum
    if mark is not None and mark.value is not None and not 0 <= mark.value <= maximum:
        sentence = _("The highest score is {maximum}.")
        raise TrainerError(sentence.format(maximum=screen().number(maximum)), "too_high")
    key = derived_id("sitting", training_id, person_id, phase)
    if mark is not None:
        enrolments.require_enrolled(s, training_id, person_id)
        put(s, Sitting, key, training_id=training_id, person_id=person_id, phase=phase, score=mark.value)
    elif (row := s.get(Sitting, key)) is not None:
        take_away(row)


def _scores_of_enrolled(training_id: UUID) -> Select[float | None]:
    here = and_(Enrolment.training_id == training_id, Enrolment.person_id == Sitting.person_id)
    return select(Sitting.score).join(Enrolment, here).where(Sitting.training_id == training_id)


def set_maximum(s: Session, training_id: UUID, maximum: float) -> None:
    """The points that the test can give. Refused when somebody already has more."""
    highest = max((score or 0 for score in s.scalars(_scores_of_enrolled(training_id))), default=0)
    if not 0 < maximum < inf or highest > maximum:
        sentence = _("Somebody already has {score} points: the highest score cannot be less.")
        raise TrainerError(sentence.format(score=screen().number(highest)), "maximum")
    s.get_one(Training, training_id).maximum = maximum
