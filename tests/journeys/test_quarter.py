"""The coordinator's quarter: seven districts, 323 groups, 9,323 members; what the report says is counted once more.

Here nothing of ours counts: the rows of the file are read by plain questions, and added up in plain loops.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree, which
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from tests.bench import seed_programme
from tests.journeys.telling import Tell, telling
from trainer_app.db.database import Database
from trainer_app.domain.indicators import Asked, Measure, breakdown
from trainer_app.opening import open_folder
from trainer_app.services import behind, indicators

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
PERIOD = ("--from", FIRST, "--to", LAST)
CAME = ("present", "late")
ROLLS = """
    SELECT mark.person_id, mark.status, training.id, training.module_id, training.kind, enrolment.outsider
    FROM mark JOIN training_session AS session ON session.id = mark.session_id
    JOIN training ON training.id = session.training_id
    JOIN enrolment ON enrolment.training_id = training.id AND enrolment.person_id = mark.person_id
    WHERE NOT mark.gone AND NOT session.gone AND NOT session.cut AND NOT enrolment.gone
    AND session.day BETWEEN '2026-01-01' AND '2026-03-31'
    AND NOT EXISTS (SELECT 1 FROM training_trainer AS lead WHERE NOT lead.gone
                    AND lead.training_id = training.id AND lead.person_id = mark.person_id)
"""
SCORES = """
    SELECT sitting.person_id, training.module_id, sitting.phase, sitting.score
    FROM sitting JOIN training ON training.id = sitting.training_id
    JOIN enrolment ON enrolment.training_id = training.id AND enrolment.person_id = sitting.person_id
    WHERE NOT sitting.gone AND NOT enrolment.gone AND NOT enrolment.outsider
"""


@pytest.fixture(scope="module")
def office(master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the whole programme in it. Nothing in this module changes anything but the list of prints."""
    folder = Path(copytree(master, tmp_path_factory.mktemp("office") / "data"))
    database = open_folder(folder)
    with database.loading() as s:
        seed_programme.fill(s)
    database.checkpoint()
    database.close()
    return folder


@pytest.fixture
def database(office: Path) -> Iterator[Database]:
    opened = open_folder(office)
    yield opened
    opened.close()


@pytest.fixture
def tell(office: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    return telling(office, capsys)


def rows(database: Database, question: str) -> list[tuple[Any, ...]]:
    with database.reading() as s:
        return [tuple(row) for row in s.connection().exec_driver_sql(question)]


def indicator(told: dict[str, Any], measure: Measure, kind: str | None = None) -> dict[str, Any]:
    return next(one for one in told["indicators"] if one["measure"] == measure and one["kind"] == kind)


def test_people_and_attendances_of_the_quarter_are_those_of_the_file(tell: Tell, database: Database) -> None:
    own = [row for row in rows(database, ROLLS) if not row[5]]
    outside = [row for row in rows(database, ROLLS) if row[5]]
    came = [row for row in own if row[1] in CAME]
    marked = [row for row in own if row[1] != "excused"]

    told = tell("report", "indicators", *PERIOD, "--counting", "people")

    reached = indicator(told, Measure.PEOPLE_REACHED)
    assert reached["value"] == len({row[0] for row in came})
    insiders = {row[0] for row in came}
    assert reached["outsiders"] == len({row[0] for row in outside if row[1] in CAME} - insiders)
    heads = "SELECT sum(women + men + unknown) FROM head_count JOIN training_session AS one ON one.id = session_id"
    assert reached["heads"] == rows(database, f"{heads} WHERE one.day BETWEEN '2026-01-01' AND '2026-03-31'")[0][0]
    rate = indicator(told, Measure.ATTENDANCE)
    assert (rate["numerator"], rate["denominator"]) == (len(came), len(marked))
    held = {row[2] for row in rows(database, ROLLS) if row[4] == "training"}
    assert indicator(told, Measure.TRAININGS_HELD, "training")["value"] <= len(held)


def test_who_passed_and_who_did_better_is_counted_from_the_papers_of_the_tests(tell: Tell, database: Database) -> None:
    sat: dict[tuple[Any, Any], dict[str, float]] = {}
    in_quarter = {row[3] for row in rows(database, ROLLS)}
    for person, module, phase, score in rows(database, SCORES):
        if module in in_quarter:
            sat.setdefault((person, module), {})[phase] = score

    told = tell("report", "indicators", "--from", "2026-01-01", "--to", "2026-12-31")

    both = [one for one in sat.values() if {"pre", "post"} <= one.keys()]
    gained = indicator(told, Measure.GAINED)
    assert (gained["numerator"], gained["denominator"]) == (sum(one["post"] > one["pre"] for one in both), len(both))
    passed = indicator(told, Measure.PASSED)
    assert (passed["numerator"], passed["denominator"]) == (sum(one["post"] >= 6 for one in both), len(both))


def test_every_number_opens_as_many_people_as_it_says(database: Database) -> None:
    with database.reading() as s:
        report = indicators.report(s, Asked(FIRST, LAST), "en", date(2026, 4, 2))
        for line in report.lines:
            if line.wanted.measure not in (Measure.PEOPLE_REACHED, Measure.PEOPLE_TRAINED):
                continue
            people = behind.people_behind(s, (one for one in line.counted if one.counts), line.wanted.measure)
            assert len(people) == len({one.person_id for one in line.counted if one.counts}) > 1_000
            parts = breakdown(line, report.asked.by, report.ages)
            assert sum(figure.numerator for _traits, figure in parts) == line.figure.numerator


def test_the_workbook_holds_who_was_counted_and_adds_up_to_what_it_says(tell: Tell, tmp_path: Path) -> None:
    out = tmp_path / "quarter.xlsx"
    tell("export", "indicators", out, *PERIOD)
    told = tell("report", "indicators", *PERIOD)

    book = CalamineWorkbook.from_path(out)
    summary = _table(book.get_sheet_by_name("Summary").to_python())
    evidence = _table(book.get_sheet_by_name("Evidence").to_python())
    assert [row["Numerator"] for row in summary] == [one["numerator"] for one in told["indicators"]]
    for row in summary:
        counted = sum(
            one["Times"] for one in evidence if one["Indicator"] == row["Indicator"] and one["Counts"] == "yes"
        )
        assert counted == row["Numerator"], row["Indicator"]
    assert not any("+250" in str(value) for one in evidence for value in one.values())


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_numbers(tell: Tell, tmp_path: Path) -> None:
    out = tmp_path / "quarter.ods"
    tell("export", "indicators", out, *PERIOD)
    told = tell("report", "indicators", *PERIOD)
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    order = ["soffice", home, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path / "out"), str(out)]
    subprocess.run(order, check=True, capture_output=True, timeout=180)

    (first,) = (tmp_path / "out").iterdir()  # the page that a reader sees first
    lines = first.read_text("utf-8").splitlines()
    assert len(lines) == len(told["indicators"]) + 1
    for line, one in zip(lines[1:], told["indicators"], strict=True):
        assert f"{one['numerator']:g}" in line.replace('"', "").split(",")


def test_the_paper_says_the_numbers_and_first_what_is_doubtful(tell: Tell, tmp_path: Path) -> None:
    out = tmp_path / "quarter.pdf"
    told = tell("print", "indicator-report", out, *PERIOD, "--lang", "en")
    figures = tell("report", "indicators", *PERIOD)
    with pypdfium2.PdfDocument(out) as paper:
        words = " ".join(page.get_textpage().get_text_bounded() for page in paper).replace("\xa0", " ")
        assert len(paper) == told["pages"]
    assert words.index("The numbers may not be whole yet") < words.index("People reached")
    for doubt in figures["doubts"]:
        assert doubt["words"].split(" ")[0] in words
    assert f"{indicator(figures, Measure.PEOPLE_REACHED)['value']:,}".replace(",", " ") in words


def _table(page: list[list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(page[0], row, strict=True)) for row in page[1:]]
