"""The lists of many trainings at once: a file each, a page each, or one after the other; all of them or none."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from python_calamine import CalamineWorkbook

from tests.documents import looking
from tests.documents.builders import ENGLISH, FRENCH, HARD_NAMES, MONDAY, PRINTED, Stretched, head, register
from trainer_app.documents import attendance_each
from trainer_app.documents.attendance_each import Lists, chosen
from trainer_app.documents.attendance_rows import rows
from trainer_app.documents.output import Cancelled
from trainer_app.domain.attendance import Register
from trainer_app.errors import TrainerError

needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this machine")
TITLES = ("Cooperative governance", "=1+1", "Savings / loans: <b>", "a" * 80)


def several(many: int = 3, people: int = 12, **of_head: object) -> list[Register]:
    """Trainings with other codes and titles, and other people in each."""
    made = []
    for n in range(many):
        own = register(people, names=HARD_NAMES)
        lines = tuple(replace(line, person_id=UUID(int=5000 + n * 1000 + k)) for k, line in enumerate(own.lines))
        named = head(code=f"RUL-{n:03}", title=TITLES[n % len(TITLES)], id=UUID(int=n + 1), **of_head)
        made.append(replace(own, head=named, lines=lines))
    return made


def read(path: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def own(many: int = 3, **of_head: object) -> Lists:
    return chosen(several(many, **of_head))


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_workbook_has_an_overview_and_a_page_for_each_training(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"march{suffix}"
    made = attendance_each.write(own(4), ENGLISH, path)
    found = read(path)
    assert list(found) == [
        "Overview", "RUL-000 Cooperative governance", "RUL-001 =1+1", "RUL-002 Savings   loans  <b>",
        "RUL-003 aaaaaaaaaaaaaaaaaaaaaaa", "About",
    ]  # fmt: skip
    assert made.rows == 48
    assert [row[0] for row in found["Overview"][1:]] == ["RUL-000", "RUL-001", "RUL-002", "RUL-003"]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_each_page_has_the_rows_of_its_list(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"march{suffix}"
    lists = own()
    attendance_each.write(lists, ENGLISH, path)
    page = read(path)["RUL-001 =1+1"]
    wanted = [[str(value) for value in row] for row in rows(lists.registers[1], ENGLISH)]
    assert [[str(value).removesuffix(".0") for value in row] for row in page[1:]] == wanted


def test_pages_that_would_have_one_name_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "march.xlsx"
    twins = [replace(one, head=replace(one.head, code="X", title="Long " * 10)) for one in several(3)]
    attendance_each.write(chosen(twins), ENGLISH, path)
    names = list(read(path))
    assert len({name.casefold() for name in names}) == 5
    assert all(len(name) <= 31 for name in names)


def test_the_overview_counts_as_each_list_does() -> None:
    lists = own()
    row = attendance_each.overview(lists, ENGLISH).rows
    first = next(iter(row))
    assert first[:3] == ("RUL-000", "Cooperative governance", "KOABICYA")
    assert first[5:7] == (5, 12)
    days = [cell.status for line in lists.registers[0].lines for cell in line.cells]
    assert first[10] == sum(status in ("present", "late") for status in days)
    assert first[11] == sum(status is None for status in days)


def test_only_the_days_asked_for_are_in_it() -> None:
    lists = chosen(several(2), MONDAY + timedelta(days=1), MONDAY + timedelta(days=2))
    assert [len(one.days) for one in lists.registers] == [2, 2]
    assert all(len(line.cells) == 2 for one in lists.registers for line in one.lines)


def test_a_training_without_a_session_in_these_days_has_no_list(tmp_path: Path) -> None:
    lists = chosen(several(2), MONDAY + timedelta(days=30))
    assert lists.registers == ()
    for make in (lambda: attendance_each.write(lists, ENGLISH, tmp_path / "none.xlsx"),
                 lambda: attendance_each.write_each(lists, ENGLISH, tmp_path / "none", ".xlsx")):  # fmt: skip
        with pytest.raises(TrainerError, match="No training has a session"):
            make()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv", ".pdf"])
def test_a_folder_has_a_file_for_each_training_and_the_overview(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "march"
    written = attendance_each.write_each(own(4), ENGLISH, folder, suffix, printed=PRINTED)
    assert sorted(made.path for made in written) == sorted(folder.iterdir())
    assert [made.path.name for made in written] == [
        f"RUL-000 Cooperative governance, KOABICYA{suffix}",
        f"RUL-001 =1+1, KOABICYA{suffix}",
        f"RUL-002 Savings loans b , KOABICYA{suffix}",
        f"RUL-003 {'a' * 80}, KOABICYA{suffix}",
        f"Attendance lists{suffix}",
    ]
    assert [made.rows for made in written] == [12, 12, 12, 12, 4]


def test_the_overview_of_a_folder_names_the_files(tmp_path: Path) -> None:
    attendance_each.write_each(own(2), ENGLISH, tmp_path / "march", ".xlsx")
    overview = read(tmp_path / "march" / "Attendance lists.xlsx")["Overview"]
    assert [row[-1] for row in overview[1:]] == [
        "RUL-000 Cooperative governance, KOABICYA.xlsx", "RUL-001 =1+1, KOABICYA.xlsx",
    ]  # fmt: skip


def test_two_trainings_of_one_name_have_two_files(tmp_path: Path) -> None:
    twins = [
        replace(one, head=replace(one.head, code="x" if n else "X", title="T")) for n, one in enumerate(several(2))
    ]
    written = attendance_each.write_each(chosen(twins), ENGLISH, tmp_path / "march", ".csv")
    assert [made.path.name for made in written] == ["X T, KOABICYA.csv", "x T, KOABICYA 2.csv", "Attendance lists.csv"]


def test_a_folder_that_is_there_keeps_what_it_holds(tmp_path: Path) -> None:
    folder = tmp_path / "march"
    folder.mkdir()
    (folder / "note.txt").write_text("mine")
    attendance_each.write_each(own(1), ENGLISH, folder, ".csv")
    assert (folder / "note.txt").read_text() == "mine"
    assert len(list(folder.iterdir())) == 3


def test_who_cancels_half_way_finds_no_list_at_all(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    for suffix in (".xlsx", ".pdf"):
        with pytest.raises(Cancelled):
            attendance_each.write_each(own(4), ENGLISH, tmp_path / "march", suffix, stop)
        with pytest.raises(Cancelled):
            attendance_each.write(own(4), ENGLISH, tmp_path / f"march{suffix}", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match=r"is not there\. Choose another place"):
        attendance_each.write_each(own(1), ENGLISH, tmp_path / "no" / "march", ".csv")


def test_a_file_in_the_place_of_the_folder_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "march").write_text("mine")
    with pytest.raises(TrainerError):
        attendance_each.write_each(own(1), ENGLISH, tmp_path / "march", ".csv")
    assert [path.name for path in tmp_path.iterdir()] == ["march"]


@needs_qpdf
def test_one_pdf_has_the_overview_and_every_list(tmp_path: Path) -> None:
    path = tmp_path / "march.pdf"
    made = attendance_each.write(own(3), FRENCH, path, printed=PRINTED)
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
    pages = looking.text_of(path.read_bytes())
    assert made.pages == len(pages) == 7
    assert "RUL-002" in pages[0]
    assert [sum(f"RUL-00{n}," in page for page in pages) for n in range(3)] == [2, 2, 2]
    assert looking.fonts_without_file(path.read_bytes()) == set()


def test_the_overview_has_room_for_long_words(tmp_path: Path) -> None:
    path = tmp_path / "march.pdf"
    attendance_each.write(own(4), Stretched(), path, printed=PRINTED)
    (first, *_rest) = looking.pages(path.read_bytes())
    assert all(11.5 <= one.left <= one.right <= 285.5 for one in first)


def test_lists_of_the_sample_say_so_in_their_names_and_pages(tmp_path: Path) -> None:
    written = attendance_each.write_each(own(1, is_sample=True), ENGLISH, tmp_path / "march", ".pdf")
    assert [made.path.name for made in written] == [
        "SAMPLE RUL-000 Cooperative governance, KOABICYA.pdf", "SAMPLE Attendance lists.pdf",
    ]  # fmt: skip
    for made in written:
        assert all("SAMPLE" in page for page in looking.text_of(made.path.read_bytes()))


def test_phones_are_masked_unless_they_are_asked_for(tmp_path: Path) -> None:
    for unmask, phone in (((), "••• 001"), (("phone",), "0788 000 001")):
        path = tmp_path / f"march{len(unmask)}.xlsx"
        attendance_each.write(chosen(several(1), unmask=unmask), ENGLISH, path)
        assert read(path)["RUL-000 Cooperative governance"][1][4] == phone
