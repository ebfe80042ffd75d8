"""The figures as DHIS2 takes them: its columns, its periods, and parts that add up to the figure."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.documents.builders import ENGLISH
from tests.documents.report_builders import lines, outcome_line, people_line, report
from trainer_app.documents import dhis2, tidy_files
from trainer_app.domain.indicators import Asked
from trainer_app.errors import TrainerError


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 3, 1), date(2026, 3, 31), "202603"),
        (date(2026, 1, 1), date(2026, 3, 31), "2026Q1"),
        (date(2026, 10, 1), date(2026, 12, 31), "2026Q4"),
        (date(2026, 7, 1), date(2026, 12, 31), "2026S2"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2026, 3, 2), date(2026, 3, 31), ""),
        (date(2026, 2, 1), date(2026, 4, 30), ""),
        (date(2025, 12, 1), date(2026, 2, 28), ""),
    ],
)
def test_periods_are_written_as_dhis2_writes_them(first: date, last: date, told: str) -> None:
    assert dhis2.period(first, last) == told


def values() -> list[dict[str, str | int]]:
    page = dhis2.pages(report(), ENGLISH)[0]
    return [dict(zip(page.header, row, strict=True)) for row in page.rows]


def test_the_columns_are_those_of_its_bulk_import(tmp_path: Path) -> None:
    tidy_files.write(dhis2.pages(report(), ENGLISH), ENGLISH, tmp_path / "d", is_sample=False)
    told = (tmp_path / "d" / "data_values.csv").read_text()
    assert told.splitlines()[0] == "dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value"
    rows = list(csv.DictReader(io.StringIO(told)))
    assert rows[0] == {
        "dataelement": "1_2_A", "period": "2026Q1", "orgunit": "Gakenke", "categoryoptioncombo": "F_36_PLUS",
        "attributeoptioncombo": "default", "value": "7",
    }  # fmt: skip


def test_the_parts_add_up_to_the_figure() -> None:
    sums: Counter[str] = Counter()
    for row in values():
        sums[str(row["dataelement"])] += int(row["value"])
    people, passed, held, _outcome, _nobody = lines()
    assert sums["1_2_A"] == people.figure.numerator
    assert (sums["1_3_NUM"], sums["1_3_DEN"]) == (passed.figure.numerator, passed.figure.denominator)
    assert sums["TRAININGS_HELD"] == held.figure.numerator


def test_no_value_is_told_twice() -> None:
    keys = [tuple(list(row.values())[:5]) for row in values()]
    assert len(set(keys)) == len(keys)


def test_an_outcome_is_a_value_of_its_district_and_of_the_whole() -> None:
    found = [row for row in values() if str(row["dataelement"]).startswith("O_1")]
    assert {(row["dataelement"], row["orgunit"], row["value"]) for row in found} == {
        ("O_1_NUM", "Rulindo", 20), ("O_1_DEN", "Rulindo", 60),
        ("O_1_NUM", "Village savings to cooperatives", 144), ("O_1_DEN", "Village savings to cooperatives", 250),
    }  # fmt: skip


def test_two_indicators_of_one_code_are_told_apart() -> None:
    other = replace(people_line(), wanted=replace(people_line().wanted, id=outcome_line().wanted.id))
    assert list(dhis2.element_codes(report([people_line(), other])).values()) == ["1_2_A", "1_2_A_2"]


def test_what_has_to_be_set_up_first_is_listed() -> None:
    _values, elements, combos, units = dhis2.pages(report(), ENGLISH)
    assert {row[0] for row in elements.rows} >= {"1_2_A", "1_3_NUM", "1_3_DEN", "TRAININGS_HELD"}
    used = values()
    assert {row["categoryoptioncombo"] for row in used} == {row[0] for row in combos.rows}
    assert {row["orgunit"] for row in used} == {row[0] for row in units.rows}
    assert {row["dataelement"] for row in used} <= {row[0] for row in elements.rows}


def test_days_that_dhis2_has_no_word_for_are_refused() -> None:
    own = replace(report(), asked=Asked(date(2026, 1, 5), date(2026, 3, 31)))
    with pytest.raises(TrainerError, match="months, quarters, half-years and years"):
        dhis2.pages(own, ENGLISH)
