"""Targets of districts and overall, both kept; and which of them a report of some days is measured against."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from trainer_app.db.database import Database
from trainer_app.domain.indicators import Asked, IndicatorLine, Targeted
from trainer_app.domain.trainings import TrainingKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import indicators, places, quotas, targets
from trainer_app.services.indicator_definitions import usual

REACHED, ATTENDANCE, TRAININGS = usual()[0], usual()[2], usual()[3]
TODAY = date(2026, 4, 10)
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def districts(db: Database) -> list[UUID]:
    with db.reading() as s:
        return [line.id for line in places.districts(s)][:7]


def aim(db: Database, indicator: UUID, place: UUID | None, days: tuple[date, date], number: float | None) -> None:
    with db.changing(label("Target")) as s:
        targets.set_target(s, indicator, place, *days, number)


def line(db: Database, indicator: UUID, *days: date, **asked: Any) -> IndicatorLine:  # noqa: ANN401
    with db.reading() as s:
        found = indicators.report(s, Asked(*(days or QUARTER), **asked), "en", TODAY)
    return next(one for one in found.lines if one.wanted.id == indicator)


def test_the_sum_of_the_districts_and_the_target_of_the_project_are_both_kept(
    db: Database, districts: list[UUID]
) -> None:
    for district in districts:
        aim(db, REACHED.id, district, QUARTER, 29)
    assert line(db, REACHED.id).target == 203
    aim(db, REACHED.id, None, QUARTER, 214)
    found = line(db, REACHED.id)
    assert found.target == 214
    assert sum(one.number for one in found.targets if one.district) == 203
    assert found.reached == 0


def test_a_report_of_one_district_is_measured_against_its_own_target(db: Database, districts: list[UUID]) -> None:
    aim(db, REACHED.id, None, QUARTER, 214)
    aim(db, REACHED.id, districts[0], QUARTER, 29)
    assert line(db, REACHED.id, district_id=districts[0]).target == 29
    assert line(db, REACHED.id, district_id=districts[1]).target is None


def test_the_months_of_a_quarter_make_its_target_and_an_overlapping_one_is_not_added_twice(db: Database) -> None:
    aim(db, REACHED.id, None, (date(2026, 1, 1), date(2026, 1, 31)), 10)
    aim(db, REACHED.id, None, (date(2026, 3, 1), date(2026, 3, 31)), 30)
    aim(db, REACHED.id, None, (date(2026, 3, 15), date(2026, 3, 31)), 7)
    assert line(db, REACHED.id).targets == (Targeted("", 40, date(2026, 1, 1), date(2026, 3, 31)),)
    aim(db, REACHED.id, None, QUARTER, 50)
    assert line(db, REACHED.id).target == 50


def test_the_target_of_a_year_is_told_beside_a_quarter_and_never_divided(db: Database) -> None:
    aim(db, REACHED.id, None, YEAR, 400)
    found = line(db, REACHED.id)
    assert found.target is None
    assert found.wider == (Targeted("", 400, *YEAR),)
    assert line(db, REACHED.id, *YEAR).target == 400


def test_of_a_share_the_last_target_applies_and_shares_are_not_added_up(db: Database, districts: list[UUID]) -> None:
    aim(db, ATTENDANCE.id, None, (date(2026, 1, 1), date(2026, 1, 31)), 0.7)
    aim(db, ATTENDANCE.id, None, (date(2026, 2, 1), date(2026, 2, 28)), 0.8)
    assert line(db, ATTENDANCE.id).target == 0.8
    aim(db, ATTENDANCE.id, None, (date(2026, 1, 1), date(2026, 1, 31)), None)
    aim(db, ATTENDANCE.id, None, (date(2026, 2, 1), date(2026, 2, 28)), None)
    for district in districts:
        aim(db, ATTENDANCE.id, district, QUARTER, 0.9)
    assert line(db, ATTENDANCE.id).target is None
    assert line(db, ATTENDANCE.id, district_id=districts[2]).target == 0.9


def test_the_quotas_of_the_districts_are_targets_of_the_trainings_held(db: Database, districts: list[UUID]) -> None:
    with db.changing(label("Quota")) as s:
        quotas.set_for_all(s, quotas.Period(TrainingKind.TRAINING, *QUARTER), districts, 3)
    assert line(db, TRAININGS.id).target == 21
    aim(db, TRAININGS.id, None, QUARTER, 25)
    assert line(db, TRAININGS.id).target == 25, "what was set for the indicator itself stands before the quota"


@pytest.mark.parametrize("days", [(date(2025, 1, 1), date(2025, 12, 31)), YEAR])
def test_a_quota_of_these_days_is_not_hidden_by_what_was_set_for_others(
    db: Database, districts: list[UUID], days: tuple[date, date]
) -> None:
    with db.changing(label("Quotas")) as s:
        quotas.set_for_all(s, quotas.Period(TrainingKind.TRAINING, *QUARTER), districts, 3)
    aim(db, TRAININGS.id, None, days, 90)
    assert line(db, TRAININGS.id).target == 21


def test_a_target_that_cannot_be_is_refused_with_a_reason(db: Database) -> None:
    for indicator, days, number in (
        (REACHED.id, QUARTER, -1),
        (REACHED.id, QUARTER[::-1], 5),
        (ATTENDANCE.id, QUARTER, 80),
        (REACHED.id, QUARTER, float("nan")),
    ):
        with pytest.raises(TrainerError):
            aim(db, indicator, None, days, number)


def test_setting_changing_and_taking_a_target_away_can_be_undone(db: Database) -> None:
    aim(db, REACHED.id, None, QUARTER, 5)
    aim(db, REACHED.id, None, QUARTER, 6)
    aim(db, REACHED.id, None, QUARTER, None)
    seen = [line(db, REACHED.id).target]
    for _step in range(3):
        db.undo()
        seen.append(line(db, REACHED.id).target)
    assert seen == [None, 6, 5, None]


def test_the_targets_of_an_indicator_are_listed_with_their_days(db: Database, districts: list[UUID]) -> None:
    aim(db, REACHED.id, districts[0], QUARTER, 29)
    aim(db, REACHED.id, None, QUARTER, 214)
    aim(db, REACHED.id, None, YEAR, 900)
    with db.reading() as s:
        found = targets.targets(s, REACHED.id)
    assert [(one.number, one.last, one.district_id) for one in found] == [
        (900, YEAR[1], None),
        (214, QUARTER[1], None),
        (29, QUARTER[1], districts[0]),
    ]
