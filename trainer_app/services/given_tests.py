"""How the tests of a training are given: as somebody decided, else as usual."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Training, TrainingTest
from trainer_app.domain.rules import PassMark
from trainer_app.domain.scores import GivenTest, Phase, TestPlan
from trainer_app.services import test_items
from trainer_app.services.rules import rule


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
