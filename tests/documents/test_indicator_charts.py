"""Charts of indicators: the bars say what the breakdown says."""

from __future__ import annotations

from datetime import date
from itertools import cycle, islice
from uuid import UUID, uuid4

import pytest

from trainer_app.documents import charts, indicator_charts
from trainer_app.domain.age_bands import ADULT, USUAL_BANDS, YOUTH
from trainer_app.domain.charts import Kind, Look, Unit
from trainer_app.domain.indicators import (
    Asked,
    By,
    Counted,
    Figure,
    IndicatorLine,
    IndicatorReport,
    Measure,
    Reading,
    Targeted,
    Wanted,
    breakdown,
    figure,
)
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended, PassMark
from trainer_app.i18n import LANGUAGES, Catalog

T = Catalog("en")
KEY = UUID(int=1)


def people(count: int) -> list[Counted]:
    """Two women to each man, in two districts, each third of them young."""
    sexes = islice(cycle((Sex.FEMALE, Sex.FEMALE, Sex.MALE)), count)
    return [
        Counted(
            counts=True,
            person_id=uuid4(),
            day=date(2026, 1 + number % 3, 5),
            sex=sex,
            age=YOUTH if number % 3 else ADULT,
            district="Rulindo" if number % 2 else "Gakenke",
        )
        for number, sex in enumerate(sexes)
    ]


def a_line(counted: list[Counted], measure: Measure = Measure.PEOPLE_TRAINED, **values: object) -> IndicatorLine:
    wanted = Wanted(KEY, measure)
    return IndicatorLine(wanted, figure(counted, wanted.is_share), tuple(counted), **values)  # type: ignore[arg-type]


def a_report(*lines: IndicatorLine, by: tuple[By, ...] = (By.SEX, By.DISTRICT)) -> IndicatorReport:
    asked = Asked(date(2026, 1, 1), date(2026, 3, 31), by=by)
    return IndicatorReport(asked, lines, (), Attended(), PassMark(), USUAL_BANDS, date(2026, 4, 1))


def test_the_bars_are_those_of_the_breakdown() -> None:
    line = a_line(people(30))
    report = a_report(line)
    chart = indicator_charts.by(report, line, By.DISTRICT, T)
    assert chart.kind is Kind.STACKED
    told = {row.label: sum(value or 0 for value in row.values) for row in chart.rows}
    assert told == {traits[0]: found.numerator for traits, found in breakdown(line, [By.DISTRICT], report.ages)}
    assert sum(told.values()) == line.figure.numerator == 30


def test_the_target_stands_beside_women_and_men() -> None:
    chart = indicator_charts.by_sex(a_line(people(30), targets=(Targeted("", 40),)), T)
    assert [(series.look, value) for series, value in zip(chart.series, chart.rows[0].values, strict=True)] == [
        (Look.WOMEN, 20),
        (Look.MEN, 10),
        (Look.TARGET, 40),
    ]


def test_a_district_with_a_target_and_nobody_has_a_bar_of_nothing() -> None:
    line = a_line(people(4), targets=(Targeted("", 100), Targeted("Rulindo", 29), Targeted("Musanze", 29)))
    chart = indicator_charts.by(a_report(line), line, By.DISTRICT, T)
    assert [(row.label, row.values) for row in chart.rows] == [
        ("Gakenke", (1, 1, None)),
        ("Musanze", (0, 0, 29)),
        ("Rulindo", (2, 0, 29)),
    ]
    assert chart.notes[-1] == ("The targets of the districts make 58, the overall target is 100: a difference of 42.")


def test_shares_are_not_stacked_and_nobody_of_nobody_is_no_bar() -> None:
    counted = [*people(3), Counted(False, uuid4(), sex=Sex.FEMALE, district="Rulindo")]
    line = a_line(counted, Measure.PASSED)
    chart = indicator_charts.by(a_report(line), line, By.DISTRICT, T)
    assert (chart.kind, chart.unit) == (Kind.BARS, Unit.SHARE)
    assert {row.label: row.values for row in chart.rows} == {"Gakenke": (1, 1), "Rulindo": (0.5, None)}


def test_months_in_which_nothing_was_done_stand_among_the_others() -> None:
    counted = [one for one in people(9) if one.day is not None and one.day.month != 2]
    line = a_line(counted)
    chart = indicator_charts.trend(a_report(line), line, T)
    assert chart.kind is Kind.LINES
    assert [(row.label, sum(value or 0 for value in row.values)) for row in chart.rows] == [
        ("01/2026", 3),
        ("02/2026", 0),
        ("03/2026", 3),
    ]


@pytest.mark.parametrize(
    ("last", "labels"),
    [
        (date(2026, 12, 31), ("01/2026", "12/2026", 12)),
        (date(2027, 1, 1), ("Quarter 1 of 2026", "Quarter 1 of 2027", 5)),
        (date(2031, 6, 1), ("2026", "2031", 6)),
    ],
)
def test_long_periods_are_told_in_longer_steps(last: date, labels: tuple[str, str, int]) -> None:
    line = a_line([Counted(True, uuid4(), day=day) for day in (date(2026, 1, 1), last)])
    rows = indicator_charts.trend(a_report(line), line, T).rows
    assert (rows[0].label, rows[-1].label, len(rows)) == labels


def test_two_hundred_occupations_are_told_by_the_most_frequent() -> None:
    counted = [Counted(True, uuid4(), occupation=f"trade {number}") for number in range(200)]
    chart = indicator_charts.by(a_report(a_line(counted)), a_line(counted), By.OCCUPATION, T)
    assert len(chart.rows) == 20
    assert sum(value or 0 for row in chart.rows for value in row.values) == 200


def test_numbers_and_shares_are_held_against_their_targets_in_charts_of_their_own() -> None:
    trained = a_line(people(30), targets=(Targeted("", 40),))
    passed = a_line(people(3), Measure.PASSED, targets=(Targeted("", 0.8),))
    numbers, shares = indicator_charts.against_targets(a_report(trained, passed), T)
    assert [row.values for row in numbers.rows] == [(30, 40)]
    assert [row.values for row in shares.rows] == [(1, 0.8)]
    assert shares.unit is Unit.SHARE
    assert indicator_charts.against_targets(a_report(), T) == ()


def test_readings_are_told_by_their_days() -> None:
    found = (
        Reading(uuid4(), date(2026, 3, 1), "Rulindo", Figure(288, 500), "a survey"),
        Reading(uuid4(), date(2026, 1, 1), "", Figure(250, 500), "a survey"),
    )
    line = IndicatorLine(Wanted(KEY, Measure.READING, "Families with access"), Figure(288, 500), readings=found)
    (chart,) = indicator_charts.charts(a_report(line), line, T)
    assert [(row.label, row.values[0]) for row in chart.rows] == [("01/01/2026", 0.5), ("01/03/2026 · Rulindo", 0.576)]
    assert indicator_charts.charts(a_report(), IndicatorLine(line.wanted, Figure(0, 0)), T) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", list(Measure))
def test_every_indicator_has_charts_that_can_be_drawn(measure: Measure, language: str) -> None:
    t = Catalog(language)
    line = a_line(people(5), measure, targets=(Targeted("Rulindo", 0.5),))
    for chart in indicator_charts.charts(a_report(line, by=tuple(By)), line, t):
        assert charts.picture(chart, t, 400).height > 0
        assert charts.in_words(chart, t)
