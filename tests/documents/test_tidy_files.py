"""Tables for other programs as files: what Python and Excel read back is what was told, with a codebook for all."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, time
from pathlib import Path
from typing import get_args

import openpyxl
import pytest

from tests.documents.builders import ENGLISH, HARD_NAMES
from tests.documents.report_builders import report
from trainer_app.documents import tidy_files, tidy_indicators, tidy_words
from trainer_app.documents.output import Cancelled
from trainer_app.documents.tidy_files import Names
from trainer_app.domain import tidy
from trainer_app.domain.tidy import Data, Field, Table, Type

MADE = date(2026, 4, 2)
PEOPLE = Table(
    "people",
    (*tidy.PEOPLE, Field("name")),
    tuple(
        (f"p{n}", "FM"[n % 2], "18-35", "tailor", "primary", "rw", "Rulindo", "", name)
        for n, name in enumerate(HARD_NAMES)
    ),
)
TRAININGS = Table(
    "trainings",
    tidy.TRAININGS,
    (("RUL-014", "Savings", "training", "M3", "RUL-G1", "", "Rulindo", "Base", date(2026, 3, 2), date(2026, 3, 6), 5),),
)
SESSIONS = Table(
    "sessions",
    tidy.SESSIONS,
    (
        ("RUL-014-1", "RUL-014", 1, date(2026, 3, 2), time(8, 30), time(16), False, None, 0, 0, 0),
        ("RUL-014-2", "RUL-014", 2, date(2026, 3, 3), time(8, 30), time(16), True, True, 3, 2, 0),
    ),
    "trainings",
)
MARKS = Table(
    "marks",
    tidy.MARKS,
    tuple(("RUL-014-2", "RUL-014", date(2026, 3, 3), f"p{n}", "late", 90, True, False) for n in range(3)),
    "sessions",
)
DATA = Data((PEOPLE, TRAININGS, SESSIONS, MARKS), None, None, MADE)


def write(folder: Path, path: str, names: Names = Names.TIDY, data: Data = DATA) -> Path:
    tidy_files.write(tidy_files.pages(data, names, ENGLISH), ENGLISH, folder / path, data.is_sample)
    return folder / path


def read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_a_folder_has_a_text_for_each_table_and_the_codebook(tmp_path: Path) -> None:
    folder = write(tmp_path, "data")
    assert sorted(path.name for path in folder.iterdir()) == [
        "codebook.csv", "marks.csv", "people.csv", "sessions.csv", "trainings.csv",
    ]  # fmt: skip


def test_days_hours_and_yes_are_written_for_programs(tmp_path: Path) -> None:
    first, second = read(write(tmp_path, "data") / "sessions.csv")
    assert (first["day"], first["starts"], first["cut"], first["list_signed"]) == ("2026-03-02", "08:30", "0", "")
    assert (second["cut"], second["list_signed"], second["nameless_women"]) == ("1", "1", "3")


def test_the_text_has_no_mark_of_its_letters_and_ends_lines_as_programs_do(tmp_path: Path) -> None:
    told = (write(tmp_path, "data") / "people.csv").read_bytes()
    assert told.startswith(b"person_id,")
    assert b"\r" not in told


def test_hostile_names_are_no_formulas_and_come_back(tmp_path: Path) -> None:
    found = [row["name"] for row in read(write(tmp_path, "data") / "people.csv")]
    assert [name.removeprefix("'") for name in found] == list(HARD_NAMES)
    assert not any(name.startswith(("=", "+", "-", "@", "＝")) for name in found)


def test_a_zip_holds_the_same_texts(tmp_path: Path) -> None:
    folder, path = write(tmp_path, "data"), write(tmp_path, "data.zip")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            file.name: file.read_bytes() for file in folder.iterdir()
        }


def test_a_workbook_has_a_page_for_each_table(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path, "data.xlsx"))
    assert book.sheetnames == ["people", "trainings", "sessions", "marks", "codebook"]
    header, first, *_ = book["marks"].iter_rows(values_only=True)
    assert header == MARKS.names
    assert first[2].date() == date(2026, 3, 3)
    assert first[4:] == ("late", 90, 1, 0)
    assert [row[-1] for row in book["people"].iter_rows(min_row=2, values_only=True)] == list(HARD_NAMES)


@pytest.mark.parametrize("path", ["data", "data.zip", "data.xlsx"])
def test_who_cancels_finds_nothing(tmp_path: Path, path: str) -> None:
    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        tidy_files.write(tidy_files.pages(DATA, Names.TIDY, ENGLISH), ENGLISH, tmp_path / path, False, stop)
    assert list(tmp_path.iterdir()) == []


def all_fields() -> list[tuple[str, Field]]:
    tables = {
        "people": (*tidy.PEOPLE, *tidy.NOMINAL, Field("phone"), Field("national_id")),
        "groups": tidy.GROUPS,
        "memberships": tidy.MEMBERSHIPS,
        "trainings": tidy.TRAININGS,
        "sessions": tidy.SESSIONS,
        "enrolments": (*tidy.ENROLMENTS, tidy.REGISTER_NUMBER),
        "marks": tidy.MARKS,
        "scores": tidy.SCORES,
        "answers": tidy.ANSWERS,
        "indicators": tidy.INDICATORS,
    }
    return [(table, field) for table, fields in tables.items() for field in fields]


def test_every_column_of_every_table_is_in_the_codebook() -> None:
    means, what = tidy_words.meanings(ENGLISH), tidy_words.tables(ENGLISH)
    assert {field.name for _table, field in all_fields()} == set(means)
    assert {table for table, _field in all_fields()} == set(what)
    assert all(words.endswith(".") for words in (*means.values(), *what.values()))


def test_names_of_columns_are_plain_for_every_program() -> None:
    assert all(field.name.isidentifier() and field.name == field.name.lower() for _table, field in all_fields())


def test_the_codebook_tells_type_unit_and_values(tmp_path: Path) -> None:
    found = {(row["table"], row["column"]): row for row in read(write(tmp_path, "data") / "codebook.csv")}
    assert found["marks", "minutes"]["unit"] == "minutes"
    assert found["marks", "status"]["values"] == "present; absent; late; excused"
    assert found["people", "sex"]["type"] == "one of these words"
    assert found["sessions", "day"]["rows"] == "2"


def test_values_are_those_that_the_codebook_names() -> None:
    for table in DATA.tables:
        for place, field in enumerate(table.fields):
            if field.type is Type.CHOICE:
                assert {row[place] for row in table.rows} <= {*field.choices, "", None}


def test_kobo_names_choices_and_numbers_the_rows(tmp_path: Path) -> None:
    folder = write(tmp_path, "data", Names.KOBO)
    first, second, *_ = read(folder / "people.csv")
    assert (first["sex"], second["sex"], first["_index"], second["_index"]) == ("female", "male", "1", "2")
    mark = read(folder / "marks.csv")[0]
    assert (mark["attended"], mark["entered_late"]) == ("yes", "no")
    assert (mark["_parent_table_name"], mark["_parent_index"]) == ("sessions", "2")
    assert "_parent_index" not in first


def test_kobo_has_its_form_in_place_of_the_codebook(tmp_path: Path) -> None:
    folder = write(tmp_path, "data", Names.KOBO)
    survey = [(row["type"], row["name"]) for row in read(folder / "survey.csv")]
    assert survey[0] == ("begin_repeat", "people")
    assert ("select_one sex", "sex") in survey
    assert ("select_one yes_no", "attended") in survey
    assert ("date", "day") in survey
    assert survey.count(("end_repeat", "")) == 4
    choices = {(row["list_name"], row["name"]) for row in read(folder / "choices.csv")}
    assert {("sex", "female"), ("sex", "male"), ("sex", "unknown"), ("status", "late"), ("yes_no", "yes")} <= choices
    used = {kind.split()[1] for kind, _name in survey if kind.startswith("select_one")}
    assert used == {name for name, _choice in choices}
    assert not (folder / "codebook.csv").exists()


def test_files_of_the_sample_say_so(tmp_path: Path) -> None:
    folder = write(tmp_path, "data", data=Data(DATA.tables, None, None, MADE, is_sample=True))
    assert sorted(path.name for path in folder.iterdir())[0] == "SAMPLE codebook.csv"
    assert all(path.name.startswith("SAMPLE ") for path in folder.iterdir())


def test_indicators_are_told_with_codes_and_what_nobody_knows_is_said() -> None:
    table = tidy_indicators.table(report(), ENGLISH)
    found = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    whole, women, *_ = [row for row in found if row["indicator_code"] == "1.2.a"]
    assert (whole["broken_down_by"], whole["sex"], whole["numerator"], whole["target"]) == ("", None, 40, 50)
    assert (women["broken_down_by"], women["sex"], women["numerator"]) == ("sex", "F", 20)
    ages = {row["age_group"] for row in found if row["broken_down_by"] == "age_group"}
    assert ages == {"18-35", "36+", "unknown"}
    assert {type(cell) for row in table.rows for cell in row} <= set(get_args(tidy.Cell)) | {type(None)}
