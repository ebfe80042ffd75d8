"""Indicators by command: counted, broken down, measured against targets, handed in, and compared again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.telling import Tell
from trainer_app.domain.indicators import Asked
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import frozen_reports, indicators, places, targets
from trainer_app.services.indicator_definitions import usual

PEOPLE = """Amazina;Igitsina;Umwaka w'amavuko
UWIMANA Marie;Gore;1990
HABIMANA Jean Bosco;Gabo;1960
MUTONI Aline;Gore;
"""
DAY = date.today() - timedelta(days=40)
PERIOD = ("--from", DAY - timedelta(days=5), "--to", DAY + timedelta(days=5))


@pytest.fixture
def training(tell: Tell, tmp_path: Path) -> str:
    """Three people in Rulindo, of whom two came."""
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    tell("add", "group", "Twisungane", "--kind", "cooperative", "--place", "Base, Rulindo")
    tell("import", "people", tmp_path / "people.csv", "--group", "Twisungane")
    made = tell("add", "training", "--module", "M1", "--group", "Twisungane", "--start", DAY)
    tell("mark", "--training", made["code"], "--day", 1, "--present", "1-2", "--absent", "3")
    return made["code"]


def one(told: dict[str, Any], measure: str) -> dict[str, Any]:
    return next(line for line in told["indicators"] if line["measure"] == measure)


def test_every_indicator_is_told_with_what_it_is_of(tell: Tell, training: str) -> None:
    told = tell("report", "indicators", *PERIOD)
    reached, rate, members = (one(told, measure) for measure in ("people_reached", "attendance", "coverage"))
    assert (reached["numerator"], reached["denominator"], reached["value"]) == (2, None, 2)
    assert (rate["numerator"], rate["denominator"]) == (2, 3)
    assert members["value"] == pytest.approx(2 / 3)
    assert one(told, "passed")["value"] is None
    assert told["definition"]["age_groups"] == ["<18", "18-35", "36+"]
    assert {doubt["kind"] for doubt in told["doubts"]} >= {"not_signed"}


def test_figures_are_broken_down_as_asked_and_the_parts_make_the_whole(tell: Tell, training: str) -> None:
    told = one(tell("report", "indicators", *PERIOD, "--by", "sex,district"), "people_reached")
    assert {part["district"] for part in told["breakdown"]} == {"Rulindo"}
    assert sum(part["numerator"] for part in told["breakdown"]) == told["numerator"]
    assert one(tell("report", "indicators", *PERIOD, "--by", ""), "people_reached")["breakdown"] == []
    assert tell("report", "indicators", "--by", "height", code=1)["error"]["code"] == "unknown_breakdown"


def test_another_district_project_or_period_is_asked_for(tell: Tell, training: str) -> None:
    assert one(tell("report", "indicators", *PERIOD, "--district", "Rulindo"), "people_reached")["numerator"] == 2
    assert one(tell("report", "indicators", *PERIOD, "--district", "Gakenke"), "people_reached")["numerator"] == 0
    assert tell("report", "indicators", "--district", "Nowhere", code=1)["error"]["code"] == "unknown_place"
    assert tell("report", "indicators", "--project", "None", code=1)["error"]["code"] == "not_found"
    since = tell("report", "indicators", "--from", DAY)
    assert (since["from"], since["to"]) == (DAY.isoformat(), date.today().isoformat())
    until = tell("report", "indicators", "--to", "2026-02-10")
    assert (until["from"], until["to"]) == ("2026-01-01", "2026-02-10")
    assert tell("report", "indicators", "--from", DAY, "--to", DAY - timedelta(days=1), code=1)


def test_one_is_what_was_asked_for(tell: Tell, training: str) -> None:
    again = tell("add", "training", "--module", "M1", "--group", "Twisungane", "--start", DAY + timedelta(days=1))
    tell("mark", "--training", again["code"], "--day", 1, "--present", "1-3")
    counted = {
        counting: one(tell("report", "indicators", *PERIOD, "--counting", counting), "people_reached")["numerator"]
        for counting in ("people", "people_per_topic", "attendances")
    }
    assert counted == {"people": 3, "people_per_topic": 3, "attendances": 5}


def test_a_target_and_a_report_that_was_handed_in_are_told(tell: Tell, training: str, folder: Path) -> None:
    asked = Asked(PERIOD[1], PERIOD[3])  # type: ignore[arg-type]
    database = open_folder(folder)
    with database.changing(label("Target")) as s:
        targets.set_target(s, usual()[0].id, None, asked.first, asked.last, 8)
        district = places.one(s, "Rulindo", "district")
        targets.set_target(s, usual()[0].id, district, asked.first, asked.last, 6)
    with database.changing(label("Freeze")) as s:
        report = indicators.report(s, asked, "en", date.today())
        frozen_reports.freeze(s, report, "Quarter 1", date.today())
    database.close()
    told = one(tell("report", "indicators", *PERIOD), "people_reached")
    assert (told["target"], told["reached"]) == (8, 0.25)
    assert [(one["district"], one["number"]) for one in told["targets"]] == [(None, 8), ("Rulindo", 6)]
    assert tell("report", "indicators", "--frozen", "quarter 1")["frozen"]["differences"] == []
    tell("mark", "--training", training, "--day", 1, "--present", "3")
    after = tell("report", "indicators", "--frozen", "Quarter 1")
    assert one(after, "people_reached")["numerator"] == 2, "what was handed in stays"
    moved = {line["measure"]: line for line in after["frozen"]["differences"]}
    assert (moved["people_reached"]["then"]["value"], moved["people_reached"]["now"]["value"]) == (2, 3)
    assert [entry["cause"] for entry in moved["people_reached"]["came_in"]] == ["mark"]
    assert tell("report", "indicators", "--frozen", "Quarter 9", code=1)["error"]["code"] == "not_found"


def test_the_sample_is_told_only_where_it_is_asked_for(tell: Tell) -> None:
    tell("sample")
    around = ("--from", date.today() - timedelta(days=60), "--to", date.today() + timedelta(days=60))
    assert one(tell("report", "indicators", *around), "people_reached")["numerator"] == 0
    sample = tell("report", "indicators", *around, "--sample")
    assert one(sample, "people_reached")["numerator"] > 20
    assert sample["sample"] is True
