"""Tests of a training: how each is given, and what everybody scored before, after and later."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from math import inf
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked, put
from trainer_app.db.records import Enrolment, Person, Sitting, Training, TrainingTest
from trainer_app.domain.answers import Question, as_typed, points
from trainer_app.domain.ids import derived_id
from trainer_app.domain.scores import CROSSED, FORMS, ORDER, GivenTest, Mark, Phase, ScoreLine, ScoreSheet, TestPlan
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, screen
from trainer_app.services import attendance, test_items, trainings
from trainer_app.services.given_tests import test as test
from trainer_app.services.given_tests import tests as tests
from trainer_app.services.given_tests import tests_of as tests_of
from trainer_app.services.sitters import Sitters, answers_of, crossed

ABSENT = Mark(None, absent=True)
DID_NOT_SIT = Mark(None)
Score = tuple[UUID, Phase, Mark | None]


def set_test(s: Session, training_id: UUID, phase: Phase, plan: TestPlan) -> None:
    """Decide how a test is given. Raises TrainerError where somebody already has more points.

    Whose answers were typed keep the form that they had; the others have the one that is decided now.
    """
    training = s.get_one(Training, training_id)
    maximum = training.maximum if plan.maximum is None else plan.maximum
    _require_maximum(s, training_id, [phase], maximum)
    if plan.pass_mark is not None and not 0 < plan.pass_mark <= maximum:
        sentence = _("The pass mark lies between 1 and {maximum}.")
        raise TrainerError(sentence.format(maximum=screen().number(maximum)), "pass_mark")
    if plan.form not in (CROSSED, *FORMS):
        raise TrainerError(_("There is no form {form}.").format(form=plan.form), "form")
    put(s, TrainingTest, derived_id("test", training_id, phase), training_id=training_id, phase=phase, **asdict(plan))
    s.flush()
    _follow(s, training_id, phase)


def set_maximum(s: Session, training_id: UUID, maximum: float) -> None:
    """The points that a test of the training gives, unless it says something else."""
    usual = [one.phase for one in tests(s, training_id) if one.plan.maximum is None]
    _require_maximum(s, training_id, usual, maximum)
    s.get_one(Training, training_id).maximum = maximum
    s.flush()
    for phase in usual:
        _follow(s, training_id, phase)


def sheet(s: Session, training_id: UUID, language: str) -> ScoreSheet:
    """Everybody enrolled, in the order of their numbers, with what they scored so far."""
    training = s.get_one(Training, training_id)
    given = tests(s, training_id)
    sat = {
        (row.person_id, row.phase): row for row in s.scalars(select(Sitting).where(Sitting.training_id == training_id))
    }
    rows = s.execute(
        select(Enrolment.number, Enrolment.left_on, Person.id, Person.name, Person.sex)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.training_id == training_id)
        .order_by(Enrolment.number, Enrolment.id)
    ).all()
    shown = attendance.shown_numbers(row.number for row in rows)
    asked = _questions(s, given) if sat else {}
    scale = given[1].maximum / given[0].maximum
    lines = []
    for number, row in zip(shown, rows, strict=True):
        own = {phase: found for phase in Phase if (found := sat.get((row.id, phase)))}
        marks = {phase: Mark(found.score, found.absent) for phase, found in own.items()}
        pre, post, later = (
            found.form if (found := own.get(one.phase)) else crossed(one, row.number, own.get(Phase.PRE))
            for one in given
        )
        typed = [
            as_typed(answers_of(own[one.phase]), asked.get((one.module_id, form), ())) if one.phase in own else ""
            for one, form in zip(given, (pre, post, later), strict=True)
        ]
        lines.append(
            ScoreLine(
                row.id,
                number,
                row.name,
                marks.get(Phase.PRE),
                marks.get(Phase.POST),
                marks.get(Phase.LATER),
                row.sex,
                (pre, post, later),
                (typed[0], typed[1], typed[2]),
                scale,
                row.left_on is not None,
            )
        )
    title = trainings.head(s, training_id, language).title
    return ScoreSheet(training_id, title, training.maximum, tuple(lines), given)


def record(s: Session, training_id: UUID, person_id: UUID, phase: Phase, mark: Mark | None) -> None:
    """A score, "did not sit" (a Mark without a value), absent, or None to clear. Raises TrainerError above the maximum.

    A score that is not what the typed answers give stands for itself: the answers are cleared.
    """
    record_many(s, training_id, [(person_id, phase, mark)])


def set_absent(s: Session, training_id: UUID, person_id: UUID, phase: Phase) -> None:
    """Was not there on the day of the test."""
    record(s, training_id, person_id, phase, ABSENT)


def record_many(s: Session, training_id: UUID, wanted: Iterable[Score]) -> None:
    wanted = list(wanted)
    sitters = Sitters(s, training_id, {person for person, _phase, _mark in wanted})
    for _person, phase, mark in wanted:
        require_score(mark, sitters.given[phase].maximum)
    for person_id, phase, mark in wanted:
        if mark is None:
            sitters.clear(person_id, phase)
            continue
        row = sitters.sat.get((person_id, phase))
        kept = row.answers if row is not None and row.score == mark.value else None
        sitters.write(person_id, phase, sitters.form(person_id, phase), mark, kept)


@dataclass(frozen=True, slots=True)
class LastScore:
    """What somebody got in their last test after the training."""

    training_id: UUID
    person_id: UUID
    phase: Phase
    score: float
    maximum: float


def last_scores(s: Session, training_ids: Collection[UUID], *, left: bool = False) -> tuple[LastScore, ...]:
    """Of everybody who sat a test after one of these trainings; also of those who left, where they are asked for."""
    here = (Enrolment.training_id == Sitting.training_id) & (Enrolment.person_id == Sitting.person_id)
    sat = select(Sitting.training_id, Sitting.person_id, Sitting.phase, Sitting.score).join(Enrolment, here)
    sat = sat.where(Sitting.phase != Phase.PRE, Sitting.score.is_not(None))
    sat = sat if left else sat.where(Enrolment.left_on.is_(None))
    rows = [row for part in chunked(list(training_ids)) for row in s.execute(sat.where(Sitting.training_id.in_(part)))]
    given = tests_of(s, {row.training_id for row in rows})
    latest = {}
    for row in sorted(rows, key=lambda row: ORDER[row.phase]):
        maximum = given[row.training_id][ORDER[row.phase]].maximum
        found = LastScore(row.training_id, row.person_id, row.phase, row.score or 0.0, maximum)
        latest[row.training_id, row.person_id] = found
    return tuple(latest.values())


def require_score(mark: Mark | None, maximum: float) -> None:
    if mark is not None and mark.value is not None and not 0 <= mark.value <= maximum:
        sentence = _("The highest score is {maximum}.")
        raise TrainerError(sentence.format(maximum=screen().number(maximum)), "too_high")


def _require_maximum(s: Session, training_id: UUID, phases: Collection[Phase], maximum: float) -> None:
    """What nobody's typed score may go beyond; what answers give follows the maximum."""
    rows = s.scalars(_sittings(training_id, phases))
    highest = max((row.score or 0 for row in rows if not row.answers), default=0)
    if not 0 < maximum < inf or highest > maximum:
        sentence = _("Somebody already has {score} points: the highest score cannot be less.")
        raise TrainerError(sentence.format(score=screen().number(highest)), "maximum")


def _follow(s: Session, training_id: UUID, phase: Phase) -> None:
    """Scores from answers follow the maximum, forms of those without answers follow what was decided."""
    rows = s.scalars(_sittings(training_id, [phase])).all()
    sitters = Sitters(s, training_id, {row.person_id for row in rows})
    given = sitters.given[phase]
    keys = _questions(s, [given])
    for row in rows:
        if row.answers:
            row.score = points(answers_of(row), keys.get((given.module_id, row.form), ()), given.maximum)
        else:
            row.form = sitters.planned(row.person_id, phase)


def _questions(s: Session, given: Iterable[GivenTest]) -> dict[tuple[UUID | None, str], list[Question]]:
    """Module and form > its questions."""
    found: dict[tuple[UUID | None, str], list[Question]] = {}
    for module in {one.module_id for one in given}:
        for question in test_items.keys(s, module):
            found.setdefault((module, question.form), []).append(question)
    return found


def _sittings(training_id: UUID, phases: Collection[Phase]) -> Select[Sitting]:
    here = (Enrolment.training_id == Sitting.training_id) & (Enrolment.person_id == Sitting.person_id)
    wanted = select(Sitting).join(Enrolment, here)
    return wanted.where(Sitting.training_id == training_id, Sitting.phase.in_(phases))
