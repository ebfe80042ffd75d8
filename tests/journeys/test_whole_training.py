"""A whole training on an office's own list: 300 people under Kinyarwanda headers, to papers in three languages."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.builders import a_name
from trainer_app.cli import main
from trainer_app.i18n import LANGUAGES
from trainer_app.paths import resources
from trainer_app.readers.pack_digest import shipped_folders

Tell = Callable[..., dict[str, Any]]
PEOPLE = 300
HEADER = ("No", "Amazina", "Igitsina", "Umwaka w'amavuko", "Telefone", "Akarere", "Umurenge", "Umwuga", "Icyitonderwa")


@pytest.fixture
def tell(folder: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    def run(*words: object) -> dict[str, Any]:
        assert main(["--data", str(folder), "--json", *map(str, words)]) == 0, capsys.readouterr().err
        return dict(json.loads(capsys.readouterr().out))

    return run


@pytest.fixture
def office_list(tmp_path: Path) -> Path:
    """Title rows above, a line to sign below, phones that lost their 0, one row twice, one without a name."""
    file = tmp_path / "abanyamuryango.xlsx"
    book = xlsxwriter.Workbook(str(file))
    book.add_worksheet("Amabwiriza").write_row(0, 0, ["Uzuza urutonde rukurikira"])
    sheet = book.add_worksheet("Urutonde")
    sheet.write(0, 0, "AKARERE KA RULINDO")
    sheet.write(1, 0, "Urutonde rw'abanyamuryango 2026")
    sheet.write_row(3, 0, HEADER)
    for number in range(PEOPLE):
        name = f"{a_name(number % 64)} {'ABCDE'[number // 64]}"
        row = (number + 1, name, "Gore" if number % 2 else "Gabo", 1970 + number % 35, 780_000_000 + number)
        sheet.write_row(4 + number, 0, (*row, "Rulindo", "Base", "umuhinzi", ""))
    sheet.write_row(4 + PEOPLE, 0, (PEOPLE + 1, "", "Gore", 1990, 780_999_999, "Rulindo", "Base", "", ""))
    sheet.write(6 + PEOPLE, 1, "Igiteranyo: 300")
    sheet.write(8 + PEOPLE, 1, "Umukono w'umuyobozi: ............")
    book.close()
    return file


def test_a_training_from_the_offices_list_to_papers_and_lists(tell: Tell, office_list: Path, tmp_path: Path) -> None:
    tell("add", "group", "Twisungane", "--kind", "cooperative", "--place", "Base, Rulindo")
    told = tell("import", "people", office_list, "--group", "Twisungane")
    assert (told["sheet"], told["header_row"]) == ("Urutonde", 4)
    assert {"name", "sex", "birth", "phone", "occupation"} <= told["columns"].keys()
    assert (told["ready"], told["written"]) == (PEOPLE, PEOPLE)
    assert [(item["row"], item["code"]) for item in told["rejected"]] == [(5 + PEOPLE, "no_name")]
    person = next(p for p in tell("list", "people")["people"] if p["phone"] == "+250780000007")
    assert (person["sex"], person["born"], person["place"]) == ("F", 1977, "Base, Rulindo")

    start = date.today() - timedelta(days=1)
    training = tell("add", "training", "--module", "M4", "--group", "Twisungane", "--start", start)["code"]
    tell("mark", "--training", training, "--day", 1, "--absent", "7,12,23,31")
    tell("mark", "--training", training, "--day", 1, "--present", "1-6,8-11,13-22,24-30,32-300")
    figures = tell("report", "attendance", "--training", training)
    assert (figures["people"], figures["marks"]["absent"]) == (PEOPLE - 4, 4)

    lists = [tmp_path / f"list{suffix}" for suffix in (".xlsx", ".ods", ".csv", ".pdf")]
    for file in lists:
        assert tell("export", "attendance", file, "--training", training, "--lang", "rw")["rows"] == PEOPLE
    again = tell("import", "attendance", lists[0], "--training", training)
    assert (again["existing"], again["written"]) == (PEOPLE, 0)

    assert tell("import", "people", office_list)["written"] == 0
    tell("undo", "--steps", 4)
    assert tell("info")["counts"]["people"] == 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_lists_without_a_formula(tell: Tell, office_list: Path, tmp_path: Path) -> None:
    tell("add", "group", "=1+1", "--kind", "cooperative")
    tell("import", "people", office_list, "--group", "=1+1")
    start = date.today() - timedelta(days=1)
    training = tell("add", "training", "--module", "M1", "--group", "=1+1", "--start", start)["code"]
    files = [tmp_path / f"list{suffix}" for suffix in (".xlsx", ".ods", ".csv")]
    for file in files:
        tell("export", "attendance", file, "--training", training, "--unmask", "phone")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    for file in files:
        out = tmp_path / file.suffix[1:]
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", str(out), str(file)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        read = (out / "list.fods").read_text("utf-8")
        assert "table:formula" not in read
        assert "0780 000 007" in read
        assert "=1+1" in read


@pytest.mark.parametrize("language", LANGUAGES)
def test_handouts_of_all_units_print_whole_in_each_language(tell: Tell, tmp_path: Path, language: str) -> None:
    pages = 0
    for number in range(1, len(shipped_folders(resources() / "curriculum")) + 1):
        file = tmp_path / f"M{number}.pdf"
        tell("print", "handout", file, "--module", f"M{number}", "--lang", language)
        for page in PdfReader(file).pages:
            pages += 1
            text = page.extract_text()
            assert not {"\x00", "\ufffd", "{"} & set(text), (number, pages)
            assert all(is_embedded(font) for font in page["/Resources"]["/Font"].values())
    assert pages == 38


def is_embedded(font: DictionaryObject) -> bool:
    descriptor = font.get_object().get("/FontDescriptor")
    return descriptor is not None and "/FontFile2" in descriptor.get_object()
