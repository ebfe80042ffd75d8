"""The report as files, read back by other programs: every file has the numbers of the breakdown, and no other."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.documents.builders import ENGLISH, FRENCH, HARD_NAMES
from tests.documents.report_builders import ALL_DETAILS, named, nobody_line, people_line, report, told
from trainer_app.documents import indicator_book
from trainer_app.documents import indicator_rows as rows
from trainer_app.documents.indicator_rows import Told
from trainer_app.documents.output import Cancelled
from trainer_app.domain.indicators import By, Targeted, breakdown, figure
from trainer_app.domain.people import Sex
from trainer_app.errors import TrainerError

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")


def pages(own: Told, folder: Path, suffix: str) -> dict[str, list[list[Any]]]:
    """Page > rows, by calamine, which reads both kinds of workbook."""
    path = folder / f"report{suffix}"
    indicator_book.write(own, ENGLISH, path)
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def table(page: list[list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(page[0], row, strict=True)) for row in page[1:]]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_workbook_has_its_pages_in_order(tmp_path: Path, suffix: str) -> None:
    found = pages(told(), tmp_path, suffix)
    assert list(found) == ["Summary", "Breakdown", "Evidence", "Readings", "Definitions", "About"]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_the_summary_has_each_indicator_once_with_its_figures(tmp_path: Path, suffix: str) -> None:
    people, passed, held, outcome, nobody = table(pages(told(), tmp_path, suffix)["Summary"])
    assert people["Code"] == "1.2.a"
    assert (people["Target"], people["Actual"], people["Of the target"]) == (50, 40, 0.8)
    assert [people[word] for word in ("Female", "Male", "Sex not known")] == [20, 10, 10]
    assert (people["From outside the project"], people["Came, names not known"]) == (3, 12)
    assert (passed["Unit"], passed["Target"], passed["Actual"]) == ("%", 80, 66.7)
    assert (passed["Numerator"], passed["Denominator"]) == (20, 30)
    assert (held["Unit"], held["Actual"], held["Female"]) == ("trainings", 4, "")
    assert [passed[word] for word in ("Female", "Male", "Sex not known")] == [68.8, 71.4, 57.1]
    assert (outcome["Actual"], outcome["Female"], outcome["Male"]) == (57.6, "", "")
    assert (nobody["Actual"], nobody["Numerator"], nobody["Denominator"]) == ("", 0, 0)


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_the_long_table_is_the_breakdown(tmp_path: Path, suffix: str) -> None:
    found = table(pages(told(), tmp_path, suffix)["Breakdown"])
    own = people_line()
    women = [
        row for row in found if row["Indicator"] == own.wanted.title and row["Sex"] == "Female" and not row["Age group"]
    ]
    (traits, figure), *_ = breakdown(own, (By.SEX,), report().ages)
    assert traits == (Sex.FEMALE,)
    assert [row["Numerator"] for row in women] == [figure.numerator]
    crossed = [row for row in found if row["Broken down by"] == "Sex, Age group" and row["Code"] == "1.2.a"]
    assert sum(row["Numerator"] for row in crossed) == own.figure.numerator


def test_every_way_of_breaking_down_adds_up_to_the_whole() -> None:
    for part in ("Sex", "Age group", "Sex, Age group"):
        found = [row for row in rows.breakdowns(told(), ENGLISH).rows if row[1] == "People who passed the last test"]
        whole = next(row for row in found if row[4] == "Whole")
        some = [row for row in found if row[4] == part]
        assert sum(row[-2] for row in some) == whole[-2] == 20
        assert sum(row[-1] for row in some) == whole[-1] == 30


def test_a_training_has_no_sex_to_be_broken_down_by() -> None:
    found = [
        row[4] for row in rows.breakdowns(told(by=(By.SEX, By.DISTRICT)), ENGLISH).rows if row[1] == "Trainings held"
    ]
    assert found == ["Whole", "District", "District"]


def test_a_district_with_a_target_and_nobody_in_it_is_shown() -> None:
    found = {row[7]: row for row in rows.breakdowns(told(), ENGLISH).rows if row[4] == "District"}
    assert (found["Nyamagabe"][9], found["Nyamagabe"][10]) == (5, 0)
    assert found["Rulindo"][9] == 20
    assert found["not known"][9] is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_text_is_the_same_long_table(tmp_path: Path, language: str) -> None:
    path, t = tmp_path / "report.csv", {"en": ENGLISH, "fr": FRENCH}[language]
    made = indicator_book.write(told(), t, path)
    delimiter = "," if language == "en" else ";"
    read = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=delimiter))
    sheet = rows.breakdowns(told(), t)
    assert tuple(read[0]) == sheet.heading
    assert len(read) - 1 == len(sheet.rows) == made.rows
    assert [row[-2] for row in read[1:]] == ["" if row[-2] is None else str(row[-2]) for row in sheet.rows]


def evidence(own: Told, folder: Path) -> list[dict[str, Any]]:
    return table(pages(own, folder, ".xlsx")["Evidence"])


def test_evidence_has_a_row_for_everything_counted_also_for_what_is_only_in_the_denominator(tmp_path: Path) -> None:
    found = evidence(told(), tmp_path)
    assert len(found) == 40 + 30 + 4
    passed = [row for row in found if row["Code"] == "1.3"]
    assert [sum(row["Counts"] == word for row in passed) for word in ("yes", "no")] == [20, 10]
    assert found[0]["Training"] == "Cooperative governance"
    assert found[0]["Day"].isoformat() == "2026-01-01"


def test_evidence_names_nobody_unless_it_is_asked_to(tmp_path: Path) -> None:
    found = evidence(told(), tmp_path)
    assert "Name" not in found[0]
    assert "Phone" not in found[0]
    assert found[0]["Person"] == "RUL-P0"


def test_with_names_phones_stay_masked_and_cards_away(tmp_path: Path) -> None:
    found = evidence(told(unmask=["name"]), tmp_path)
    assert found[0]["Name"] == HARD_NAMES[0]
    assert found[1]["Phone"] == "••• 001"
    assert "Identity card" not in found[0]


def test_several_sessions_of_one_person_are_one_row_with_their_number(tmp_path: Path) -> None:
    often = replace(people_line(1).counted[0], times=4)
    line = replace(people_line(1), counted=(often,), figure=figure([often], share=False))
    (row,) = evidence(told(own=[line]), tmp_path)
    assert row["Times"] == 4
    assert rows.summary(told(own=[line]), ENGLISH).rows[0][4] == 4


def test_a_target_of_the_year_is_told_and_not_divided() -> None:
    year = Targeted("Rulindo", 1200, date(2026, 1, 1), date(2026, 12, 31))
    line = replace(people_line(), targets=(), wider=(year,))
    assert rows.summary(told(own=[line]), ENGLISH).rows[0][3] is None
    assert rows.definitions(told(own=[line]), ENGLISH).rows[0][-1] == "1200 (1 January to 31 December 2026, Rulindo)."


def test_a_card_without_its_name_is_not_shown(tmp_path: Path) -> None:
    assert "Identity card" not in evidence(told(unmask=["id", "phone"]), tmp_path)[0]


def test_all_is_shown_when_all_is_asked_for(tmp_path: Path) -> None:
    found = evidence(told(unmask=ALL_DETAILS), tmp_path)
    assert (found[1]["Phone"], found[1]["Identity card"]) == ("0788 000 001", "1199080000000001")


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_hostile_names_come_back_as_they_are_and_are_no_formula(tmp_path: Path, suffix: str) -> None:
    found = table(pages(told(unmask=["name"]), tmp_path, suffix)["Evidence"])
    assert [row["Name"] for row in found[: len(HARD_NAMES)]] == list(HARD_NAMES)
    if suffix == ".xlsx":
        book = openpyxl.load_workbook(tmp_path / "report.xlsx")
        assert all(cell.data_type != "f" for page in book for row in page.iter_rows() for cell in row)


def test_titles_that_look_like_formulas_are_words_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    indicator_book.write(told(own=[people_line(title="=1+1", code="-2")]), ENGLISH, path)
    read = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert read[1][:2] == ["'-2", "'=1+1"]


def test_definitions_say_what_each_number_is(tmp_path: Path) -> None:
    people, passed, *_ = table(pages(told(), tmp_path, ".xlsx")["Definitions"])
    assert people["Definition"] == "Members who can explain their duties."
    assert people["How it is counted"].startswith("Each person counts once in each module. Attended: present or late.")
    assert passed["Denominator"] == "People who sat the test after a training that ended in the period."


def test_the_last_page_says_for_what_it_was_made_and_what_is_doubtful() -> None:
    about = rows.about(told(), ENGLISH)
    assert ("Period", "Quarter 1 of 2026: 1 January to 31 March 2026") in about
    assert ("District", "All districts") in about
    assert ("To look at first", "3 sessions are not marked.") in about
    assert ("Figures", "Not frozen: they are those of the day on which this was made.") in about


def test_a_report_without_doubts_says_so() -> None:
    about = rows.about(told(doubts=()), ENGLISH)
    assert about[-1] == ("To look at first", "Nothing is missing: every session of the period is marked.")


def test_a_frozen_report_says_since_when() -> None:
    own = Told(report(), frozen_on=report().made_on, title="First quarter, as handed in")
    about = dict(rows.about(own, ENGLISH))
    assert about["Report"] == "First quarter, as handed in"
    assert about["Figures"].startswith("Frozen on 02/04/2026")


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_every_page_of_a_sample_says_so(tmp_path: Path, suffix: str) -> None:
    found = pages(told(sample=True), tmp_path, suffix)
    assert list(found)[:3] == ["SAMPLE Summary", "SAMPLE Breakdown", "SAMPLE Evidence"]
    assert found["About"][0] == ["Report", "SAMPLE Indicator report"]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv"])
def test_a_report_of_nothing_is_a_file_with_headers(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"nothing{suffix}"
    made = indicator_book.write(told(own=[]), ENGLISH, path)
    assert made.rows == 0
    assert path.stat().st_size > 80


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_one_indicator_of_nobody_divides_by_nothing(tmp_path: Path, suffix: str) -> None:
    (only,) = table(pages(told(own=[nobody_line()]), tmp_path, suffix)["Summary"])
    assert (only["Actual"], only["Of the target"], only["Female"]) == ("", "", "")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match=r"must end in one of these"):
        indicator_book.write(told(), ENGLISH, tmp_path / "report.docx")


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv", ".pdf"])
def test_who_cancels_finds_no_half_file(tmp_path: Path, suffix: str) -> None:
    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        indicator_book.write(told(), ENGLISH, tmp_path / f"report{suffix}", stop)
    assert list(tmp_path.iterdir()) == []


def test_progress_only_grows_and_ends_at_the_end(tmp_path: Path) -> None:
    seen: list[float] = []
    indicator_book.write(told(own=[people_line(2000)]), ENGLISH, tmp_path / "report.ods", seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1


@needs_libreoffice
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_libreoffice_opens_every_page(tmp_path: Path, suffix: str) -> None:
    indicator_book.write(told(unmask=["name"]), ENGLISH, tmp_path / f"report.{suffix}")
    out = tmp_path / "out"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to",
         'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', "--outdir", str(out),
         str(tmp_path / f"report.{suffix}")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = {path.stem.removeprefix("report-"): path.read_text() for path in out.iterdir()}
    assert set(found) == {"Summary", "Breakdown", "Evidence", "Readings", "Definitions", "About"}
    assert "People trained on governance" in found["Summary"]
    assert "=1+1" in found["Evidence"]


def test_nobody_is_named_who_was_taken_away(tmp_path: Path) -> None:
    own = Told(report(), named(0), frozenset(["name"]))
    assert evidence(own, tmp_path)[0]["Name"] == ""
