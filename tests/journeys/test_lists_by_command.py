"""Lists in the form of a donor, by command."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pypdf
import pytest

from tests.builders import a_training
from tests.journeys.telling import Tell, telling
from trainer_app.domain.list_forms import ATTENDANCE, PEOPLE, ListColumn, ListForm
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import list_forms

OF_TRAINING = ListForm(ATTENDANCE, "GIZ", (ListColumn.NAME, ListColumn.MARKS), True, ("fr", "rw"), phones=True)
OF_PEOPLE = ListForm(PEOPLE, "GIZ", (ListColumn.GIVEN, ListColumn.FAMILY, ListColumn.PHONE))


@pytest.fixture
def tell(folder: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Run a command with --json on a folder with a training and two forms."""
    database = open_folder(folder)
    a_training(database, people=3, days=2)
    with database.changing(label("Keep forms")) as s:
        for form in (OF_TRAINING, OF_PEOPLE):
            list_forms.keep(s, form, date(2026, 3, 9))
    database.close()

    return telling(folder, capsys)


def training(tell: Tell) -> str:
    return str(tell("list", "trainings")["trainings"][0]["code"])


def test_the_list_of_a_training_has_the_columns_paper_and_languages_of_the_donor(tell: Tell, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    told = tell("print", "attendance-list", out, "--training", training(tell), "--form", "giz")
    assert told["rows"] == 3
    page = pypdf.PdfReader(out).pages[0]
    assert page.mediabox.width < page.mediabox.height
    assert "Nom / Izina" in page.extract_text()
    assert "Organisation" not in page.extract_text()


def test_the_same_columns_are_exported_and_a_language_that_is_named_wins(tell: Tell, tmp_path: Path) -> None:
    out = tmp_path / "list.csv"
    tell("export", "attendance", out, "--training", training(tell), "--form", "GIZ", "--lang", "en")
    heading = next(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert heading[0] == "Name / Izina"
    assert len(heading) == 3


def test_people_are_exported_as_the_donor_asks(tell: Tell, tmp_path: Path) -> None:
    out = tmp_path / "people.csv"
    tell("export", "people", out, "--form", "GIZ", "--lang", "en")
    heading, *rows = csv.reader(out.read_text("utf-8-sig").splitlines())
    assert heading == ["Given name", "Family name", "Phone"]
    assert all(family.isupper() for _given, family, _phone in rows)


def test_labels_in_two_languages_need_no_form(tell: Tell, tmp_path: Path) -> None:
    for words in (("sign-in-sheet",), ("attendance-list", "--variant", "blank")):
        out = tmp_path / f"{words[0]}.pdf"
        tell("print", words[0], out, *words[1:], "--training", training(tell), "--lang", "fr", "--also", "rw")
        assert "Nom / Izina" in pypdf.PdfReader(out).pages[0].extract_text()


def test_a_second_language_that_is_the_first_again_is_not_said_twice(tell: Tell, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    tell("print", "attendance-list", out, "--training", training(tell), "--lang", "en", "--also", "en")
    assert pypdf.PdfReader(out).pages[0].extract_text().count("Each person may ask to see them") == 1


def test_a_form_that_is_not_there_is_refused(tell: Tell, tmp_path: Path) -> None:
    told = tell("export", "people", tmp_path / "x.csv", "--form", "UN", code=1)
    assert told["error"]["code"] == "not_found"
    told = tell("export", "attendance", tmp_path / "x.csv", "--from", "2026-01-01", "--form", "GIZ", code=1)
    assert told["error"]["code"] == "what"
