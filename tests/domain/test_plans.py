"""Plans laid out from another first day, with their gaps and without the days one leaves out."""

from __future__ import annotations

from datetime import date, time

from trainer_app.domain import plans
from trainer_app.domain.plans import Plan, Planned
from trainer_app.domain.trainings import NewTraining, Slot, TrainingKind

MONDAY = date(2026, 3, 9)


def test_gaps_are_kept_and_days_left_out_push_the_rest() -> None:
    old = [date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 10)]
    closed = {date(2026, 4, 7)}
    assert list(plans.laid_out(old, date(2026, 4, 6), closed=closed).values()) == [
        date(2026, 4, 6),
        date(2026, 4, 8),
        date(2026, 4, 15),
    ]


def test_a_sunday_is_left_out_only_when_asked() -> None:
    old = [date(2026, 3, 2), date(2026, 3, 3)]
    saturday = date(2026, 3, 7)
    assert plans.laid_out(old, saturday)[old[1]] == date(2026, 3, 8)
    assert plans.laid_out(old, saturday, skip_sundays=True)[old[1]] == MONDAY


def test_a_plan_from_a_training_begins_on_any_day_and_survives_being_kept() -> None:
    slots = (Slot(MONDAY, time(8, 30), time(12), "Rules"), Slot(date(2026, 3, 16), time(14), time(16)))
    sessions = plans.plan_of(slots)
    assert sessions == (Planned(0, time(8, 30), time(12), "Rules"), Planned(7, time(14), time(16)))
    assert plans.from_json(plans.as_json(sessions)) == sessions
    again = plans.use(Plan(None, "Ours", TrainingKind.TRAINING, None, sessions), date(2026, 5, 4))
    assert [(slot.day, slot.topic) for slot in again] == [(date(2026, 5, 4), "Rules"), (date(2026, 5, 11), "")]


def test_two_halves_of_a_day_stay_on_one_day() -> None:
    plan = Plan(None, "Halves", TrainingKind.TRAINING, None, plans.half_days(2))
    found = plans.use(plan, date(2026, 3, 14))  # a Saturday
    assert [slot.day for slot in found] == [date(2026, 3, 14)] * 2 + [date(2026, 3, 16)] * 2
    assert plan.days == 2


def test_a_year_is_copied_by_whole_weeks() -> None:
    assert plans.whole_weeks(date(2026, 1, 1), date(2027, 1, 1)).days == 364
    assert plans.whole_weeks(date(2026, 1, 1), date(2026, 1, 6)).days == 7


def test_an_order_of_one_day_has_one_session() -> None:
    order = NewTraining(None, None, MONDAY, title="Fair")
    assert plans.slots_of(order) == (Slot(MONDAY, time(8, 30), time(16)),)
