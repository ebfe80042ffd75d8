"""Plans used again and periods copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import FIRST_DAY, a_training
from trainer_app.db.database import Database
from trainer_app.domain.plans import Plan
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, plans, sessions, templates, trainings
from trainer_app.services.templates import Copy

YEAR = Copy(date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))


def the_plan(db: Database, name: str) -> Plan:
    with db.reading() as s:
        return next(plan for plan in templates.all_plans(s) if plan.name == name)


def test_a_plan_is_made_from_a_training_without_what_was_cut(db: Database) -> None:
    training = a_training(db, days=3)
    with db.changing(label("Cut")) as s:
        plans.cut(s, training.sessions[1], "Rain", FIRST_DAY)
    with db.changing(label("Make")) as s:
        templates.make(s, training.id, " Our three  days ")
    plan = the_plan(db, "Our three days")
    assert [session.day for session in plan.sessions] == [0, 2]
    assert plan.module_id is not None
    db.undo()
    with db.reading() as s:
        assert all(plan.id is None for plan in templates.all_plans(s))


@pytest.mark.parametrize(("name", "why"), [("  ", "called"), ("training of FIVE days", "name already")])
def test_a_plan_needs_a_name_of_its_own(db: Database, name: str, why: str) -> None:
    training = a_training(db)
    with pytest.raises(TrainerError, match=why), db.changing(label("Make")) as s:
        templates.make(s, training.id, name)


def test_a_weekly_series_passes_over_a_holiday_when_asked(db: Database) -> None:
    plan = the_plan(db, "A half-day a week, eight weeks")
    with db.reading() as s:
        fridays = templates.slots(s, plan, date(2026, 4, 24))
        free = templates.slots(s, plan, date(2026, 4, 24), skip_days_off=True)
    assert [slot.day for slot in fridays][:2] == [date(2026, 4, 24), date(2026, 5, 1)]
    assert [slot.day for slot in free][:2] == [date(2026, 4, 24), date(2026, 5, 2)]
    assert len(free) == 8


def test_a_plan_is_taken_out_of_the_list_and_comes_back(db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Make")) as s:
        key = templates.make(s, training.id, "Ours")
    with db.changing(label("Remove")) as s:
        templates.remove(s, key)
    with db.reading() as s:
        assert len(templates.all_plans(s)) == len(templates.SHIPPED)
    db.undo()
    assert the_plan(db, "Ours").id == key


def test_a_years_trainings_are_planned_again_on_their_weekdays(db: Database) -> None:
    known = a_training(db, people=2, days=2)
    other = a_training(db, days=1, first_day=date(2026, 6, 2), module="M2")
    with db.reading() as s:
        told = templates.copied(s, YEAR, "en")
    assert [(one.training_id, one.slots[0].day) for one in told] == [
        (known.id, date(2027, 3, 8)),
        (other.id, date(2027, 6, 1)),
    ]
    with db.changing(label("Copy")) as s:
        made = templates.copy_period(s, YEAR, FIRST_DAY)
    with db.reading() as s:
        lines = sessions.sessions(s, "en", training_id=made[0])
        register = attendance.register(s, made[0], "en")
    assert [line.day for line in lines] == [date(2027, 3, 8), date(2027, 3, 9)]
    assert len(register.lines) == 2
    db.undo()
    with db.reading() as s:
        assert {line.id for line in trainings.trainings(s, "en")} == {known.id, other.id}


def test_what_a_copy_clashes_with_is_told_and_a_training_can_be_left_out(db: Database) -> None:
    known = a_training(db, days=1, first_day=date(2026, 4, 30))
    to = replace(YEAR, to=YEAR.first + timedelta(days=1))  # nearer to nothing: the same days again
    with db.reading() as s:
        (told,) = templates.copied(s, to, "en")
        assert templates.copied(s, replace(YEAR, but=frozenset({known.id})), "en") == ()
    assert told.slots[0].day == date(2026, 4, 30)
    assert {clash.what for clash in told.clashes} == {"venue", "group"}
