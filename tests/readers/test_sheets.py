"""Spreadsheets made by Excel, Calc and others become plain rows; hostile and broken ones one sentence."""

from __future__ import annotations

import os
import struct
import time as clock
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from trainer_app.domain.imports.cells import CellValue, Row
from trainer_app.errors import TrainerError
from trainer_app.readers import child, sheets

ODS_TABLE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Urutonde"><table:table-row>{cells}</table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""
ODS_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
ODS_CELL = '<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'
ODS_DATE = '<table:table-cell office:value-type="date" office:date-value="1990-05-17"/>'


def excel(path: Path, *rows: Row, **options: object) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", **options}) as book:
        sheet = book.add_worksheet("Liste")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def ods(path: Path, manifest: str = ODS_MANIFEST) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", ODS_TABLE.format(cells=ODS_CELL.format(words="Uwase") + ODS_DATE))
    return path


def refusal(path: Path) -> TrainerError:
    with pytest.raises(TrainerError) as refused:
        sheets.read(path)
    assert path.name in str(refused.value)
    assert "{" not in str(refused.value)
    return refused.value


def with_part(path: Path, name: str, change: dict[str, str]) -> Path:
    """The same zip with one part rewritten."""
    changed = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            text = old.read(entry).decode()
            for before, after in change.items() if entry == name else ():
                assert before in text
                text = text.replace(before, after)
            new.writestr(entry, text)
    return changed


def test_every_type_of_cell_is_kept(tmp_path: Path) -> None:
    row: list[CellValue] = [
        "Uwase",
        12.5,
        788123456,
        True,
        date(1990, 5, 17),
        datetime(2026, 3, 5, 8, 30),
        time(8, 30),
        None,
    ]
    book = openpyxl.Workbook()
    book.active.append(row)
    book.active.cell(2, 8, "end")
    book.save(tmp_path / "kinds.xlsx")
    [sheet] = sheets.read(tmp_path / "kinds.xlsx").sheets
    assert sheet.rows[0] == tuple(row)
    assert [type(value) for value in sheet.rows[0][3:7]] == [bool, date, datetime, time]


def test_rows_and_columns_left_empty_before_the_list_are_counted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["C4"] = "Amazina"
    book.save(tmp_path / "low.xlsx")
    [sheet] = sheets.read(tmp_path / "low.xlsx").sheets
    assert sheet.rows[3] == (None, None, "Amazina")


def test_sheets_keep_their_names_and_merges_and_say_when_they_are_hidden(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Abitabiriye"
    book.active["A1"] = "Intara"
    book.active.merge_cells("A1:B2")
    book.create_sheet("lists").sheet_state = "hidden"
    book.save(tmp_path / "two.xlsx")
    first, second = sheets.read(tmp_path / "two.xlsx").sheets
    assert (first.name, first.merged, first.hidden) == ("Abitabiriye", ((0, 0, 1, 1),), False)
    assert (second.name, second.rows, second.hidden) == ("lists", (), True)


@pytest.mark.parametrize("options", [{}, {"date_1904": True}])
def test_both_calendars_of_excel_give_the_day_that_was_written(tmp_path: Path, options: dict[str, bool]) -> None:
    path = excel(tmp_path / "dates.xlsx", [date(1990, 5, 17), date(1906, 1, 1)], **options)
    assert sheets.read(path).sheets[0].rows == ((date(1990, 5, 17), date(1906, 1, 1)),)


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    [sheet] = sheets.read(ods(tmp_path / "list.ods")).sheets
    assert (sheet.name, sheet.rows) == ("Urutonde", (("Uwase", date(1990, 5, 17)),))


def test_what_a_file_is_its_content_says_and_not_its_name(tmp_path: Path) -> None:
    assert sheets.read(excel(tmp_path / "list.csv", ["Uwase"])).sheets[0].rows == (("Uwase",),)
    (tmp_path / "list.xls").write_text("Amazina;Telefoni\nUwase;0788123456\n")
    assert sheets.read(tmp_path / "list.xls").sheets[0].rows[1] == ("Uwase", "0788123456")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.xlsx", b"", "file_empty"),
        ("blank.csv", b"\n \r\n", "file_empty"),
        ("export.xls", b"\xef\xbb\xbf <HTML><table><tr><td>Uwase</td></tr></table></HTML>", "file_web_page"),
        ("old.xml", b'<?xml version="1.0"?><Workbook/>', "file_xml"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n\0\0", "file_picture"),
        ("scan.xlsx", b"%PDF-1.7 ...", "file_pdf"),
        ("program.csv", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0", "file_binary"),
        ("torn.xlsx", b"PK\x03\x04 and then nothing of a zip", "file_broken"),
        ("torn.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_broken"),
        (
            "locked.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file_encrypted",
        ),
    ],
)
def test_each_wrong_kind_of_file_gets_its_own_sentence(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name).code == code


def test_files_that_are_not_there_and_folders_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.xlsx").code == "file_missing"
    (tmp_path / "list.xlsx").mkdir()
    assert refusal(tmp_path / "list.xlsx").code == "file_folder"


def test_a_zip_of_something_else_is_not_a_spreadsheet(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "letter.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert refusal(tmp_path / "letter.xlsx").code == "file_not_a_sheet"


def test_a_sheet_cut_off_in_the_middle_is_damaged(tmp_path: Path) -> None:
    whole = excel(tmp_path / "list.xlsx", *(["Uwase", n] for n in range(500))).read_bytes()
    (tmp_path / "half.xlsx").write_bytes(whole[: len(whole) // 2])
    assert refusal(tmp_path / "half.xlsx").code == "file_broken"


def test_an_old_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    begin = struct.pack("<HHHH", 0x0809, 16, 0x0600, 5) + bytes(12)
    file_pass = struct.pack("<HH", 0x2F, 54) + bytes(54)
    path = tmp_path / "locked.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + begin + file_pass)
    assert refusal(path).code == "file_encrypted"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + begin + bytes(58))
    assert refusal(path).code == "file_broken"


def test_an_open_document_sheet_with_a_password_is_refused(tmp_path: Path) -> None:
    manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    assert refusal(ods(tmp_path / "locked.ods", manifest)).code == "file_encrypted"


def test_one_cell_in_the_last_corner_is_refused_at_once_and_harms_nobody(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "far.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "near")
        sheet.write("XFD1048576", "far")
    started = clock.monotonic()
    assert refusal(tmp_path / "far.xlsx").code in {"file_died", "file_too_large", "file_rows"}
    assert clock.monotonic() - started < 10


def test_more_columns_than_a_list_can_have_are_refused(tmp_path: Path) -> None:
    assert refusal(excel(tmp_path / "wide.xlsx", [*range(301)])).code == "file_columns"
    assert len(sheets.read(excel(tmp_path / "fits.xlsx", [*range(300)])).sheets[0].rows[0]) == 300


def test_more_rows_than_a_list_can_have_are_refused(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "long.xlsx") as book:
        book.add_worksheet().write(200_000, 0, "one too many")
    assert refusal(tmp_path / "long.xlsx").code == "file_rows"


def test_xml_that_defines_entities_is_refused(tmp_path: Path) -> None:
    path = excel(tmp_path / "list.xlsx", ["Uwase"])
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>\n<worksheet'
    assert refusal(with_part(path, "xl/worksheets/sheet1.xml", {"<worksheet": bomb})).code == "file_unsafe"


def test_a_part_that_unpacks_to_far_more_than_it_should_is_refused(tmp_path: Path) -> None:
    path = excel(tmp_path / "list.xlsx", ["Uwase"])
    bomb = with_part(path, "xl/worksheets/sheet1.xml", {"</worksheet>": " " * 9_000_000 + "</worksheet>"})
    assert refusal(bomb).code == "file_unsafe"


def test_a_list_that_says_it_is_larger_than_allowed_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = excel(tmp_path / "list.xlsx", ["Uwase"])
    data = bytearray(path.read_bytes())
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 200 * 1024**2)
    path.write_bytes(data)
    assert refusal(path).code == "file_too_large"


def test_whoever_is_told_of_the_progress_may_stop_the_reading(tmp_path: Path) -> None:
    path = excel(tmp_path / "list.xlsx", *(["Uwase", n] for n in range(3_000)))
    told: list[float] = []
    sheets.read(path, told.append)
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] < 1

    def stop(fraction: float) -> None:
        raise KeyboardInterrupt(fraction)

    with pytest.raises(KeyboardInterrupt):
        sheets.read(path, stop)


def test_the_child_is_given_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_APP_PASSPHRASE", "umuvuduko")
    assert "umuvuduko" not in child.environment().values()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "list.csv")
    with pytest.raises(TrainerError, match="cannot be read"):
        sheets.read(tmp_path / "list.csv")
