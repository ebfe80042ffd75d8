"""Reports and lists that leave by command: what is in them, what is masked, and what is kept in mind of them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from tests.journeys.telling import Tell
from trainer_app.db.records import PrintRun
from trainer_app.domain.indicators import Asked
from trainer_app.domain.list_forms import ATTENDANCE, PROPOSED, ListForm
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import frozen_reports, indicators, list_forms

START = date.today() - timedelta(days=20)
LIST = """Amazina;Igitsina;Telefone;Umwaka w'amavuko
UWIMANA Marie;Gore;0788000001;1990
HABIMANA Jean Bosco;Gabo;788000002;1985
=1+1 'O''Neil <b>';Gore;+250788000003;2001
"""


@pytest.fixture
def trainings(tell: Tell, tmp_path: Path) -> list[str]:
    """Two trainings of three people, the first day of each marked: one is absent."""
    file = tmp_path / "abitabiriye.csv"
    file.write_text(LIST, "utf-8")
    tell("add", "group", "Twisungane", "--kind", "cooperative", "--place", "Base, Rulindo")
    tell("import", "people", file, "--group", "Twisungane")
    codes = []
    for n in range(2):
        made = tell(
            "add", "training", "--module", f"M{n + 1}", "--group", "Twisungane", "--start", START + timedelta(n * 7),
            "--days", 2,
        )  # fmt: skip
        tell("mark", "--training", made["code"], "--day", 1, "--present", "1-3", "--absent", 3)
        codes.append(made["code"])
    return codes


def pages(path: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_lists_of_a_period_are_pages_of_a_workbook(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    out = tmp_path / "month.xlsx"
    told = tell("export", "attendance", out, "--from", START, "--to", date.today(), "--each")
    assert (told["trainings"], told["rows"], told["files"]) == (2, 6, [str(out)])
    found = pages(out)
    assert [row[0] for row in found["Overview"][1:]] == trainings
    assert [row[7] for row in found["Overview"][1:]] == [2, 2]


def test_the_lists_of_a_period_are_files_in_a_folder(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    for kind in ("csv", "pdf"):
        told = tell(
            "export", "attendance", tmp_path / kind, "--from", START, "--to", date.today(), "--each", "--format", kind
        )
        assert len(told["files"]) == 3
        assert sorted(map(Path, told["files"])) == sorted((tmp_path / kind).iterdir())


def test_each_list_that_left_is_kept_in_mind(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    period = ("--from", START, "--to", date.today())
    tell("export", "attendance", tmp_path / "month.xlsx", *period, "--each", "--unmask", "phone")
    runs = tell("report", "prints")["prints"]
    assert len([run for run in runs if run["document"] == "attendance_list"]) == 2


def test_lists_that_a_donor_wants_with_whole_phones_are_noted_as_nominal(
    tell: Tell, trainings: list[str], folder: Path, tmp_path: Path
) -> None:
    database = open_folder(folder)
    wanted = ListForm(ATTENDANCE, "EU", PROPOSED[ATTENDANCE], phones=True)
    with database.changing(label("Keep a form")) as s:
        list_forms.keep(s, wanted, date.today())
    database.close()
    tell("export", "attendance", tmp_path / "month.xlsx", "--from", START, "--each", "--form", "EU")
    database = open_folder(folder)
    with database.reading() as s:
        assert s.scalars(select(PrintRun.unmasked)).all() == ["phone"] * 2
    database.close()


def test_a_district_without_trainings_has_no_lists(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    words = ("export", "attendance", tmp_path / "x.xlsx", "--from", START, "--district", "Gakenke", "--each")
    assert tell(*words, code=1)["error"]["code"] == "nothing"
    assert not (tmp_path / "x.xlsx").exists()


def test_each_needs_a_period(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    words = ("export", "attendance", tmp_path / "x.xlsx", "--each", "--training", trainings[0])
    assert tell(*words, code=1)["error"]["code"] == "what"


PERIOD = ("--from", START, "--to", date.today())


def test_the_report_leaves_in_every_format_with_the_same_numbers(
    tell: Tell, trainings: list[str], tmp_path: Path
) -> None:
    for suffix in ("xlsx", "ods"):
        told = tell("export", "indicators", tmp_path / f"r.{suffix}", *PERIOD, "--by", "sex,district")
        assert told["indicators"] == 10
        summary = pages(tmp_path / f"r.{suffix}")["Summary"]
        reached = dict(zip(summary[0], next(row for row in summary if row[1] == "People reached"), strict=True))
        assert (reached["Actual"], reached["Female"], reached["Male"]) == (4, 2, 2)
    tell("export", "indicators", tmp_path / "r.csv", *PERIOD, "--by", "sex,district")
    assert '"People reached"' in (text := (tmp_path / "r.csv").read_text("utf-8-sig")) or "People reached" in text
    told = tell("print", "indicator-report", tmp_path / "r.pdf", *PERIOD, "--annex")
    assert told["pages"] >= 3


def test_each_person_counts_once_when_that_is_asked_for(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    tell("export", "indicators", tmp_path / "r.xlsx", *PERIOD, "--counting", "people")
    summary = pages(tmp_path / "r.xlsx")["Summary"]
    assert next(row for row in summary if row[1] == "People reached")[4] == 2


def test_names_are_shown_when_they_are_asked_for_and_that_is_kept_in_mind(
    tell: Tell, trainings: list[str], tmp_path: Path
) -> None:
    tell("export", "indicators", tmp_path / "a.xlsx", *PERIOD)
    assert "UWIMANA Marie" not in str(pages(tmp_path / "a.xlsx"))
    tell("export", "indicators", tmp_path / "b.xlsx", *PERIOD, "--unmask", "name")
    assert "UWIMANA Marie" in str(pages(tmp_path / "b.xlsx")["Evidence"])
    assert "0788" not in str(pages(tmp_path / "b.xlsx")["Evidence"])
    runs = tell("report", "prints")["prints"]
    assert [run["document"] for run in runs].count("indicator_report") == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--by", "colour"), "unknown_breakdown"),
        (("--unmask", "religion"), "unknown_column"),
        (("--district", "Paris"), "unknown_place"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(
    tell: Tell, trainings: list[str], tmp_path: Path, words: tuple[str, str], code: str
) -> None:
    told = tell("export", "indicators", tmp_path / "r.xlsx", *PERIOD, *words, code=1)
    assert told["error"]["code"] == code
    assert not (tmp_path / "r.xlsx").exists()


def test_a_paper_is_a_pdf(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    told = tell("print", "indicator-report", tmp_path / "r.xlsx", *PERIOD, code=1)
    assert told["error"]["code"] == "unknown_format"


def test_an_empty_folder_has_an_empty_report(tell: Tell, tmp_path: Path) -> None:
    told = tell("export", "indicators", tmp_path / "r.xlsx", *PERIOD)
    assert told["rows"] == 0
    assert [row[4] for row in pages(tmp_path / "r.xlsx")["Summary"][1:4]] == [0, 0, ""]


def test_data_leaves_as_a_folder_a_zip_or_a_workbook(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    for out in ("d", "d.zip", "d.xlsx"):
        told = tell("export", "data", tmp_path / out, *PERIOD)
        assert (told["tables"]["people"], told["tables"]["marks"], told["tables"]["trainings"]) == (3, 6, 2)
    assert (tmp_path / "d" / "codebook.csv").is_file()
    assert "UWIMANA" not in (tmp_path / "d" / "people.csv").read_text()


def test_data_in_the_ways_of_kobo_and_dhis2(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    tell("export", "data", tmp_path / "kobo", "--names", "kobo")
    assert (tmp_path / "kobo" / "survey.csv").is_file()
    year = date.today().year
    days = ("--from", f"{year}-01-01", "--to", f"{year}-12-31")
    told = tell("export", "data", tmp_path / "dhis2", *days, "--names", "dhis2")
    assert "data_values" in told["tables"]
    refused = tell("export", "data", tmp_path / "no", "--from", f"{year}-01-02", "--names", "dhis2", code=1)
    assert refused["error"]["code"] == "no_dhis2_period"


def test_names_in_data_are_kept_in_mind(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    tell("export", "data", tmp_path / "d", "--unmask", "name")
    assert "UWIMANA Marie" in (tmp_path / "d" / "people.csv").read_text()
    assert [run["document"] for run in tell("report", "prints")["prints"]] == ["data"]


def test_a_report_without_its_days_is_refused(tell: Tell, trainings: list[str], tmp_path: Path) -> None:
    assert tell("export", "indicators", tmp_path / "r.xlsx", code=1)["error"]["code"] == "what"
    assert tell("export", "indicators", tmp_path / "r.xlsx", "--frozen", "Q9", code=1)["error"]["code"] == "not_found"


def test_a_report_that_was_kept_leaves_as_it_was_handed_in(
    tell: Tell, trainings: list[str], folder: Path, tmp_path: Path
) -> None:
    database = open_folder(folder)
    with database.changing(label("Keep")) as s:
        report = indicators.report(s, Asked(START, date.today()), "en", date.today())
        frozen_reports.freeze(s, report, "As handed in", date.today())
    database.close()
    tell("mark", "--training", trainings[0], "--day", 1, "--absent", "1-3")
    tell("export", "indicators", tmp_path / "kept.xlsx", "--frozen", "As handed in")
    tell("export", "indicators", tmp_path / "now.xlsx", *PERIOD)
    figures = {name: pages(tmp_path / f"{name}.xlsx") for name in ("kept", "now")}
    reached = {
        name: [row[4] for row in found["Summary"] if row[1] == "People reached"] for name, found in figures.items()
    }
    assert reached == {"kept": [4], "now": [2]}
    assert ["Report", "As handed in"] in [row[:2] for row in figures["kept"]["About"]]
    assert any("Frozen on" in str(row[1]) for row in figures["kept"]["About"])
