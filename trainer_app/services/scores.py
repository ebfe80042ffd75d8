"""Tests of a training: how each is given, and what everybody scored before, after and later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from math import inf
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked, put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Enrolment, Person, Sitting, Training, TrainingTest
from trainer_app.domain.answers import as_typed, points
from trainer_app.domain.ids import derived_id
from trainer_app.domain.rules import PassMark
from trainer_app.domain.scores import (
    CROSSED,
    FORMS,
    ORDER,
    GivenTest,
    Mark,
    Phase,
    ScoreLine,
    ScoreSheet,
    TestPlan,
    other_form,
)
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, screen
from trainer_app.services import attendance, enrolments, test_items, trainings
from trainer_app.services.rules import rule

ABSENT = Mark(None, absent=True)
Score = tuple[UUID, Phase, Mark | None]


def tests(s: Session, training_id: UUID) -> tuple[GivenTest, GivenTest, GivenTest]:
    """How the three tests of a training are given: as somebody decided, else as usual."""
    pre, post, later = tests_of(s, [training_id])[training_id]
    return pre, post, later


def test(s: Session, training_id: UUID, phase: Phase) -> GivenTest:
    return next(one for one in tests(s, training_id) if one.phase is phase)


def tests_of(s: Session, training_ids: Collection[UUID]) -> dict[UUID, tuple[GivenTest, ...]]:
    """The same of many trainings, in three selects."""
    rows = [row for part in chunked(list(training_ids)) for row in _trainings(s, part)]
    plans = {
        (row.training_id, row.phase): _plan(row)
        for part in chunked(list(training_ids))
        for row in s.scalars(select(TrainingTest).where(TrainingTest.training_id.in_(part)))
    }
    modules = {row.module_id for row in rows} | {plan.module_id for plan in plans.values()}
    forms = test_items.forms(s, modules)
    share = rule(s, PassMark).share
    return {
        row.id: tuple(_given(row, phase, plans.get((row.id, phase), TestPlan()), forms, share) for phase in Phase)
        for row in rows
    }


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
    asked = {module: test_items.keys(s, module) for module in {one.module_id for one in given}} if sat else {}
    scale = given[1].maximum / given[0].maximum
    lines = []
    for number, row in zip(shown, rows, strict=True):
        own = {phase: found for phase in Phase if (found := sat.get((row.id, phase)))}
        forms = _forms(given, row.number, own)
        marks = {phase: _mark(found) for phase, found in own.items()}
        typed = [
            as_typed(answers_of(own.get(one.phase)), [q for q in asked.get(one.module_id, ()) if q.form == form])
            for one, form in zip(given, forms, strict=True)
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
                forms,
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
    given = {one.phase: one for one in tests(s, training_id)}
    for _person, phase, mark in wanted:
        require_score(mark, given[phase].maximum)
    for person_id, phase, mark in wanted:
        row = sitting(s, training_id, person_id, phase)
        if mark is None:
            if row is not None:
                take_away(row)
            continue
        kept = row.answers if row is not None and row.score == mark.value else None
        form = row.form if row is not None else form_of(s, given[phase], training_id, person_id)
        values = {"form": form, "way": given[phase].plan.way, "score": mark.value, "absent": mark.absent}
        write(s, training_id, person_id, phase, **values, answers=kept)


@dataclass(frozen=True, slots=True)
class LastScore:
    """What somebody who has not left got in their last test after the training."""

    training_id: UUID
    person_id: UUID
    phase: Phase
    score: float
    maximum: float


def last_scores(s: Session, training_ids: Collection[UUID]) -> tuple[LastScore, ...]:
    """Of everybody who sat a test after one of these trainings."""
    here = (Enrolment.training_id == Sitting.training_id) & (Enrolment.person_id == Sitting.person_id)
    sat = select(Sitting.training_id, Sitting.person_id, Sitting.phase, Sitting.score).join(Enrolment, here)
    sat = sat.where(Sitting.phase != Phase.PRE, Sitting.score.is_not(None), Enrolment.left_on.is_(None))
    rows = [row for part in chunked(list(training_ids)) for row in s.execute(sat.where(Sitting.training_id.in_(part)))]
    given = tests_of(s, {row.training_id for row in rows})
    latest = {}
    for row in sorted(rows, key=lambda row: ORDER[row.phase]):
        maximum = given[row.training_id][ORDER[row.phase]].maximum
        found = LastScore(row.training_id, row.person_id, row.phase, row.score or 0.0, maximum)
        latest[row.training_id, row.person_id] = found
    return tuple(latest.values())


def form_of(s: Session, given: GivenTest, training_id: UUID, person_id: UUID) -> str:
    """The form that this person gets in a test, or had."""
    wanted = select(Enrolment.number).where(Enrolment.training_id == training_id, Enrolment.person_id == person_id)
    number = s.scalars(wanted).first()
    if number is None:
        enrolments.require_enrolled(s, training_id, person_id)
    if not given.is_crossed or given.phase is Phase.PRE:
        return given.form_for(number or 0)
    return _crossed(given, number or 0, sitting(s, training_id, person_id, Phase.PRE))


def sitting(s: Session, training_id: UUID, person_id: UUID, phase: Phase) -> Sitting | None:
    row = s.get(Sitting, derived_id("sitting", training_id, person_id, phase))
    return None if row is None or row.gone else row


def write(s: Session, training_id: UUID, person_id: UUID, phase: Phase, **values: object) -> None:
    keys = {"training_id": training_id, "person_id": person_id, "phase": phase}
    put(s, Sitting, derived_id("sitting", training_id, person_id, phase), **keys, **values)


def require_score(mark: Mark | None, maximum: float) -> None:
    if mark is not None and mark.value is not None and not 0 <= mark.value <= maximum:
        sentence = _("The highest score is {maximum}.")
        raise TrainerError(sentence.format(maximum=screen().number(maximum)), "too_high")


def _trainings(s: Session, part: list[UUID]) -> Iterable[Training]:
    return s.scalars(select(Training).where(Training.id.in_(part)))


def _plan(row: TrainingTest) -> TestPlan:
    return TestPlan(row.form, row.way, row.held_on, row.maximum, row.pass_mark, row.module_id)


def _given(
    training: Training, phase: Phase, plan: TestPlan, forms: Mapping[UUID | None, tuple[str, ...]], share: float
) -> GivenTest:
    maximum = training.maximum if plan.maximum is None else plan.maximum
    module = plan.module_id or training.module_id
    pass_mark = share * maximum if plan.pass_mark is None else plan.pass_mark
    return GivenTest(phase, plan, maximum, pass_mark, module, forms.get(module, ()))


def _forms(given: Iterable[GivenTest], number: int, own: Mapping[Phase, Sitting]) -> tuple[str, str, str]:
    pre, post, later = (
        own[one.phase].form if one.phase in own else _crossed(one, number, own.get(Phase.PRE)) for one in given
    )
    return pre, post, later


def _crossed(given: GivenTest, number: int, before: Sitting | None) -> str:
    """Who had another form first than planned has the other one of it after."""
    if not given.is_crossed or before is None or before.score is None:
        return given.form_for(number)
    return other_form(before.form) if given.phase is Phase.POST else before.form


def _mark(row: Sitting) -> Mark:
    return Mark(row.score, row.absent)


def answers_of(row: Sitting | None) -> dict[UUID, str]:
    return {UUID(key): answer for key, answer in (row.answers or {}).items()} if row is not None else {}


def _require_maximum(s: Session, training_id: UUID, phases: Collection[Phase], maximum: float) -> None:
    """What nobody's typed score may go beyond; what answers give follows the maximum."""
    rows = s.scalars(_sittings(training_id, phases))
    highest = max((row.score or 0 for row in rows if not row.answers), default=0)
    if not 0 < maximum < inf or highest > maximum:
        sentence = _("Somebody already has {score} points: the highest score cannot be less.")
        raise TrainerError(sentence.format(score=screen().number(highest)), "maximum")


def _follow(s: Session, training_id: UUID, phase: Phase) -> None:
    """Scores from answers follow the maximum, forms of those without answers follow what was decided."""
    given = test(s, training_id, phase)
    keys = {form: test_items.keys(s, given.module_id, form) for form in FORMS}
    for row in s.scalars(_sittings(training_id, [phase])).all():
        if row.answers:
            row.score = points(answers_of(row), keys[row.form], given.maximum)
        else:
            row.form = form_of(s, given, training_id, row.person_id)


def _sittings(training_id: UUID, phases: Collection[Phase]) -> Select[Sitting]:
    here = (Enrolment.training_id == Sitting.training_id) & (Enrolment.person_id == Sitting.person_id)
    wanted = select(Sitting).join(Enrolment, here)
    return wanted.where(Sitting.training_id == training_id, Sitting.phase.in_(phases))
