"""The three kinds of sheet, read back by other programs than the one that wrote them."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.documents.builders import ENGLISH, FRENCH, HARD_NAMES, KINYARWANDA, register
from trainer_app.documents import attendance_list, csv_file, ods_file, xlsx_file
from trainer_app.documents.attendance_rows import rows
from trainer_app.documents.output import Cancelled
from trainer_app.documents.sheet import Column, Kind, Sheet, clean
from trainer_app.documents.words import file_name
from trainer_app.errors import TrainerError

SUFFIXES = ("csv", "xlsx", "ods")
MIXED = Sheet(
    "List / of: people",
    (Column("No", 9, Kind.NUMBER), Column("Name", 50), Column("Day", 20, Kind.DATE), Column("Share", 20, Kind.SHARE)),
    (
        (7, "=1+1", date(2026, 3, 5), 0.5),
        ("12b", "0788  123\n456 ", None, None),
        (None, "", date(2025, 12, 31), 1),
    ),
    (("Training", "=1+1"),),
    ("Came", "Registered"),
    (("Total", 3),),
)

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")


def written(sheet: Sheet, suffix: str, language: str = "en") -> bytes:
    file = io.BytesIO()
    if suffix == "csv":
        csv_file.write(sheet, language, file)
    elif suffix == "xlsx":
        xlsx_file.write(sheet, "Totals", file)
    else:
        ods_file.write(sheet, "Totals", file)
    return file.getvalue()


def cells(page: Any) -> list[list[Any]]:  # noqa: ANN401
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_csv_is_marked_as_utf8_and_separated_as_excel_expects() -> None:
    assert written(MIXED, "csv").startswith(b"\xef\xbb\xbfNo,Name,Day,Share\r\n")
    for language in ("fr", "rw"):
        assert written(MIXED, "csv", language).startswith(b"\xef\xbb\xbfNo;Name;Day;Share\r\n")


def test_csv_holds_the_rows_and_nothing_else() -> None:
    lines = list(csv.reader(io.StringIO(written(MIXED, "csv").decode("utf-8-sig"), newline="")))
    assert lines == [
        ["No", "Name", "Day", "Share"],
        ["7", "'=1+1", "05/03/2026", "0.5"],
        ["12b", "0788  123\n456 ", "", ""],
        ["", "", "31/12/2025", "1"],
    ]


@pytest.mark.parametrize("first", "=+-@\t\r\n＝＋－＠")
def test_no_csv_cell_begins_like_a_formula(first: str) -> None:
    assert csv_file.guarded(f"{first}1") == f"'{first}1"


def test_a_phone_in_csv_keeps_its_plus_and_its_nought() -> None:
    assert csv_file.guarded("+250788123456") == "'+250788123456"
    assert csv_file.guarded("0788 123 456") == "0788 123 456"
    assert csv_file.guarded(-5) == -5


def test_an_identity_card_in_csv_keeps_all_its_digits() -> None:
    assert csv_file.guarded("1199070012345678") == "'1199070012345678"
    assert csv_file.guarded("119907001234567") == "119907001234567"


@given(st.lists(st.text() | st.text("0123456789", min_size=14, max_size=17), min_size=1, max_size=3))
def test_every_csv_cell_comes_back_without_its_guard(values: list[str]) -> None:
    sheet = Sheet("x", tuple(Column(str(n), 9) for n in range(len(values))), (tuple(values),))
    _, *lines = csv.reader(io.StringIO(written(sheet, "csv").decode("utf-8-sig"), newline=""))
    if values != [""]:
        assert [unguarded(cell) for cell in lines[0]] == [unguarded(clean(value)) for value in values]


def unguarded(cell: str) -> str:
    words = cell.removeprefix("'")
    loses_digits = len(words) > csv_file.DIGITS_KEPT and words.isdecimal()
    return words if words.startswith(csv_file.DANGEROUS) or loses_digits else cell


def test_xlsx_keeps_words_numbers_and_dates_apart() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(MIXED, "xlsx")))
    page = book.worksheets[0]
    assert page.title == "List   of  people"
    assert [[cell.data_type for cell in row] for row in page.iter_rows(min_row=2)] == [
        ["n", "s", "d", "n"],
        ["s", "s", "n", "n"],
        ["n", "n", "d", "n"],
    ]
    assert [cell.number_format for cell in page[2]] == ["General", "@", "dd/mm/yyyy", "0%"]
    assert cells(page)[1][1] == "=1+1"


def test_xlsx_has_a_frozen_header_and_a_filter() -> None:
    page = openpyxl.load_workbook(io.BytesIO(written(MIXED, "xlsx"))).worksheets[0]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:D4"


def test_the_second_page_tells_what_the_list_is_and_adds_up_to() -> None:
    expected = [["Training", "=1+1"], [None, None], ["Came", "Registered"], ["Total", 3]]
    assert cells(openpyxl.load_workbook(io.BytesIO(written(MIXED, "xlsx")))["Totals"]) == expected
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(written(MIXED, "ods"))).get_sheet_by_name("Totals")
    assert sheet.to_python() == [[value or "" for value in row] for row in expected]


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_list_of_nobody_keeps_its_header(suffix: str) -> None:
    empty = Sheet("Nobody", MIXED.columns, ())
    book = CalamineWorkbook.from_filelike(io.BytesIO(written(empty, suffix)))
    assert book.get_sheet_by_index(0).to_python()[0] == ["No", "Name", "Day", "Share"]


def test_ods_begins_with_its_type_stored_as_it_is() -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(MIXED, "ods")))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    for name in archive.namelist()[1:]:
        ElementTree.fromstring(archive.read(name))


def test_ods_keeps_the_header_and_the_names_in_sight(tmp_path: Path) -> None:
    attendance_list.write(register(3), ENGLISH, tmp_path / "list.ods")
    marks = zipfile.ZipFile(tmp_path / "list.ods").read("settings.xml").decode()
    assert re.search(r'config:name="VerticalSplitPosition"[^>]*>1<', marks)
    assert re.search(r'config:name="HorizontalSplitPosition"[^>]*>2<', marks)
    assert 'config:config-item-map-entry config:name="Attendance list"' in marks


def test_ods_words_are_typed_as_words() -> None:
    content = zipfile.ZipFile(io.BytesIO(written(MIXED, "ods"))).read("content.xml").decode()
    assert 'office:value-type="string"><text:p>=1+1</text:p>' in content
    assert "table:formula" not in content


@settings(max_examples=25)
@given(st.lists(st.text(max_size=40), min_size=2, max_size=2))
def test_any_words_make_a_workbook_that_opens(values: list[str]) -> None:
    sheet = Sheet(values[0] or "x", (Column("Name", 9), Column("Name", 9)), (tuple(values),))
    for suffix in ("xlsx", "ods"):
        table = CalamineWorkbook.from_filelike(io.BytesIO(written(sheet, suffix))).get_sheet_by_index(0)
        assert table.to_python()[0] == ["Name", "Name (2)"]
    content = zipfile.ZipFile(io.BytesIO(written(sheet, "ods"))).read("content.xml")
    ElementTree.fromstring(content)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_sheet_read_back_holds_the_list(tmp_path: Path, suffix: str) -> None:
    own, path = register(40, names=HARD_NAMES), tmp_path / f"list.{suffix}"
    result = attendance_list.write(own, ENGLISH, path)
    assert (result.path, result.rows, result.pages) == (path, 40, 0)
    expected = [["" if value is None else str(value) for value in row] for row in rows(own, ENGLISH)]
    assert [[str(value) for value in row] for row in read_back(path)[1:41]] == expected


def read_back(path: Path) -> list[list[Any]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [[re.sub(r"^'(?=[=+\-@＝])", "", cell) for cell in row] for row in csv.reader(file)]
    table = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return [[int(value) if isinstance(value, float) else value for value in row] for row in table]


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_sheet_of_the_sample_programme_is_marked(tmp_path: Path, suffix: str) -> None:
    attendance_list.write(register(3, is_sample=True), ENGLISH, tmp_path / f"list.{suffix}")
    book = CalamineWorkbook.from_path(tmp_path / f"list.{suffix}")
    assert book.sheet_names == ["SAMPLE Attendance list", "Totals"]


def test_the_name_proposed_for_a_sample_is_marked() -> None:
    assert file_name("Attendance list a/b", ".xlsx", ENGLISH, is_sample=True) == "SAMPLE Attendance list a b.xlsx"
    assert file_name("Attendance list", ".xlsx", ENGLISH) == "Attendance list.xlsx"


@pytest.mark.parametrize("suffix", ["pdf", *SUFFIXES])
def test_a_list_that_is_stopped_leaves_nothing(tmp_path: Path, suffix: str) -> None:
    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        attendance_list.write(register(40), ENGLISH, tmp_path / f"list.{suffix}", stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", ["pdf", *SUFFIXES])
def test_progress_rises_to_the_end(tmp_path: Path, suffix: str) -> None:
    shares: list[float] = []
    attendance_list.write(register(1200), ENGLISH, tmp_path / f"list.{suffix}", shares.append)
    assert shares == sorted(shares)
    assert len(shares) > 2
    assert shares[-1] == 1


def test_an_unknown_suffix_is_refused_before_a_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match=r"list\.docx must end in one of these: \.pdf, \.xlsx, \.ods, \.csv"):
        attendance_list.write(register(1), ENGLISH, tmp_path / "list.docx")
    assert list(tmp_path.iterdir()) == []


def converted(path: Path, to: str) -> Path:
    folder = path.parent / "converted"
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / path.with_suffix("." + to.split(":")[0]).name


@needs_libreoffice
def test_libreoffice_finds_the_words_and_no_formula(tmp_path: Path) -> None:
    own = register(20, names=HARD_NAMES)
    expected = [[str(value) for value in row] for row in rows(own, ENGLISH)]
    for suffix in ("xlsx", "ods"):
        path = tmp_path / f"{suffix}.{suffix}"
        attendance_list.write(own, ENGLISH, path)
        assert read_back(converted(path, "csv:Text - txt - csv (StarCalc):44,34,76"))[1:] == expected
        assert "table:formula" not in converted(path, "fods").read_text(encoding="utf-8")


@needs_libreoffice
def test_libreoffice_takes_the_header_for_a_filter(tmp_path: Path) -> None:
    attendance_list.write(register(3), FRENCH, tmp_path / "list.ods")
    flat = converted(tmp_path / "list.ods", "fods").read_text(encoding="utf-8")
    assert 'table:display-filter-buttons="true"' in flat


@needs_libreoffice
def test_libreoffice_runs_no_formula_from_a_text_table(tmp_path: Path) -> None:
    attendance_list.write(register(20, names=HARD_NAMES), KINYARWANDA, tmp_path / "list.csv")
    assert "table:formula" not in converted(tmp_path / "list.csv", "fods").read_text(encoding="utf-8")
