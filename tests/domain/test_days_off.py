"""Which days a rule names: fixed and moving holidays, the Saturday of Umuganda, market days."""

from __future__ import annotations

from datetime import date, time
from uuid import uuid4

import pytest

from trainer_app.domain import days_off
from trainer_app.domain.days_off import DayKind, DayOff

YEAR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("year", "day"),
    [(2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2019, "04-21"), (2026, "04-05"), (2038, "04-25")],
)
def test_easter_is_where_the_churches_have_it(year: int, day: str) -> None:
    assert days_off.easter(year) == date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ({"fixed": "07-01"}, ["2026-07-01"]),
        ({"easter": -2}, ["2026-04-03"]),
        ({"nth": 1, "weekday": 4, "month": 8}, ["2026-08-07"]),
        ({"day": "2026-05-27"}, ["2026-05-27"]),
        ({"day": "2027-05-27"}, []),
        ({"from": "04-07", "to": "04-09"}, ["2026-04-07", "2026-04-08", "2026-04-09"]),
        ({"fixed": "02-29"}, []),
        ({}, []),
    ],
)
def test_a_rule_names_its_days_of_the_year(rule: dict[str, object], days: list[str]) -> None:
    assert days_off.days_of(rule, *YEAR) == tuple(map(date.fromisoformat, days))


def test_umuganda_is_the_last_saturday_of_each_month() -> None:
    found = days_off.days_of({"last_weekday_of_month": 5}, *YEAR)
    assert len(found) == 12
    assert found[1:3] == (date(2026, 2, 28), date(2026, 3, 28))
    assert {day.weekday() for day in found} == {5}


def test_a_market_day_comes_every_week() -> None:
    found = days_off.days_of({"weekday": 2}, date(2026, 3, 9), date(2026, 3, 31))
    assert found == (date(2026, 3, 11), date(2026, 3, 18), date(2026, 3, 25))


def test_a_span_may_go_over_the_end_of_the_year() -> None:
    found = days_off.days_of({"from": "12-30", "to": "01-02"}, date(2026, 12, 1), date(2027, 1, 31))
    assert found == (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2))


def test_a_holiday_on_a_weekend_gives_the_working_day_after_where_the_rule_says_so() -> None:
    saturday = {"fixed": "07-04", "moves": True}  # in 2026
    assert days_off.stand_ins(saturday, *YEAR) == (date(2026, 7, 6),)
    assert days_off.stand_ins(saturday, date(2026, 7, 6), date(2026, 7, 6)) == (date(2026, 7, 6),)
    assert days_off.stand_ins({"fixed": "07-04"}, *YEAR) == ()
    assert days_off.stand_ins({"fixed": "07-01", "moves": True}, *YEAR) == ()


def test_the_morning_of_umuganda_leaves_the_afternoon_free() -> None:
    morning = DayOff(uuid4(), date(2026, 3, 28), "Umuganda", DayKind.UMUGANDA, until=time(12))
    assert morning.meets(time(8, 30))
    assert not morning.meets(time(12))


def test_a_rule_that_names_no_day_is_known_as_such() -> None:
    assert days_off.never_comes({"nth": 6, "weekday": 1})
    assert not days_off.never_comes({"fixed": "02-29"})


def test_a_span_that_began_last_year_is_there_in_january() -> None:
    found = days_off.days_of({"from": "12-20", "to": "01-05"}, date(2026, 1, 1), date(2026, 1, 31))
    assert found == tuple(date(2026, 1, day) for day in range(1, 6))


def test_a_span_that_ends_on_the_29th_of_february_ends_a_day_before_in_other_years() -> None:
    found = days_off.days_of({"from": "02-20", "to": "02-29"}, date(2027, 1, 1), date(2027, 12, 31))
    assert (found[0], found[-1]) == (date(2027, 2, 20), date(2027, 2, 28))
